package io.arrears.store;

import io.arrears.audit.Digest;
import io.arrears.furnish.Decision;
import io.arrears.furnish.ReportingTerms;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes what one run tells a bureau, and whom the next run must look at again; it counts once the run is published. */
public final class FurnishedWriter {

    private static final Sql SQL = Sql.of("dossier");

    /** As the column says that nothing of the past has changed. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcTemplate jdbc;
    private final ReportingTerms furnishing;
    private final Run run;
    private final int part;

    /** A record and its number among those of its kind in the part, counted from 0. */
    public record Numbered(String account, long ordinal, Decision.Report record) {}

    /**
     * An account that the next run must look at again.
     *
     * @param since the first day of the past that was heard of and could not be told yet; none if none
     */
    public record Pending(String account, @Nullable LocalDate since) {}

    public FurnishedWriter(DataSource pool, ReportingTerms furnishing, Run run, int part) {
        this.jdbc = new JdbcTemplate(pool);
        this.furnishing = furnishing;
        this.run = run;
        this.part = part;
    }

    public void write(List<Numbered> records, List<Pending> pending) {
        List<Object[]> rows = new ArrayList<>(records.size());
        for (Numbered numbered : records) {
            Decision.Report record = numbered.record();
            rows.add(new Object[] {
                run.lender().name(),
                numbered.account(),
                furnishing.bureau(),
                furnishing.environment().name(),
                run.id(),
                record.kind(),
                part,
                numbered.ordinal(),
                record.code(),
                record.reportedOn(),
                Digest.of(record.line().getBytes(StandardCharsets.UTF_8)),
                FurnishedFacts.write(record.facts())
            });
        }
        insert("insert_furnished", rows);
        insert(
                "insert_pending",
                pending.stream()
                        .map(waiting -> new Object[] {
                            run.lender().name(),
                            run.id(),
                            waiting.account(),
                            furnishing.bureau(),
                            waiting.since() == null ? NEVER : waiting.since()
                        })
                        .toList());
    }

    private void insert(String statement, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(SQL.get(statement), rows);
        }
    }
}

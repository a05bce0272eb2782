package io.arrears.store.bureau;

import io.arrears.Sha256;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Pending;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingTerms;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Sql;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
            rows.add(row(
                    run.lender().name(),
                    numbered.account(),
                    furnishing,
                    run.id(),
                    part,
                    numbered.ordinal(),
                    record.reported(Sha256.of(record.line().getBytes(StandardCharsets.UTF_8)))));
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

    /** The columns of one record, in the order in which {@code insert_furnished} takes them. */
    static Object[] row(
            String lender, String account, ReportingTerms terms, long run, int part, long ordinal, Reported record) {
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                lender,
                account,
                terms.bureau(),
                terms.environment().name(),
                run,
                record.kind(),
                part,
                ordinal,
                record.code(),
                record.reportedOn(),
                record.digest(),
                FurnishedFacts.write(record.facts())));
        row.addAll(MeaningColumns.values(record.meaning()));
        return row.toArray();
    }

    private void insert(String statement, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(SQL.get(statement), rows);
        }
    }
}

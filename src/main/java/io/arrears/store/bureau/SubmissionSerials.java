package io.arrears.store.bureau;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Submission;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Sql;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The serials that make the names of a bureau's files: of one provider and day no two are the same. */
public final class SubmissionSerials {

    private static final Sql SQL = Sql.of("submissions");
    private static final int TRIES = 20;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public SubmissionSerials(DataSource pool, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(pool);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The first serial of a run's files of one kind: what was allocated stays; no serial is given twice, unless its file was kept back or its run is not published.
     *
     * @param counts the records of each part
     */
    public int allocate(Bureau bureau, Run run, String kind, List<Long> counts) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> {
                    Integer already = allocated(bureau.terms(), run, kind);
                    return already != null ? already : insert(bureau, run, kind, counts);
                }));
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw e;
                }
                // another lender of the same provider took the serial at the same time, or each waited for the other:
                // take the next
            }
        }
    }

    /** The first serial that a run's files of one kind have; none if it made none. */
    public @Nullable Integer allocated(ReportingTerms furnishing, Run run, String kind) {
        return jdbc.queryForObject(
                SQL.get("first_serial"),
                Integer.class,
                run.lender().name(),
                furnishing.bureau(),
                furnishing.environment().name(),
                run.id(),
                kind);
    }

    private int insert(Bureau bureau, Run run, String kind, List<Long> counts) {
        ReportingTerms furnishing = bureau.terms();
        Integer last = jdbc.queryForObject(
                SQL.get("last_serial"),
                Integer.class,
                furnishing.bureau(),
                furnishing.environment().name(),
                beginning(bureau.files().prefix(kind, run.generatedAt())));
        int first = last == null ? 1 : last + 1;
        for (Submission submission : bureau.files().plan(kind, run.generatedAt(), first, counts)) {
            jdbc.update(
                    SQL.get("insert"),
                    furnishing.bureau(),
                    furnishing.environment().name(),
                    submission.name(),
                    run.lender().name(),
                    run.id(),
                    kind,
                    submission.serial(),
                    submission.from().part(),
                    submission.from().ordinal(),
                    submission.to().part(),
                    submission.to().ordinal(),
                    submission.records());
        }
        return first;
    }

    /** The pattern of names that begin so, whatever characters a format puts into them. */
    private static String beginning(String prefix) {
        return prefix.replaceAll("[!%_]", "!$0") + "%";
    }
}

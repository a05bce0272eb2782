package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.Explanation;
import io.arrears.delinquency.Review;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Ids;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.store.KeyRange;
import io.arrears.store.LedgerScan;
import io.arrears.store.NightQueries;
import io.arrears.store.OpenRejectScan;
import io.arrears.store.Run;
import io.arrears.store.RunStore;
import io.arrears.store.Scope;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Explains one account on one day, from the ledger as some cutoff sees it. */
public final class Explanations {

    private final DataSource pool;
    private final RunStore runs;
    private final Path jobs;
    private final Clock clock;

    Explanations(DataSource pool, RunStore runs, Path jobs, Clock clock) {
        this.pool = pool;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** An explanation, under whose policy and knowledge, and the account's rejects that are open. */
    public record Explained(Lender lender, Instant cutoff, Explanation explanation, List<Review> openRejects) {}

    /**
     * Explains an account under the policy of the run that was published with this cutoff, else under today's lender file.
     *
     * @param cutoff what may be seen; now if none is given
     * @throws Refused (2) when the ledger does not know the account by then
     */
    public Explained explain(String account, LocalDate asOf, @Nullable Instant cutoff) {
        String lenderName = Ids.valid(account) ? new NightQueries(pool).lenderOf(account) : null;
        if (lenderName == null) {
            throw new Refused(ExitCode.USAGE, "the ledger knows no account " + printable(account));
        }
        Instant seen = cutoff == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : cutoff;
        Lender lender = runs.publishedWith(lenderName, asOf, seen).orElseGet(() -> LenderFile.load(jobs, lenderName));
        return explain(account, asOf, seen, lender);
    }

    /** Explains an account on a day as a run saw it. */
    Explained explain(String account, LocalDate asOf, Run run) {
        return explain(account, asOf, run.cutoff(), run.lender());
    }

    private Explained explain(String account, LocalDate asOf, Instant seen, Lender lender) {
        KeyRange only = KeyRange.only(account);
        try (LedgerScan scan = new LedgerScan(pool, Scope.all(lender.name(), only), seen);
                OpenRejectScan rejects = new OpenRejectScan(pool, lender.name(), only, seen)) {
            AccountFacts facts = scan.next();
            if (facts == null) {
                throw new Refused(ExitCode.USAGE, "by " + seen + " the account " + account + " was not known");
            }
            return new Explained(lender, seen, Explanation.of(facts, lender.policy(), asOf), rejects.take(account));
        } catch (SQLException e) {
            throw new Refused(ExitCode.FAILED, "the ledger cannot be read: " + e.getMessage());
        }
    }

    private static String printable(String account) {
        String text = account.replaceAll("[^\\x21-\\x7e]", "?");
        return text.length() <= Ids.MAX_LENGTH ? text : text.substring(0, Ids.MAX_LENGTH) + "…";
    }
}

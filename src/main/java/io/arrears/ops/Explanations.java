package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.BusinessCalendar;
import io.arrears.delinquency.Explanation;
import io.arrears.delinquency.Review;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Ids;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.night.Assessor;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.AcceptedReviewStore;
import io.arrears.store.account.LedgerScan;
import io.arrears.store.account.OpenRejectScan;
import io.arrears.store.account.Scope;
import io.arrears.store.run.NightQueries;
import io.arrears.store.run.RunStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Explains one account on one day, from the ledger as some cutoff sees it. */
public final class Explanations {

    private final DataSource pool;
    private final RunStore runs;
    private final Path jobs;
    private final Clock clock;

    public Explanations(DataSource pool, RunStore runs, Path jobs, Clock clock) {
        this.pool = pool;
        this.runs = runs;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * An explanation, under whose policy and knowledge, the account's rejects that are open, and what stands accepted of its
     * review.
     */
    public record Explained(
            Lender lender,
            Instant cutoff,
            Explanation explanation,
            List<Review> openRejects,
            List<AcceptedReview> accepted) {

        /** Every entry of the account's review, of the ledger and of the intake. */
        public List<Review> reviews() {
            return Stream.concat(explanation.figures().standing().reviews().stream(), openRejects.stream())
                    .toList();
        }

        /** Who accepted an entry as it is; none where nobody did. */
        public Optional<AcceptedReview> acceptance(Review review) {
            return accepted.stream()
                    .filter(one -> one.review().equals(review.entry()))
                    .findFirst();
        }
    }

    /**
     * Explains an account under the policy of the run that was published with this cutoff, else under today's lender file.
     *
     * @param asOf that of the lender's last published night, as it knew it, if none is given
     * @param cutoff what may be seen; now if none is given
     * @throws Refused (2) when the ledger does not know the account by then, or no night was published to take the day of
     */
    public Explained explain(String account, @Nullable LocalDate asOf, @Nullable Instant cutoff) {
        String lenderName = lenderOf(account);
        if (asOf == null) {
            Run last = runs.lastPublished(lenderName)
                    .orElseThrow(() -> new Refused(
                            ExitCode.USAGE,
                            "no night of " + lenderName + " was published; --as-of DATE names the day"));
            return explain(account, last.asOf(), cutoff == null ? last.cutoff() : cutoff);
        }
        Instant seen = cutoff == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : cutoff;
        Lender lender = runs.publishedWith(lenderName, asOf, seen).orElseGet(() -> LenderFile.load(jobs, lenderName));
        return explain(account, asOf, seen, lender);
    }

    /** @throws Refused (2) when the ledger does not know the account */
    String lenderOf(String account) {
        String lender = Ids.valid(account) ? new NightQueries(pool).lenderOf(account) : null;
        if (lender == null) {
            throw new Refused(ExitCode.USAGE, "the ledger knows no account " + printable(account));
        }
        return lender;
    }

    /** Explains an account on a day as a run saw it. */
    Explained explain(String account, LocalDate asOf, Run run) {
        return explain(account, asOf, run.cutoff(), run.lender());
    }

    private Explained explain(String account, LocalDate asOf, Instant seen, Lender lender) {
        AccountFacts facts = facts(lender.name(), account, seen);
        KeyRange only = KeyRange.only(account);
        List<AcceptedReview> accepted = new AcceptedReviewStore(pool)
                .known(lender.name(), only, seen).getOrDefault(account, List.of()).stream()
                        .filter(review -> review.stands(facts))
                        .toList();
        try (OpenRejectScan rejects = new OpenRejectScan(pool, lender.name(), only, seen)) {
            return new Explained(
                    lender, seen, Explanation.of(facts, lender.policy(), asOf), rejects.take(account), accepted);
        } catch (SQLException e) {
            throw unreadable(e);
        } catch (BusinessCalendar.UnknownYear e) {
            throw Assessor.unlisted(facts, e);
        }
    }

    /** @throws Refused (2) when the ledger did not know the account by then */
    AccountFacts facts(String lender, String account, Instant seen) {
        try (LedgerScan scan = new LedgerScan(pool, Scope.all(lender, KeyRange.only(account)), seen)) {
            AccountFacts facts = scan.next();
            if (facts == null) {
                throw new Refused(ExitCode.USAGE, "by " + seen + " the account " + account + " was not known");
            }
            return facts;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    static Refused unreadable(SQLException e) {
        return new Refused(ExitCode.FAILED, "the ledger cannot be read: " + e.getMessage());
    }

    private static String printable(String account) {
        String text = account.replaceAll("[^\\x21-\\x7e]", "?");
        return text.length() <= Ids.MAX_LENGTH ? text : text.substring(0, Ids.MAX_LENGTH) + "…";
    }
}

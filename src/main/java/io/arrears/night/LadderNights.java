package io.arrears.night;

import io.arrears.ladder.LadderNight;
import io.arrears.lender.ContactPolicy;
import io.arrears.lender.Lender;
import io.arrears.run.Run;
import io.arrears.store.contact.AttemptsKnown;
import io.arrears.store.imports.ContactErasures;
import io.arrears.store.imports.RejectStore;
import io.arrears.store.run.NightQueries;
import io.arrears.store.run.RunStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run's ladder is worked out with: the lender's policy, the night before, and whether all attempts are known. */
public final class LadderNights {

    /** A due date moves over a holiday by no more than so many days. */
    private static final int MOVED = 15;

    private final RunStore runs;
    private final NightQueries queries;
    private final AttemptsKnown attempts;
    private final RejectStore rejects;
    private final ContactErasures erasures;

    public LadderNights(
            RunStore runs,
            NightQueries queries,
            AttemptsKnown attempts,
            RejectStore rejects,
            ContactErasures erasures) {
        this.runs = runs;
        this.queries = queries;
        this.attempts = attempts;
        this.rejects = rejects;
        this.erasures = erasures;
    }

    /**
     * Erases the contacts of accounts that were closed long enough ago, as the night has just found them; a replay erases nobody. A
     * lender without a ladder contacts nobody, and keeps whom it has.
     */
    public void erase(Run run) {
        policy(run).ifPresent(policy -> {
            erasures.keepObjections();
            if (!run.isReplay()) {
                LocalDate closedBy = run.asOf().minusDays(policy.ladder().eraseContactsAfter());
                erasures.eraseClosed(run, runs.previous(run), closedBy);
            }
        });
    }

    /** Notes which accounts a run's ladder looks at; a lender without a ladder has none. */
    public void note(Run run) {
        policy(run).ifPresent(policy -> {
            int soon = policy.ladder().reminderDays();
            LocalDate last = soon == 0 ? run.asOf() : run.asOf().plusDays(soon + MOVED);
            queries.noteOverdue(run, last);
        });
    }

    /** The night of a run whose lender has a ladder. */
    public LadderNight of(Run run) {
        return of(run.lender(), run.asOf(), run.cutoff(), run.generatedAt(), runs.previous(run));
    }

    /** What a night would be of a lender that has a ladder, whether one was run or not. */
    public LadderNight of(Lender lender, LocalDate asOf, Instant cutoff, Instant generatedAt, @Nullable Run previous) {
        ContactPolicy policy = Objects.requireNonNull(lender.contacts());
        return new LadderNight(
                policy.ladder(),
                policy.law(),
                lender.policy(),
                asOf,
                generatedAt,
                before(previous),
                attempts.reach(lender, asOf, cutoff),
                isAnyUnknown(lender.name(), cutoff));
    }

    /** Whether rows are open that can be anybody's (L3). */
    private boolean isAnyUnknown(String lender, Instant cutoff) {
        return !rejects.unknown(lender, cutoff).isEmpty()
                || !rejects.ofNobody(lender, cutoff).isEmpty();
    }

    private static LadderNight.@Nullable Before before(@Nullable Run previous) {
        ContactPolicy policy = previous == null ? null : previous.lender().contacts();
        return policy == null
                ? null
                : new LadderNight.Before(
                        policy.ladder(),
                        Objects.requireNonNull(previous).lender().policy(),
                        previous.asOf());
    }

    /** Who is contacted by a run's lender; none for one without a ladder. */
    public static Optional<ContactPolicy> policy(Run run) {
        return Optional.ofNullable(run.lender().contacts());
    }
}

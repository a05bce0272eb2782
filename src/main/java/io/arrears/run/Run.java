package io.arrears.run;

import io.arrears.lender.Lender;
import io.arrears.lender.SkippedNights;
import io.arrears.reconcile.Acceptance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One nightly job for one (lender, as-of date, sequence), with what was fixed when it first started: cutoff, policy and
 * generation time. A restart finds the same, so it writes the same bytes.
 *
 * @param full whether it assesses every account, touched or not
 * @param previousRun the lender's last published run before this one; none on its first night
 * @param withheld the bureaus whose files were kept back, since R1, R2 or R6 differs for them alone
 * @param accepted what two people let it go out with though it differs; none in nearly every run
 * @param skipped the due days before it that it was told to leave out; none in nearly every run
 * @param withdrawn how it was taken back; none in nearly every run
 */
public record Run(
        long id,
        Lender lender,
        LocalDate asOf,
        int sequence,
        State state,
        Instant cutoff,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Instant generatedAt,
        String engineVersion,
        boolean full,
        @Nullable Long previousRun,
        int restarts,
        @Nullable String manifestDigest,
        @Nullable String message,
        Set<String> withheld,
        @Nullable Acceptance accepted,
        @Nullable SkippedNights skipped,
        @Nullable Withdrawal withdrawn) {

    public Run {
        withheld = Set.copyOf(withheld);
    }

    /** How far a run has come. Recovery from PUBLISHING and WITHDRAWING only rolls forward. */
    public enum State {
        STARTED,
        PUBLISHING,
        PUBLISHED,
        REFUSED,
        ABANDONED,
        WITHDRAWING,
        WITHDRAWN;

        public boolean isUnfinished() {
            return isUnderway() || this == WITHDRAWING;
        }

        /** Whether it is on its way to be published, or to come to nothing. */
        public boolean isUnderway() {
            return this == STARTED || this == PUBLISHING;
        }

        /** Whether it was published, whatever became of it since. */
        public boolean wasPublished() {
            return this == PUBLISHED || isTakenBack();
        }

        /** Whether it is taken back, or will be whatever happens. */
        public boolean isTakenBack() {
            return this == WITHDRAWING || this == WITHDRAWN;
        }

        /** Whether its folder lies where the published ones do, or is on its way there. */
        public boolean hasFolder() {
            return this == PUBLISHING || this == PUBLISHED;
        }

        /** Whether it came to nothing: its cutoff binds nobody where a wrong clock took it. */
        public boolean cameToNothing() {
            return this == REFUSED || this == ABANDONED || this == WITHDRAWN;
        }

        /** Whether it has ended, and left something behind that is to be cleared away; who takes a run back clears it himself. */
        public boolean leavesRemains() {
            return this == PUBLISHED || this == REFUSED || this == ABANDONED;
        }
    }

    /** Whether it is a run at all, and not only what one would be now ({@link #once}). */
    public boolean isStored() {
        return id != 0;
    }

    /** Whether it was assessed by a lender's policy as it is, and by these rules. */
    public boolean isBy(Lender policy, String engine) {
        return lender.digest().equals(policy.digest()) && engineVersion.equals(engine);
    }

    /** Whether it only tells again what was, or would have been, told: it changes nothing. */
    public boolean isReplay() {
        return id < 0;
    }

    /** The run whose standings count before this one; 0 when there is none. */
    public long previousRunOrZero() {
        return previousRun == null ? 0 : previousRun;
    }

    /** The last of the published runs whose standings count beside its own; 0 for a replay, which assesses every account itself. */
    public long standingsUpTo() {
        return isReplay() ? 0 : previousRunOrZero();
    }

    /** As if the night were told again on top of it, knowing what is known at an instant; it is no run, and is never stored. */
    public Run once(Instant now) {
        return new Run(
                0,
                lender,
                asOf,
                sequence,
                state,
                now,
                now,
                null,
                now,
                engineVersion,
                full,
                id,
                restarts,
                null,
                null,
                withheld,
                accepted,
                null,
                null);
    }

    /** The name of the lock of all of a lender's replays. */
    public static String replayLock(String lender) {
        return lender + "/replay";
    }

    /** The lock that it holds: a replay is in nobody's way, and only one of a lender runs at a time. */
    public String lockName() {
        return isReplay() ? replayLock(lender.name()) : lender.name();
    }

    /** {@code 2026-11-20}, or {@code 2026-11-20.2} for a second submission. */
    public String folderName() {
        return folderName(asOf, sequence);
    }

    public static String folderName(LocalDate asOf, int sequence) {
        return sequence == 1 ? asOf.toString() : asOf + "." + sequence;
    }

    @Override
    public String toString() {
        return (isReplay() ? "replay " : "run ") + Math.abs(id) + " (" + lender.name() + " " + folderName() + ")";
    }
}

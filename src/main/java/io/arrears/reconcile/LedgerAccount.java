package io.arrears.reconcile;

import io.arrears.delinquency.Standing;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account as the ledger and its standing have it.
 *
 * @param since the as-of date of the run that found the standing so
 * @param knownOn the day on which the account became known
 * @param soldOn when it was sold; none if it is not by the last day that events are told of
 * @param block the furnish_block fact in force; none if there is none
 * @param blockOn since when it is in force
 */
public record LedgerAccount(
        Standing standing,
        LocalDate since,
        LocalDate knownOn,
        @Nullable LocalDate soldOn,
        @Nullable String block,
        @Nullable LocalDate blockOn) {

    boolean isBlocked() {
        return "yes".equals(block);
    }

    /** When it was closed, as a bureau sees it, or sold; none if it is open. */
    private @Nullable LocalDate endedOn(Bureau bureau) {
        LocalDate closedOn = bureau.closesOnceRepaid() ? standing.repaidOn() : standing.closedOn();
        return closedOn == null || (soldOn != null && soldOn.isBefore(closedOn)) ? soldOn : closedOn;
    }

    /** What it owes a bureau by a day, whatever was told. */
    Owing owing(Bureau bureau, ReportingCalendar.Due due, boolean isTakenBack) {
        LocalDate opened = standing.openedOn();
        LocalDate ended = endedOn(bureau);
        boolean isEnd = ended != null && !ended.isAfter(due.eventsUntil()) && ended.isBefore(due.untoldMonthEnd());
        LocalDate open = opened.isAfter(due.monthsUntil()) ? opened : due.monthsUntil();
        return new Owing(
                isEnd && ended != null ? ended : open,
                isEnd,
                standing.product(),
                opened,
                knownOn,
                block,
                blockOn,
                isTakenBack,
                false);
    }

    /** Whether a bureau must know of what it owes by now. */
    boolean mustBeHeld(Owing owing, ReportingTerms furnishing, ReportingCalendar.Due due) {
        return !standing.openedOn().isAfter(due.eventsUntil())
                && !owing.expected().isBefore(furnishing.from())
                && owing.mustBeTold(furnishing, true);
    }
}

package io.arrears.reconcile;

import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.ReportingTerms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account of which a bureau was told nothing that reaches the day it should have been told of, by the ledger alone.
 *
 * @param expected the day: its end where that is told already and no month's end that is not stands before it, else the last
 *     month's end that is told, else its opening
 * @param isEnd whether that day is its end
 * @param knownOn the day on which the account became known
 * @param block the furnish_block fact in force; none if there is none
 * @param blockOn since when it is in force
 * @param isTakenBack whether the bureau was told to forget the account as a whole
 * @param wasOver whether the bureau held it as ended before we began
 */
public record Owing(
        LocalDate expected,
        boolean isEnd,
        String product,
        LocalDate openedOn,
        LocalDate knownOn,
        @Nullable String block,
        @Nullable LocalDate blockOn,
        boolean isTakenBack,
        boolean wasOver) {

    /**
     * Whether a record about it must have been told, or be listed with the reason why not.
     *
     * @param listsExcluded whether this run lists accounts that are none of the bureau's
     */
    public boolean mustBeTold(ReportingTerms furnishing, boolean listsExcluded) {
        boolean isExcluded = "yes".equals(block) || !furnishing.products().contains(product);
        return !(isExcluded && !listsExcluded) && !(isEnd && wasOver) && isKnownInTime(furnishing.calendar());
    }

    private boolean isKnownInTime(ReportingCalendar calendar) {
        if (isEnd) {
            return true;
        }
        return expected.equals(openedOn) ? calendar.tellsOpening(openedOn, knownOn) : !knownOn.isAfter(expected);
    }
}

package io.arrears.furnish;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau must have been told of an account by now, by the ledger alone.
 *
 * <p>Example: of a loan opened in January and open, a run of 2 May expects the end of April, and every month's end since the first
 * report.
 *
 * @param day the day up to which it must have been reported: its end where that is due and no month's end that is not stands before
 *     it, else the last month's end that is due, else its opening
 * @param isEnd whether that day is its end
 * @param from months that ended before it are not reported
 * @param isDue whether it must have been reported by now: it is opened, and was known in time
 */
public record Expectation(LocalDate day, boolean isEnd, LocalDate from, boolean isDue) {

    /**
     * Whether each month's end is there, from the first report up to the day (S1).
     *
     * @param first the day of the first report; none where there is none
     * @param monthEnds the days that are there
     */
    public boolean hasEveryMonth(@Nullable LocalDate first, Set<LocalDate> monthEnds) {
        if (first == null) {
            return true;
        }
        LocalDate month = YearMonth.from(first.plusDays(1)).atEndOfMonth();
        while (isEnd ? month.isBefore(day) : !month.isAfter(day)) {
            if (!month.isBefore(from) && !monthEnds.contains(month)) {
                return false;
            }
            month = YearMonth.from(month.plusDays(1)).atEndOfMonth();
        }
        return true;
    }
}

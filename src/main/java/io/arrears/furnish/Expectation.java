package io.arrears.furnish;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau must have been told of an account, or of its contract, by now, by the ledger alone.
 *
 * <p>Example: of a loan opened in January and open, a run of 2 May expects the end of April, and every month's end since the first
 * report.
 *
 * @param day the day up to which it must have been reported: its end where that is due and no month's end that is not stands before
 *     it, else the last month's end that is due, else its opening
 * @param isEnd whether that day is its end
 * @param from months that ended before it are not reported
 * @param days that must each have been reported, whatever the first report was
 * @param isDue whether it must have been reported by now: it is opened, and was known in time
 */
public record Expectation(LocalDate day, boolean isEnd, LocalDate from, Set<LocalDate> days, boolean isDue) {

    public Expectation {
        days = Set.copyOf(days);
    }

    /** Of an account, which is reported by its months. */
    public Expectation(LocalDate day, boolean isEnd, LocalDate from, boolean isDue) {
        this(day, isEnd, from, Set.of(), isDue);
    }

    /** Of a contract, which knows no months: each of some days, and nothing else. */
    public static Expectation ofDays(LocalDate day, boolean isEnd, Set<LocalDate> days, boolean isDue) {
        return new Expectation(day, isEnd, LocalDate.MAX, days, isDue);
    }

    /**
     * Whether each day is there, and each month's end from the first report up to the day (S1).
     *
     * @param first the day of the first report; none where there is none
     * @param there the days that are there
     */
    public boolean hasEvery(@Nullable LocalDate first, Set<LocalDate> there) {
        if (!there.containsAll(days)) {
            return false;
        }
        if (first == null) {
            return true;
        }
        LocalDate month = YearMonth.from(first.plusDays(1)).atEndOfMonth();
        while (isEnd ? month.isBefore(day) : !month.isAfter(day)) {
            if (!month.isBefore(from) && !there.contains(month)) {
                return false;
            }
            month = YearMonth.from(month.plusDays(1)).atEndOfMonth();
        }
        return true;
    }
}

package io.arrears.furnish;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * When a bureau is told: what happened on a day, and how a month ended, each so many days after it.
 *
 * <p>Example: with {@code monthLag} 2 the run as of 2 November is the first to tell how October ended.
 *
 * @param eventLag days from an event to the first run that tells it
 * @param monthLag days from a month's last day to the first run that tells it
 * @param learntLateAfter days after its opening from which an account that becomes known is first told at a month's end
 */
public record ReportingCalendar(int eventLag, int monthLag, int learntLateAfter) {

    /** The days up to which a run tells events and months. */
    public record Due(LocalDate asOf, LocalDate eventsUntil, LocalDate monthsUntil) {

        /** The first month's end that is not told yet; what happens on it or after it waits for it. */
        public LocalDate untoldMonthEnd() {
            return YearMonth.from(monthsUntil.plusDays(1)).atEndOfMonth();
        }
    }

    public Due on(LocalDate asOf) {
        LocalDate settled = asOf.minusDays(monthLag);
        boolean isMonthEnd = settled.plusDays(1).getDayOfMonth() == 1;
        return new Due(
                asOf,
                asOf.minusDays(eventLag),
                isMonthEnd ? settled : settled.withDayOfMonth(1).minusDays(1));
    }

    /** Whether an opening that became known on a day is told by itself. */
    public boolean tellsOpening(LocalDate openedOn, LocalDate knownOn) {
        return ChronoUnit.DAYS.between(openedOn, knownOn) < learntLateAfter;
    }

    /** Whether a run is the first of a month to tell how the month before ended, the run before it being as of {@code previous}. */
    public boolean opensMonth(LocalDate previous, LocalDate asOf) {
        return on(asOf).monthsUntil().isAfter(on(previous).monthsUntil());
    }

    /** The first run that tells what happened on a day, or how its month ended. */
    public LocalDate tellsOn(LocalDate day, boolean monthEnd) {
        return day.plusDays(monthEnd ? monthLag : eventLag);
    }

    /** The first run that tells how the month of a day ended. */
    public LocalDate tellsMonthOf(LocalDate day) {
        return tellsOn(YearMonth.from(day).atEndOfMonth(), true);
    }
}

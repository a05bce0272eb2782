package io.arrears.delinquency;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are business days: Saturdays, Sundays and holidays are none, unless listed as workdays (D1).
 *
 * <p>A date after the last listed year is not moved yet: it moves once its year is listed, before it falls due. Any other
 * year that is not listed is refused rather than guessed.
 */
public record BusinessCalendar(String name, Set<LocalDate> holidays, Set<LocalDate> workdays, Set<Integer> years) {

    /** A due date falls in a year that the calendar does not list. */
    public static final class UnknownYear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownYear(String calendar, int year) {
            super("calendar " + calendar + " has no row of the year " + year);
        }
    }

    /** The last year that is listed; 0 when none is. */
    public int lastYear() {
        return years.stream().mapToInt(year -> year).max().orElse(0);
    }

    public boolean isBusinessDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return workdays.contains(day) || (!weekend && !holidays.contains(day));
    }

    /** The day itself if it is a business day, else the next one. */
    public LocalDate following(LocalDate day) {
        LocalDate moved = day;
        while (true) {
            if (moved.getYear() > lastYear()) {
                return day;
            } else if (!years.contains(moved.getYear())) {
                throw new UnknownYear(name, moved.getYear());
            }
            if (isBusinessDay(moved)) {
                return moved;
            }
            moved = moved.plusDays(1);
        }
    }
}

package io.arrears.lender;

import io.arrears.delinquency.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which days a lender has a night for; a run that leaves one out must be asked to.
 *
 * @param calendar whose business days have a night; without one none of them does. A year that it does not list has Saturdays and
 *     Sundays alone
 */
public record DueNights(Rhythm rhythm, @Nullable BusinessCalendar calendar) {

    /** How often a night is due. */
    public enum Rhythm {
        DAILY,
        BUSINESS_DAYS,
        MONTH_ENDS,
        ON_DEMAND
    }

    /** The days between two nights, both left out, that have a night of their own, in order. */
    public List<LocalDate> between(LocalDate last, LocalDate next) {
        LocalDate first = last.plusDays(1);
        return first.isBefore(next) ? first.datesUntil(next).filter(this::isDue).toList() : List.of();
    }

    boolean isDue(LocalDate day) {
        return switch (rhythm) {
            case DAILY -> true;
            case BUSINESS_DAYS -> calendar != null && calendar.isBusinessDay(day);
            case MONTH_ENDS -> day.getDayOfMonth() == day.lengthOfMonth();
            case ON_DEMAND -> false;
        };
    }
}

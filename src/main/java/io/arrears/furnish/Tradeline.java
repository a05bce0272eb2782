package io.arrears.furnish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau holds of one account after all that it was told.
 *
 * @param firstDay the first day that it was told of; none if it holds nothing
 * @param lastDay the last day that it was told of; none if it holds nothing
 * @param isEnded whether it holds the account as ended
 * @param monthEnds the days of all months that it holds
 * @param settledOn the day of the newest month that it holds
 * @param overdue what it holds as overdue on that day, in its units; none where that is not known
 */
public record Tradeline(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        boolean isEnded,
        Set<LocalDate> monthEnds,
        @Nullable LocalDate settledOn,
        @Nullable BigDecimal overdue) {

    public Tradeline {
        monthEnds = Set.copyOf(monthEnds);
    }

    public boolean isAnything() {
        return lastDay != null;
    }
}

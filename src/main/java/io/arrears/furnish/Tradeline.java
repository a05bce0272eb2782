package io.arrears.furnish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau holds of one account, or of its contract, after all that it was told.
 *
 * @param firstDay the first day that it was told of; none if it holds nothing
 * @param lastDay the last day that it was told of; none if it holds nothing
 * @param isEnded whether it holds the account as ended
 * @param days of all months that it holds; of a contract of all its records
 * @param settledOn the newest of these
 * @param amount what it holds as overdue on that day, of a contract as its limit, in its units; none where that is not known
 */
public record Tradeline(
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        boolean isEnded,
        Set<LocalDate> days,
        @Nullable LocalDate settledOn,
        @Nullable BigDecimal amount) {

    /** Of what it holds nothing. */
    public static final Tradeline NOTHING = new Tradeline(null, null, false, Set.of(), null, null);

    public Tradeline {
        days = Set.copyOf(days);
    }

    public boolean isAnything() {
        return lastDay != null;
    }
}

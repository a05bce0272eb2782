package io.arrears.lender;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many newly overdue accounts stop a night: a count, or a percentage of the accounts open before it; neither: off.
 */
public record Brake(@Nullable Long accounts, @Nullable BigDecimal percent) {

    public static final Brake OFF = new Brake(null, null);

    /** Whether so many newly overdue accounts are too many; {@code open} counts the accounts open before the night. */
    public boolean stops(long newlyOverdue, long open) {
        if (accounts != null) {
            return newlyOverdue > accounts;
        }
        return percent != null
                && BigDecimal.valueOf(newlyOverdue)
                                .movePointRight(2)
                                .compareTo(percent.multiply(BigDecimal.valueOf(open)))
                        > 0;
    }

    public boolean isOn() {
        return accounts != null || percent != null;
    }

    @Override
    public String toString() {
        return accounts != null ? accounts.toString() : percent != null ? percent.toPlainString() + "%" : "off";
    }
}

package io.arrears.lender;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many newly overdue accounts stop a night: a count, or a percentage of the accounts open before it; neither: off.
 */
public record Brake(@Nullable Long accounts, @Nullable BigDecimal percent) {

    public static final Brake OFF = new Brake(null, null);

    /** So many newly overdue accounts it lets pass, of so many open before the night; all of them when it is off. */
    public long lets(long open) {
        if (accounts != null) {
            return accounts;
        }
        return percent == null
                ? Long.MAX_VALUE
                : percent.multiply(BigDecimal.valueOf(open))
                        .movePointLeft(2)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact();
    }

    public boolean isOn() {
        return accounts != null || percent != null;
    }

    @Override
    public String toString() {
        return accounts != null ? accounts.toString() : percent != null ? percent.toPlainString() + "%" : "off";
    }
}

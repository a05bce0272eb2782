package io.arrears.bureau.pboc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Whole units of an account's currency, as the bureau takes them. */
final class Yuan {

    private Yuan() {}

    /** A total, rounded up, so that what is owed at all shows. */
    static String up(long minor, Currency currency) {
        return whole(minor, currency, RoundingMode.CEILING);
    }

    /** A part of a total, rounded down, so that the parts never exceed it. */
    static String down(long minor, Currency currency) {
        return whole(minor, currency, RoundingMode.FLOOR);
    }

    private static String whole(long minor, Currency currency, RoundingMode mode) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits())
                .setScale(0, mode)
                .toPlainString();
    }
}

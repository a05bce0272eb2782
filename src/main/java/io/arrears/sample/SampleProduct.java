package io.arrears.sample;

import java.math.BigDecimal;

/**
 * What a made-up lender sells: a loan in one currency, repaid in monthly instalments, or a line of credit billed every month.
 *
 * @param decimals the decimals of the currency, 0 to 3
 * @param shortest the fewest instalments of a loan, {@code longest} the most; both 0 of a line
 * @param lowest the smallest principal or limit in whole units of the currency, {@code highest} the largest
 * @param ratePoints the annual rate in hundredths of a percent
 */
public record SampleProduct(
        String name,
        String currency,
        int decimals,
        int shortest,
        int longest,
        long lowest,
        long highest,
        int ratePoints) {

    public SampleProduct {
        boolean isLoan = shortest > 0;
        if (decimals < 0
                || decimals > 3
                || (!isLoan && longest > 0)
                || shortest < 0
                || longest < shortest
                || lowest < 1
                || highest < lowest) {
            throw new IllegalArgumentException("product out of range: " + name);
        }
    }

    public static SampleProduct line(
            String name, String currency, int decimals, long lowest, long highest, int ratePoints) {
        return new SampleProduct(name, currency, decimals, 0, 0, lowest, highest, ratePoints);
    }

    boolean isLine() {
        return longest == 0;
    }

    /** The same loan without interest. */
    SampleProduct withoutInterest() {
        return new SampleProduct(name, currency, decimals, shortest, longest, lowest, highest, 0);
    }

    /** Minor units as a decimal with exactly the currency's decimals: 1050 is 10.50, 1050 or 1.050. */
    BigDecimal decimal(long minor) {
        return BigDecimal.valueOf(minor, decimals);
    }

    /** Whole units of the currency in minor units. */
    long minor(long units) {
        return BigDecimal.valueOf(units).movePointRight(decimals).longValueExact();
    }
}

package io.arrears.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in minor units of its currency: {@code new Money(1250, CNY)} is 12.50 yuan.
 *
 * <p>Text has exactly the currency's decimals: {@code Money.parse("12.5", CNY).text()} is {@code "12.50"}, and {@code
 * "12"} in JPY. {@link #parse} refuses a fraction the currency cannot hold and anything beyond {@link #LIMIT}.
 */
public record Money(long minor, Currency currency) {

    /** The largest amount of one fact, 15 digits of minor units; thousands of them still add up within a long. */
    public static final long LIMIT = 999_999_999_999_999L;

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("not a currency of money: " + currency);
        }
    }

    public static Money parse(String text, Currency currency) {
        return new Money(minor(new BigDecimal(text), currency), currency);
    }

    /**
     * The minor units of a decimal amount: 12.5 CNY is 1250, 12.0 JPY is 12.
     *
     * @throws ArithmeticException when the currency has fewer decimals than the amount, or beyond {@link #LIMIT}
     */
    public static long minor(BigDecimal amount, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        if (amount.stripTrailingZeros().scale() > digits) {
            throw new ArithmeticException("more than " + digits + " decimals for " + currency);
        }
        if (amount.precision() - amount.scale() > 16) {
            throw new ArithmeticException("beyond 15 digits of minor units");
        }
        long minor = amount.movePointRight(digits).longValueExact();
        if (Math.abs(minor) > LIMIT) {
            throw new ArithmeticException("beyond 15 digits of minor units");
        }
        return minor;
    }

    /** The amount with exactly the currency's decimals and a dot: {@code -0.05}. */
    public String text() {
        return text(minor, currency.getDefaultFractionDigits());
    }

    /** The decimal text of minor units: {@code text(-5, 2)} is {@code "-0.05"}. */
    public static String text(long minor, int decimals) {
        return decimals == 0
                ? Long.toString(minor)
                : BigDecimal.valueOf(minor, decimals).toPlainString();
    }
}

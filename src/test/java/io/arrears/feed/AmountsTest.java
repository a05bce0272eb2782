package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0,                  2, 0
            12.5,               2, 1250
            12.50,              2, 1250
            12.500,             2, 1250
            0012.5,             2, 1250
            12,                 0, 12
            12.0,               0, 12
            0.001,              3, 1
            9999999999999.99,   2, 999999999999999
            10000000000000.00,  2, -4
            999999999999999,    0, 999999999999999
            1000000000000000,   0, -4
            99999999999999999999999999, 2, -4
            12.505,             2, -3
            0.1,                0, -3
            -1,                 2, -2
            -0.01,              2, -2
            '',                 2, -1
            -,                  2, -1
            .5,                 2, -1
            5.,                 2, -1
            1.2.3,              2, -1
            1e3,                2, -1
            '1,000',            2, -1
            +1,                 2, -1
            ' 1',               2, -1
            ١,                  2, -1
            """)
    void amounts_are_digits_with_at_most_one_dot(String text, int decimals, long minor) {
        assertThat(Amounts.minor(text, decimals)).isEqualTo(minor);
    }

    @Test
    void what_is_read_is_what_Money_reads() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String code : new String[] {"JPY", "EUR", "KWD"}) {
            Currency currency = Currency.getInstance(code);
            for (int i = 0; i < 5000; i++) {
                BigDecimal amount = BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), random.nextInt(5));
                long expected = minorOrRefusal(amount, currency);
                assertThat(Amounts.minor(amount.toPlainString(), currency.getDefaultFractionDigits()))
                        .as("%s %s, seed %d", amount.toPlainString(), code, seed)
                        .isEqualTo(expected);
            }
        }
    }

    private static long minorOrRefusal(BigDecimal amount, Currency currency) {
        try {
            return Money.minor(amount, currency);
        } catch (ArithmeticException e) {
            return amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()
                    ? Amounts.TOO_FINE
                    : Amounts.TOO_LARGE;
        }
    }
}

package io.arrears.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            12.5,             CNY,            1250, 12.50
            0,                CNY,               0, 0.00
            0.05,             CNY,               5, 0.05
            -0.05,            CNY,              -5, -0.05
            1500.00,          NGN,          150000, 1500.00
            12,               JPY,              12, 12
            12.000,           JPY,              12, 12
            1.234,            KWD,            1234, 1.234
            1.2,              KWD,            1200, 1.200
            9999999999999.99, CNY, 999999999999999, 9999999999999.99
            999999999999999,  JPY, 999999999999999, 999999999999999
            """)
    void amounts_are_minor_units_and_text_has_the_currencys_decimals(
            String text, String currency, long minor, String printed) {
        Money money = Money.parse(text, Currency.getInstance(currency));
        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money.text()).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"0.001,CNY", "12.5,JPY", "1.2345,KWD"})
    void a_fraction_the_currency_cannot_hold_is_refused(String text, String currency) {
        assertThatThrownBy(() -> Money.parse(text, Currency.getInstance(currency)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("decimals for " + currency);
    }

    @ParameterizedTest
    @CsvSource({
        "10000000000000.00,CNY",
        "-10000000000000.00,CNY",
        "1000000000000000,JPY",
        "1000000000000.000,KWD",
        "99999999999999999999999999,CNY",
        "1E+1000000,CNY"
    })
    void an_amount_beyond_15_digits_of_minor_units_is_refused(String text, String currency) {
        assertThatThrownBy(() -> Money.minor(new BigDecimal(text), Currency.getInstance(currency)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("15 digits");
    }

    @Test
    void what_has_no_decimals_is_no_money() {
        assertThatThrownBy(() -> new Money(1, Currency.getInstance("XAU")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XAU");
    }
}

package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.PaidBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-20,  2026-11-20
            2024-02-29,  2024-02-29
            1900-01-01,  1900-01-01
            2199-12-31,  2199-12-31
            2025-02-29,
            2026-04-31,
            2026-13-01,
            2026-00-10,
            2026-01-00,
            1899-12-31,
            2200-01-01,
            2026-1-1,
            20261120,
            20/11/2026,
            2026-11-20T00:00:00Z,
            """)
    void dates_are_real_days(String text, LocalDate date) {
        Object read = Values.read(Column.column("d", Kind.DATE), text, 0);
        assertThat(read).isEqualTo(date == null ? fault("not a date like 2026-11-20 between 1900 and 2199") : date);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-20T23:59:59Z,                2026-11-20T23:59:59
            2026-11-20T23:59:59.123456Z,         2026-11-20T23:59:59.123456
            2026-11-21T00:30:00+01:00,           2026-11-20T23:30
            2026-11-20T20:00:00-05:00,           2026-11-21T01:00
            2026-11-20T23:59Z,                   2026-11-20T23:59
            2026-11-20T24:00:00Z,
            2026-11-20T23:60:00Z,
            2026-11-20T23:59:60Z,
            2026-02-29T10:00:00Z,
            2026-11-20T23:59:59,
            2026-11-20 23:59:59Z,
            2026-11-20,
            1899-12-31T23:59:59Z,
            2200-01-01T00:00:00+00:00,
            """)
    void instants_are_kept_in_UTC(String text, LocalDateTime utc) {
        Object read = Values.read(Column.column("i", Kind.INSTANT), text, 0);
        assertThat(read)
                .isEqualTo(
                        utc == null
                                ? fault("not an instant like 2026-11-20T23:59:59Z, or with an offset, between 1900"
                                        + " and 2199")
                                : utc);
    }

    @Test
    void instants_finer_than_the_tables_are_refused_not_rounded() {
        assertThat(Values.read(Column.column("i", Kind.INSTANT), "2026-11-20T23:59:59.1234567Z", 0))
                .isEqualTo(fault("finer than microseconds"));
    }

    static Stream<Arguments> others() {
        Column id = Column.column("c", Kind.ID);
        Column lender = Column.column("c", Kind.LENDER);
        Column bureau = Column.column("c", Kind.BUREAU);
        Column count = Column.column("c", Kind.COUNT);
        Column rate = Column.column("c", Kind.RATE);
        Column country = Column.column("c", Kind.COUNTRY);
        Column currency = Column.column("c", Kind.CURRENCY);
        Column text = Column.text("c", 3);
        Column longText = Column.text("c", 30);
        Column word = Column.word("c", PaidBy.class);
        Fault noId = fault("not an id: 1 to 64 printable ASCII characters without spaces");
        Fault formula = fault("not an id: it begins with one of = + - @, which a spreadsheet takes for a formula");
        Fault shortened =
                fault("a number that a spreadsheet has shortened, so its digits are lost: deliver what the core system"
                        + " wrote");
        Fault noLender = fault("not a lender's name: lower-case letters, digits and hyphens, at most 64");
        Fault noCount = fault("not a whole number from 0 to 2147483647");
        Fault noRate = fault("not a rate from 0: at most 4 digits before the dot and 8 after it");
        Fault noCurrency = fault("not an ISO 4217 currency");
        return Stream.of(
                Arguments.of(id, "A-17_x", "A-17_x"),
                Arguments.of(id, "x".repeat(64), "x".repeat(64)),
                Arguments.of(id, "x".repeat(65), noId),
                Arguments.of(id, "A 17", noId),
                Arguments.of(id, "=A17", formula),
                Arguments.of(id, "+A17", formula),
                Arguments.of(id, "-A17", formula),
                Arguments.of(id, "@A17", formula),
                Arguments.of(id, "A=17", "A=17"),
                Arguments.of(id, "\tA17", noId),
                Arguments.of(id, "Ä17", noId),
                Arguments.of(id, "1.1E+17", shortened),
                Arguments.of(id, "5E+102", shortened),
                Arguments.of(id, "15E+17", "15E+17"),
                Arguments.of(id, "1E17", "1E17"),
                Arguments.of(longText, "1.10101E+17", shortened),
                Arguments.of(longText, "ref 1.1E+17", "ref 1.1E+17"),
                Arguments.of(lender, "north-2", "north-2"),
                Arguments.of(lender, "North", noLender),
                Arguments.of(lender, "-north", noLender),
                Arguments.of(lender, "../north", noLender),
                Arguments.of(lender, "n".repeat(65), noLender),
                Arguments.of(bureau, "*", "*"),
                Arguments.of(bureau, "metro2", "metro2"),
                Arguments.of(
                        bureau,
                        "b".repeat(41),
                        fault("not a bureau's name: lower-case letters, digits and hyphens, at most 40")),
                Arguments.of(count, "0", 0),
                Arguments.of(count, "2147483647", Integer.MAX_VALUE),
                Arguments.of(count, "2147483648", noCount),
                Arguments.of(count, "1.0", noCount),
                Arguments.of(count, "-1", noCount),
                Arguments.of(rate, "0.120", new BigDecimal("0.12")),
                Arguments.of(rate, "36", new BigDecimal("36")),
                Arguments.of(rate, "12345", noRate),
                Arguments.of(rate, "0.123456789", noRate),
                Arguments.of(rate, "-1", noRate),
                Arguments.of(country, "DE", "DE"),
                Arguments.of(country, "de", fault("not an ISO 3166 country of two capital letters")),
                Arguments.of(currency, "CNY", "CNY"),
                Arguments.of(currency, "XAU", noCurrency),
                Arguments.of(currency, "ABC", noCurrency),
                Arguments.of(text, "王小明", "王小明"),
                Arguments.of(text, "😀😀😀", "😀😀😀"),
                Arguments.of(text, "abcd", fault("longer than 3 characters")),
                Arguments.of(word, "GUARANTOR", "GUARANTOR"),
                Arguments.of(word, "guarantor", fault("not one of BORROWER, GUARANTOR, COLLATERAL, MERCHANT")),
                Arguments.of(word, "", null),
                Arguments.of(word.orElse("BORROWER"), "", "BORROWER"),
                Arguments.of(id.must(), "", fault("missing, but required")),
                Arguments.of(text.must(), "  ", fault("missing, but required")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void each_kind_takes_what_it_is_and_names_what_it_is_not(Column column, String text, Object expected) {
        assertThat(Values.read(column, text, 2)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1.5,                2,
            -1.5,               2, negative
            1.505,              2, more decimals than the currency has
            10000000000000.00,  2, larger than 15 digits of minor units
            1.5 EUR,            2, not an amount: digits with at most one dot
            """)
    void an_amount_says_what_is_wrong_with_it(String text, int decimals, String reason) {
        assertThat(Values.read(Column.column("a", Kind.AMOUNT), text, decimals))
                .isEqualTo(reason == null ? (Object) 150L : fault(reason));
    }

    private static Fault fault(String reason) {
        return new Fault(reason);
    }
}

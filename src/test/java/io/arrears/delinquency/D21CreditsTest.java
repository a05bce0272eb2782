package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.EntryType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D21: a zero that is known from before is no payment; what is valued before the opening counts, and somebody looks. */
class D21CreditsTest {

    @ParameterizedTest
    @CsvSource({"REPAYMENT", "RECOVERY"})
    void a_zero_is_never_the_last_payment(EntryType type) {
        Loans loan =
                loan().due(1, "2026-08-10", 500).paid("p", "2026-08-10", 300).entry("z", type, "2026-09-15", 0);
        assertThat(loan.on("2026-09-30").lastPayment()).isEqualTo(new Standing.LastPayment(day("2026-08-10"), 300));
        assertThat(loan.reviewed("2026-09-30", PLAIN)).isEmpty();
    }

    @Test
    void zeros_alone_are_no_payment_at_all() {
        assertThat(loan().due(1, "2026-08-10", 500)
                        .paid("z", "2026-09-15", 0)
                        .on("2026-09-30")
                        .lastPayment())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REPAYMENT    | 2026-07-15 | 100 | BEFORE_OPENING e
            RECOVERY     | 2026-07-19 | 100 | BEFORE_OPENING e
            WAIVER       | 2026-07-19 | 100 | BEFORE_OPENING e
            FEE          | 2026-07-19 |   5 | BEFORE_OPENING e
            PENALTY      | 2026-07-19 |   5 | BEFORE_OPENING e
            REPAYMENT    | 2026-07-20 | 100 |
            REPAYMENT    | 2026-07-15 |   0 |
            DISBURSEMENT | 2026-07-15 | 500 |
            """)
    void what_is_valued_before_the_opening_counts_and_is_reviewed(
            EntryType type, String valueOn, long amount, @Nullable String reviewed) {
        Loans loan = loan().opened("2026-07-20").due(1, "2026-07-20", 500).entry("e", type, valueOn, amount);
        long owed = type.isCredit() ? 500 - amount : type.isCharge() ? 500 + amount : 500;
        assertThat(loan.figures("2026-08-31").overdue().total()).isEqualTo(owed);
        assertThat(loan.reviewed("2026-08-31", PLAIN)
                        .replace(", WAIVER_OF_COMING e", "")
                        .replace("WAIVER_OF_COMING e, ", ""))
                .isEqualTo(reviewed == null ? "" : reviewed);
    }

    @Test
    void taken_back_it_is_reviewed_no_more() {
        Loans loan = loan().opened("2026-07-20")
                .due(1, "2026-08-10", 500)
                .paid("e", "2026-07-15", 100)
                .reversed("r", "e", "2026-08-01", 100);
        assertThat(loan.reviewed("2026-07-31", PLAIN)).isEqualTo("BEFORE_OPENING e");
        assertThat(loan.reviewed("2026-08-01", PLAIN)).isEmpty();
    }

    /** A core that books a visit without money takes it back as well; the zero itself was set aside at import. */
    @Test
    void the_reversal_of_a_zero_that_was_set_aside_takes_nothing_back() {
        Loans loan = loan().due(1, "2026-08-10", 500).reversed("r", "gone", "2026-08-12", 0);
        assertThat(loan.reviewed("2026-08-31", PLAIN)).isEmpty();
        assertThat(loan.on("2026-08-31").entries().count()).isEqualTo(1);
    }

    /** A line of 1 January: a year mistyped would make the limit that of its opening. */
    @ParameterizedTest
    @CsvSource({
        "a LIMIT_CHANGE 2025-03-10 50 @2026-03-10T10, BEFORE_OPENING a",
        "a LINE_END 2025-12-31 @2026-03-10T10,        BEFORE_OPENING a",
        "a LIMIT_CHANGE 01-01 50,                     ''",
        "a LINE_END 01-01,                            ''",
        "a PROMISE 2025-12-31 @2026-03-10T10,         ''",
    })
    void what_is_agreed_of_a_line_before_its_opening_is_reviewed(String agreed, String reviewed) {
        assertThat(Lines.line(agreed).reviews("03-15")).isEqualTo(reviewed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-01-31 2025-02-20 100 1000 @2026-01-31T10 | BEFORE_OPENING s0
            2025-01-31 2025-02-20   0    0 @2026-01-31T10 | ''
            01-31      02-20      100 1000                | ''
            """)
    void a_statement_from_before_the_opening_counts_and_is_reviewed(String made, String reviewed) {
        Lines line = Lines.line("d1 draw 01-05 1000\ns0 bill " + made + "\ns1 bill 02-28 03-20 100 1000");
        assertThat(line.reviews("03-01").replaceAll(",? ?STATEMENT_DIFFERED s0| \\(.*?\\)", ""))
                .isEqualTo(reviewed);
    }
}

package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Last payment: the last REPAYMENT or RECOVERY not reversed, in D3's order, of any version. */
class LastPaymentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-09 |            |
            2026-02-10 | 2026-02-10 | 100
            2026-02-19 | 2026-02-10 | 100
            2026-02-20 | 2026-02-20 | 200
            2026-02-24 | 2026-02-20 | 200
            2026-02-25 | 2026-02-10 | 100
            2026-03-01 | 2026-03-01 | 300
            2026-03-31 | 2026-03-01 | 300
            """)
    void it_is_the_last_that_stands_on_the_day(String asOf, String valueOn, Long amount) {
        Loans loan = loan().due(1, "2026-02-10", 5000)
                .entry("c", EntryType.RECOVERY, "2026-03-01", 300)
                .paid("q", "2026-02-20", 200)
                .paid("p", "2026-02-10", 100)
                .reversed("r", "q", "2026-02-25", 200);
        Standing.LastPayment expected = valueOn == null ? null : new Standing.LastPayment(day(valueOn), amount);
        assertThat(loan.on(asOf).lastPayment()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"WAIVER", "WRITE_OFF", "PENALTY", "FEE", "REFUND", "DISBURSEMENT"})
    void nothing_else_is_a_payment(EntryType type) {
        Loans loan =
                loan().due(1, "2026-02-10", 5000).paid("p", "2026-02-10", 100).entry("x", type, "2026-02-15", 7);
        assertThat(loan.on("2026-03-31").lastPayment()).isEqualTo(new Standing.LastPayment(day("2026-02-10"), 100));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a | 2026-02-20 | b | 2026-02-21 | 2
            a | 2026-02-21 | b | 2026-02-20 | 1
            a | 2026-02-20 | b | 2026-02-20 | 2
            b | 2026-02-20 | a | 2026-02-20 | 1
            """)
    void of_one_value_date_the_later_posting_and_then_the_id_decides(
            String one, String onePosted, String two, String twoPosted, long amount) {
        Loans loan = loan().due(1, "2026-02-10", 5000)
                .entry(one, EntryType.REPAYMENT, "2026-02-15", noon(onePosted), 1)
                .entry(two, EntryType.REPAYMENT, "2026-02-15", noon(twoPosted), 2);
        assertThat(loan.on("2026-03-31").lastPayment().amount()).isEqualTo(amount);
    }

    @Test
    void a_payment_of_an_earlier_version_counts() {
        Loans loan = loan().due(1, 1, "2026-02-10", 5000, 0)
                .due(2, 1, "2026-04-10", 4900, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-15"), 2)
                .paid("p", "2026-02-20", 100);
        assertThat(loan.on("2026-03-31").lastPayment()).isEqualTo(new Standing.LastPayment(day("2026-02-20"), 100));
    }

    @Test
    void a_payment_that_found_nothing_to_pay_counts() {
        Loans loan =
                loan().due(1, "2026-02-10", 100).paid("p", "2026-02-10", 100).paid("q", "2026-02-12", 30);
        assertThat(loan.on("2026-03-31").lastPayment()).isEqualTo(new Standing.LastPayment(day("2026-02-12"), 30));
    }
}

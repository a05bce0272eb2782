package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D3, D8: what versions leave unallocated, and refunds of it. */
class D8LeftOverTest {

    /** 200 owed in version 1, 180 from 15 March in version 2, 150 in version 3. */
    private static Loans agreed() {
        return loan().due(1, 1, "2026-02-10", 100, 0)
                .due(1, 2, "2026-03-10", 100, 0)
                .due(2, 1, "2026-02-10", 60, 0)
                .due(2, 2, "2026-04-15", 120, 0)
                .due(3, 1, "2026-05-15", 150, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-12"), 2);
    }

    private static boolean beyond(Loans loan, String asOf, String refund) {
        return loan.on(asOf).reviews().contains(new Review(ReviewCode.REFUND_BEYOND_UNALLOCATED, refund));
    }

    @Test
    void unallocated_is_of_the_version_in_force() {
        Loans loan = agreed().paid("p", "2026-02-20", 250);
        assertThat(loan.on("2026-03-14").unallocated()).isEqualTo(50);
        assertThat(loan.on("2026-03-15").unallocated()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 | 10 | false
            20 |  0 | false
            30 |  0 | false
            70 |  0 | false
            71 |  0 | true
            """)
    void a_refund_takes_from_the_version_in_force_first_and_then_from_earlier_ones(
            long refund, long unallocated, boolean beyond) {
        Loans loan = agreed().paid("p", "2026-02-20", 250)
                .paid("q", "2026-03-20", 200)
                .refund("r", "2026-03-25", refund);
        assertThat(loan.on("2026-03-24").unallocated()).isEqualTo(20);
        assertThat(loan.on("2026-03-25").unallocated()).isEqualTo(unallocated);
        assertThat(beyond(loan, "2026-03-25", "r")).isEqualTo(beyond);
    }

    /** 50 left over in version 1, of which 30 are refunded in version 2, and nothing in version 2 or 3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20 | false
            21 | true
            """)
    void what_versions_left_over_is_kept_through_all_of_them_less_what_was_refunded(long refund, boolean beyond) {
        Loans loan = agreed().agreed("b", AgreementType.EXTENSION, "2026-04-20", noon("2026-04-20"), 3)
                .paid("p", "2026-02-20", 250)
                .refund("r1", "2026-03-25", 30)
                .refund("r2", "2026-04-25", refund);
        assertThat(beyond(loan, "2026-04-25", "r2")).isEqualTo(beyond);
    }

    /** Of 100 left over, 50 were refunded before the switch, which version 2 learns of afterwards. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50 | false
            51 | true
            """)
    void a_late_refund_takes_its_money_once(long refund, boolean beyond) {
        Loans loan = agreed().paid("p", "2026-02-20", 300)
                .entry("r1", EntryType.REFUND, "2026-03-10", noon("2026-03-20"), 50)
                .refund("r2", "2026-03-25", refund);
        assertThat(beyond(loan, "2026-03-25", "r2")).isEqualTo(beyond);
        assertThat(beyond(loan, "2026-03-25", "r1")).isFalse();
    }

    @Test
    void a_late_refund_of_nothing_is_reviewed_once() {
        Loans loan = agreed().entry("r", EntryType.REFUND, "2026-03-10", noon("2026-03-20"), 50);
        Review review = new Review(ReviewCode.REFUND_BEYOND_UNALLOCATED, "r");
        assertThat(loan.reviewsBesidesD19("2026-03-14")).containsExactly(review);
        assertThat(loan.reviewsBesidesD19("2026-03-31")).containsExactly(review);
    }

    /** 500 late: 300 over in version 1, 320 over in version 2 which counts it too; yet it came in once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            320 | false
            321 | true
            """)
    void a_late_credit_is_not_left_over_twice(long refund, boolean beyond) {
        Loans loan = agreed().entry("p", EntryType.REPAYMENT, "2026-03-10", noon("2026-03-20"), 500)
                .refund("r", "2026-03-25", refund);
        assertThat(loan.on("2026-03-14").unallocated()).isEqualTo(300);
        assertThat(loan.on("2026-03-24").unallocated()).isEqualTo(320);
        assertThat(beyond(loan, "2026-03-25", "r")).isEqualTo(beyond);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            50 | false
            51 | true
            """)
    void a_late_charge_is_owed_in_the_new_version_and_not_paid_from_what_the_old_one_left(long refund, boolean beyond) {
        Loans loan = agreed().paid("p", "2026-02-20", 250)
                .entry("f", EntryType.FEE, "2026-03-10", noon("2026-03-20"), 30)
                .refund("r", "2026-03-25", refund);
        assertThat(Books.owed(loan, "2026-03-25", PLAIN)).isEqualTo("1:60 f:30 2:120");
        assertThat(beyond(loan, "2026-03-25", "r")).isEqualTo(beyond);
    }

    @Test
    void a_refund_of_nothing_in_an_earlier_version_stays_in_review() {
        Loans loan = agreed().refund("r", "2026-03-10", 50);
        assertThat(beyond(loan, "2026-03-31", "r")).isTrue();
    }

    /** 20 over in version 2 and 50 in version 1: the first refund takes 20 and 10, and leaves 40. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            40 | false
            41 | true
            """)
    void a_refund_takes_no_more_from_earlier_ones_than_the_version_in_force_lacks(long refund, boolean beyond) {
        Loans loan = agreed().paid("p", "2026-02-20", 250)
                .paid("q", "2026-03-20", 200)
                .refund("r1", "2026-03-25", 30)
                .refund("r2", "2026-03-26", refund);
        assertThat(beyond(loan, "2026-03-26", "r1")).isFalse();
        assertThat(beyond(loan, "2026-03-26", "r2")).isEqualTo(beyond);
    }
}

package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D3: credits with their own split, what finds no obligation, and refunds of it. */
class D3SplitAndRefundTest {

    private static final Policy COMPONENT_FIRST = policy().componentFirst().build();

    private static Loans three() {
        Components owed = new Components(100, 20, 5, 3);
        return loan().due(1, 1, "2026-01-10", owed)
                .due(1, 2, "2026-02-10", owed)
                .due(1, 3, "2026-03-10", owed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            250 |  0 |  0 | 0 | 0/20/5/3 0/20/5/3 50/20/5/3
              0 | 30 |  0 | 0 | 100/0/5/3 100/10/5/3 100/20/5/3
             10 | 20 |  7 | 4 | 90/0/0/0 100/20/3/2 100/20/5/3
            300 | 60 | 15 | 9 | 0/0/0/0 0/0/0/0 0/0/0/0
            """)
    void a_split_is_used_as_it_is_coming_obligations_included(
            long principal, long interest, long fee, long penalty, String rests) {
        Loans loan = three().split("p", "2026-02-15", new Components(principal, interest, fee, penalty));
        assertThat(Books.rests(loan, "2026-02-15", PLAIN)).isEqualTo(rests);
        assertThat(Books.rests(loan, "2026-02-15", COMPONENT_FIRST)).isEqualTo(rests);
    }

    /** Of 100 interest and 10 fee, 60 and 10 find their place; the other 40 follow the policy. */
    @Test
    void what_a_split_cannot_place_follows_the_policy() {
        Loans loan = three().split("p", "2026-02-15", new Components(0, 100, 10, 0));
        assertThat(Books.rests(loan, "2026-02-15", PLAIN)).isEqualTo("63/0/0/0 100/0/0/3 100/0/5/3");
        assertThat(Books.rests(loan, "2026-02-15", COMPONENT_FIRST)).isEqualTo("66/0/0/0 100/0/0/0 100/0/5/3");
    }

    /** 20 fee and 20 penalty: 15 and 9 find their place; 5 and 11 left over pay together, after all components are placed. */
    @Test
    void all_components_of_a_split_are_placed_before_its_rests() {
        Loans loan = three().split("p", "2026-02-15", new Components(0, 0, 20, 20));
        assertThat(Books.rests(loan, "2026-02-15", PLAIN)).isEqualTo("100/4/0/0 100/20/0/0 100/20/0/0");
    }

    @Test
    void a_split_pays_charges_too() {
        Loans loan = loan().due(1, "2026-02-10", 100)
                .penalty("n", "2026-02-05", 30)
                .split("p", "2026-02-15", new Components(40, 0, 0, 10));
        assertThat(Books.owed(loan, "2026-02-15", PLAIN)).isEqualTo("n:20 1:60");
    }

    @Test
    void what_a_split_finds_no_obligation_for_is_unallocated() {
        Loans loan = loan().due(1, "2026-02-10", 100).split("p", "2026-02-15", new Components(0, 130, 0, 0));
        assertThat(loan.on("2026-02-15").balance()).isZero();
        assertThat(loan.on("2026-02-15").unallocated()).isEqualTo(30);
    }

    @Test
    void a_split_that_does_not_add_up_is_no_entry() {
        assertThatThrownBy(() -> new Entry(
                        "p",
                        EntryType.REPAYMENT,
                        day("2026-02-15"),
                        noon("2026-02-15"),
                        101,
                        null,
                        new Components(100, 0, 0, 0),
                        PaidBy.BORROWER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-15 |  1 | 15 |
            2026-02-15 | 16 |  0 |
            2026-02-15 | 17 |  0 | r
            2026-02-16 | 16 |  0 |
            2026-02-14 | 16 | 16 | r
            """)
    void a_refund_takes_from_what_is_unallocated_by_then_and_never_below_zero(
            String refundedOn, long amount, long unallocated, String reviewed) {
        Loans loan = three().paid("p", "2026-02-15", 400).refund("r", refundedOn, amount);
        Standing standing = loan.on("2026-02-28");
        assertThat(standing.unallocated()).isEqualTo(unallocated);
        assertThat(standing.balance()).isZero();
        if (reviewed == null) {
            assertThat(standing.reviews()).isEmpty();
        } else {
            assertThat(standing.reviews()).containsExactly(new Review(ReviewCode.REFUND_BEYOND_UNALLOCATED, reviewed));
        }
    }

    @Test
    void unallocated_money_does_not_pay_what_a_later_reversal_opens_twice() {
        Loans loan = loan().due(1, "2026-02-10", 100)
                .paid("p1", "2026-02-10", 100)
                .paid("p2", "2026-02-12", 100)
                .reversed("r", "p1", "2026-02-20", 100);
        assertThat(loan.on("2026-02-19").unallocated()).isEqualTo(100);
        assertThat(loan.on("2026-02-20").unallocated()).isZero();
        assertThat(loan.on("2026-02-20").balance()).isZero();
    }
}

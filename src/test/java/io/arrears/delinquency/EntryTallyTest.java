package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import org.junit.jupiter.api.Test;

/** R5: where each entry's amount stands, worked by hand. */
class EntryTallyTest {

    private static Loans owing() {
        return loan().due(1, "2026-02-10", 100).due(2, "2026-03-10", 100);
    }

    private static EntryTally tally(Loans loan, String asOf) {
        return loan.on(asOf).entries();
    }

    private static EntryTally tally(
            int count,
            long allocated,
            long unallocated,
            long refunded,
            long charged,
            long reversed,
            long setAside,
            long information) {
        return new EntryTally(count, allocated, unallocated, refunded, charged, reversed, setAside, information);
    }

    @Test
    void without_entries_nothing_is_tallied() {
        assertThat(tally(owing(), "2026-03-31")).isEqualTo(EntryTally.NONE);
    }

    @Test
    void credits_are_allocated_or_found_nothing_to_pay_and_refunds_take_of_that() {
        Loans loan = owing().paid("p", "2026-02-10", 90)
                .entry("w", EntryType.WAIVER, "2026-03-10", 60)
                .entry("c", EntryType.RECOVERY, "2026-03-12", 80)
                .refund("r", "2026-03-20", 25);
        assertThat(tally(loan, "2026-03-31")).isEqualTo(tally(4, 200, 30, 25, 0, 0, 0, 0));
        assertThat(tally(loan, "2026-03-31").total()).isEqualTo(90 + 60 + 80 + 25);
    }

    @Test
    void a_refund_beyond_what_was_there_is_set_aside_for_the_rest() {
        Loans loan = owing().paid("p", "2026-02-10", 205).refund("r", "2026-03-20", 25);
        assertThat(tally(loan, "2026-03-31")).isEqualTo(tally(2, 200, 5, 5, 0, 0, 20, 0));
    }

    @Test
    void charges_stand_until_they_are_taken_back() {
        Loans loan =
                owing().fee("f", "2026-02-11", 5).penalty("q", "2026-02-12", 7).reversed("r", "q", "2026-02-20", 7);
        assertThat(tally(loan, "2026-02-19")).isEqualTo(tally(3, 0, 0, 0, 12, 0, 0, 7));
        assertThat(tally(loan, "2026-02-20")).isEqualTo(tally(3, 0, 0, 0, 5, 14, 0, 0));
    }

    @Test
    void a_payment_that_came_back_stands_beside_its_reversal() {
        Loans loan = owing().paid("p", "2026-02-10", 60).reversed("r", "p", "2026-02-15", 60);
        assertThat(tally(loan, "2026-02-28")).isEqualTo(tally(2, 0, 0, 0, 0, 120, 0, 0));
    }

    @Test
    void a_reversal_of_nothing_is_set_aside() {
        assertThat(tally(owing().reversed("r", "nobody", "2026-02-15", 60), "2026-02-28"))
                .isEqualTo(tally(1, 0, 0, 0, 0, 0, 60, 0));
    }

    @Test
    void what_moves_nothing_or_not_yet_is_information() {
        Loans loan = owing().entry("d", EntryType.DISBURSEMENT, "2026-01-01", 200)
                .writtenOff("w", "2026-03-20", 200)
                .paid("p", "2026-04-01", 10);
        assertThat(tally(loan, "2026-03-31")).isEqualTo(tally(3, 0, 0, 0, 0, 0, 0, 410));
    }

    /** Version 2 was made knowing p and not q: both versions count q, whose money came once. */
    @Test
    void money_counts_once_though_two_versions_count_it() {
        Loans loan = owing().due(2, 1, "2026-04-10", 150, 0)
                .paid("p", "2026-02-10", 120)
                .entry("q", EntryType.REPAYMENT, "2026-02-20", noon("2026-03-18"), 40)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-15"), 2);
        assertThat(tally(loan, "2026-03-31")).isEqualTo(tally(2, 160, 0, 0, 0, 0, 0, 0));
    }

    /** What an earlier version consumed stays allocated there; its reversal, which changes nothing, is reversed. */
    @Test
    void the_reversal_of_what_an_earlier_version_consumed_leaves_the_money_where_it_is() {
        Loans loan = owing().due(2, 1, "2026-04-10", 150, 0)
                .paid("p", "2026-02-10", 120)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-15"), 2)
                .reversed("r", "p", "2026-03-20", 120);
        assertThat(tally(loan, "2026-03-31")).isEqualTo(tally(2, 120, 0, 0, 0, 120, 0, 0));
        assertThat(loan.reviewsBesidesD19("2026-03-31"))
                .containsExactly(new Review(ReviewCode.REVERSAL_OF_EARLIER_VERSION, "r"));
    }
}

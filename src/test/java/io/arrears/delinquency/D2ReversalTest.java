package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.EntryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D2: what exists on a day; from a reversal's value date on, the entry it names never happened. */
class D2ReversalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-28 |  0 |            |            | 2026-02-09
            2026-03-04 |  0 |            |            | 2026-02-09
            2026-03-05 | 23 | 2026-02-10 | 2026-03-05 |
            2026-03-06 | 24 | 2026-02-10 | 2026-03-05 |
            """)
    void earlier_days_still_see_the_entry_and_later_ones_never_did(
            String asOf, int dpd, String oldest, String episode, String closed) {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).paid("p", "2026-02-09", 1000).reversed("r", "p", "2026-03-05", 1000);
        Delinquency figures = loan.figures(asOf);
        assertThat(figures.dpd()).isEqualTo(dpd);
        assertThat(figures.standing().oldestDueOn()).isEqualTo(oldest == null ? null : day(oldest));
        assertThat(figures.standing().episodeStartedOn()).isEqualTo(episode == null ? null : day(episode));
        assertThat(figures.standing().closedOn()).isEqualTo(closed == null ? null : day(closed));
        assertThat(figures.standing().reviews()).isEmpty();
    }

    @Test
    void credits_act_from_their_value_date() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).entry("p", EntryType.WAIVER, "2026-03-05", noon("2026-01-01"), 1000);
        assertThat(loan.on("2026-03-04").balance()).isEqualTo(1000);
        assertThat(loan.on("2026-03-05").balance()).isZero();
    }

    @Test
    void a_reversal_on_the_day_of_its_entry_is_valid_whichever_was_posted_first() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .paid("p", "2026-02-10", 1000)
                .reversed("r", "p", "2026-02-10", noon("2026-02-01"), 1000);
        assertThat(loan.on("2026-02-11").balance()).isEqualTo(1000);
        assertThat(loan.on("2026-02-11").closedOn()).isNull();
        assertThat(loan.on("2026-02-11").reviews()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            nobody | 2026-03-05 | 1000 | REVERSAL_TARGET_UNKNOWN
            -      | 2026-03-05 | 1000 | REVERSAL_TARGET_UNKNOWN
            P      | 2026-03-05 | 1000 | REVERSAL_TARGET_UNKNOWN
            p      | 2026-03-05 |  999 | REVERSAL_OTHER_AMOUNT
            p      | 2026-03-05 | 1001 | REVERSAL_OTHER_AMOUNT
            p      | 2026-02-19 | 1000 | REVERSAL_BEFORE_TARGET
            d      | 2026-03-05 | 1000 | REVERSAL_TARGET_KIND
            r0     | 2026-03-05 | 1000 | REVERSAL_TARGET_KIND
            q      | 2026-03-05 | 1000 | REVERSAL_REPEATED
            r1     | 2026-03-05 | 1000 | REVERSAL_TARGET_KIND
            """)
    void a_reversal_that_makes_no_sense_has_no_effect_and_is_reviewed(
            String target, String valueOn, long amount, ReviewCode code) {
        Loans loan = loan().due(1, "2026-02-10", 5000)
                .entry("d", EntryType.DISBURSEMENT, "2026-01-01", 1000)
                .paid("p", "2026-02-20", 1000)
                .paid("q", "2026-02-21", 1000)
                .reversed("r0", "q", "2026-02-22", 1000);
        Standing without = loan.on("2026-03-31");
        Standing with = loan.reversed("r1", target, valueOn, amount).on("2026-03-31");
        assertThat(with.balance()).isEqualTo(without.balance()).isEqualTo(4000);
        assertThat(with.reviews()).containsExactly(new Review(code, "r1"));
        assertThat(loan.on(day(valueOn).minusDays(1).toString()).reviews()).isEmpty();
    }

    @Test
    void a_second_reversal_takes_effect_where_the_first_one_did_not() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .paid("p", "2026-02-10", 1000)
                .reversed("r1", "p", "2026-03-05", 999)
                .reversed("r2", "p", "2026-03-10", 1000);
        assertThat(loan.on("2026-03-09").balance()).isZero();
        assertThat(loan.on("2026-03-10").balance()).isEqualTo(1000);
        assertThat(loan.on("2026-03-10").reviews()).containsExactly(new Review(ReviewCode.REVERSAL_OTHER_AMOUNT, "r1"));
    }

    @Test
    void a_reversal_not_yet_valued_does_not_act() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .paid("p", "2026-02-10", 1000)
                .reversed("r", "p", "2026-03-05", noon("2026-02-11"), 1000);
        assertThat(loan.on("2026-03-04").closedOn()).isEqualTo(day("2026-02-10"));
    }

    @ParameterizedTest
    @CsvSource({"REPAYMENT", "WAIVER", "RECOVERY"})
    void every_credit_can_be_reversed(EntryType credit) {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .entry("p", credit, "2026-02-10", 600)
                .reversed("r", "p", "2026-03-05", 600);
        assertThat(loan.on("2026-03-04").balance()).isEqualTo(400);
        assertThat(loan.on("2026-03-05").balance()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"PENALTY", "FEE"})
    void of_a_reversed_charge_the_money_that_paid_it_falls_to_what_is_left(EntryType charge) {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .entry("c", charge, "2026-02-01", 30)
                .paid("p", "2026-02-05", 30)
                .reversed("r", "c", "2026-03-05", 30);
        assertThat(Books.owed(loan, "2026-03-04", Loans.PLAIN)).isEqualTo("c:0 1:1000");
        assertThat(Books.owed(loan, "2026-03-05", Loans.PLAIN)).isEqualTo("1:970");
    }

    @Test
    void a_write_off_can_be_reversed() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .writtenOff("w", "2026-03-01", 1000)
                .reversed("r", "w", "2026-03-05", 1000);
        assertThat(loan.on("2026-03-04").chargedOffOn()).isEqualTo(day("2026-03-01"));
        assertThat(loan.on("2026-03-05").chargedOffOn()).isNull();
    }

    @Test
    void of_a_reversed_refund_the_money_is_unallocated_again() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .paid("p", "2026-02-10", 1300)
                .refund("f", "2026-02-20", 300)
                .reversed("r", "f", "2026-03-05", 300);
        assertThat(loan.on("2026-03-04").unallocated()).isZero();
        assertThat(loan.on("2026-03-05").unallocated()).isEqualTo(300);
    }
}

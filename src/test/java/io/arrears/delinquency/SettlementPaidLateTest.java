package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Policy.GraceMode;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paid late: due in the month, and paid whole only after its grace, yet by the settlement day. */
class SettlementPaidLateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 2026-02-09 | 2026-02-28 | false | before its due date
            0 | 2026-02-10 | 2026-02-28 | false | on it
            0 | 2026-02-11 | 2026-02-28 | true  | the day after
            3 | 2026-02-11 | 2026-02-28 | false | inside grace
            3 | 2026-02-13 | 2026-02-28 | false | on its last day
            3 | 2026-02-14 | 2026-02-28 | true  | beyond
            3 | 2026-02-14 | 2026-02-13 | false | not paid yet
            3 | 2026-02-14 | 2026-02-14 | true  |
            3 | 2026-02-28 | 2026-02-28 | true  | on the last day of the month
            3 | 2026-03-01 | 2026-02-28 | false | unpaid at the end of the month
            3 | 2026-03-01 | 2026-03-31 | false | not due in the month it was paid in
            """)
    void an_instalment_is_paid_late_when_its_money_comes_after_its_grace(
            int grace, String paid, String on, boolean late, String why) {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-06-10", 1000).paid("p", paid, 1000);
        for (GraceMode mode : GraceMode.values()) {
            assertThat(loan.settled(on, policy().grace(grace, mode).build()).paidLate())
                    .isEqualTo(late);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            600 | 400 | 0 | true  | the second part came late
            600 | 399 | 0 | false | never paid whole
            995 |   5 | 5 | false | whole to within tolerance in time
            994 |   6 | 5 | true  | just beyond
            600 | 395 | 5 | true  | late, and whole to within tolerance
            600 | 394 | 5 | false | not even to within tolerance
            """)
    void a_part_payment_in_time_does_not_make_the_rest_in_time(
            long inTime, long after, long tolerance, boolean late, String why) {
        Settlement settlement = loan().due(1, "2026-02-10", 1000)
                .paid("p", "2026-02-10", inTime)
                .paid("q", "2026-02-20", after)
                .settled("2026-02-28", policy().tolerance("CNY", tolerance).build());
        assertThat(settlement.paidLate()).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000 | 2026-02-05 | 1000 | 2026-02-25 | true  | the older arrear took the first
            2000 | 2026-02-05 |    0 | 2026-02-25 | false | enough for both
            1000 | 2026-02-25 |    0 | 2026-02-26 | false | only the older arrear was paid
            """)
    void older_arrears_are_paid_first_and_do_not_count_themselves(
            long first, String firstOn, long second, String secondOn, boolean late, String why) {
        Settlement settlement = loan().due(1, "2026-01-10", 1000)
                .due(2, "2026-02-10", 1000)
                .paid("p", firstOn, first)
                .paid("q", secondOn, second)
                .settled("2026-02-28");
        assertThat(settlement.paidLate()).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-19 | 1000 | false | paid in time, as far as it is known
            2026-02-20 |    0 | false | reversed
            2026-02-24 |    0 | false |
            2026-02-25 | 1000 | true  | paid again
            2026-02-28 | 1000 | true  |
            """)
    void a_payment_reversed_inside_the_month_paid_nothing_in_time(String on, long paid, boolean late, String why) {
        Settlement settlement = loan().due(1, "2026-02-10", 1000)
                .paid("p", "2026-02-10", 1000)
                .reversed("r", "p", "2026-02-20", 1000)
                .paid("q", "2026-02-25", 1000)
                .settled(on);
        assertThat(settlement.paidInMonth()).isEqualTo(paid);
        assertThat(settlement.paidLate()).isEqualTo(late);
    }

    @Test
    void a_reversal_after_the_month_does_not_change_the_month() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).paid("p", "2026-02-20", 1000).reversed("r", "p", "2026-03-05", 1000);
        assertThat(loan.settled("2026-02-28").paidLate()).isTrue();
        assertThat(loan.settled("2026-02-28").paidInMonth()).isEqualTo(1000);
    }

    @Test
    void one_late_among_several_of_the_month_is_enough() {
        Loans loan = loan().due(1, "2026-02-05", 100)
                .due(2, "2026-02-15", 100)
                .due(3, "2026-02-25", 100)
                .paid("p", "2026-02-05", 100)
                .paid("q", "2026-02-16", 200);
        assertThat(loan.settled("2026-02-15").paidLate()).isFalse();
        assertThat(loan.settled("2026-02-28").paidLate()).isTrue();
    }

    @Test
    void a_waiver_makes_an_instalment_whole_as_any_credit_does() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .paid("p", "2026-02-10", 900)
                .entry("w", EntryType.WAIVER, "2026-02-20", 100);
        assertThat(loan.settled("2026-02-19").paidLate()).isFalse();
        assertThat(loan.settled("2026-02-28").paidLate()).isTrue();
    }

    /** Version 2 counts what it did not know on its first day, 20 February; the money came on the 9th. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-09 | false
            2026-02-11 | true
            """)
    void money_that_a_new_version_did_not_know_counts_from_the_day_it_came(String valueOn, boolean late) {
        Settlement settlement = loan().due(1, 1, "2026-02-10", 1000, 0)
                .due(2, 1, "2026-02-10", 1000, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-02-20", noon("2026-02-20"), 2)
                .entry("p", EntryType.REPAYMENT, valueOn, noon("2026-02-25"), 1000)
                .settled("2026-02-28");
        assertThat(settlement.standing().scheduleVersion()).isEqualTo(2);
        assertThat(settlement.paidLate()).isEqualTo(late);
    }
}

package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fell due, was paid and was posted in a settlement day's month, up to its end. */
class SettlementTest {

    private static LocalDate dayOrNone(String text) {
        return text == null ? null : day(text);
    }

    private static String ids(Settlement settlement) {
        return settlement.monthEntries().stream().map(Entry::id).collect(joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-30 |    0 |            | 4
            2026-01-31 | 1000 | 2026-01-31 | 3
            2026-02-01 |  200 | 2026-02-01 | 2
            2026-02-27 |  200 | 2026-02-01 | 2
            2026-02-28 |  230 | 2026-02-28 | 1
            2026-03-01 |    4 | 2026-03-01 | 0
            2026-03-31 |    4 | 2026-03-01 | 0
            2026-04-30 |    0 |            | 0
            2027-02-28 |    0 |            | 0
            """)
    void due_in_the_month_is_what_falls_due_from_its_first_day_to_the_settlement_day(
            String on, long due, String last, int toCome) {
        Settlement settlement = loan().due(1, "2026-01-31", 1000)
                .due(2, "2026-02-01", 200)
                .due(3, "2026-02-28", 30)
                .due(4, "2026-03-01", 4)
                .settled(on);
        assertThat(settlement.dueInMonth()).isEqualTo(due);
        assertThat(settlement.lastDueInMonth()).isEqualTo(dayOrNone(last));
        assertThat(settlement.instalmentsToCome()).isEqualTo(toCome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2028-02-28 |  40 |  0 | 2028-02-01
            2028-02-29 | 540 | 70 | 2028-02-29
            2028-03-01 |   6 |  8 | 2028-03-01
            """)
    void the_leap_day_belongs_to_february(String on, long due, long paid, String last) {
        Settlement settlement = loan().due(1, "2028-02-01", 40)
                .due(2, "2028-02-29", 500)
                .due(3, "2028-03-01", 6)
                .paid("p", "2028-02-29", 70)
                .paid("q", "2028-03-01", 8)
                .settled(on);
        assertThat(settlement.dueInMonth()).isEqualTo(due);
        assertThat(settlement.paidInMonth()).isEqualTo(paid);
        assertThat(settlement.lastDueInMonth()).isEqualTo(day(last));
    }

    /** 31 January 2026 is a Saturday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 |    0 |            | 1
            2026-02-01 |    0 |            | 1
            2026-02-02 | 1000 | 2026-02-02 | 0
            """)
    void a_due_date_moved_into_the_next_month_is_due_there(String on, long due, String last, int toCome) {
        Policy rolling = policy().rolling(new BusinessCalendar("weekends", Set.of(), Set.of(), Set.of(2026)))
                .build();
        Settlement settlement = loan().due(1, "2026-01-31", 1000).settled(on, rolling);
        assertThat(settlement.dueInMonth()).isEqualTo(due);
        assertThat(settlement.lastDueInMonth()).isEqualTo(dayOrNone(last));
        assertThat(settlement.instalmentsToCome()).isEqualTo(toCome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-28 |    0
            2026-03-31 | 1100
            """)
    void due_is_every_component_as_scheduled_paid_or_not_without_older_arrears_and_charges(String on, long due) {
        Settlement settlement = loan().due(1, "2026-01-10", 3000)
                .due(1, 2, "2026-03-10", new Components(1000, 88, 7, 5))
                .penalty("n", "2026-03-02", 20)
                .fee("f", "2026-03-20", 30)
                .paid("p", "2026-03-05", 3500)
                .settled(on);
        assertThat(settlement.dueInMonth()).isEqualTo(due);
    }

    @Test
    void a_month_with_a_charge_alone_has_nothing_due_and_nothing_late() {
        Settlement settlement = loan().due(1, "2026-06-10", 1000)
                .penalty("n", "2026-03-05", 20)
                .paid("p", "2026-03-25", 20)
                .settled("2026-03-31");
        assertThat(settlement.dueInMonth()).isZero();
        assertThat(settlement.lastDueInMonth()).isNull();
        assertThat(settlement.paidInMonth()).isEqualTo(20);
        assertThat(settlement.paidLate()).isFalse();
        assertThat(settlement.instalmentsToCome()).isEqualTo(1);
        assertThat(ids(settlement)).isEqualTo("n p");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 |    0 | 3 | a part payment of the first to come leaves it to come
            2026-02-19 |   50 | 3 |
            2026-02-20 | 1550 | 1 | 50 and 1500 pay February's and March's, and half of April's
            2026-03-31 |    0 | 1 |
            2026-04-01 |  450 | 0 |
            """)
    void prepaid_instalments_are_not_to_come(String on, long paid, int toCome, String why) {
        Settlement settlement = loan().due(1, "2026-02-25", 500)
                .due(2, "2026-03-10", 500)
                .due(3, "2026-04-10", 1000)
                .paid("p", "2026-02-01", 50)
                .paid("q", "2026-02-20", 1500)
                .paid("r", "2026-04-01", 450)
                .settled(on);
        assertThat(settlement.paidInMonth()).isEqualTo(paid);
        assertThat(settlement.instalmentsToCome()).isEqualTo(toCome);
        assertThat(settlement.paidLate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-28 | 1 | a small rest is still to come
            2026-03-10 | 0 | and closes once it is due
            """)
    void a_rest_within_tolerance_is_to_come_until_it_is_due(String on, int toCome, String why) {
        Settlement settlement = loan().due(1, "2026-03-10", 1000)
                .paid("p", "2026-02-01", 998)
                .settled(on, policy().tolerance("CNY", 5).build());
        assertThat(settlement.instalmentsToCome()).isEqualTo(toCome);
        assertThat(settlement.standing().isClosed()).isEqualTo(toCome == 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 |   5 |   5 | before the month
            2026-02-09 |   0 |   5 | the last payment may be of an earlier month
            2026-02-10 | 100 | 100 |
            2026-02-19 | 100 | 100 | a waiver pays nothing
            2026-02-20 | 600 | 500 | two on one value date are one last payment
            2026-02-24 | 600 | 500 |
            2026-02-25 | 300 | 200 | reversed inside the month
            2026-02-28 | 300 | 200 |
            2026-03-01 |   7 |   7 |
            2026-03-04 |   7 |   7 |
            2026-03-05 |   7 |   7 | February's is reversed after it
            2026-04-30 |   0 |   7 |
            """)
    void paid_in_the_month_and_last_are_the_payments_that_stand(String on, long paid, long last, String why) {
        Settlement settlement = payments().settled(on);
        assertThat(settlement.paidInMonth()).isEqualTo(paid);
        assertThat(settlement.lastPaid()).isEqualTo(last);
    }

    private static Loans payments() {
        return loan().due(1, "2026-02-10", 5000)
                .paid("o", "2026-01-31", 5)
                .paid("p", "2026-02-10", 100)
                .entry("w", EntryType.WAIVER, "2026-02-15", 9)
                .paid("q", "2026-02-20", 300)
                .entry("c", EntryType.RECOVERY, "2026-02-20", 200)
                .entry("v", EntryType.WAIVER, "2026-02-20", 11)
                .reversed("rq", "q", "2026-02-25", 300)
                .paid("s", "2026-03-01", 7)
                .reversed("rc", "c", "2026-03-05", 200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 | o
            2026-02-09 | ''
            2026-02-20 | p w c q v
            2026-02-28 | p w c v rq
            2026-03-04 | s
            2026-03-31 | s rc
            2026-04-30 | ''
            """)
    void entries_of_the_month_are_those_that_stand_in_the_order_of_their_allocation(String on, String entries) {
        assertThat(ids(payments().settled(on))).isEqualTo(entries);
    }

    @Test
    void without_a_payment_nothing_was_paid_last() {
        Settlement settlement = loan().due(1, "2026-02-10", 1000).settled("2026-02-28");
        assertThat(settlement.lastPaid()).isZero();
        assertThat(settlement.paidInMonth()).isZero();
        assertThat(settlement.paidBy()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 | BORROWER
            2026-02-05 | GUARANTOR
            2026-02-14 | GUARANTOR
            2026-02-20 | GUARANTOR,COLLATERAL
            2026-02-25 | GUARANTOR
            2026-03-31 | ''
            """)
    void paid_by_are_those_whose_payments_of_the_month_stand(String on, String kinds) {
        Settlement settlement = loan().due(1, "2026-01-10", 5000)
                .paid("p", "2026-01-31", 100)
                .paidBy(PaidBy.GUARANTOR, "g", EntryType.REPAYMENT, "2026-02-05", 100)
                .paidBy(PaidBy.BORROWER, "w", EntryType.WAIVER, "2026-02-14", 100)
                .paidBy(PaidBy.COLLATERAL, "c", EntryType.RECOVERY, "2026-02-20", 100)
                .reversed("r", "c", "2026-02-25", 100)
                .settled(on);
        assertThat(settlement.paidBy().stream().map(PaidBy::name).collect(joining(",")))
                .isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-14 | false
            2026-02-15 | true
            2026-03-19 | true
            2026-03-20 | false
            """)
    void principal_waived_holds_in_later_months_until_the_waiver_is_reversed(String on, boolean waived) {
        Settlement settlement = loan().due(1, "2026-02-10", 1000)
                .entry("w", EntryType.WAIVER, "2026-02-15", noon("2026-01-01"), 10)
                .reversed("r", "w", "2026-03-20", 10)
                .settled(on);
        assertThat(settlement.particulars().principalForgiven()).isEqualTo(waived ? 10 : 0);
    }

    @Test
    void on_the_day_of_closing_nothing_is_to_come_and_the_episode_is_over() {
        Loans loan = loan().due(1, "2026-02-10", 1000).due(2, "2026-03-10", 500).paid("p", "2026-02-20", 1500);
        Settlement settlement = loan.settled("2026-02-20");
        assertThat(settlement.standing().closedOn()).isEqualTo(day("2026-02-20"));
        assertThat(settlement.figures().status()).isEqualTo(Status.CLOSED);
        assertThat(settlement.dueInMonth()).isEqualTo(1000);
        assertThat(settlement.paidInMonth()).isEqualTo(1500);
        assertThat(settlement.lastPaid()).isEqualTo(1500);
        assertThat(settlement.paidLate()).isTrue();
        assertThat(settlement.instalmentsToCome()).isZero();
        assertThat(settlement.episodeEndedOn()).isEqualTo(day("2026-02-20"));
        assertThat(loan.settled("2026-02-19").standing().isClosed()).isFalse();
        assertThat(loan.settled("2026-02-19").episodeEndedOn()).isNull();
    }

    @Test
    void of_an_account_opened_after_the_day_everything_is_to_come() {
        Settlement settlement =
                loan().opened("2026-04-01").due(1, "2026-05-10", 1000).settled("2026-03-31");
        assertThat(settlement.standing().isOpened(day("2026-03-31"))).isFalse();
        assertThat(settlement.dueInMonth()).isZero();
        assertThat(settlement.instalmentsToCome()).isEqualTo(1);
        assertThat(settlement.episodeEndedOn()).isNull();
        assertThat(settlement.monthEntries()).isEmpty();
        assertThat(settlement.monthAgreements()).isEmpty();
    }

    @Test
    void an_account_without_instalments_has_its_payments_and_nothing_due() {
        Settlement settlement = loan().paid("p", "2026-03-10", 40).settled("2026-03-31");
        assertThat(settlement.dueInMonth()).isZero();
        assertThat(settlement.instalmentsToCome()).isZero();
        assertThat(settlement.monthsLater()).isZero();
        assertThat(settlement.paidInMonth()).isEqualTo(40);
    }

    @Test
    void the_figures_are_those_of_the_day() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-03-10", 1000).paid("p", "2026-02-20", 300);
        assertThat(loan.settled("2026-03-31").figures()).isEqualTo(loan.figures("2026-03-31"));
        assertThat(loan.settled("2026-03-31").standing()).isEqualTo(loan.on("2026-03-31", PLAIN));
    }
}

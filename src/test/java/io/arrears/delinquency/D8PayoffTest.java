package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.EntryType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D8, a payoff's day: its credits count in the payoff whatever their posting, the latest first, until it is paid. */
class D8PayoffTest {

    private static Instant at(String clock) {
        return Instant.parse("2026-03-19T" + clock + ":00Z");
    }

    /** 1000 and 60 of interest in two, nothing paid; paid off for 1000 and 30 on the 19th by an agreement posted at 12:01. */
    private static Loans paidOff(AgreementType type) {
        return loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", 1000, 30)
                .agreed("a", type, "2026-03-19", at("12:01"), 2);
    }

    private static String state(Loans loan, String asOf) {
        Delinquency figures = loan.figures(asOf);
        return figures.status() + " " + figures.overdue().total() + " "
                + figures.standing().unallocated() + " " + loan.reviewed(asOf, PLAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PAYOFF     | 11:59 | CLOSED 0 0 ''
            PAYOFF     | 12:00 | CLOSED 0 0 ''
            PAYOFF     | 12:01 | CLOSED 0 0 ''
            PAYOFF     | 12:02 | CLOSED 0 0 ''
            SETTLEMENT | 12:00 | CLOSED 0 0 ''
            EXTENSION  | 12:00 | OPEN 1030 0 SCHEDULE_NOT_WHOLE 2
            EXTENSION  | 12:02 | CLOSED 0 0 ''
            """)
    void whenever_that_day_it_is_booked_the_payment_pays_the_payoff(AgreementType type, String posted, String state) {
        Loans loan = paidOff(type).entry("p", EntryType.REPAYMENT, "2026-03-19", at(posted), 1030);
        assertThat(state(loan, "2026-03-20")).isEqualTo(state.replace("''", ""));
        assertThat(Books.counted(loan, "p", "2026-03-20", PLAIN))
                .isEqualTo((type == AgreementType.EXTENSION && posted.equals("12:00") ? "1" : "2") + "@2026-03-19");
    }

    /** The instalment of the 10th is paid in the morning; the payoff asks for what is left, and is paid at noon. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10:00 | 12:00 | 1@2026-03-19 | 2@2026-03-19 | the latest pays it, the other is of the version before
            12:05 | 12:30 | 1@2026-03-19 | 2@2026-03-19 | also where both came after the agreement
            12:30 | 12:05 | 1@2026-03-19 | 2@2026-03-19 | the latest is not what it asks for
            """)
    void the_latest_first_until_it_is_paid(String instalment, String payoff, String first, String second, String why) {
        Loans loan = loan().due(1, 1, "2026-03-10", 500, 0)
                .due(1, 2, "2026-04-10", 500, 0)
                .due(2, 1, "2026-03-19", 500, 0)
                .agreed("a", AgreementType.PAYOFF, "2026-03-19", at("12:01"), 2)
                .entry("i", EntryType.REPAYMENT, "2026-03-19", at(instalment), 499)
                .entry("p", EntryType.REPAYMENT, "2026-03-19", at(payoff), 500);
        assertThat(Books.counted(loan, "i", "2026-03-20", PLAIN)).as(why).isEqualTo(first);
        assertThat(Books.counted(loan, "p", "2026-03-20", PLAIN)).as(why).isEqualTo(second);
    }

    /** Settled for 300, which is paid twice: either could be what was known. */
    @Test
    void of_one_instant_the_higher_id_is_the_later() {
        Loans loan = loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", 300, 0)
                .agreed("a", AgreementType.SETTLEMENT, "2026-03-19", at("12:01"), 2)
                .entry("x1", EntryType.REPAYMENT, "2026-03-19", at("12:00"), 300)
                .entry("x2", EntryType.REPAYMENT, "2026-03-19", at("12:00"), 300);
        assertThat(Books.counted(loan, "x2", "2026-03-20", PLAIN)).isEqualTo("2@2026-03-19");
        assertThat(Books.counted(loan, "x1", "2026-03-20", PLAIN)).isEqualTo("1@2026-03-19");
    }

    /** Of 1060 200 are paid in the morning; the payoff asks for 860, is paid to 3, and needs no other money of the day. */
    @Test
    void paid_is_to_within_tolerance() {
        Policy tolerant = policy().tolerance("CNY", 5).build();
        Loans loan = loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", 830, 30)
                .agreed("a", AgreementType.PAYOFF, "2026-03-19", at("12:01"), 2)
                .entry("x", EntryType.REPAYMENT, "2026-03-19", at("09:00"), 200)
                .entry("p", EntryType.REPAYMENT, "2026-03-19", at("12:00"), 857);
        assertThat(Books.counted(loan, "x", "2026-03-20", tolerant)).isEqualTo("1@2026-03-19");
        assertThat(loan.on("2026-03-20", tolerant).closedOn()).isEqualTo("2026-03-19");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-18 | 1@2026-03-18 | OPEN 1030 0 SCHEDULE_NOT_WHOLE 2 | the day before is another day
            2026-03-20 | 2@2026-03-20 | CLOSED 0 0 ''                    | effective before the day it is paid
            """)
    void other_days_are_as_ever(String valueOn, String counted, String state, String why) {
        Loans loan = paidOff(AgreementType.PAYOFF).entry("p", EntryType.REPAYMENT, valueOn, at("09:00"), 1030);
        assertThat(Books.counted(loan, "p", "2026-03-20", PLAIN)).as(why).isEqualTo(counted);
        assertThat(state(loan, "2026-03-20")).as(why).isEqualTo(state.replace("''", ""));
    }

    /** What its makers did not know of days before counts first; then the day's money is not needed, and they knew of it. */
    @Test
    void late_money_of_days_before_pays_it_first() {
        Loans loan = loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", 630, 30)
                .agreed("a", AgreementType.PAYOFF, "2026-03-19", at("12:01"), 2)
                .entry("late", EntryType.REPAYMENT, "2026-03-17", at("18:00"), 660)
                .entry("p", EntryType.REPAYMENT, "2026-03-19", at("12:00"), 400);
        assertThat(Books.counted(loan, "late", "2026-03-20", PLAIN)).isEqualTo("1@2026-03-17 2@2026-03-19");
        assertThat(Books.counted(loan, "p", "2026-03-20", PLAIN)).isEqualTo("1@2026-03-19");
        assertThat(state(loan, "2026-03-20")).isEqualTo("CLOSED 0 0 ");
    }

    /** Settled for 300 and paid twice; the later payment bounces on the 25th, and from then on never happened: the earlier one pays. */
    @Test
    void a_payment_that_bounces_makes_room_for_the_one_before() {
        Loans loan = loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", 300, 0)
                .agreed("a", AgreementType.SETTLEMENT, "2026-03-19", at("12:01"), 2)
                .entry("x", EntryType.REPAYMENT, "2026-03-19", at("09:00"), 300)
                .entry("y", EntryType.REPAYMENT, "2026-03-19", at("10:00"), 300)
                .reversed("r", "y", "2026-03-25", 300);
        assertThat(Books.counted(loan, "x", "2026-03-24", PLAIN)).isEqualTo("1@2026-03-19");
        assertThat(Books.counted(loan, "x", "2026-03-25", PLAIN)).isEqualTo("2@2026-03-19");
        assertThat(loan.figures("2026-03-25").overdue().total()).isZero();
        assertThat(loan.on("2026-03-25").entries()).isEqualTo(new EntryTally(3, 300, 0, 0, 0, 600, 0, 0));
    }

    @Test
    void the_only_payment_that_bounces_reopens_it() {
        Loans loan = paidOff(AgreementType.PAYOFF)
                .entry("p", EntryType.REPAYMENT, "2026-03-19", at("12:00"), 1030)
                .reversed("r", "p", "2026-03-25", 1030);
        assertThat(loan.on("2026-03-24").closedOn()).isEqualTo("2026-03-19");
        assertThat(state(loan, "2026-03-25")).isEqualTo("OPEN 1030 0 ");
        assertThat(loan.on("2026-03-25").episodeStartedOn()).isEqualTo("2026-03-25");
    }

    /** Settled for 600 of 1060: the rest is let off by the version, and no waiver is needed. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"11:00, CLOSED", "13:00, CLOSED"})
    void settled_for_less_on_its_day(String posted, @Nullable Status status) {
        Loans loan = loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", new Components(600, 0, 0, 0))
                .agreed("a", AgreementType.SETTLEMENT, "2026-03-19", at("12:01"), 2)
                .entry("p", EntryType.REPAYMENT, "2026-03-19", at(posted), 600);
        assertThat(loan.figures("2026-03-20").status()).isEqualTo(status);
        assertThat(loan.reviewed("2026-03-20", PLAIN)).isEmpty();
    }
}

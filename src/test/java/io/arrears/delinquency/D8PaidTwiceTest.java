package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D8, a payoff's day on which more was paid than the payoff: what its makers did not know of is overpaid, whenever it was booked. */
class D8PaidTwiceTest {

    private static Instant at(String clock) {
        return Instant.parse(
                "2026-03-" + (clock.startsWith("+") ? "20T" + clock.substring(1) : "19T" + clock) + ":00Z");
    }

    /** 1000 and 60 of interest in two; on the 19th, at 12:01, it is agreed what pays it off. */
    private static Loans paidOff(long principal, long interest) {
        return loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", principal, interest)
                .agreed("a", AgreementType.PAYOFF, "2026-03-19", at("12:01"), 2);
    }

    /** Entries of the 19th written {@code d:09:00=530}; {@code +02:00} is booked the day after. */
    private static Loans booked(Loans loan, String entries) {
        for (String entry : entries.split(" ", -1)) {
            String[] parts = entry.split("[:=]", 2);
            String[] booked = parts[1].split("=", -1);
            EntryType type = parts[0].startsWith("f") ? EntryType.REFUND : EntryType.REPAYMENT;
            loan.entry(parts[0], type, "2026-03-19", at(booked[0]), Long.parseLong(booked[1]));
        }
        return loan;
    }

    private static String state(Loans loan, String asOf) {
        Delinquency figures = loan.figures(asOf);
        return figures.status() + " " + figures.overdue().total() + " "
                + figures.standing().unallocated() + " " + loan.reviewed(asOf, PLAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x:11:58=1030 y:11:59=1030               | CLOSED 0 1030 | the payoff twice, both before its agreement
            x:12:01=1030 y:12:01=1030               | CLOSED 0 1030 | in one minute
            x:12:02=1030 y:12:03=1030               | CLOSED 0 1030 | both after
            x:11:58=1030 y:12:03=1030               | CLOSED 0 1030 | one on each side
            x:11:58=1030 y:+02:00=1030              | CLOSED 0 1030 | one heard of the night after
            x:11:58=1030 y:11:59=1030 z:12:03=1030  | CLOSED 0 2060 | three times
            d:09:00=530 p:12:00=1030                | CLOSED 0 530  | the instalment, of which the payoff does not know, first
            p:12:00=1030 d:18:00=530                | CLOSED 0 530  | after it
            d:12:01=530 p:12:01=1030                | CLOSED 0 530  | in one minute
            d:12:02=530 p:12:03=1030                | CLOSED 0 530  | both after the agreement
            d:09:00=530 e:09:01=530 p:12:00=1030    | CLOSED 0 1060 | the instalment twice
            x:11:58=1030 f:11:59=1030 y:12:00=1030  | CLOSED 0 0    | refunded before the second was booked
            x:11:58=1030 y:11:59=1030 f:12:00=1030  | CLOSED 0 0    | before the agreement
            x:11:58=1030 y:11:59=1030 f:12:01=1030  | CLOSED 0 0    | in its minute
            x:11:58=1030 y:11:59=1030 f:12:03=1000  | CLOSED 0 30   | after it, in part
            d:09:00=530 f:11:00=530 p:12:00=1030    | CLOSED 0 0    | the instalment given back before the payoff was paid
            d:09:00=400                             | OPEN 630 0    | part of it, heard of by nobody
            """)
    void what_a_payoff_does_not_know_of_is_overpaid(String entries, String state, String why) {
        Loans loan = booked(paidOff(1000, 30), entries);
        assertThat(state(loan, "2026-03-20")).as(why).isEqualTo(state + " ");
        assertThat(loan.on("2026-03-20").isClosed()).isEqualTo(state.startsWith("CLOSED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d:09:00=530 p:12:00=515              | CLOSED 0 0   | the payoff asks for what the instalment left
            d:18:00=530 p:12:00=515              | CLOSED 0 0   | also where the instalment is booked last
            d:12:00=530 p:12:00=515              | CLOSED 0 0   | or in one minute
            d:09:00=530 e:09:01=530 p:12:00=515  | CLOSED 0 530 | the instalment twice, once known
            p:12:00=515 d:18:00=530 e:18:00=530  | CLOSED 0 530 | both booked last
            d:09:00=530 p:12:00=515 q:12:03=515  | CLOSED 0 515 | the payoff twice
            q:12:00=515 p:12:00=515 d:18:00=530  | CLOSED 0 515 | twice, the instalment booked last
            d:09:00=530                          | OPEN 515 0   | the payoff is not paid
            d:09:00=530 p:12:00=300              | OPEN 215 0   | in part
            """)
    void what_it_knows_of_has_paid_the_version_before(String entries, String state, String why) {
        assertThat(state(booked(paidOff(500, 15), entries), "2026-03-20"))
                .as(why)
                .isEqualTo(state + " ");
    }

    /** Of 1000 lent 1200 are interest: 1010 paid by the old schedule would leave less than 1000 of principal, and be lost. */
    @Test
    void the_principal_says_it_also_where_much_interest_was_to_come() {
        Loans loan = loan().due(1, 1, "2026-04-10", 250, 300)
                .due(1, 2, "2026-05-10", 250, 300)
                .due(1, 3, "2026-06-10", 250, 300)
                .due(1, 4, "2026-07-10", 250, 300)
                .due(2, 1, "2026-03-19", 1000, 10)
                .agreed("a", AgreementType.PAYOFF, "2026-03-19", at("12:01"), 2);
        assertThat(state(booked(loan, "x:11:58=1010 y:11:59=1010"), "2026-03-20"))
                .isEqualTo("CLOSED 0 1010 ");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            f | -  | CLOSED 0 0    | given back a day later
            - | x  | CLOSED 0 0    | the first of them taken back
            - | y  | CLOSED 0 0    | the second
            - | -  | CLOSED 0 1030 |
            """)
    void what_was_overpaid_goes_back_later(
            @Nullable String refund, @Nullable String reversed, String state, @Nullable String why) {
        Loans loan = booked(paidOff(1000, 30), "x:11:58=1030 y:11:59=1030");
        if (refund != null) {
            loan.refund(refund, "2026-03-25", 1030);
        }
        if (reversed != null) {
            loan.reversed("r", reversed, "2026-03-25", 1030);
        }
        assertThat(state(loan, "2026-03-25")).as(why).isEqualTo(state + " ");
        assertThat(loan.on("2026-03-25").closedOn()).as(why).isEqualTo("2026-03-19");
    }

    /** The instalment that the payoff knew of does not pay the payoff once that bounces; one that it did not know of does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             500 | 15 |  515 | OPEN 515 0
            1000 | 30 | 1030 | OPEN 500 0
            """)
    void when_the_payoff_bounces_what_it_knew_of_stays_where_it_was(
            long principal, long interest, long payoff, String state) {
        Loans loan = booked(paidOff(principal, interest), "d:09:00=530 p:12:00=" + payoff)
                .reversed("r", "p", "2026-03-25", payoff);
        assertThat(loan.on("2026-03-24").closedOn()).isEqualTo("2026-03-19");
        assertThat(state(loan, "2026-03-25")).isEqualTo(state + " ");
    }

    /** Settled for 600 of 1060: what the other 600 would leave is less than is asked for. */
    @ParameterizedTest
    @CsvSource({"11:58, 11:59", "11:58, 12:03", "12:01, 12:01", "12:02, 12:03"})
    void a_settlement_paid_twice_is_settled(String first, String second) {
        Loans loan = loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", 600, 0)
                .agreed("a", AgreementType.SETTLEMENT, "2026-03-19", at("12:01"), 2);
        assertThat(state(booked(loan, "x:" + first + "=600 y:" + second + "=600"), "2026-03-20"))
                .isEqualTo("CLOSED 0 600 ");
    }

    /** After the instalment 530 are owed, of which 510 settle it, all as principal: the instalment was known. */
    @Test
    void a_settlement_may_ask_for_anything_up_to_what_was_unpaid() {
        Loans loan = loan().due(1, 1, "2026-03-10", 500, 30)
                .due(1, 2, "2026-04-10", 500, 30)
                .due(2, 1, "2026-03-19", 510, 0)
                .agreed("a", AgreementType.SETTLEMENT, "2026-03-19", at("12:01"), 2);
        assertThat(state(booked(loan, "d:09:00=530 p:12:00=510"), "2026-03-20")).isEqualTo("CLOSED 0 0 ");
    }
}

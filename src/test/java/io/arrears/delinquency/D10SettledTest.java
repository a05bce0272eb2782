package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D10: closed on the first day when no rest is beyond tolerance and nothing unpaid is to come. */
class D10SettledTest {

    private static final Policy TOLERANT = policy().tolerance("CNY", 5).build();

    private static Loans two() {
        return loan().due(1, "2026-03-10", 1000).due(2, "2026-04-10", 1000);
    }

    private static LocalDate dayOrNone(String text) {
        return text == null ? null : day(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2000 | 2026-03-01 | 2026-02-28 |            | all prepaid
            2000 | 2026-03-01 | 2026-03-01 | 2026-03-01 |
            2000 | 2026-03-01 | 2026-05-01 | 2026-03-01 |
            2100 | 2026-03-01 | 2026-05-01 | 2026-03-01 | overpaid
            2000 | 2026-04-25 | 2026-04-24 |            | paid late
            2000 | 2026-04-25 | 2026-05-01 | 2026-04-25 |
            1999 | 2026-04-25 | 2026-05-01 | 2026-04-25 | a rest of the last, past its due date
            1995 | 2026-04-25 | 2026-05-01 | 2026-04-25 | just within tolerance
            1994 | 2026-04-25 | 2026-05-01 |            | just beyond
            1995 | 2026-03-20 | 2026-04-09 |            | a rest that is to come
            1995 | 2026-03-20 | 2026-04-10 | 2026-04-10 | comes due
            1995 | 2026-03-20 | 2026-04-11 | 2026-04-10 |
            1995 | 2026-04-10 | 2026-04-11 | 2026-04-10 | paid on the due date
            1994 | 2026-03-20 | 2026-05-01 |            |
            """)
    void closed_on_the_first_day_on_which_nothing_is_open_or_to_come(
            long paid, String paidOn, String asOf, String closed, String why) {
        Standing standing = two().paid("p", paidOn, paid).on(asOf, TOLERANT);
        assertThat(standing.closedOn()).isEqualTo(dayOrNone(closed));
        assertThat(standing.repaidOn()).as("without a charge").isEqualTo(dayOrNone(closed));
    }

    /** 1000 paid on 10 March, and what is said on 10 April and 20 May; a fee of 7 is charged in between. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-04-11 | 1000 |   0 | 2026-04-10 |            | 2026-04-10 | a fee to come
            2026-04-11 | 1000 |   0 | 2026-04-30 |            | 2026-04-10 | charged after all was paid
            2026-04-11 | 1000 |   7 | 2026-05-31 | 2026-05-20 | 2026-04-10 | and paid
            2026-04-11 | 1000 |   2 | 2026-05-31 | 2026-05-20 | 2026-04-10 | all but the tolerance
            2026-03-20 | 1000 |   0 | 2026-04-09 |            |            | an instalment to come
            2026-03-20 | 1000 |   0 | 2026-04-30 |            | 2026-04-10 | charged before
            2026-03-20 |  900 | 107 | 2026-05-19 |            |            | a rest of an instalment
            2026-03-20 |  900 | 107 | 2026-05-31 | 2026-05-20 | 2026-05-20 | paid with the fee
            """)
    void repaid_on_the_first_day_on_which_nothing_but_charges_is_owed(
            String charged, long second, long later, String asOf, String closed, String repaid, String why) {
        Loans loan = two().paid("p1", "2026-03-10", 1000)
                .fee("f", charged, 7)
                .split("p2", "2026-04-10", new Components(second, 0, 0, 0));
        Standing standing = (later == 0 ? loan : loan.paid("p3", "2026-05-20", later)).on(asOf, TOLERANT);
        assertThat(standing.closedOn()).as(why).isEqualTo(dayOrNone(closed));
        assertThat(standing.repaidOn()).as(why).isEqualTo(dayOrNone(repaid));
    }

    @Test
    void the_last_of_several_prepayments_closes() {
        Loans loan = two().paid("p1", "2026-02-01", 1500)
                .paid("p2", "2026-02-20", 500)
                .paid("p3", "2026-03-05", 10);
        assertThat(loan.on("2026-02-19").isClosed()).isFalse();
        assertThat(loan.on("2026-03-31").closedOn()).isEqualTo(day("2026-02-20"));
    }

    @Test
    void a_backdated_payment_closes_on_its_value_date() {
        Loans loan = two().entry("p", EntryType.REPAYMENT, "2026-04-01", noon("2026-06-01"), 2000);
        assertThat(loan.on("2026-04-02").closedOn()).isEqualTo(day("2026-04-01"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-04-10 | 2026-04-01
            2026-04-14 | 2026-04-01
            2026-04-15 |
            2026-04-19 |
            2026-04-20 | 2026-04-20
            2026-05-20 | 2026-04-20
            """)
    void a_reversal_reopens_and_a_later_payment_closes_anew(String asOf, String closed) {
        Loans loan = two().paid("p", "2026-04-01", 2000)
                .reversed("r", "p", "2026-04-15", 2000)
                .paid("q", "2026-04-20", 2000);
        assertThat(loan.on(asOf).closedOn()).isEqualTo(dayOrNone(closed));
    }

    @Test
    void a_reversal_made_good_on_its_own_day_leaves_it_closed() {
        Loans loan = two().paid("p", "2026-04-01", 2000)
                .reversed("r", "p", "2026-04-15", 2000)
                .paid("q", "2026-04-15", 2000);
        assertThat(loan.on("2026-04-30").closedOn()).isEqualTo(day("2026-04-01"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-14 | 2026-03-01
            2026-03-15 |
            2026-03-19 |
            2026-03-20 | 2026-03-20
            """)
    void a_new_version_reopens(String asOf, String closed) {
        Loans loan = loan().due(1, 1, "2026-03-10", 1000, 0)
                .due(2, 1, "2026-05-10", 300, 0)
                .drawn("d", "2026-03-15", 300)
                .agreed("a", AgreementType.INSTALMENT_PLAN, "2026-03-15", noon("2026-03-15"), 2)
                .paid("p", "2026-03-01", 1000)
                .paid("q", "2026-03-20", 300);
        assertThat(loan.on(asOf).closedOn()).isEqualTo(dayOrNone(closed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 |  0 | 2026-03-19 |
            30 |  0 | 2026-03-20 |
            30 |  0 | 2026-03-31 |
            30 | 30 | 2026-03-24 |
            30 | 30 | 2026-03-25 | 2026-03-25
             5 |  0 | 2026-03-19 |
             5 |  0 | 2026-03-20 | 2026-03-20
             6 |  0 | 2026-03-31 |
            """)
    void a_known_charge_keeps_it_open_before_and_after_its_date(long charge, long paid, String asOf, String closed) {
        Loans loan = loan().due(1, "2026-03-10", 1000)
                .paid("p", "2026-03-10", 1000)
                .fee("f", "2026-03-20", charge)
                .paid("q", "2026-03-25", paid);
        assertThat(loan.on(asOf, TOLERANT).closedOn()).isEqualTo(dayOrNone(closed));
    }

    @Test
    void an_account_without_instalments_is_open_and_reviewed() {
        Loans loan = loan().paid("p", "2026-03-10", 1000)
                .agreed("a", AgreementType.EXTENSION, "2026-03-01", noon("2026-03-01"), 2);
        Delinquency figures = loan.figures("2026-03-31");
        assertThat(figures.status()).isEqualTo(Status.OPEN);
        assertThat(figures.standing().closedOn()).isNull();
        assertThat(figures.standing().scheduleVersion()).isNull();
        assertThat(figures.standing().unallocated()).isEqualTo(1000);
        assertThat(figures.standing().reviews())
                .containsExactlyInAnyOrder(
                        new Review(ReviewCode.NO_INSTALMENTS, "L1"),
                        new Review(ReviewCode.AGREEMENT_VERSION_UNKNOWN, "a"));
    }
}

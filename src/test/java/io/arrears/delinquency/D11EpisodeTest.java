package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Policy.GraceMode;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D11: an episode is an unbroken stretch of reported DPD above 0. */
class D11EpisodeTest {

    private static LocalDate dayOrNone(String text) {
        return text == null ? null : day(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-10 |
            2026-02-11 | 2026-02-11
            2026-02-19 | 2026-02-11
            2026-02-20 |
            2026-03-10 |
            2026-03-11 | 2026-03-11
            2026-03-31 | 2026-03-11
            """)
    void it_starts_the_day_after_the_due_date_and_ends_on_the_day_of_payment(String asOf, String started) {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-03-10", 1000).paid("p", "2026-02-20", 1000);
        assertThat(loan.on(asOf).episodeStartedOn()).isEqualTo(dayOrNone(started));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COUNT_BACK | 2026-02-13 |
            COUNT_BACK | 2026-02-14 | 2026-02-11
            COUNT_BACK | 2026-03-14 | 2026-02-11
            SHIFT      | 2026-02-13 |
            SHIFT      | 2026-02-14 | 2026-02-11
            """)
    void grace_delays_when_it_is_reported_and_not_from_when_it_counts(GraceMode mode, String asOf, String started) {
        Loans loan = loan().due(1, "2026-02-10", 1000);
        assertThat(loan.on(asOf, policy().grace(3, mode).build()).episodeStartedOn())
                .isEqualTo(dayOrNone(started));
    }

    @Test
    void it_goes_on_while_a_younger_arrear_becomes_the_oldest() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-03-10", 1000).paid("p", "2026-03-20", 1000);
        assertThat(loan.on("2026-03-20").oldestDueOn()).isEqualTo(day("2026-03-10"));
        assertThat(loan.on("2026-03-20").episodeStartedOn()).isEqualTo(day("2026-02-11"));
    }

    /** From 21 February the first is reported; paid on the 25th the second is in its grace until 2 March. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-20 |
            2026-02-21 | 2026-02-11
            2026-02-24 | 2026-02-11
            2026-02-25 |
            2026-03-02 |
            2026-03-03 | 2026-02-25
            2026-03-31 | 2026-02-25
            """)
    void it_does_not_start_before_the_end_of_the_one_before(String asOf, String started) {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-02-20", 1000).paid("p", "2026-02-25", 1000);
        assertThat(loan.on(asOf, policy().grace(10, GraceMode.COUNT_BACK).build())
                        .episodeStartedOn())
                .isEqualTo(dayOrNone(started));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-15 | 2026-02-11
            2026-02-20 |
            2026-03-04 |
            2026-03-05 | 2026-03-05
            2026-03-31 | 2026-03-05
            """)
    void a_reversal_starts_another_on_its_own_day(String asOf, String started) {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).paid("p", "2026-02-20", 1000).reversed("r", "p", "2026-03-05", 1000);
        assertThat(loan.on(asOf).episodeStartedOn()).isEqualTo(dayOrNone(started));
    }

    @Test
    void the_past_is_seen_with_all_that_is_known_now() {
        Loans loan = loan().due(1, "2026-02-10", 1000).due(2, "2026-03-10", 1000);
        assertThat(loan.on("2026-03-31").episodeStartedOn()).isEqualTo(day("2026-02-11"));
        loan.entry("p", EntryType.REPAYMENT, "2026-02-15", noon("2026-04-20"), 1000);
        assertThat(loan.on("2026-03-31").episodeStartedOn()).isEqualTo(day("2026-03-11"));
        loan.entry("q", EntryType.REPAYMENT, "2026-03-10", noon("2026-04-20"), 1000);
        assertThat(loan.on("2026-03-31").episodeStartedOn()).isNull();
    }

    @Test
    void paid_and_due_anew_on_the_next_day_makes_two() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-02-20", 1000).paid("p", "2026-02-20", 1000);
        assertThat(loan.on("2026-02-20").episodeStartedOn()).isNull();
        assertThat(loan.on("2026-02-21").episodeStartedOn()).isEqualTo(day("2026-02-21"));
    }

    @Test
    void paid_on_the_day_after_the_next_due_date_makes_one() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-02-20", 1000).paid("p", "2026-02-21", 1000);
        assertThat(loan.on("2026-02-21").episodeStartedOn()).isEqualTo(day("2026-02-11"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-10 | 2026-03-15 | 2026-02-11
            2026-01-10 | 2026-03-15 | 2026-02-11
            2026-03-14 | 2026-03-15 | 2026-02-11
            2026-03-15 | 2026-03-15 |
            2026-03-15 | 2026-03-16 | 2026-03-16
            """)
    void a_new_version_ends_it_only_if_nothing_is_overdue_in_it(String dueInTheNew, String asOf, String started) {
        Loans loan = loan().due(1, 1, "2026-02-10", 1000, 0)
                .due(2, 1, dueInTheNew, 1000, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-14"), 2);
        assertThat(loan.on(asOf).episodeStartedOn()).isEqualTo(dayOrNone(started));
    }

    @Test
    void an_ageing_charge_starts_one_and_another_charge_does_not() {
        Loans loan = loan().due(1, "2026-06-10", 1000).penalty("n", "2026-03-05", 20);
        assertThat(loan.on("2026-03-31", policy().chargesAge().build()).episodeStartedOn())
                .isEqualTo(day("2026-03-06"));
        assertThat(loan.on("2026-03-31").episodeStartedOn()).isNull();
    }

    /** Two of one due date are one arrear: while the one is unpaid the other may come and go. */
    @Test
    void arrears_of_one_due_date_are_one() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .due(2, "2026-02-10", 500)
                .paid("p", "2026-02-20", 1000)
                .reversed("r", "p", "2026-03-05", 1000);
        assertThat(loan.on("2026-03-31").episodeStartedOn()).isEqualTo(day("2026-02-11"));
    }

    /** Instalments of February and March; the first is paid and comes back on 5 March, when the second is not due yet. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-20 |            | paid
            2026-03-05 | 2026-03-05 | 23 days past due, and an arrear since today
            2026-03-31 | 2026-03-05 | unbroken, whatever becomes overdue beside it
            """)
    void after_a_chargeback_it_starts_on_the_day_of_the_reversal(String asOf, String started, String why) {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .due(2, "2026-03-10", 1000)
                .paid("p", "2026-02-10", 1000)
                .reversed("r", "p", "2026-03-05", 1000);
        assertThat(loan.on(asOf).episodeStartedOn()).as(why).isEqualTo(dayOrNone(started));
    }

    /** In grace until 12 March: the arrear came back on the 5th, is reported from the 13th, and has been one since the 5th. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-12 |
            2026-03-13 | 2026-03-05
            """)
    void grace_looks_back_to_the_reversal_too(String asOf, String started) {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).paid("p", "2026-02-10", 1000).reversed("r", "p", "2026-03-05", 1000);
        assertThat(loan.on(asOf, policy().grace(30, GraceMode.COUNT_BACK).build())
                        .episodeStartedOn())
                .isEqualTo(dayOrNone(started));
    }

    /** Broken by a payment and a reversal within grace, it counts from the second time. */
    @Test
    void what_was_paid_for_a_day_is_no_unbroken_arrear() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).paid("p", "2026-02-15", 1000).reversed("r", "p", "2026-02-16", 1000);
        assertThat(loan.on(
                                "2026-03-31",
                                policy().grace(10, GraceMode.COUNT_BACK).build())
                        .episodeStartedOn())
                .isEqualTo(day("2026-02-16"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-10 | 2026-02-11 | the same due date goes on across versions
            2026-02-20 | 2026-03-15 | another date is another arrear, one since the version came
            2026-01-10 | 2026-03-15 | an old date that nobody knew has been one since the version came
            """)
    void in_grace_a_version_carries_an_arrear_on_or_begins_one(String due, String started, String why) {
        Loans loan = loan().due(1, 1, "2026-02-10", 1000, 0)
                .due(2, 1, due, 1000, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-14"), 2);
        assertThat(loan.on(
                                "2026-04-30",
                                policy().grace(40, GraceMode.COUNT_BACK).build())
                        .episodeStartedOn())
                .as(why)
                .isEqualTo(day(started));
    }
}

package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 4: the next day on which an account can change though nothing new is heard of it. */
class NextChangeTest {

    private static final Policy GRACE_3 =
            policy().grace(3, Policy.GraceMode.COUNT_BACK).build();

    private static void wakes(Loans loan, String asOf, Policy policy, String wakesOn) {
        assertThat(loan.on(asOf, policy).wakesOn()).isEqualTo(wakesOn == null ? null : day(wakesOn));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-01 | 2026-02-11 | 2026-02-11
            2026-02-09 | 2026-02-11 | 2026-02-11
            2026-02-10 | 2026-02-11 | 2026-02-11
            2026-02-11 | 2026-03-11 | 2026-02-14
            2026-02-13 | 2026-03-11 | 2026-02-14
            2026-02-14 | 2026-03-11 | 2026-03-11
            2026-03-10 | 2026-03-11 | 2026-03-11
            2026-03-11 |            |
            2026-09-30 |            |
            """)
    void it_wakes_the_day_after_an_unpaid_due_date_and_when_grace_ends(String asOf, String plain, String grace) {
        Loans loan = loan().due(1, "2026-02-10", 1000).due(2, "2026-03-10", 1000);
        wakes(loan, asOf, PLAIN, plain);
        wakes(loan, asOf, GRACE_3, grace);
    }

    @Test
    void an_instalment_paid_in_advance_wakes_nobody() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-03-10", 1000).paid("p", "2026-02-01", 1000);
        wakes(loan, "2026-02-01", PLAIN, "2026-03-11");
        wakes(loan.paid("q", "2026-02-01", 1000), "2026-02-01", PLAIN, null);
    }

    @Test
    void a_rest_within_tolerance_wakes_on_its_due_date_which_can_close_the_account() {
        Policy tolerant = policy().tolerance("CNY", 5).build();
        Loans loan = loan().due(1, "2026-02-10", 1000).paid("p", "2026-02-01", 997);
        wakes(loan, "2026-02-01", tolerant, "2026-02-10");
    }

    @Test
    void grace_counts_anew_for_the_arrear_that_becomes_the_oldest() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-02-20", 1000).paid("p", "2026-02-21", 1000);
        wakes(loan, "2026-02-20", GRACE_3, "2026-02-21");
        wakes(loan, "2026-02-21", GRACE_3, "2026-02-24");
    }

    @ParameterizedTest
    @CsvSource({"REPAYMENT", "WAIVER", "RECOVERY", "PENALTY", "FEE", "WRITE_OFF", "REFUND"})
    void a_known_entry_dated_later_wakes_on_its_value_date(EntryType type) {
        Loans loan = loan().due(1, "2026-06-10", 1000).entry("e", type, "2026-03-20", noon("2026-01-01"), 10);
        wakes(loan, "2026-03-01", PLAIN, "2026-03-20");
        wakes(loan, "2026-03-19", PLAIN, "2026-03-20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-19 | 2026-03-20
            2026-03-20 | 2026-03-21
            2026-03-21 | 2026-06-11
            """)
    void an_unpaid_charge_wakes_the_day_after_too_when_it_becomes_owed(String asOf, String wakesOn) {
        wakes(loan().due(1, "2026-06-10", 1000).fee("f", "2026-03-20", 10), asOf, PLAIN, wakesOn);
    }

    @Test
    void a_reversal_dated_later_wakes() {
        Loans loan =
                loan().due(1, "2026-06-10", 1000).paid("p", "2026-03-01", 1000).reversed("r", "p", "2026-03-20", 1000);
        wakes(loan, "2026-03-19", PLAIN, "2026-03-20");
        wakes(loan, "2026-03-20", PLAIN, "2026-06-11");
    }

    @Test
    void an_agreement_a_fact_of_the_committee_and_the_opening_wake() {
        Loans loan = loan().opened("2026-02-01")
                .due(1, "2026-06-10", 1000)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-02-01"), null)
                .classed(3, "2026-04-01");
        wakes(loan, "2026-01-31", PLAIN, "2026-02-01");
        wakes(loan, "2026-02-01", PLAIN, "2026-03-15");
        wakes(loan, "2026-03-15", PLAIN, "2026-04-01");
        wakes(loan, "2026-04-01", PLAIN, "2026-06-11");
    }

    @Test
    void the_moved_due_date_counts() {
        Policy rolling = policy().rolling(new BusinessCalendar("test", Set.<LocalDate>of(), Set.of(), Set.of(2026)))
                .build();
        wakes(loan().due(1, "2026-03-14", 1000), "2026-03-01", rolling, "2026-03-17");
    }
}

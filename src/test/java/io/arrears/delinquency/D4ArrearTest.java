package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.Components;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D4: an instalment past its due date and not fully paid; charges are owed, and age only if the policy says so. */
class D4ArrearTest {

    private static final Policy CHARGES_AGE = policy().chargesAge().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-09 |    0 | 0 | 0 |    0
            2026-03-10 |    0 | 0 | 0 |    0
            2026-03-11 |    0 | 1 | 1 | 1000
            2026-03-11 |  999 | 1 | 1 |    1
            2026-03-11 | 1000 | 0 | 0 |    0
            2026-04-10 |    0 | 1 | 31 | 1000
            2026-04-11 |    0 | 2 | 32 | 2000
            2026-04-11 | 1000 | 1 | 1 | 1000
            """)
    void due_today_is_not_overdue_and_due_yesterday_is(
            String asOf, long paid, int instalments, int dpd, long principal) {
        Delinquency figures = loan().due(1, "2026-03-10", 1000)
                .due(2, "2026-04-10", 1000)
                .paid("p", "2026-03-01", paid)
                .figures(asOf);
        assertThat(figures.overdueInstalments()).isEqualTo(instalments);
        assertThat(figures.dpd()).isEqualTo(dpd);
        assertThat(figures.overdue()).isEqualTo(new Components(principal, 0, 0, 0));
    }

    @Test
    void overdue_holds_the_unpaid_rest_of_every_component() {
        Delinquency figures = loan().due(1, 1, "2026-03-10", new Components(100, 20, 5, 3))
                .due(1, 2, "2026-03-20", new Components(200, 10, 0, 1))
                .due(1, 3, "2026-04-20", new Components(400, 40, 4, 4))
                .paid("p", "2026-03-12", 10)
                .figures("2026-03-21");
        assertThat(figures.overdue()).isEqualTo(new Components(300, 28, 0, 1));
        assertThat(figures.overdue().total()).isEqualTo(329);
        assertThat(figures.standing().balance()).isEqualTo(700);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-04 |  0 |  0
            2026-03-05 |  0 |  0
            2026-03-06 | 20 |  0
            2026-03-07 | 20 | 30
            2026-06-30 | 20 | 30
            """)
    void unpaid_charges_are_owed_after_their_value_date_and_make_no_dpd(String asOf, long fee, long penalty) {
        Delinquency figures = loan().due(1, "2026-07-10", 1000)
                .fee("f", "2026-03-05", 20)
                .penalty("n", "2026-03-06", 30)
                .figures(asOf);
        assertThat(figures.overdue()).isEqualTo(new Components(0, 0, fee, penalty));
        assertThat(figures.dpd()).isZero();
        assertThat(figures.overdueInstalments()).isZero();
        assertThat(figures.standing().episodeStartedOn()).isNull();
        assertThat(figures.standing().oldestDueOn()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             0 | 2026-03-06 | 1 | 20
            19 | 2026-03-06 | 1 |  1
            20 | 2026-03-06 | 0 |  0
             0 | 2026-03-05 | 0 |  0
            """)
    void charges_age_when_the_policy_says_so_but_are_no_instalments(long paid, String asOf, int dpd, long fee) {
        Delinquency figures = loan().due(1, "2026-07-10", 1000)
                .fee("f", "2026-03-05", 20)
                .paid("p", "2026-03-05", paid)
                .figures(asOf, CHARGES_AGE);
        assertThat(figures.dpd()).isEqualTo(dpd);
        assertThat(figures.overdue().fee()).isEqualTo(fee);
        assertThat(figures.overdueInstalments()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            19 | 0
            20 | 0
            21 | 1
            """)
    void a_charge_within_tolerance_makes_no_dpd_and_is_still_owed(long charge, int dpd) {
        Policy tolerant = policy().chargesAge().tolerance("CNY", 20).build();
        Delinquency figures =
                loan().due(1, "2026-07-10", 1000).fee("f", "2026-03-05", charge).figures("2026-03-06", tolerant);
        assertThat(figures.dpd()).isEqualTo(dpd);
        assertThat(figures.overdue()).isEqualTo(new Components(0, 0, charge, 0));
    }

    @Test
    void an_ageing_charge_may_be_the_oldest() {
        Loans loan = loan().due(1, "2026-03-10", 1000).penalty("n", "2026-03-05", 20);
        assertThat(loan.figures("2026-03-15", CHARGES_AGE).dpd()).isEqualTo(10);
        assertThat(loan.figures("2026-03-15", CHARGES_AGE).overdueInstalments()).isEqualTo(1);
        assertThat(loan.figures("2026-03-15", PLAIN).dpd()).isEqualTo(5);
    }
}

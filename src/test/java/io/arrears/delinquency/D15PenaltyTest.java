package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Policy.AccrualBase;
import io.arrears.ledger.Components;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D15: penalty accrued by policy, rate per day x sum over today's arrears of unpaid base x own age. */
class D15PenaltyTest {

    private static Policy accruing(String rate) {
        return policy().accrues(rate, AccrualBase.PRINCIPAL).build();
    }

    /** 1000 x 49 days and 1000 x 21 days on 31 March: 70,000 a day's rate. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-10 | 0.0005 |  0
            2026-02-11 | 0.0005 |  1
            2026-02-12 | 0.0005 |  1
            2026-02-13 | 0.0005 |  2
            2026-03-10 | 0.0005 | 14
            2026-03-11 | 0.0005 | 15
            2026-03-12 | 0.0005 | 16
            2026-03-31 | 0.0005 | 35
            2026-04-01 | 0.0005 | 36
            2026-03-31 | 0      |  0
            """)
    void each_arrear_accrues_by_its_own_age(String asOf, String rate, long accrued) {
        Delinquency figures =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-03-10", 1000).figures(asOf, accruing(rate));
        assertThat(figures.accruedPenalty()).isEqualTo(accrued);
        assertThat(figures.overdue().penalty()).isEqualTo(accrued);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.00049 | 0
            0.00050 | 1
            0.00149 | 1
            0.00150 | 2
            0.00250 | 3
            """)
    void it_is_rounded_half_up_to_the_minor_unit(String rate, long accrued) {
        assertThat(loan().due(1, "2026-02-10", 1000)
                        .figures("2026-02-11", accruing(rate))
                        .accruedPenalty())
                .isEqualTo(accrued);
    }

    @Test
    void it_is_rounded_once_over_all_arrears() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).due(2, "2026-02-10", 1000).due(3, "2026-02-10", 1000);
        assertThat(loan.figures("2026-02-11", accruing("0.0004")).accruedPenalty())
                .isEqualTo(1);
        assertThat(loan.figures("2026-02-11", accruing("0.0005")).accruedPenalty())
                .isEqualTo(2);
    }

    /** Over 10 days at 1 %: principal 100; in all 125 and the fee charge of 40, but no penalty. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PRINCIPAL | 10
            TOTAL     | 17
            """)
    void the_base_is_principal_or_all_but_penalties(AccrualBase base, long accrued) {
        Delinquency figures = loan().due(1, 1, "2026-03-10", new Components(100, 20, 5, 300))
                .fee("f", "2026-03-10", 40)
                .penalty("n", "2026-03-10", 1000)
                .figures("2026-03-20", policy().accrues("0.01", base).build());
        assertThat(figures.accruedPenalty()).isEqualTo(accrued);
        assertThat(figures.overdue()).isEqualTo(new Components(100, 20, 45, 1300 + accrued));
    }

    @Test
    void it_is_shown_in_overdue_penalty_and_total() {
        Delinquency figures =
                loan().due(1, 1, "2026-03-10", new Components(1000, 0, 0, 7)).figures("2026-03-20", accruing("0.001"));
        assertThat(figures.overdue()).isEqualTo(new Components(1000, 0, 0, 17));
        assertThat(figures.overdue().total()).isEqualTo(1017);
    }

    @Test
    void it_takes_no_part_in_allocation_or_closing_and_is_gone_with_the_arrear() {
        Loans loan =
                loan().due(1, "2026-02-10", 1000).paid("p1", "2026-02-20", 400).paid("p2", "2026-02-25", 600);
        Policy policy = accruing("0.01");
        assertThat(loan.figures("2026-02-19", policy).accruedPenalty()).isEqualTo(90);
        assertThat(loan.figures("2026-02-20", policy).accruedPenalty()).isEqualTo(60);
        assertThat(loan.figures("2026-02-20", policy).standing().balance()).isEqualTo(600);
        assertThat(loan.figures("2026-02-25", policy).accruedPenalty()).isZero();
        assertThat(loan.figures("2026-02-25", policy).overdue()).isEqualTo(Components.NONE);
        assertThat(loan.on("2026-02-25", policy).closedOn()).isEqualTo(day("2026-02-25"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5 | 0
            6 | 1
            """)
    void a_rest_within_tolerance_accrues_nothing(long rest, long accrued) {
        Policy tolerant = policy().tolerance("CNY", 5)
                .accrues("0.01", AccrualBase.PRINCIPAL)
                .build();
        assertThat(loan().due(1, "2026-03-10", rest)
                        .figures("2026-03-20", tolerant)
                        .accruedPenalty())
                .isEqualTo(accrued);
    }

    /** PBOC's date of a class is looked for by the standing of a later day. */
    @Test
    void on_a_day_before_its_due_date_an_arrear_has_accrued_nothing() {
        Policy policy = policy().accrues("0.001", AccrualBase.PRINCIPAL).build();
        Standing later = loan().due(1, "2026-03-10", 1000).on("2026-03-15", policy);
        assertThat(Delinquency.on(Loans.day("2026-03-01"), later, policy).accruedPenalty())
                .isZero();
    }

    @Test
    void within_grace_it_accrues_for_the_raw_age() {
        Policy graceful = policy().grace(10, Policy.GraceMode.SHIFT)
                .accrues("0.001", AccrualBase.PRINCIPAL)
                .build();
        assertThat(loan().due(1, "2026-03-10", 1000)
                        .figures("2026-03-15", graceful)
                        .accruedPenalty())
                .isEqualTo(5);
    }

    @Test
    void without_a_rate_the_ledger_alone_says_what_penalty_is_owed() {
        Loans loan = loan().due(1, "2026-03-10", 1000).penalty("n", "2026-03-15", 30);
        assertThat(loan.figures("2026-03-20").accruedPenalty()).isZero();
        assertThat(loan.figures("2026-03-20").overdue().penalty()).isEqualTo(30);
    }
}

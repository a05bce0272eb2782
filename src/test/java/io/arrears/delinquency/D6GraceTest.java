package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.delinquency.Policy.GraceMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D6: reported DPD is 0 within grace; beyond, counted from the due date or from the end of grace. */
class D6GraceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 |  0 |  0 |  0 | M0 | M0
            0 |  1 |  1 |  1 | M1 | M1
            3 |  0 |  0 |  0 | M0 | M0
            3 |  1 |  0 |  0 | M0 | M0
            3 |  2 |  0 |  0 | M0 | M0
            3 |  3 |  0 |  0 | M0 | M0
            3 |  4 |  4 |  1 | M1 | M1
            3 |  5 |  5 |  2 | M1 | M1
            3 | 30 | 30 | 27 | M1 | M1
            3 | 31 | 31 | 28 | M2 | M1
            3 | 33 | 33 | 30 | M2 | M1
            3 | 34 | 34 | 31 | M2 | M2
            """)
    void reported_dpd_by_days_past_due(
            int grace, int dpd, int countBack, int shift, String bucketBack, String bucketShift) {
        Loans loan = loan().due(1, "2026-03-10", 1000);
        String asOf = day("2026-03-10").plusDays(dpd).toString();
        Delinquency back =
                loan.figures(asOf, policy().grace(grace, GraceMode.COUNT_BACK).build());
        Delinquency shifted =
                loan.figures(asOf, policy().grace(grace, GraceMode.SHIFT).build());
        assertThat(back.dpd()).isEqualTo(dpd);
        assertThat(shifted.dpd()).isEqualTo(dpd);
        assertThat(back.reportedDpd()).isEqualTo(countBack);
        assertThat(shifted.reportedDpd()).isEqualTo(shift);
        assertThat(back.bucket()).isEqualTo(bucketBack);
        assertThat(shifted.bucket()).isEqualTo(bucketShift);
    }

    @Test
    void amounts_and_ages_within_grace_are_the_raw_facts() {
        Delinquency figures = loan().due(1, "2026-03-10", 1000)
                .figures("2026-03-12", policy().grace(3, GraceMode.COUNT_BACK).build());
        assertThat(figures.reportedDpd()).isZero();
        assertThat(figures.overdueInstalments()).isEqualTo(1);
        assertThat(figures.overdue().principal()).isEqualTo(1000);
        assertThat(figures.principalAged(AgeBand.DAYS_1_30)).isEqualTo(1000);
        assertThat(figures.standing().oldestDueOn()).isEqualTo(day("2026-03-10"));
        assertThat(figures.fiveClass()).isEqualTo(1);
    }

    @Test
    void negative_grace_is_refused() {
        assertThatThrownBy(() -> new Policy.Grace(-1, GraceMode.SHIFT)).isInstanceOf(IllegalArgumentException.class);
    }
}

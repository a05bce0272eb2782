package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ledger.Components;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D12: each arrear's unpaid principal stands in the band of its own age. */
class D12AgeingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              1 | DAYS_1_30
             30 | DAYS_1_30
             31 | DAYS_31_60
             60 | DAYS_31_60
             61 | DAYS_61_90
             90 | DAYS_61_90
             91 | DAYS_91_180
            180 | DAYS_91_180
            181 | DAYS_181_UP
            999 | DAYS_181_UP
            """)
    void an_age_stands_in_one_band(int age, AgeBand band) {
        assertThat(AgeBand.of(age)).isEqualTo(band);
        Delinquency figures = loan().due(1, "2026-01-31", 700)
                .figures(day("2026-01-31").plusDays(age).toString());
        assertThat(figures.principalByAge()).isEqualTo(Map.of(band, 700L));
    }

    @Test
    void nothing_due_today_or_later_has_an_age() {
        assertThat(loan().due(1, "2026-01-31", 700).figures("2026-01-31").principalByAge())
                .isEmpty();
        assertThatThrownBy(() -> AgeBand.of(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** On 31 July the due dates are 181, 180, 91, 90, 61, 60, 31, 30, 1 and 0 days back. */
    @Test
    void each_arrear_stands_by_its_own_age_and_not_by_the_oldest() {
        Delinquency figures = loan().due(1, "2026-01-31", 1)
                .due(2, "2026-02-01", 2)
                .due(3, "2026-05-01", 4)
                .due(4, "2026-05-02", 8)
                .due(5, "2026-05-31", 16)
                .due(6, "2026-06-01", 32)
                .due(7, "2026-06-30", 64)
                .due(8, "2026-07-01", 128)
                .due(9, "2026-07-30", 256)
                .due(10, "2026-07-31", 512)
                .figures("2026-07-31");
        assertThat(figures.principalAged(AgeBand.DAYS_181_UP)).isEqualTo(1);
        assertThat(figures.principalAged(AgeBand.DAYS_91_180)).isEqualTo(2 + 4);
        assertThat(figures.principalAged(AgeBand.DAYS_61_90)).isEqualTo(8 + 16);
        assertThat(figures.principalAged(AgeBand.DAYS_31_60)).isEqualTo(32 + 64);
        assertThat(figures.principalAged(AgeBand.DAYS_1_30)).isEqualTo(128 + 256);
    }

    @Test
    void only_what_is_unpaid_of_principal_is_aged() {
        Delinquency figures = loan().due(1, 1, "2026-03-10", new Components(100, 20, 5, 3))
                .paid("p", "2026-03-15", 68)
                .penalty("n", "2026-03-12", 9)
                .figures("2026-03-31");
        assertThat(figures.principalByAge()).isEqualTo(Map.of(AgeBand.DAYS_1_30, 60L));
    }

    @Test
    void bands_do_not_follow_the_buckets_grace_or_a_rest_within_tolerance() {
        Policy other = policy().buckets(
                        new Bands<>(List.of(new Bands.Band<>(0, 9, "A"), new Bands.Band<>(10, null, "B"))))
                .grace(45, Policy.GraceMode.SHIFT)
                .tolerance("CNY", 5)
                .build();
        Delinquency figures =
                loan().due(1, "2026-02-10", 700).due(2, "2026-03-10", 5).figures("2026-03-15", other);
        assertThat(figures.reportedDpd()).isZero();
        assertThat(figures.principalByAge()).isEqualTo(Map.of(AgeBand.DAYS_31_60, 700L));
    }
}

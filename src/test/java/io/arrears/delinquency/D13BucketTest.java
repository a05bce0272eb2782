package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.delinquency.Bands.Band;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D13: the bucket by reported DPD, from bands that are gapless from 0 up. */
class D13BucketTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              0 | M0
              1 | M1
             30 | M1
             31 | M2
             60 | M2
             61 | M3
             90 | M3
             91 | M4
            120 | M4
            121 | M5
            150 | M5
            151 | M6
            180 | M6
            181 | M7
            999 | M7
            """)
    void the_bucket_of_a_reported_dpd(int dpd, String bucket) {
        assertThat(loan().due(1, "2026-01-31", 700)
                        .figures(day("2026-01-31").plusDays(dpd).toString())
                        .bucket())
                .isEqualTo(bucket);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             6 | good
             7 | good
             8 | watch
            14 | watch
            15 | bad
            """)
    void a_lender_can_define_other_bands(int dpd, String bucket) {
        Policy weekly = policy().buckets(new Bands<>(
                        List.of(new Band<>(0, 7, "good"), new Band<>(8, 14, "watch"), new Band<>(15, null, "bad"))))
                .build();
        assertThat(loan().due(1, "2026-01-31", 700)
                        .figures(day("2026-01-31").plusDays(dpd).toString(), weekly)
                        .bucket())
                .isEqualTo(bucket);
    }

    @Test
    void a_band_of_one_day_is_a_band() {
        Bands<String> bands =
                new Bands<>(List.of(new Band<>(0, 0, "none"), new Band<>(1, 1, "one"), new Band<>(2, null, "more")));
        assertThat(bands.at(1)).isEqualTo("one");
        assertThat(bands.at(2)).isEqualTo("more");
        assertThat(bands.last()).isEqualTo("more");
    }

    @Test
    void bands_with_a_gap_an_overlap_or_an_end_are_refused() {
        refused(List.of());
        refused(List.of(new Band<>(1, null, "from 1")));
        refused(List.of(new Band<>(0, 7, "a"), new Band<>(9, null, "gap")));
        refused(List.of(new Band<>(0, 7, "a"), new Band<>(7, null, "overlap")));
        refused(List.of(new Band<>(0, 7, "a"), new Band<>(8, 14, "closed")));
        refused(List.of(new Band<>(0, null, "open"), new Band<>(8, null, "b")));
        refused(List.of(new Band<>(0, 7, "a"), new Band<>(8, 6, "backwards"), new Band<>(7, null, "c")));
    }

    private static void refused(List<Band<String>> bands) {
        assertThatThrownBy(() -> new Bands<>(bands)).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.arrears.furnish;

import static io.arrears.furnish.Cases.loan;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 征信业管理条例 art. 29(2): written consent before the first report; the loan was opened on 1 September 2026. */
class ConsentGateTest {

    private static final String DAY = "2026-11-30";

    /** Wall clocks of Shanghai; files are generated on 3 December at 02:00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-08-31T10:00    |                     | passes
            2026-09-01T10:00    |                     | passes
            2026-12-03T01:59:59 |                     | passes
            2026-12-03T02:00    |                     | held
            2026-12-03T02:00:01 |                     | held
            2026-08-01T10:00    | 2026-08-31T10:00    | held
            2026-08-01T10:00    | 2026-09-01T00:00    | held
            2026-08-01T10:00    | 2026-09-01T23:59:59 | held
            2026-08-01T10:00    | 2026-09-02T00:00    | passes
            2026-08-01T10:00    | 2026-11-15T10:00    | passes
            2026-08-01T10:00    | 2027-01-01T10:00    | passes
            """)
    void is_given_before_generation_and_not_withdrawn_by_the_end_of_the_opening_day(
            String given, @Nullable String withdrawn, String verdict) {
        assertThat(loan().consent(given, withdrawn).verdict(Gate.CONSENT, DAY)).isEqualTo(verdict);
    }

    @Test
    void another_form_stands_in_for_one_withdrawn() {
        assertThat(loan().consent("2026-08-01T10:00", "2026-08-02T10:00")
                        .consent("2026-08-03T10:00", null)
                        .verdict(Gate.CONSENT, DAY))
                .isEqualTo("passes");
        assertThat(loan().consent("2026-08-01T10:00", "2026-08-02T10:00")
                        .consent("2026-12-04T10:00", null)
                        .verdict(Gate.CONSENT, DAY))
                .isEqualTo("held");
    }

    @Test
    void is_asked_before_the_first_report_alone() {
        assertThat(loan().verdict(Gate.CONSENT, DAY)).isEqualTo("held");
        assertThat(loan().held().verdict(Gate.CONSENT, DAY)).isEqualTo("passes");
        assertThat(loan().held().consent("2026-08-01T10:00", "2026-08-02T10:00").verdict(Gate.CONSENT, DAY))
                .isEqualTo("passes");
    }

    @Test
    void what_is_wrong_is_told_with_the_form() {
        assertThat(loan().asks(Gate.CONSENT, DAY)).isEqualTo("held no written consent for this bureau: none known");
        assertThat(loan().consent("2026-12-03T10:00", null).asks(Gate.CONSENT, DAY))
                .isEqualTo("held no written consent for this bureau: form v0 given 2026-12-03T02:00:00Z");
        assertThat(loan().consent("2026-08-01T10:00", "2026-08-02T10:00").asks(Gate.CONSENT, DAY))
                .isEqualTo(
                        "held the consent was withdrawn before the loan was drawn: form v0 given 2026-08-01T02:00:00Z");
    }
}

package io.arrears.furnish;

import static io.arrears.furnish.Cases.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Policy.GraceMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 征信业管理条例 art. 15: told before the first negative record of an episode, after the default arose. 1000 was due on 10
 * October 2026 and is unpaid, so that the episode began on the 11th.
 */
class PreNoticeGateTest {

    private static final String DAY = "2026-10-31";

    @ParameterizedTest
    @CsvSource({"2026-10-09, passes", "2026-10-10, passes", "2026-10-11, held", "2026-10-12, held", "2026-11-30, held"})
    void is_asked_from_the_first_day_past_due(String day, String verdict) {
        assertThat(loan().verdict(Gate.PRE_NOTICE, day)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT_BACK, 2026-10-13, passes", "COUNT_BACK, 2026-10-14, held",
        "SHIFT,      2026-10-13, passes", "SHIFT,      2026-10-14, held"
    })
    void is_not_asked_within_contractual_grace_however_days_are_counted_beyond(
            GraceMode mode, String day, String verdict) {
        assertThat(loan().grace(3, mode).verdict(Gate.PRE_NOTICE, day)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 999})
    void no_severity_threshold_hides_a_day(int severeFrom) {
        assertThat(loan().severeFrom(severeFrom).verdict(Gate.PRE_NOTICE, "2026-10-11"))
                .isEqualTo("held");
    }

    /** Wall clocks of Shanghai, eight hours ahead of UTC; files are generated on 3 December at 02:00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-10T12:00    | 2026-10-11T09:00    | held
            2026-10-10T23:59:59 | 2026-10-11T00:00    | held
            2026-10-11T00:00    | 2026-10-11T00:00    | passes
            2026-10-11T00:00    | 2026-10-11T09:00    | passes
            2026-10-11T07:59    | 2026-10-11T08:01    | passes
            2026-11-20T12:00    | 2026-11-21T09:00    | passes
            2026-10-12T12:00    | 2026-10-12T11:59:59 | held
            2026-10-12T12:00    |                     | held
            2026-12-02T12:00    | 2026-12-03T01:59:59 | passes
            2026-12-02T12:00    | 2026-12-03T02:00    | held
            2026-12-02T12:00    | 2026-12-03T02:00:01 | held
            """)
    void a_notice_is_sent_once_the_default_arose_and_delivered_before_the_file_is_generated(
            String sent, @Nullable String delivered, String verdict) {
        assertThat(loan().notice("BEFORE_NEGATIVE", sent, delivered, "receipt 7")
                        .verdict(Gate.PRE_NOTICE, DAY))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BEFORE_NEGATIVE | receipt 7 | passes
            BEFORE_NEGATIVE |           | held
            BEFORE_NEGATIVE | ''        | held
            BEFORE_NEGATIVE | '  '      | held
            before_negative | receipt 7 | held
            REMINDER        | receipt 7 | held
            """)
    void a_notice_is_of_the_agreed_kind_and_evidenced(String kind, @Nullable String evidence, String verdict) {
        assertThat(loan().notice(kind, "2026-10-12T12:00", "2026-10-12T12:01", evidence)
                        .verdict(Gate.PRE_NOTICE, DAY))
                .isEqualTo(verdict);
    }

    @Test
    void no_notice_lends_another_what_it_lacks() {
        Cases two = loan().notice("BEFORE_NEGATIVE", "2026-10-12T12:00", null, "receipt 7")
                .notice("BEFORE_NEGATIVE", "2026-10-12T12:00", "2026-10-12T12:01", null);
        assertThat(two.asks(Gate.PRE_NOTICE, DAY))
                .isEqualTo(
                        "held no delivered notice since the default arose: episode since 2026-10-11, last notice n1");
        assertThat(two.notice("2026-10-13T12:00", "2026-10-13T12:01").verdict(Gate.PRE_NOTICE, DAY))
                .isEqualTo("passes");
    }

    /** October is paid on 5 November, so that November's episode began on the 11th. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-11, held", "2026-10-31, held", "2026-11-10, held",
        "2026-11-11, passes", "2026-11-30, passes", "2026-12-01, held"
    })
    void what_was_told_negative_in_this_episode_lets_the_next_record_through(String reported, String verdict) {
        assertThat(loan().paid("2026-11-05", 1000).reportedNegative(reported).verdict(Gate.PRE_NOTICE, "2026-11-30"))
                .isEqualTo(verdict);
    }

    @Test
    void a_notice_of_an_earlier_episode_is_none_of_this_one() {
        Cases relapsed = loan().paid("2026-11-05", 1000).notice("2026-10-12T12:00", "2026-10-12T12:01");
        assertThat(relapsed.verdict(Gate.PRE_NOTICE, DAY)).isEqualTo("passes");
        assertThat(relapsed.verdict(Gate.PRE_NOTICE, "2026-11-30")).isEqualTo("held");
    }

    @Test
    void a_part_payment_leaves_the_episode_and_its_notice() {
        Cases partly = loan().paid("2026-11-05", 999).notice("2026-10-12T12:00", "2026-10-12T12:01");
        assertThat(partly.verdict(Gate.PRE_NOTICE, "2026-11-30")).isEqualTo("passes");
    }

    @Test
    void without_any_notice_the_evidence_says_so() {
        assertThat(loan().asks(Gate.PRE_NOTICE, DAY))
                .isEqualTo("held no delivered notice since the default arose: episode since 2026-10-11, no notice");
    }
}

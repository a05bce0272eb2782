package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Policy;
import io.arrears.ledger.Consent;
import io.arrears.ledger.Dispute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days by which somebody is to be notified or answered, and what somebody looks at. */
class DeadlinesTest {

    private static final ReportingTerms FURNISHING = new ReportingTerms(
            "pboc",
            ReportingTerms.Environment.PRODUCTION,
            ZoneOffset.UTC,
            LocalDate.of(2026, 3, 10),
            true,
            List.of(),
            new ReportingCalendar(0, 2, 30),
            Products.ofLoans(Set.of()),
            10,
            100,
            30,
            "BEFORE_NEGATIVE",
            new Jurisdiction(20, Map.of()),
            Policy.Threshold.LEDGER);

    @ParameterizedTest(name = "since {0}, {1} days of grace, as of {2}: before {3}")
    @CsvSource({
        "2026-10-30, 0, 2026-10-31, 2026-11-02",
        "2026-10-31, 0, 2026-10-31, 2026-11-02",
        "2026-11-01, 0, 2026-11-01, 2026-12-02",
        "2026-10-29, 2, 2026-10-31, 2026-11-02",
        "2026-10-29, 3, 2026-11-01, 2026-12-02",
        "2026-10-30, 0, 2026-11-01, 2026-11-02",
        "2026-10-30, 0, 2026-11-02, 2026-11-03",
        "2026-10-30, 0, 2026-11-20, 2026-11-21",
        "2026-02-20, 0, 2026-03-01, 2026-04-02",
        "2026-03-09, 0, 2026-03-12, 2026-04-02",
    })
    void a_notice_is_due_before_the_run_that_tells_the_episode_s_first_month(
            LocalDate began, int grace, LocalDate asOf, LocalDate before) {
        assertThat(Deadlines.notifyBy(began, grace, FURNISHING, asOf)).isEqualTo(before);
    }

    private static Dispute dispute(@Nullable String resolvedOn) {
        return new Dispute("D1", LocalDate.of(2026, 2, 9), resolvedOn == null ? null : LocalDate.parse(resolvedOn));
    }

    @Test
    void a_dispute_is_answered_within_twenty_days() {
        assertThat(Deadlines.answerBy(dispute(null), new Jurisdiction(20, Map.of())))
                .isEqualTo("2026-03-01");
    }

    @ParameterizedTest(name = "resolved {0}: {1}")
    @CsvSource({",true", "2026-02-19,false", "2026-02-20,false", "2026-02-21,true"})
    void a_dispute_is_unresolved_until_the_day_of_its_answer(@Nullable String resolvedOn, boolean unresolved) {
        assertThat(Deadlines.isUnresolved(dispute(resolvedOn), LocalDate.of(2026, 2, 20)))
                .isEqualTo(unresolved);
    }

    @ParameterizedTest(name = "{0} days past due: {1}")
    @CsvSource({"1,false", "29,false", "30,true", "31,true"})
    void a_record_is_looked_at_from_the_lender_s_own_severity_on(int dpd, boolean looked) {
        assertThat(Deadlines.isForLegalReview(dpd, FURNISHING)).isEqualTo(looked);
    }

    private static Consent consent(String version, @Nullable String withdrawnAt) {
        return new Consent(
                "pboc",
                version,
                Instant.parse("2026-01-01T00:00:00Z"),
                withdrawnAt == null ? null : Instant.parse(withdrawnAt));
    }

    @Test
    void a_withdrawn_consent_is_looked_at_unless_another_stands() {
        Consent withdrawn = consent("1", "2026-02-01T00:00:00Z");
        assertThat(Deadlines.withdrawn(List.of())).isEmpty();
        assertThat(Deadlines.withdrawn(List.of(consent("1", null)))).isEmpty();
        assertThat(Deadlines.withdrawn(List.of(withdrawn, consent("2", null)))).isEmpty();
        assertThat(Deadlines.withdrawn(List.of(withdrawn))).contains(withdrawn);
    }
}

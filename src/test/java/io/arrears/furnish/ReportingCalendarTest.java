package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The day spoken of and the run that speaks are apart. */
class ReportingCalendarTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 2026-10-30 | 2026-09-30
            0 | 2026-10-31 | 2026-10-31
            0 | 2026-11-01 | 2026-10-31
            0 | 2026-02-27 | 2026-01-31
            0 | 2026-02-28 | 2026-02-28
            0 | 2028-02-28 | 2028-01-31
            0 | 2028-02-29 | 2028-02-29
            2 | 2026-10-31 | 2026-09-30
            2 | 2026-11-01 | 2026-09-30
            2 | 2026-11-02 | 2026-10-31
            2 | 2026-11-03 | 2026-10-31
            2 | 2026-03-01 | 2026-01-31
            2 | 2026-03-02 | 2026-02-28
            2 | 2028-03-01 | 2028-01-31
            2 | 2028-03-02 | 2028-02-29
            2 | 2100-03-02 | 2100-02-28
            2 | 2027-01-01 | 2026-11-30
            2 | 2027-01-02 | 2026-12-31
            40| 2026-12-09 | 2026-09-30
            40| 2026-12-10 | 2026-10-31
            """)
    void months_are_told_so_many_days_after_their_last(int lag, LocalDate asOf, LocalDate monthsUntil) {
        assertThat(new ReportingCalendar(0, lag, 30).on(asOf).monthsUntil()).isEqualTo(monthsUntil);
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-03-01, 2026-03-01", "1, 2026-03-01, 2026-02-28", "1, 2028-03-01, 2028-02-29"})
    void events_are_told_so_many_days_after_they_happened(int lag, LocalDate asOf, LocalDate eventsUntil) {
        assertThat(new ReportingCalendar(lag, 2, 30).on(asOf).eventsUntil()).isEqualTo(eventsUntil);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-31 | 2026-11-01 | false
            2026-11-01 | 2026-11-02 | true
            2026-11-02 | 2026-11-03 | false
            2026-11-01 | 2026-11-20 | true
            2026-11-02 | 2026-12-01 | false
            2026-11-02 | 2026-12-02 | true
            2026-08-15 | 2026-11-20 | true
            2025-11-02 | 2026-11-02 | true
            2026-11-02 | 2026-11-02 | false
            2028-03-01 | 2028-03-02 | true
            """)
    void a_run_opens_a_month_that_the_run_before_could_not_tell(LocalDate previous, LocalDate asOf, boolean opens) {
        assertThat(new ReportingCalendar(0, 2, 30).opensMonth(previous, asOf)).isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31, true, 2026-11-02",
        "2026-10-31, false, 2026-11-01",
        "2028-02-29, true, 2028-03-02",
        "2026-12-31, true, 2027-01-02",
        "2026-02-28, true, 2026-03-02"
    })
    void a_day_is_told_by_the_run_after_its_lag(LocalDate day, boolean monthEnd, LocalDate run) {
        assertThat(new ReportingCalendar(1, 2, 30).tellsOn(day, monthEnd)).isEqualTo(run);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-11-02",
        "2026-10-31, 2026-11-02",
        "2026-11-01, 2026-12-02",
        "2028-02-29, 2028-03-02",
        "2026-12-31, 2027-01-02"
    })
    void a_month_is_told_of_every_day_in_it_at_once(LocalDate day, LocalDate run) {
        assertThat(new ReportingCalendar(0, 2, 30).tellsMonthOf(day)).isEqualTo(run);
    }

    /** From end to end of ten years, with two leap days. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 28, 31, 40})
    void nightly_runs_open_every_month_once_on_the_day_that_tells_it(int lag) {
        ReportingCalendar schedule = new ReportingCalendar(0, lag, 30);
        YearMonth next = YearMonth.from(schedule.on(LocalDate.of(2026, 1, 1)).monthsUntil())
                .plusMonths(1);
        for (LocalDate asOf = LocalDate.of(2026, 1, 2); asOf.getYear() < 2036; asOf = asOf.plusDays(1)) {
            boolean tells = schedule.tellsMonthOf(next.atDay(1)).equals(asOf);
            assertThat(schedule.opensMonth(asOf.minusDays(1), asOf))
                    .as("as of %s", asOf)
                    .isEqualTo(tells);
            if (tells) {
                assertThat(schedule.on(asOf).monthsUntil()).isEqualTo(next.atEndOfMonth());
                next = next.plusMonths(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05, 2026-10-05, true", // the day itself
        "2026-10-05, 2026-10-07, true", // two days after
        "2026-10-05, 2026-10-08, false",
        "2026-10-05, 2026-10-01, true" // known before it was opened
    })
    void an_opening_is_told_by_itself_unless_it_was_learnt_late(LocalDate opened, LocalDate known, boolean tells) {
        assertThat(new ReportingCalendar(0, 2, 3).tellsOpening(opened, known)).isEqualTo(tells);
    }

    @Test
    void a_lag_of_a_month_and_more_still_tells_the_months_in_order() {
        assertThat(new ReportingCalendar(0, 31, 30)
                        .on(LocalDate.of(2026, 3, 31))
                        .monthsUntil())
                .isEqualTo(LocalDate.of(2026, 2, 28));
    }
}

package io.arrears.publish;

import static io.arrears.furnish.Cases.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Cases;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Meaning.Moment;
import io.arrears.furnish.Pending;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a paid-up account on the night of 2 December 2026, and whether the next run looks at it again. */
class BureauNightTest {

    private static final String NIGHT = "2026-12-02";
    private static final ReportingCalendar AT_ONCE = new ReportingCalendar(0, 2, 30);
    private static final ReportingCalendar TWO_DAYS_LATER = new ReportingCalendar(2, 2, 30);

    private static final Decision GOES = Decided.report("2026-11-30", Moment.MONTH_END, false);
    private static final Decision WAITS = Decided.hold("review", "2026-11-30", Moment.MONTH_END);

    private static Cases paid() {
        return loan().paid("2026-10-10", 3000);
    }

    private static Furnished furnish(
            Cases loan, ReportingCalendar calendar, Function<ReportingCalendar.Due, List<Decision>> decides) {
        return Decided.night(loan, NIGHT, calendar, true, decides)
                .furnish(loan.dossier())
                .orElseThrow();
    }

    static Stream<Arguments> nextNights() {
        return Stream.of(
                Arguments.of("all is said", paid(), List.of(GOES), "-"),
                Arguments.of("nothing is due", paid(), List.of(), "-"),
                Arguments.of("none of the bureau's", paid(), List.of(Decided.exclusion(NIGHT)), "-"),
                Arguments.of("held", paid(), List.of(GOES, WAITS), "no day"),
                Arguments.of("rejected", paid(), List.of(Decided.rejection("2026-11-30"), GOES), "no day"),
                Arguments.of("held, the past changed", paid().restates("2026-10-05"), List.of(WAITS), "2026-10-05"),
                Arguments.of("reported, the past changed", paid().restates("2026-10-05"), List.of(GOES), "-"),
                Arguments.of("prepared before", paid().reported(Reported.State.PREPARED), List.of(), "no day"),
                Arguments.of("released before", paid().reported(Reported.State.RELEASED), List.of(), "no day"),
                Arguments.of("sent before", paid().reported(Reported.State.SENT), List.of(), "-"),
                Arguments.of("disputed", paid().disputed("d1", NIGHT, null), List.of(GOES), "no day"),
                Arguments.of(
                        "disputed, the past changed",
                        paid().disputed("d1", NIGHT, null).restates("2026-10-05"),
                        List.of(GOES),
                        "no day")); // what was heard of the past was said
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nextNights")
    void the_next_run_looks_again_at_what_waits(String name, Cases loan, List<Decision> decisions, String since) {
        assertThat(words(furnish(loan, AT_ONCE, due -> decisions).pending())).isEqualTo(since);
    }

    /** Events are reported two days after they happen, so that tonight's come on the 4th. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-30 | -
            2026-12-01 | no day
            2026-12-02 | no day
            2026-12-03 | -
            """)
    void the_next_run_looks_again_at_what_happened_and_is_not_due_yet(String happened, String since) {
        Decision event = Decided.report(happened, Moment.EVENT, false);
        Function<ReportingCalendar.Due, List<Decision>> decides =
                due -> event.reportedOn().isAfter(due.eventsUntil()) ? List.of() : List.of(event);
        assertThat(words(furnish(paid(), TWO_DAYS_LATER, decides).pending())).isEqualTo(since);
    }

    private static String words(@Nullable Pending pending) {
        if (pending == null) {
            return "-";
        }
        assertThat(pending.account()).isEqualTo("L1");
        return pending.since() == null ? "no day" : pending.since().toString();
    }

    @Test
    void only_reports_go_out_and_every_list_has_its_rows() {
        Furnished furnished = furnish(
                paid().disputed("d1", NIGHT, null),
                AT_ONCE,
                due -> List.of(WAITS, GOES, Decided.exclusion(NIGHT), GOES));
        assertThat(furnished.account()).isEqualTo("L1");
        assertThat(furnished.records()).containsExactly((Decision.Report) GOES, (Decision.Report) GOES);
        assertThat(furnished.lines()).containsOnlyKeys("held.csv", "excluded.csv", "disputes-due.csv");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-02, true", "2026-12-03, false"})
    void an_account_is_looked_at_from_its_opening_on(String opened, boolean isLookedAt) {
        Cases loan = loan().opened(opened);
        assertThat(Decided.night(loan, NIGHT, AT_ONCE, true, due -> List.of(GOES))
                        .furnish(loan.dossier())
                        .isPresent())
                .isEqualTo(isLookedAt);
    }
}

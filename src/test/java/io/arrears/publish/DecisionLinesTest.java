package io.arrears.publish;

import static io.arrears.furnish.Cases.loan;
import static io.arrears.publish.Decided.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.AccountDays;
import io.arrears.furnish.Cases;
import io.arrears.furnish.Decision;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Meaning.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the lists say of each decision on the night of 2 December 2026, when months are reported two days after their end and events
 * at once. 10.00 fell due on the 10th of October and of November.
 */
class DecisionLinesTest {

    private static final String NIGHT = "2026-12-02";

    /** What one decision adds: whether it waits, and each list's rows without their ends. */
    private record Added(boolean waits, Map<String, String> lines) {

        String of(FurnishCsv list) {
            return lines.getOrDefault(list.file(), "").replace("\r\n", ";");
        }
    }

    private static Added added(Cases loan, boolean listsExcluded, Decision decision) {
        BureauNight night = Decided.night(loan, NIGHT, listsExcluded);
        ListLines lines = new ListLines();
        AccountDays days = new AccountDays(loan.dossier().facts(), night.policy());
        boolean waits = new DecisionLines(night, loan.dossier(), days, lines).add(decision);
        return new Added(waits, lines.byFile());
    }

    /** An alarm after ten days. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            MONTH_END | 2026-11-30 | 2026-12-02 |  0 | -
            MONTH_END | 2026-11-20 | 2026-11-22 | 10 | -
            MONTH_END | 2026-11-19 | 2026-11-21 | 11 | yes
            MONTH_END | 2026-10-31 | 2026-11-02 | 30 | yes
            EVENT     | 2026-11-22 | 2026-11-22 | 10 | -
            EVENT     | 2026-11-21 | 2026-11-21 | 11 | yes
            EVENT     | 2026-12-05 | 2026-12-05 |  0 | -
            """)
    void what_is_held_counts_its_days_from_the_night_it_was_due(
            Moment moment, String day, String dueOn, int days, @Nullable String alarm) {
        Added added = added(loan(), false, Decided.hold("review", day, moment));
        assertThat(added.of(FurnishCsv.HELD))
                .isEqualTo("L1,pboc,210,30," + day + ",review,a reason,evidence," + dueOn + "," + days + ","
                        + (alarm == null ? "" : alarm) + ",data,import; review accept,;");
        assertThat(added.waits()).isTrue();
    }

    @Test
    void a_row_that_is_a_person_s_names_the_borrower() {
        LocalDate day = LocalDate.parse("2026-11-30");
        Meaning ofPerson =
                new Meaning(Meaning.Subject.PERSON, Meaning.Act.REPORT, Moment.EVENT, day, false, false, null);
        GateResult stop = new GateResult("complete", false, "a reason", "evidence");
        Decision.Rejection.Broken broken = new Decision.Rejection.Broken("D3", "Name", "王*", "too long");

        assertThat(added(loan(), false, new Decision.Hold("110", null, day, ofPerson, stop))
                        .of(FurnishCsv.HELD))
                .isEqualTo("L1,pboc,110,,2026-11-30,complete,a reason,evidence,2026-11-30,2,,data,import,B1;");
        assertThat(added(loan(), false, new Decision.Rejection("110", null, day, ofPerson, List.of(broken)))
                        .of(FurnishCsv.REJECTED))
                .isEqualTo("L1,pboc,110,,2026-11-30,D3,Name,王*,too long,B1;");
    }

    @Test
    void what_is_rejected_has_a_row_a_rule_and_waits() {
        Added added = added(
                loan(),
                false,
                Decided.rejection(
                        "2026-11-30",
                        new Decision.Rejection.Broken("D3", "TotOverd", "-1", "too small"),
                        new Decision.Rejection.Broken("D7", "Month", "", "missing")));
        assertThat(added.lines())
                .containsOnly(Map.entry(
                        "rejected.csv",
                        "L1,pboc,210,30,2026-11-30,D3,TotOverd,-1,too small,\r\n"
                                + "L1,pboc,210,30,2026-11-30,D7,Month,,missing,\r\n"));
        assertThat(added.waits()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | L1,pboc,scope,a reason,evidence;
            false | ''
            """)
    void who_is_none_of_the_bureau_s_is_listed_once_a_month_and_does_not_wait(boolean listsExcluded, String row) {
        Added added = added(loan(), listsExcluded, Decided.exclusion(NIGHT));
        assertThat(added.of(FurnishCsv.EXCLUDED)).isEqualTo(row);
        assertThat(added.waits()).isFalse();
    }

    @Test
    void a_correction_has_a_row_a_value_that_it_changes() {
        Decision correction = report(
                "2026-11-30",
                Moment.MONTH_END,
                false,
                Map.of("RpyStatus", "1", "TotOverd", "3", "Month", "2026-11"),
                Map.of("RpyStatus", "2", "Month", "2026-11", "OverdPrd", "1"));
        Added added = added(loan(), false, correction);
        assertThat(added.lines())
                .containsOnly(Map.entry(
                        "corrections.csv",
                        "L1,pboc,210,30,2026-11-30,OverdPrd,1,\r\n"
                                + "L1,pboc,210,30,2026-11-30,RpyStatus,2,1\r\n"
                                + "L1,pboc,210,30,2026-11-30,TotOverd,,3\r\n"));
        assertThat(added.waits()).isFalse();
    }

    static Stream<Arguments> dueOnTheDayReported() {
        String day = "2026-11-10";
        String row = "L1,pboc,210,30,2026-11-10,";
        return Stream.of(
                Arguments.of(0, report(day, Moment.MONTH_END, false), row + "10.00,CNY,not overdue;"),
                Arguments.of(0, report(day, Moment.MONTH_END, true), row + "10.00,CNY,overdue;"),
                Arguments.of(0, Decided.hold("review", day, Moment.MONTH_END), row + "10.00,CNY,held;"),
                Arguments.of(1000, report(day, Moment.MONTH_END, false), row + "10.00,CNY,not overdue;"),
                Arguments.of(1400, report(day, Moment.MONTH_END, false), row + "6.00,CNY,not overdue;"),
                Arguments.of(2000, report(day, Moment.MONTH_END, false), ""),
                Arguments.of(0, report("2026-11-09", Moment.MONTH_END, false), ""),
                Arguments.of(0, report("2026-11-11", Moment.MONTH_END, true), ""),
                Arguments.of(0, report(day, Moment.EVENT, false), ""),
                Arguments.of(0, Decided.hold("review", day, Moment.EVENT), ""),
                Arguments.of(0, Decided.rejection(day), ""),
                Arguments.of(0, Decided.exclusion(day), ""));
    }

    /** Paid on 5 November: the oldest first. */
    @ParameterizedTest
    @MethodSource("dueOnTheDayReported")
    void what_fell_due_on_the_day_reported_and_is_unpaid_is_shown(long paid, Decision decision, String row) {
        Cases loan = paid == 0 ? loan() : loan().paid("2026-11-05", paid);
        assertThat(added(loan, false, decision).of(FurnishCsv.DUE_ON_MONTH_END)).isEqualTo(row);
    }

    @Test
    void a_report_without_anything_to_say_adds_nothing() {
        Added added = added(loan(), true, report("2026-11-30", Moment.MONTH_END, true));
        assertThat(added.lines()).isEmpty();
        assertThat(added.waits()).isFalse();
    }
}

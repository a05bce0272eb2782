package io.arrears.publish;

import static io.arrears.furnish.Cases.loan;
import static io.arrears.publish.Decided.exclusion;
import static io.arrears.publish.Decided.hold;
import static io.arrears.publish.Decided.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.AccountDays;
import io.arrears.furnish.Cases;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Meaning.Moment;
import java.util.ArrayList;
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
 * What the lists ask somebody to do, by the night of 2 December 2026 unless a row says another. 10.00 fell due on the 10th of October
 * and of November, so that an unpaid loan's episode began on 11 October; months are reported two days after their end.
 */
class DutyLinesTest {

    private static final String NIGHT = "2026-12-02";

    /** Whether the next run must look again, and each list's rows without their ends. */
    private record Added(boolean isPending, Map<String, String> lines) {

        String of(String list) {
            return lines.getOrDefault(list, "").replace("\r\n", ";");
        }
    }

    private static Added added(Cases loan, String night, List<Decision> decisions) {
        BureauNight of = Decided.night(loan, night, false);
        ListLines lines = new ListLines();
        AccountDays days = new AccountDays(loan.dossier().facts(), of.policy());
        boolean isPending = new DutyLines(of, loan.dossier(), days, lines).add(decisions);
        return new Added(isPending, lines.byFile());
    }

    static Stream<Arguments> notices() {
        Decision october = hold("pre-notice", "2026-10-31", Moment.MONTH_END);
        Decision november = hold("pre-notice", "2026-11-30", Moment.MONTH_END);
        String today = "L1,pboc,2026-10-11,53,2026-12-03;";
        String over = "L1,pboc,2026-10-11,21,2026-12-03;";
        String newer = "L1,pboc,2026-11-11,22,2026-12-03;";
        return Stream.of(
                // what is paid on 5 November, and what waits for its notice
                Arguments.of(0, List.of(), today),
                Arguments.of(0, List.of(october, november), today), // one episode
                Arguments.of(1000, List.of(), newer),
                Arguments.of(1000, List.of(october), newer + over),
                Arguments.of(1000, List.of(november, october), newer + over),
                Arguments.of(2000, List.of(), ""),
                Arguments.of(2000, List.of(october), over),
                Arguments.of(2000, List.of(hold("review", "2026-10-31", Moment.MONTH_END)), ""),
                Arguments.of(2000, List.of(hold("pre-notice", "2026-10-31", Moment.EVENT)), ""),
                Arguments.of(2000, List.of(report("2026-10-31", Moment.MONTH_END, true)), ""),
                Arguments.of(0, List.of(exclusion(NIGHT)), ""));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void each_episode_without_a_notice_asks_for_one(long paid, List<Decision> decisions, String rows) {
        Cases loan = paid == 0 ? loan() : loan().paid("2026-11-05", paid);
        Added added = added(loan, NIGHT, decisions);
        assertThat(added.of("notices-due.csv")).isEqualTo(rows);
        assertThat(added.isPending()).isEqualTo(!rows.isEmpty());
    }

    /** The last night on which it helps is that before the first month of the episode is reported. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-10 | ''
            2026-10-11 | L1,pboc,2026-10-11,1,2026-11-02;
            2026-11-01 | L1,pboc,2026-10-11,22,2026-11-02;
            2026-11-02 | L1,pboc,2026-10-11,23,2026-11-03;
            """)
    void a_notice_is_due_from_the_first_day_past_due(String night, String rows) {
        assertThat(added(loan(), night, List.of()).of("notices-due.csv")).isEqualTo(rows);
    }

    @Test
    void who_was_notified_in_this_episode_is_not_asked_for() {
        Added added = added(loan().notice("2026-10-12T12:00", "2026-10-12T12:01"), NIGHT, List.of());
        assertThat(added.lines()).isEmpty();
        assertThat(added.isPending()).isFalse();
    }

    /** From 30 days on; nothing that is paid later takes it away. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-09 | true  | false | L1,pboc,210,30,2026-11-09,30;
            2026-11-08 | true  | false | ''
            2026-11-09 | false | false | ''
            2026-11-09 | true  | true  | ''
            """)
    void a_negative_record_of_many_days_is_looked_at(String day, boolean negative, boolean excluded, String row) {
        List<Decision> decisions = new ArrayList<>(List.of(report(day, Moment.EVENT, negative)));
        if (excluded) {
            decisions.add(exclusion(NIGHT));
        }
        Cases loan = loan().severeFrom(30).paid("2026-12-01", 3000);
        Added added = added(loan, NIGHT, decisions);
        assertThat(added.of("legal-review.csv")).isEqualTo(row);
        assertThat(added.isPending()).isFalse();
    }

    /** The first was withdrawn on 15 September; another may have been given in October. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                | -                | false | true
            2026-10-01T00:00 | -                | false | false
            2026-10-01T00:00 | 2026-11-01T00:00 | false | true
            -                | -                | true  | false
            """)
    void a_consent_that_was_withdrawn_is_looked_at_unless_another_stands(
            @Nullable String again, @Nullable String withdrawn, boolean excluded, boolean isAsked) {
        Cases loan = loan().paid("2026-10-10", 3000).consent("2026-09-01T00:00", "2026-09-15T00:00");
        if (again != null) {
            loan.consent(again, withdrawn);
        }
        Added added = added(loan, NIGHT, excluded ? List.of(exclusion(NIGHT)) : List.of());
        assertThat(added.of("review.csv").startsWith("L1,条例 art. 29,CONSENT_WITHDRAWN,v0,"))
                .isEqualTo(isAsked);
        assertThat(added.isPending()).isEqualTo(isAsked);
    }

    /** Twenty days to answer it, of an account that is none of the bureau's too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-11-20 | -          | true  | L1,d1,2026-11-20,2026-12-10,8;
            2026-11-10 | -          | true  | L1,d1,2026-11-10,2026-11-30,-2;
            2026-12-02 | -          | true  | L1,d1,2026-12-02,2026-12-22,20;
            2026-12-03 | -          | true  | ''
            2026-11-20 | 2026-12-03 | true  | L1,d1,2026-11-20,2026-12-10,8;
            2026-11-20 | 2026-12-02 | false | ''
            """)
    void a_dispute_is_answered_in_time(String opened, @Nullable String resolved, boolean isPending, String row) {
        Cases loan = loan().paid("2026-10-10", 3000).disputed("d1", opened, resolved);
        for (List<Decision> decisions : List.of(List.<Decision>of(), List.of(exclusion(NIGHT)))) {
            Added added = added(loan, NIGHT, decisions);
            assertThat(added.of("disputes-due.csv")).isEqualTo(row);
            assertThat(added.isPending()).isEqualTo(isPending);
        }
    }
}

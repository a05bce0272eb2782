package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Policy.GraceMode;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a settlement day remembers: the last episode's end, and the month's agreements and changes of version. */
class SettlementHistoryTest {

    private static LocalDate dayOrNone(String text) {
        return text == null ? null : day(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-10 |            | never in one
            2026-02-11 |            | in the first
            2026-02-19 |            |
            2026-02-20 | 2026-02-20 | paid
            2026-03-10 | 2026-02-20 |
            2026-03-11 |            | in the second
            2026-03-15 | 2026-03-15 | paid again
            2026-04-30 | 2026-03-15 | closed since
            """)
    void of_two_episodes_the_last_end_is_told_and_none_inside_one(String on, String ended, String why) {
        Settlement settlement = loan().due(1, "2026-02-10", 1000)
                .due(2, "2026-03-10", 1000)
                .paid("p", "2026-02-20", 1000)
                .paid("q", "2026-03-15", 1000)
                .settled(on);
        assertThat(settlement.episodeEndedOn()).isEqualTo(dayOrNone(ended));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-13 | 2026-02-28 |
            2026-02-14 | 2026-02-28 |
            2026-02-15 | 2026-02-28 | 2026-02-15
            """)
    void what_is_paid_before_grace_is_over_ends_no_episode(String paid, String on, String ended) {
        Loans loan = loan().due(1, "2026-02-10", 1000).paid("p", paid, 1000);
        for (GraceMode mode : GraceMode.values()) {
            assertThat(loan.settled(on, policy().grace(3, mode).build()).episodeEndedOn())
                    .isEqualTo(dayOrNone(ended));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-19 |
            2026-02-20 | 2026-02-20
            2026-03-04 | 2026-02-20
            2026-03-05 |
            """)
    void a_reversal_begins_another_and_earlier_days_still_see_the_end(String on, String ended) {
        Settlement settlement = loan().due(1, "2026-02-10", 1000)
                .paid("p", "2026-02-20", 1000)
                .reversed("r", "p", "2026-03-05", 1000)
                .settled(on);
        assertThat(settlement.episodeEndedOn()).isEqualTo(dayOrNone(ended));
    }

    @Test
    void a_version_that_re_ages_the_arrears_ends_the_episode_on_its_first_day() {
        assertThat(versions().settled("2026-02-14").episodeEndedOn()).isNull();
        assertThat(versions().settled("2026-02-25").episodeEndedOn()).isEqualTo(day("2026-02-15"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-19 |
            2026-02-20 |
            2026-02-21 | 2026-02-21
            """)
    void an_episode_over_by_the_opening_is_none(String paid, String ended) {
        Settlement settlement = loan().opened("2026-02-20")
                .due(1, "2026-02-10", 1000)
                .paid("p", "2026-02-15", 400)
                .paid("q", paid, 600)
                .settled("2026-03-31");
        assertThat(settlement.episodeEndedOn()).isEqualTo(dayOrNone(ended));
    }

    /** 1000 due on 10 February, and on the 25th, whose rest an extension from the 20th on puts off to July. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-10 | 1000 | 2026-02-28 | 1000 | 2026-02-10 | false | paid on its day
            2026-02-15 | 1000 | 2026-02-28 | 1000 | 2026-02-10 | true  | paid late
            2026-02-15 |  400 | 2026-02-28 |  400 | 2026-02-10 | false | the rest is no longer due
            2026-01-20 | 1000 | 2026-02-28 |    0 | 2026-02-10 | false | paid before the month
            2026-02-15 | 1900 | 2026-02-28 | 1000 | 2026-02-10 | true  | the 25th came after the extension
            2026-02-15 | 1000 | 2026-02-19 |    0 | 2026-02-10 | true  | the first version is in force
            2026-02-15 | 1000 | 2026-03-31 |    0 |            | false | another month
            2026-02-27 |  100 | 2026-02-28 |    0 |            | false | nothing was paid by the first version
            """)
    void what_fell_due_and_was_paid_before_a_change_of_version_was_due_in_the_month(
            String paid, long amount, String on, long before, String last, boolean late, String why) {
        long unpaid = Math.max(0, 2000 - amount);
        Settlement settlement = loan().due(1, 1, "2026-02-10", 1000, 0)
                .due(1, 2, "2026-02-25", 1000, 0)
                .due(2, 1, "2026-07-10", paid.compareTo("2026-02-20") < 0 ? unpaid : 2000, 0)
                .paid("p", paid, amount)
                .agreed("a", AgreementType.EXTENSION, "2026-02-20", noon("2026-02-20"), 2)
                .settled(on);
        assertThat(settlement.particulars().fellDueBefore()).as(why).isEqualTo(before);
        assertThat(settlement.lastDueInMonth()).as(why).isEqualTo(dayOrNone(last));
        assertThat(settlement.paidLate()).as(why).isEqualTo(late);
    }

    /** 100 due on 10 February and on 10 March; version 2 from 15 February, version 3 from 20 February. */
    private static Loans versions() {
        return loan().due(1, 1, "2026-02-10", 100, 0)
                .due(1, 2, "2026-03-10", 100, 0)
                .due(2, 1, "2026-02-25", 60, 3)
                .due(2, 2, "2026-05-10", 140, 0)
                .due(3, 1, "2026-02-26", 50, 0)
                .due(3, 2, "2027-01-01", 150, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-02-15", noon("2026-02-14"), 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-14 | 100 | 2026-02-10 | 1 | 0 | ''
            2026-02-15 |   0 |            | 2 | 2 | a
            2026-02-25 |  63 | 2026-02-25 | 1 | 2 | a
            2026-02-28 |  63 | 2026-02-25 | 1 | 2 | a
            2026-03-31 |   0 |            | 1 | 0 | ''
            2026-05-31 | 140 | 2026-05-10 | 0 | 0 | ''
            """)
    void from_a_change_of_version_on_the_month_is_the_new_ones(
            String on, long due, String last, int toCome, int monthsLater, String agreements) {
        Settlement settlement = versions().settled(on);
        assertThat(settlement.dueInMonth()).isEqualTo(due);
        assertThat(settlement.lastDueInMonth()).isEqualTo(dayOrNone(last));
        assertThat(settlement.instalmentsToCome()).isEqualTo(toCome);
        assertThat(settlement.monthsLater()).isEqualTo(monthsLater);
        assertThat(ids(settlement)).isEqualTo(agreements);
    }

    private static String ids(Settlement settlement) {
        return settlement.monthAgreements().stream().map(Agreement::id).collect(joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-19 |  2 | a
            2026-02-20 | 10 | a b
            2026-02-28 | 10 | a b
            2026-03-31 |  0 | ''
            """)
    void several_changes_of_a_month_are_counted_from_before_the_first(String on, int monthsLater, String agreements) {
        Settlement settlement = versions()
                .agreed("b", AgreementType.EXTENSION, "2026-02-20", noon("2026-02-19"), 3)
                .settled(on);
        assertThat(settlement.monthsLater()).isEqualTo(monthsLater);
        assertThat(ids(settlement)).isEqualTo(agreements);
    }

    @Test
    void a_change_of_the_next_month_is_counted_from_the_one_of_this_month() {
        Settlement settlement = versions()
                .agreed("b", AgreementType.EXTENSION, "2026-03-01", noon("2026-02-19"), 3)
                .settled("2026-03-01");
        assertThat(settlement.monthsLater()).isEqualTo(8);
        assertThat(ids(settlement)).isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-31 |  0 | the same month
            2026-04-01 |  1 | the next day is the next month
            2026-04-30 |  1 | thirty days later
            2027-02-28 | 11 | over the end of the year
            2026-02-28 | -1 | sooner
            2026-01-31 | -2 |
            """)
    void months_are_those_of_the_calendar_and_sooner_is_below_zero(String lastDue, int monthsLater, String why) {
        Settlement settlement = loan().due(1, 1, "2026-03-31", 100, 0)
                .due(2, 1, "2026-01-20", 10, 0)
                .due(2, 2, lastDue, 90, 0)
                .agreed("a", AgreementType.SETTLEMENT, "2026-02-15", noon("2026-02-14"), 2)
                .settled("2026-02-28");
        assertThat(settlement.monthsLater()).isEqualTo(monthsLater);
    }

    /** 31 January 2026 is a Saturday, so the instalment of both versions is due in February. */
    @Test
    void months_are_those_of_the_moved_due_dates() {
        Policy rolling = policy().rolling(new BusinessCalendar("weekends", Set.of(), Set.of(), Set.of(2026)))
                .build();
        Settlement settlement = loan().due(1, 1, "2026-01-31", 100, 0)
                .due(2, 1, "2026-02-28", 100, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-01-15", noon("2026-01-14"), 2)
                .settled("2026-01-31", rolling);
        assertThat(settlement.monthsLater()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRANSFER  |   | a t
            EXTENSION |   | a
            EXTENSION | 9 | a
            EXTENSION | 1 | a
            EXTENSION | 2 | a t
            """)
    void agreements_that_were_set_aside_are_left_out(AgreementType type, Integer version, String agreements) {
        Settlement settlement = versions()
                .agreed("t", type, "2026-02-28", noon("2026-02-28"), version)
                .agreed("u", AgreementType.TRANSFER, "2026-03-01", noon("2026-02-28"), null)
                .agreed("s", AgreementType.TRANSFER, "2026-01-31", noon("2026-01-31"), null)
                .settled("2026-02-28");
        assertThat(ids(settlement)).isEqualTo(agreements);
    }
}

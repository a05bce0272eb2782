package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D1: the due date as agreed, or moved to the following business day. */
class D1DueDateTest {

    /** Holidays on 6 April (a Monday) and 1 to 5 May; Saturdays 14 February and 9 May are worked. */
    private static final BusinessCalendar CALENDAR = new BusinessCalendar(
            "test",
            days("2026-04-06", "2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2026-05-05", "2026-12-31"),
            days("2026-02-14", "2026-05-09"),
            Set.of(2026));

    private static final Policy ROLLING = policy().rolling(CALENDAR).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-13 | 2026-03-13 | a Friday stays
            2026-03-14 | 2026-03-16 | Saturday
            2026-03-15 | 2026-03-16 | Sunday
            2026-03-16 | 2026-03-16 | Monday stays
            2026-01-31 | 2026-02-02 | a month's end on a Saturday moves into the next month
            2026-02-28 | 2026-03-02 | and on the last Saturday of February
            2026-04-04 | 2026-04-07 | Saturday, Sunday and a holiday on Monday
            2026-04-06 | 2026-04-07 | the holiday itself
            2026-04-07 | 2026-04-07 | the day after it stays
            2026-04-30 | 2026-04-30 | the day before a long holiday stays
            2026-05-01 | 2026-05-06 | its first day
            2026-05-05 | 2026-05-06 | its last day
            2026-02-14 | 2026-02-14 | a worked Saturday stays
            2026-05-09 | 2026-05-09 | another worked Saturday
            2026-05-10 | 2026-05-11 | the Sunday after it does not
            """)
    void following_moves_a_due_date_to_the_next_business_day(String agreed, String moved, String why) {
        LocalDate expected = day(moved);
        assertThat(ROLLING.dueDate(day(agreed))).isEqualTo(expected);
        Loans loan = loan().due(1, agreed, 1000);
        assertThat(loan.on(expected.toString(), ROLLING).oldestDueOn()).isNull();
        assertThat(loan.on(expected.plusDays(1).toString(), ROLLING).oldestDueOn())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-14", "2026-03-15", "2026-04-06", "2026-05-01"})
    void none_leaves_every_due_date_where_it_is(String agreed) {
        Loans loan = loan().due(1, agreed, 1000);
        assertThat(loan.on(agreed).oldestDueOn()).isNull();
        assertThat(loan.on(day(agreed).plusDays(1).toString()).oldestDueOn()).isEqualTo(day(agreed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-15 | 0  | 0    | 0
            2026-03-16 | 0  | 0    | 0
            2026-03-17 | 1  | 1000 | 0
            2026-04-15 | 30 | 1000 | 0
            2026-04-16 | 31 | 0    | 1000
            """)
    void dpd_and_ageing_count_from_the_moved_date(String asOf, int dpd, long young, long old) {
        Delinquency figures = loan().due(1, "2026-03-14", 1000).figures(asOf, ROLLING);
        assertThat(figures.dpd()).isEqualTo(dpd);
        assertThat(figures.principalAged(AgeBand.DAYS_1_30)).isEqualTo(young);
        assertThat(figures.principalAged(AgeBand.DAYS_31_60)).isEqualTo(old);
    }

    @Test
    void the_episode_starts_the_day_after_the_moved_date() {
        assertThat(loan().due(1, "2026-03-14", 1000).on("2026-03-31", ROLLING).episodeStartedOn())
                .isEqualTo(day("2026-03-17"));
    }

    @Test
    void the_moved_date_decides_what_is_paid_first() {
        Loans loan =
                loan().due(1, "2026-03-14", 1000).fee("f", "2026-03-15", 30).paid("p", "2026-03-16", 30);
        assertThat(Books.owed(loan, "2026-03-16", ROLLING)).isEqualTo("f:0 1:1000");
        assertThat(Books.owed(loan, "2026-03-16", Loans.PLAIN)).isEqualTo("1:970 f:30");
    }

    @Test
    void a_charge_is_never_moved() {
        Policy ageing = policy().rolling(CALENDAR).chargesAge().build();
        Loans loan = loan().due(1, "2026-06-10", 1000).penalty("n", "2026-03-14", 30);
        assertThat(loan.figures("2026-03-14", ageing).dpd()).isZero();
        assertThat(loan.figures("2026-03-15", ageing).dpd()).isEqualTo(1);
    }

    @Test
    void a_due_date_before_the_years_that_the_calendar_lists_is_refused() {
        assertThatThrownBy(() -> loan().due(1, "2025-12-31", 1000).on("2026-03-31", ROLLING))
                .isInstanceOf(BusinessCalendar.UnknownYear.class)
                .hasMessageContaining("test");
    }

    @ParameterizedTest
    @CsvSource({"2027-01-02", "2026-12-31"})
    void a_coming_due_date_that_needs_a_year_not_listed_yet_is_not_moved_yet(String agreed) {
        Loans loan = loan().due(1, agreed, 1000);
        assertThat(loan.on("2026-03-31", ROLLING).wakesOn())
                .isEqualTo(day(agreed).plusDays(1));
    }

    private static Set<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
    }
}

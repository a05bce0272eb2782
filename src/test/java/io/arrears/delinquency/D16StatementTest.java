package io.arrears.delinquency;

import static io.arrears.delinquency.Lines.line;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D16: what a line owes by its statements, and which money pays them; amounts worked by hand, in minor units. */
class D16StatementTest {

    /** 1000 drawn on 5 January; the statement of the 31st asks for 100 and 20 of interest by 20 February. */
    private static final String BILLED = """
            d1 draw 01-05 1000
            s1 bill 01-31 02-20 100/20 1000
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what came                                | as of | how it stands
            ''                                         | 01-30 | OPEN 0 dpd, 0 overdue in 0, owes 1000, 0 over
            ''                                         | 02-20 | OPEN 0 dpd, 0 overdue in 0, owes 1000, 0 over
            ''                                         | 02-21 | OPEN 1 dpd, 120 overdue in 1, owes 1000, 0 over
            # the minimum, in two parts, the second a day late
            p1 pay 02-10 70; p2 pay 02-21 50           | 02-20 | OPEN 0 dpd, 0 overdue in 0, owes 950, 0 over
            p1 pay 02-10 70; p2 pay 02-22 50           | 02-21 | OPEN 1 dpd, 50 overdue in 1, owes 950, 0 over
            p1 pay 02-10 70; p2 pay 02-22 50           | 02-22 | OPEN 0 dpd, 0 overdue in 0, owes 900, 0 over
            # the whole bill: owing nothing closes nothing
            p1 pay 02-10 1020                          | 02-28 | OPEN 0 dpd, 0 overdue in 0, owes 0, 0 over
            # less than the minimum: interest first, 40 of 100 principal paid
            p1 pay 02-10 60                            | 02-25 | OPEN 5 dpd, 60 overdue in 1, owes 960, 0 over
            # before the statement: it pays principal that nothing asks for yet, and none of the minimum
            p1 pay 01-20 300                           | 02-21 | OPEN 1 dpd, 120 overdue in 1, owes 700, 0 over
            # on the statement's day, booked no later: it was in it; later: it pays it
            p1 pay 01-31 120 @01-31T12                 | 02-21 | OPEN 1 dpd, 120 overdue in 1, owes 880, 0 over
            p1 pay 01-31 120 @01-31T13                 | 02-21 | OPEN 0 dpd, 0 overdue in 0, owes 900, 0 over
            # valued before, booked after the statement and after its day began: it counts as valued on it
            p1 pay 01-20 120 @01-31T13                 | 02-21 | OPEN 0 dpd, 0 overdue in 0, owes 900, 0 over
            p1 pay 01-20 120 @01-30T23                 | 02-21 | OPEN 1 dpd, 120 overdue in 1, owes 880, 0 over
            # more than is owed is the customer's; the next draw takes it first
            p1 pay 02-10 1100                          | 02-28 | OPEN 0 dpd, 0 overdue in 0, owes 0, 80 over
            p1 pay 02-10 1100; d2 draw 02-12 50        | 02-28 | OPEN 0 dpd, 0 overdue in 0, owes 0, 30 over
            p1 pay 02-10 1100; d2 draw 02-12 200       | 02-28 | OPEN 0 dpd, 0 overdue in 0, owes 120, 0 over
            # of one day the draw stands first, whenever it was booked: nothing is left over
            p1 pay 02-10 1100 @02-10T08; d2 draw 02-10 50 @02-10T20 | 02-28 | OPEN 0 dpd, 0 overdue in 0, owes 0, 30 over
            # a draw after the due date while overdue is not asked for
            d2 draw 02-25 500                          | 02-26 | OPEN 6 dpd, 120 overdue in 1, owes 1500, 0 over
            # a returned purchase pays as any other
            r1 returned 02-10 120                      | 02-21 | OPEN 0 dpd, 0 overdue in 0, owes 900, 0 over
            # a charge valued after the payment is not paid by it, what is over is not kept for it
            p1 pay 02-10 1020; f1 fee 02-15 30         | 02-16 | OPEN 0 dpd, 30 overdue in 0, owes 0, 0 over
            f1 fee 02-10 30; p1 pay 02-10 1050 @02-10T01 | 02-16 | OPEN 0 dpd, 0 overdue in 0, owes 0, 0 over
            # a split's principal goes on to what nothing asks for, then its rests follow the policy
            p1 split 02-10 150/0                       | 02-21 | OPEN 1 dpd, 20 overdue in 1, owes 850, 0 over
            p1 split 02-10 1050/0                      | 02-21 | OPEN 0 dpd, 0 overdue in 0, owes 0, 30 over
            # a waiver forgives what is owed
            w1 waive 02-10 120                         | 02-21 | OPEN 0 dpd, 0 overdue in 0, owes 900, 0 over
            """)
    void one_bill(String came, String asOf, String how) {
        assertThat(line(BILLED + came.replace("; ", "\n")).at(asOf)).isEqualTo(how);
    }

    /** 1000 drawn; of January 100 is asked by 20 February, of February 90 by 20 March. */
    private static final String TWICE = """
            d1 draw 01-05 1000
            s1 bill 01-31 02-20 100 1000
            s2 bill 02-28 03-20 90 1000
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what came                                            | as of | how it stands
            ''                                                     | 03-21 | OPEN 29 dpd, 190 overdue in 2, owes 1000, 0 over
            p1 pay 02-20 100                                       | 03-21 | OPEN 1 dpd, 90 overdue in 1, owes 900, 0 over
            # reversed after the next statement: from that day on the first minimum was never paid
            p1 pay 02-20 100; x1 reverse 03-05 100 p1              | 03-04 | OPEN 0 dpd, 0 overdue in 0, owes 900, 0 over
            p1 pay 02-20 100; x1 reverse 03-05 100 p1              | 03-05 | OPEN 13 dpd, 100 overdue in 1, owes 1000, 0 over
            # heard of after both: seen before the second it paid the first, and from then on it pays the first on that day
            p1 pay 01-15 150 @03-02T09                             | 02-25 | OPEN 0 dpd, 0 overdue in 0, owes 850, 0 over
            p1 pay 01-15 150 @03-02T09                             | 03-21 | OPEN 1 dpd, 40 overdue in 1, owes 850, 0 over
            # between two statements it pays what is asked for, then what nothing asks for yet; the next asks anew
            p1 pay 02-25 120                                       | 03-21 | OPEN 1 dpd, 90 overdue in 1, owes 880, 0 over
            p1 pay 03-01 120                                       | 03-21 | OPEN 1 dpd, 70 overdue in 1, owes 880, 0 over
            # a withdrawn statement asks for nothing
            s3 bill 03-31 04-20 0 1000                             | 04-25 | OPEN 64 dpd, 190 overdue in 2, owes 1000, 0 over
            """)
    void two_bills(String came, String asOf, String how) {
        assertThat(line(TWICE + came.replace("; ", "\n")).at(asOf)).isEqualTo(how);
    }

    @Test
    void a_payment_heard_late_makes_nobody_overdue_on_the_days_between_two_statements() {
        Lines line = line(TWICE + "p1 pay 01-15 190 @03-02T09");
        assertThat(line.on("2026-03-25").episodeStartedOn()).isNull();
        for (LocalDate day = LocalDate.of(2026, 2, 1); day.isBefore(LocalDate.of(2026, 3, 31)); day = day.plusDays(1)) {
            assertThat(line.at(day.toString())).as(day.toString()).startsWith("OPEN 0 dpd, 0 overdue");
        }
    }

    @Test
    void an_episode_is_followed_over_bills_and_draws() {
        Lines line = line(TWICE + """
                p1 pay 02-25 60
                d2 draw 03-01 500
                p2 pay 03-10 40
                """);
        assertThat(line.on("2026-03-09").episodeStartedOn()).isEqualTo(LocalDate.of(2026, 2, 21));
        assertThat(line.on("2026-03-10").episodeStartedOn()).isNull();
        assertThat(line.on("2026-03-22").episodeStartedOn()).isEqualTo(LocalDate.of(2026, 3, 21));
    }

    /** Of the 900 that nothing asks for yet 300 becomes a plan of three; the other 100 of 1000 stay with the first statement. */
    private static final String PLAN = """
            d1 draw 01-05 1000
            s1 bill 01-31 02-20 100 1000
            2.1 row 03-10 100
            2.2 row 04-10 100
            2.3 row 05-10 100
            a1 INSTALMENT_PLAN 02-10 2
            p1 pay 02-15 100
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what came                                  | as of | how it stands
            ''                                           | 02-21 | OPEN 0 dpd, 0 overdue in 0, owes 900, 0 over
            ''                                           | 03-11 | OPEN 1 dpd, 100 overdue in 1, owes 900, 0 over
            p2 pay 03-10 100                             | 03-11 | OPEN 0 dpd, 0 overdue in 0, owes 800, 0 over
            # a payment before a row is due goes to what nothing asks for yet, 600 of it; then to the rows
            p2 pay 03-05 600                             | 03-11 | OPEN 1 dpd, 100 overdue in 1, owes 300, 0 over
            p2 pay 03-05 650                             | 03-11 | OPEN 1 dpd, 50 overdue in 1, owes 250, 0 over
            p2 pay 03-05 950                             | 03-11 | OPEN 0 dpd, 0 overdue in 0, owes 0, 50 over
            # statements, plan rows and charges of one day in this order, the first two counted
            s2 bill 02-28 03-10 50 900; f1 fee 03-10 5   | 03-11 | OPEN 1 dpd, 155 overdue in 2, owes 900, 0 over
            s2 bill 02-28 03-10 50 900; p2 pay 03-10 60  | 03-11 | OPEN 1 dpd, 90 overdue in 1, owes 840, 0 over
            """)
    void a_plan_stands_beside_the_statements(String came, String asOf, String how) {
        Lines line = line(PLAN + came.replace("; ", "\n"));
        assertThat(line.at(asOf)).isEqualTo(how);
        assertThat(line.on(asOf).restructured()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # plan | how the day after the first due date stands       | what stands in review.csv
            950    | OPEN 1 dpd, 50 overdue in 1, owes 1000, 0 over    | ''
            1000   | OPEN 0 dpd, 0 overdue in 0, owes 1000, 0 over     | ''
            1200   | OPEN 0 dpd, 0 overdue in 0, owes 1200, 0 over     | SCHEDULE_NOT_WHOLE 2 (principal 12.00 of 10.00: 2.00 too much)
            """)
    void a_plan_beyond_what_nothing_asks_for_takes_from_the_oldest_minima(long principal, String how, String reviews) {
        Lines line = line("d1 draw 01-05 1000\ns1 bill 01-31 02-20 100 1000\n2.1 row 06-10 " + principal
                + "\na1 INSTALMENT_PLAN 02-10 2");
        assertThat(line.at("02-21")).isEqualTo(how);
        assertThat(line.reviews("02-21")).isEqualTo(reviews);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what came                                     | as of | how it stands
            # a settlement for 400 replaces statements and what nothing asks for yet
            ''                                              | 03-02 | OPEN 0 dpd, 0 overdue in 0, owes 400, 0 over
            ''                                              | 03-11 | OPEN 1 dpd, 400 overdue in 1, owes 400, 0 over
            p2 pay 03-10 400                                | 03-11 | OPEN 0 dpd, 0 overdue in 0, owes 0, 0 over
            # what is drawn after it is asked for by later statements
            d2 draw 03-05 50; p2 pay 03-10 400              | 03-11 | OPEN 0 dpd, 0 overdue in 0, owes 50, 0 over
            d2 draw 03-05 50; s3 bill 03-06 03-20 50 450; p2 pay 03-10 400 | 03-21 | OPEN 1 dpd, 50 overdue in 1, owes 50, 0 over
            """)
    void another_version_replaces_all(String came, String asOf, String how) {
        Lines line = line(TWICE + "2.1 row 03-10 400\na1 SETTLEMENT 03-01 2\n" + came.replace("; ", "\n"));
        assertThat(line.at(asOf)).isEqualTo(how);
    }

    @Test
    void the_due_date_is_moved_and_never_the_statements_day() {
        Lines line = line("d1 draw 01-05 1000\ns1 bill 01-31 02-21 100 1000") // a Saturday
                .under(policy().rolling(new BusinessCalendar("test", Set.of(), Set.of(), Set.of(2026)))
                        .build());
        assertThat(line.at("02-23")).startsWith("OPEN 0 dpd");
        assertThat(line.at("02-24")).startsWith("OPEN 1 dpd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what came                        | as of | wakes, and why
            ''                                 | 01-03 | 01-05 | the draw
            ''                                 | 01-05 | 01-31 | the statement, posted ahead
            ''                                 | 01-31 | 02-21 | the minimum becomes an arrear
            ''                                 | 02-21 | 03-05 | a statement is missing: a month and five days
            p1 pay 02-01 1000                  | 02-21 |       | nothing is owed
            e1 LINE_END 02-10                  | 01-31 | 02-10 | the line ends
            """)
    void it_wakes_when_it_can_change(String came, String asOf, String wakes) {
        Lines line = line("d1 draw 01-05 1000\ns1 bill 01-31 02-20 100 1000\n" + came);
        assertThat(line.wakes(asOf)).isEqualTo(wakes == null ? null : LocalDate.parse("2026-" + wakes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what came                                   | as of | what stands in review.csv
            ''                                            | 03-04 | ''
            ''                                            | 03-05 | STATEMENT_MISSING L1 (none since 2026-01-31)
            s2 bill 03-03 03-20 90 1000                   | 03-05 | ''
            s2 bill 03-06 03-20 90 1000                   | 03-05 | STATEMENT_MISSING L1 (none since 2026-01-31)
            s2 bill 03-06 03-20 90 1000                   | 03-06 | ''
            p1 pay 02-10 1000                             | 03-31 | ''
            # paid to nothing and drawn again: it has a period from then on
            p1 pay 02-10 1000; d2 draw 03-20 10           | 04-24 | ''
            p1 pay 02-10 1000; d2 draw 03-20 10           | 04-25 | STATEMENT_MISSING L1 (none since 2026-01-31)
            """)
    void a_statement_that_does_not_come_is_missed(String came, String asOf, String reviews) {
        Lines line = line("d1 draw 01-05 1000\ns1 bill 01-31 02-20 100 1000\n" + came.replace("; ", "\n"));
        assertThat(line.reviews(asOf)).isEqualTo(reviews);
    }

    @Test
    void a_line_that_is_never_billed_is_missed_from_its_first_draw_on() {
        Lines line = line("d1 draw 02-05 1000");
        assertThat(line.reviews("03-09")).isEmpty();
        assertThat(line.reviews("03-10")).isEqualTo("STATEMENT_MISSING L1 (none yet)");
    }

    @Test
    void a_returned_purchase_is_never_the_last_payment() {
        Lines line = line("d1 draw 01-05 1000\np1 pay 01-10 100\nr1 returned 01-20 300");
        assertThat(line.on("01-31").lastPayment()).isEqualTo(new Standing.LastPayment(LocalDate.of(2026, 1, 10), 100));
    }
}

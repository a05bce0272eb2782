package io.arrears.delinquency;

import static io.arrears.delinquency.Lines.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D18: a balance of zero closes nothing; a line is closed once it has ended and nothing is owed or known to come. */
class D18ClosingTest {

    private static final String BILLED = "d1 draw 01-05 1000\ns1 bill 01-31 02-20 100 1000\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # what came                                                     | closed on
            p1 pay 02-10 1000                                               |
            e1 LINE_END 02-15                                               |
            p1 pay 02-10 1000; e1 LINE_END 02-15                            | 02-15
            e1 LINE_END 02-15; p1 pay 03-10 1000                            | 03-10
            # a charge is owed; what the customer is owed does not matter
            p1 pay 02-10 1000; f1 fee 02-12 5; e1 LINE_END 02-15            |
            p1 pay 02-10 1300; e1 LINE_END 02-15                            | 02-15
            # what nothing asks for yet is owed
            p1 pay 02-10 100; e1 LINE_END 02-15                             |
            # something known is to come, be it after the day: a statement, a draw, a charge
            p1 pay 02-10 1000; e1 LINE_END 02-15; s2 bill 03-31 04-20 0/5 0 @02-01T00 |
            p1 pay 02-10 1000; e1 LINE_END 02-15; s2 bill 03-31 04-20 0 0 @02-01T00   | 02-15
            p1 pay 02-10 1000; e1 LINE_END 02-15; d2 draw 03-25 10 @02-01T00 |
            # drawn and paid again after the end
            p1 pay 02-10 1000; e1 LINE_END 02-15; d2 draw 02-20 10; p2 pay 02-25 10 | 02-25
            # reversed: open again, and closed when it is paid again
            p1 pay 02-10 1000; e1 LINE_END 02-15; x1 reverse 02-20 1000 p1  |
            p1 pay 02-10 1000; e1 LINE_END 02-15; x1 reverse 02-20 1000 p1; p2 pay 02-28 1000 | 02-28
            """)
    void closed(String came, @Nullable String closedOn) {
        Lines line = line(BILLED + came.replace("; ", "\n"));
        assertThat(line.on("03-20").closedOn())
                .isEqualTo(closedOn == null ? null : LocalDate.parse("2026-" + closedOn));
    }

    @Test
    void a_line_ended_with_a_debt_is_closed_when_it_is_paid_a_year_later() {
        Lines line = line(BILLED + """
                e1 LINE_END 02-15
                s2 bill 02-28 03-20 900 1000
                p1 pay 2027-02-20 1000
                """);
        assertThat(line.at("2027-02-19")).isEqualTo("OPEN 364 dpd, 1000 overdue in 2, owes 1000, 0 over");
        assertThat(line.at("2027-02-20")).isEqualTo("CLOSED 0 dpd, 0 overdue in 0, owes 0, 0 over");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            02-15 | ''
            02-16 | DRAW_AFTER_END d2
            """)
    void a_draw_after_the_end_is_told_and_counts(String drawn, String reviews) {
        Lines line = line("p0 draw 02-01 10\ne1 LINE_END 02-15\nd2 draw " + drawn + " 50");
        assertThat(line.reviews("02-20")).isEqualTo(reviews);
        assertThat(line.on("02-20").balance()).isEqualTo(60);
    }

    @Test
    void a_lines_draw_is_owed_and_no_information() {
        EntryTally tally = line(BILLED + "p1 pay 02-10 1300\nd2 draw 02-12 200")
                .on("02-20")
                .entries();
        assertThat(tally).isEqualTo(new EntryTally(3, 1200, 100, 0, 1200, 0, 0, 0));
        assertThat(tally.total()).isEqualTo(1000 + 1300 + 200);
    }
}

package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.BusinessCalendar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D1: the calendar that due dates are moved by, as a file beside the lenders. */
class LenderCalendarTest {

    private static final String ROLLING = "due-date-roll: following\ncalendar: test\n";

    @TempDir
    Path folder;

    private Jobs jobs;

    @BeforeEach
    void jobs() {
        jobs = new Jobs(folder);
    }

    @Test
    void following_moves_by_the_named_calendar_and_none_reads_no_calendar() {
        jobs.with("calendars/test.csv", "date,kind,name\n2026-05-01,holiday,May Day\n2026-05-02,workday,\n");
        LocalDate mayDay = LocalDate.of(2026, 5, 1);
        assertThat(jobs.north(ROLLING).policy().dueDate(mayDay)).isEqualTo(LocalDate.of(2026, 5, 2));
        assertThat(jobs.north("calendar: nowhere\nnights: daily\n").policy().dueDate(mayDay))
                .isEqualTo(mayDay);
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31", "2027-01-01"})
    void the_year_of_the_as_of_date_must_be_listed(LocalDate asOf) {
        jobs.with("calendars/test.csv", "date,kind,name\n2026-05-01,holiday,May Day\n");
        jobs.north(ROLLING);
        Refused refused = catchThrowableOfType(Refused.class, () -> LenderFile.load(jobs.folder(), "north", asOf));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused)
                .hasMessageContaining("north.yaml:4: calendar: expected a calendar that lists " + asOf.getYear())
                .hasMessageContaining("test.csv");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01", "2026-12-31"})
    void a_listed_year_serves_all_its_days(LocalDate asOf) {
        jobs.with("calendars/test.csv", "date,kind,name\n2026-05-01,holiday,May Day\n");
        jobs.north(ROLLING);
        assertThat(LenderFile.load(jobs.folder(), "north", asOf).name()).isEqualTo("north");
    }

    @Test
    void without_following_any_year_will_do() {
        jobs.north("calendar: test\nnights: daily\n");
        assertThat(LenderFile.load(jobs.folder(), "north", LocalDate.of(1999, 1, 1))
                        .name())
                .isEqualTo("north");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'date,kind\n2026-05-01,holiday'                           | test.csv:1: expected the header date,kind,name
            ''                                                        | test.csv:1: expected the header date,kind,name
            'date,kind,name\n2026-05-01,bank holiday,May Day'         | test.csv:2: kind: expected holiday or workday
            'date,kind,name\n2026-05-01'                              | test.csv:2: kind: expected holiday or workday
            'date,kind,name\n2026-05-01,holiday,\n2026-02-30,holiday,' | test.csv:3: date: expected a date such as
            'date,kind,name\n01.05.2026,holiday,'                     | test.csv:2: date: expected a date such as
            'date,kind,name\n2026-05-01,holiday,\n2026-05-01,workday,' | test.csv:3: date: 2026-05-01 stands here twice
            """)
    void what_is_wrong_in_a_calendar_is_told_by_file_line_and_column(String text, String told) {
        jobs.with("calendars/test.csv", text.translateEscapes());
        Refused refused = jobs.refused(ROLLING);
        assertThat(refused).isNotNull().hasMessageContaining(told);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_calendar_that_is_not_UTF_8_is_refused() {
        jobs.with(
                "calendars/test.csv", "date,kind,name\n2026-05-01,holiday,fête".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(jobs.refused(ROLLING)).hasMessageContaining("test.csv is not UTF-8");
    }

    /** Checked against the State Council's notices for the two years: days off, make-up days, and the day after. */
    @ParameterizedTest
    @CsvSource({
        "2025-01-01, false", "2025-01-26, true", "2025-01-27, true", "2025-01-28, false", "2025-02-04, false",
        "2025-02-05, true", "2025-02-08, true", "2025-04-04, false", "2025-04-07, true", "2025-04-27, true",
        "2025-05-05, false", "2025-05-06, true", "2025-06-02, false", "2025-09-28, true", "2025-10-08, false",
        "2025-10-09, true", "2025-10-11, true", "2025-10-12, false", "2026-01-02, false", "2026-01-04, true",
        "2026-02-14, true", "2026-02-16, false", "2026-02-23, false", "2026-02-24, true", "2026-02-28, true",
        "2026-04-06, false", "2026-05-05, false", "2026-05-09, true", "2026-06-19, false", "2026-09-20, true",
        "2026-09-25, false", "2026-10-07, false", "2026-10-08, true", "2026-10-10, true", "2026-10-11, false"
    })
    void the_calendar_of_mainland_China(LocalDate day, boolean business) throws IOException {
        String text = Files.readString(Jobs.SHIPPED.resolve("calendars/cn.csv"));
        BusinessCalendar china = CalendarFile.parse("cn", "cn.csv", text);
        assertThat(china.isBusinessDay(day)).isEqualTo(business);
        assertThat(china.years()).containsExactlyInAnyOrder(2025, 2026);
    }
}

package io.arrears.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which days have a night of their own, as the lender's file says it. */
class DueNightsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            # nights        | calendar | last       | next       | due days between
            daily           | none     | 2026-10-01 | 2026-10-02 | ''
            daily           | none     | 2026-10-01 | 2026-10-04 | 2026-10-02 2026-10-03
            daily           | none     | 2026-02-27 | 2026-03-02 | 2026-02-28 2026-03-01
            daily           | none     | 2026-10-01 | 2026-10-01 | ''
            business-days   | none     | 2026-10-30 | 2026-11-02 | ''
            business-days   | none     | 2026-10-29 | 2026-11-04 | ''
            business-days   | test     | 2026-10-30 | 2026-11-02 | ''
            business-days   | test     | 2026-10-29 | 2026-11-02 | 2026-10-30
            business-days   | test     | 2026-10-31 | 2026-11-04 | 2026-11-02 2026-11-03
            business-days   | test     | 2026-09-30 | 2026-10-12 | 2026-10-06 2026-10-07 2026-10-08 2026-10-09 2026-10-10
            business-days   | test     | 2027-10-08 | 2027-10-12 | 2027-10-11
            month-ends      | none     | 2026-10-31 | 2026-11-30 | ''
            month-ends      | none     | 2026-10-31 | 2027-03-01 | 2026-11-30 2026-12-31 2027-01-31 2027-02-28
            month-ends      | none     | 2028-02-28 | 2028-03-01 | 2028-02-29
            on-demand       | none     | 1970-01-01 | 2026-11-20 | ''
            """)
    void between_two_nights(String nights, String calendar, LocalDate last, LocalDate next, String due) {
        String days = "2026-10-01,holiday,\n2026-10-02,holiday,\n2026-10-05,holiday,\n2026-10-10,workday,\n";
        Jobs jobs = new Jobs(folder).with("calendars/test.csv", "date,kind,name\n" + days);
        Lender lender =
                jobs.north("nights: " + nights + "\ncalendar: " + (calendar == null ? "none" : calendar) + "\n");
        assertThat(lender.nights().between(last, next))
                .map(LocalDate::toString)
                .isEqualTo(due.isEmpty() ? java.util.List.of() : java.util.List.of(due.split(" ", -1)));
        assertThat(LenderFile.parse(lender.text())).isEqualTo(lender);
    }
}

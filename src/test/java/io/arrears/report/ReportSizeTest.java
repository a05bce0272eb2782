package io.arrears.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.lender.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page has the size of what it tells, not of the book: 120 nights, the last of a million accounts. */
class ReportSizeTest {

    private static final int NIGHTS = 120;
    private static final int ACCOUNTS = 1_000_000;
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final String REPORT = "2026-10-31/report.html";

    private static final long MOST_BYTES = 2_000_000;

    /** What a browser lays out without a pause that anybody notices. */
    private static final int MOST_ELEMENTS = 3_000;

    @TempDir
    static Path folder;

    private static Shelf shelf;

    @BeforeAll
    static void publish() throws IOException {
        shelf = new Shelf(folder);
        for (int night = NIGHTS - 1; night >= 0; night--) {
            // a few accounts have every bucket, currency and month of opening, hence all figures of a large book
            draft(LAST.minusDays(night)).publishMany(night == 0 ? ACCOUNTS : 16 * Tally.MONTHS);
        }
        IndexPage.write("north", Language.EN, shelf.signed());
    }

    private static Shelf.Draft draft(LocalDate day) {
        return shelf.night(day.toString())
                .file(
                        "reconciliation.csv",
                        "name,scope,left,right,difference,verdict,left_from,right_from,accepted_by,reason",
                        "R3,CNY,10.00,10.00,0.00,OK,movements.csv,delinquency.csv,,")
                .file(
                        "held.csv",
                        "account_id,bureau,kind,code,report_date,gate,reason,evidence,due_on,days_held,alarm,turn",
                        "A1,pboc,210,10,2026-07-01,consent,r,e,2026-07-01,29,yes,data");
    }

    @Test
    void a_report_of_a_million_accounts_after_119_nights_stays_below_two_megabytes() throws IOException {
        assertThat(Files.size(shelf.out.resolve(REPORT))).isLessThan(MOST_BYTES);
        String page = shelf.text(LAST.toString(), Report.FILE);
        assertThat(Read.words(Read.section(page, "Headline")))
                .contains("Open accounts 1,000,000")
                .contains("Overdue accounts 875,000")
                .contains("Overdue, CNY 43,750,000.00")
                .contains("Overdue, USD 43,750,000.00");
        assertThat(Read.rows(page, "Buckets"))
                .contains("M7 | 125,000 | 12.5 % | 62,500 | 6,250,000.00 | 62,500 | 6,250,000.00");
        assertThat(Read.rows(page, "Overdue over time")).hasSize(1 + NIGHTS);
    }

    @Test
    void the_index_shows_all_nights_in_its_calendar_and_stays_below_two_megabytes() throws IOException {
        assertThat(Files.size(shelf.out.resolve(IndexPage.FILE))).isLessThan(MOST_BYTES);
        String page = shelf.text("", IndexPage.FILE);
        assertThat(page).contains("120 nights with a folder and 0 without, from 2026-07-04 to 2026-10-31");
        for (int night = 0; night < NIGHTS; night++) {
            assertThat(page).contains("href=\"" + LAST.minusDays(night) + "/report.html\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {REPORT, IndexPage.FILE})
    void a_page_opens_at_once_since_there_is_little_to_lay_out(String page) throws IOException {
        assumeTrue(Chromium.installed().isPresent(), "no chromium is installed");
        try (Chromium chromium = new Chromium(Chromium.installed().orElseThrow(), folder.resolve("profile"))) {
            chromium.open(shelf.out.resolve(page), 1280, false);
            assertThat(chromium.said()).isEmpty();
            assertThat(chromium.evaluate("document.getElementsByTagName('*').length")
                            .asInt())
                    .isLessThan(MOST_ELEMENTS);
        }
    }
}

package io.arrears.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.furnish.WaitingFiles;
import io.arrears.lender.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The pages in a real browser: they say nothing on the console, ask for nothing, and everybody can read them. */
class BrowserTest {

    @TempDir
    static Path folder;

    private static Shelf english;
    private static Shelf chinese;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Chromium.installed().isPresent(), "no chromium is installed");
        english = shelf(folder.resolve("en"), "en");
        chinese = shelf(folder.resolve("zh"), "zh");
        chromium = new Chromium(Chromium.installed().orElseThrow(), folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Three nights with something in every section, one night missing. */
    private static Shelf shelf(Path root, String language) throws IOException {
        Shelf shelf = new Shelf(root, "language: " + language);
        int night = 0;
        for (String day : List.of("2026-10-28", "2026-10-29", "2026-10-31")) {
            Shelf.Draft draft = shelf.night(day);
            for (int i = 100; i < 160; i++) {
                int dpd = Math.max(0, i - 130 + night);
                BigDecimal owed = BigDecimal.valueOf(dpd * 125_00L, 2);
                String opened = LocalDate.of(2026, 10, 28).minusDays(i * 2L).toString();
                draft.account(
                        "A" + i,
                        i % 7 == 0 ? "USD" : "CNY",
                        opened,
                        "OPEN",
                        dpd,
                        dpd == 0 ? "M0" : "M1",
                        owed.toPlainString(),
                        "0.00");
            }
            night++;
            draft.waiting(new WaitingFiles("pboc", "SENT", 3, 1200, LocalDate.of(2026, 10, 2)))
                    .file(
                            "reconciliation.csv",
                            "name,scope,left,right,difference,verdict,left_from,right_from,accepted_by,reason",
                            "R3,CNY,10.00,10.00,0.00,OK,movements.csv,delinquency.csv,,",
                            "R7,cash CNY,5,6,-1,ACCEPTED,delinquency.csv,control.csv,ann and bob,late feed",
                            "R6,pboc,1,2,-1,DIFFERENCE,a,b,,",
                            "R5,all,,,,NOT_CHECKED,,,,")
                    .file(
                            "held.csv",
                            "account_id,bureau,kind,code,report_date,gate,reason,evidence,due_on,days_held,alarm,turn",
                            "A1,pboc,210,10,2026-10-01,consent,r,e,2026-10-01,29,yes,people")
                    .file(
                            "review.csv",
                            "account_id,rule,code,subject,meaning,accepted_at,accepted_by",
                            "A1,intake,OPEN_REJECT,entries:7,m,,")
                    .publish();
        }
        IndexPage.write("north", language.equals("en") ? Language.EN : Language.ZH, shelf.signed());
        return shelf;
    }

    @ParameterizedTest
    @CsvSource({
        "en, 2026-10-31/report.html, 1280, false",
        "en, 2026-10-31/report.html, 390, true",
        "zh, 2026-10-31/report.html, 1280, true",
        "zh, 2026-10-31/report.html, 390, false",
        "en, 2026-10-28/report.html, 1280, false",
        "en, index.html, 1280, false",
        "en, index.html, 390, true",
        "zh, index.html, 1280, true"
    })
    void a_page_is_silent_asks_for_nothing_and_can_be_read_by_everybody(
            String language, String page, int width, boolean dark) {
        Path file = (language.equals("en") ? english : chinese).out.resolve(page);
        chromium.open(file, width, dark);
        assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                .as("the page itself does not scroll sideways")
                .isLessThanOrEqualTo(width);
        chromium.evaluate(Chromium.axe());
        JsonNode found = chromium.evaluate("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
                + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | ')))");
        assertThat(StreamSupport.stream(found.spliterator(), false).map(JsonNode::asString))
                .isEmpty();
        assertThat(chromium.said()).isEmpty();
        assertThat(chromium.events("Network.requestWillBeSent")).allSatisfy(request -> assertThat(
                        request.path("request").path("url").asString())
                .startsWith(file.toUri().toString()));
    }

    @Test
    void no_caption_makes_a_table_wider_than_a_telephone() {
        chromium.open(english.out.resolve("2026-10-31/report.html"), 390, false);
        JsonNode wide = chromium.evaluate("[...document.querySelectorAll('caption')].filter(c => {"
                + " const table = c.parentElement; const all = table.offsetWidth; c.style.display = 'none';"
                + " const without = table.offsetWidth; c.style.display = '';"
                + " return all > without && all > 390; }).map(c => c.textContent)");
        assertThat(StreamSupport.stream(wide.spliterator(), false).map(JsonNode::asString))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource("2026-10-31/report.html")
    void a_button_says_that_it_copied_a_digest(String page) {
        chromium.open(english.out.resolve(page), 1280, false);
        chromium.evaluate("document.querySelector('button[data-copy]').focus()");
        assertThat(chromium.evaluate("new Promise(done => { new MutationObserver(() =>"
                                + " done(document.querySelector('.said').textContent)).observe(document.querySelector('.said'),"
                                + " {childList: true}); document.activeElement.click(); })")
                        .asString())
                .isEqualTo("Copied");
    }
}

package io.arrears.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.lender.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index page: each night with its worst verdict, and the nights that are not there. */
class IndexPageTest {

    private static final String HEADER =
            "name,scope,left,right,difference,verdict,left_from,right_from,accepted_by,reason";

    @TempDir
    Path folder;

    private String index(Shelf shelf, Language language) throws IOException {
        IndexPage.write("north", language, shelf.signed());
        return Files.readString(shelf.out.resolve(IndexPage.FILE));
    }

    @Test
    void a_night_links_to_its_report_and_shows_its_worst_verdict() throws IOException {
        Shelf shelf = new Shelf(folder);
        shelf.night("2026-10-30")
                .file("reconciliation.csv", HEADER, "R3,,1,1,0,OK,a,b,,", "R7,,1,2,-1,ACCEPTED,a,b,ann and bob,late")
                .publish();
        shelf.night("2026-10-31")
                .file("reconciliation.csv", HEADER, "R3,,1,1,0,OK,a,b,,")
                .publish();
        shelf.night("2026-11-01").publish();
        assertThat(index(shelf, Language.EN))
                .contains("href=\"2026-10-30/report.html\" aria-label=\"2026-10-30: ! accepted\"")
                .contains("href=\"2026-10-31/report.html\" aria-label=\"2026-10-31: ✓ OK\"")
                .contains(
                        "href=\"2026-11-01/report.html\" aria-label=\"2026-11-01: · not reconciled, or no longer as it was signed\"");
    }

    /** Nor does it keep anybody from publishing, whatever stands there by now. */
    @Test
    void figures_that_are_not_what_was_signed_are_not_shown() throws IOException {
        Shelf shelf = new Shelf(folder);
        for (String day : List.of("2026-10-30", "2026-10-31")) {
            shelf.night(day)
                    .current("A", "CNY", "2026-01-01")
                    .file("reconciliation.csv", HEADER, "R3,,1,1,0,OK,a,b,,")
                    .publish();
        }
        Path figures = shelf.out.resolve("2026-10-30").resolve(Figures.FILE);
        Files.writeString(figures, Files.readString(figures).replace("1000.00", "one thousand"));
        Files.createDirectories(shelf.out.resolve("2026-10-29"));
        Files.copy(
                shelf.out.resolve("2026-10-31").resolve(Figures.FILE),
                shelf.out.resolve("2026-10-29").resolve(Figures.FILE));
        assertThat(index(shelf, Language.EN))
                .contains("aria-label=\"2026-10-29: · not reconciled, or no longer as it was signed\"")
                .contains("aria-label=\"2026-10-30: · not reconciled, or no longer as it was signed\"")
                .contains("aria-label=\"2026-10-31: ✓ OK\"");
        assertThat(shelf.night("2026-11-01").current("A", "CNY", "2026-01-01").report())
                .contains("2026-10-31")
                .doesNotContain("2026-10-30", "one thousand");
    }

    @Test
    void a_night_that_is_missing_between_two_others_is_marked() throws IOException {
        Shelf shelf = new Shelf(folder);
        shelf.night("2026-10-28").publish();
        shelf.night("2026-10-31").publish();
        String page = index(shelf, Language.EN);
        assertThat(page).contains("2 nights with a folder and 2 without, from 2026-10-28 to 2026-10-31");
        assertThat(page.split("class=\"missing\"", -1)).hasSize(3);
        assertThat(page).contains("<td class=\"missing\">29").contains("<td class=\"missing\">30");
        assertThat(page).contains("<td class=\"outside\">27");
    }

    @Test
    void a_second_submission_stands_on_its_night_and_replays_do_not() throws IOException {
        Shelf shelf = new Shelf(folder);
        shelf.night("2026-10-31").publish();
        shelf.night("2026-10-31").publishAs("2026-10-31.2");
        Files.createDirectories(shelf.out.resolve("replay").resolve("2026-10-30"));
        String page = index(shelf, Language.EN);
        assertThat(page).contains("href=\"2026-10-31.2/report.html\"").doesNotContain("2026-10-30/");
        assertThat(page).contains("1 nights with a folder and 0 without");
    }

    @Test
    void it_is_replaced_whole_and_its_owners_alone() throws IOException {
        Shelf shelf = new Shelf(folder);
        shelf.night("2026-10-31").publish();
        String first = index(shelf, Language.ZH);
        shelf.night("2026-11-01").publish();
        assertThat(index(shelf, Language.ZH)).isNotEqualTo(first).contains("north：全部日期");
        assertThat(shelf.out.resolve(IndexPage.FILE + ".new")).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shelf.out.resolve(IndexPage.FILE))))
                .isEqualTo("rw-------");
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.FolderCheck;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What two nights of a made-up ledger say of themselves, on each database. */
class ReportNightTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_report_is_part_of_its_folder_names_nobody_and_is_counted_the_same_by_a_replay(Databases kind)
            throws IOException {
        ForkedBook book = ForkedBook.fresh(kind, folder);
        book.load();
        List<Path> pages = new ArrayList<>();
        try (Application application = Application.open(book.settings(), Clock.systemUTC())) {
            for (LocalDate night : ForkedBook.NIGHTS) {
                Nights.Outcome outcome = application.nights().run(ForkedBook.LENDER, night, null, false);
                book.send();
                assertThat(FolderCheck.of(outcome.folder()).differences()).isEmpty();
                assertThat(FolderCheck.of(outcome.folder()).checked())
                        .anyMatch(line -> line.startsWith("report.html: "))
                        .anyMatch(line -> line.startsWith("figures.csv: "));
                pages.add(outcome.folder().resolve("report.html"));
                Nights.Outcome replay = application
                        .nights()
                        .replay(ForkedBook.LENDER, night, outcome.run().cutoff());
                assertThat(replay.folder().resolve("figures.csv"))
                        .hasSameTextualContentAs(outcome.folder().resolve("figures.csv"));
            }
        }
        pages.add(book.settings().home().out(ForkedBook.LENDER).resolve("index.html"));
        for (Path page : pages) {
            String text = Files.readString(page);
            assertThat(personal(book)).noneMatch(text::contains);
        }
        assertThat(Files.readString(pages.get(2)))
                .contains("2024-06-30/report.html")
                .contains("2024-07-31/report.html")
                .contains("missing");
        assertThat(Files.readString(pages.get(1))).contains("new or open again");
    }

    private static List<String> personal(ForkedBook book) throws IOException {
        List<String> personal = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Path borrowers = book.delivery().resolve("borrowers.csv");
        try (CSVParser rows = CSVParser.parse(borrowers, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                for (String column : List.of("full_name", "id_number", "phone")) {
                    if (!row.get(column).isBlank()) {
                        personal.add(row.get(column));
                    }
                }
            }
        }
        assertThat(personal).isNotEmpty();
        return personal;
    }
}

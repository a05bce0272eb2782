package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Sha256;
import io.arrears.furnish.FileFormat;
import io.arrears.lender.LenderFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read back of a submission's bytes, be it whole or not (R2). */
class PbocFilesTest {

    private static final FileFormat FILES =
            LenderFile.load(Path.of("jobs"), "harbour").bureau("pboc").files();
    private static final String HEADER = "A0502102.0.0  900000000000A7202604302130050000000";

    @TempDir
    Path folder;

    private final List<FileFormat.Line> lines = new ArrayList<>();

    private FileFormat.Total read(String text) throws IOException {
        try (FileFormat.Reading reading = FILES.read(Files.writeString(folder.resolve("file.txt"), text))) {
            for (FileFormat.Line line = reading.next(); line != null; line = reading.next()) {
                lines.add(line);
            }
            assertThat(reading.totals()).hasSize(1);
            return reading.totals().get(0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what it is,              the file, its lines with commas,     stated, counted
        "'as it is written',        'HEADER2,<a/>,<b/>',                 2,      2",
        "'a line end at its end',   'HEADER2,<a/>,<b/>,',                2,      2",
        "'a line lost',             'HEADER2,<a/>',                      2,      1",
        "'a line too many',         'HEADER2,<a/>,<b/>,<c/>',            2,      3",
        "'another number',          'HEADER1,<a/>,<b/>',                 1,      2",
        "'no header',               'no header,<a/>,<b/>',               0,      2",
        "'a header cut off',        'A0502102.0.0,<a/>,<b/>',            0,      2",
        "'a header alone',          'HEADER1',                           1,      0",
        "'nothing',                 '',                                  0,      0",
    })
    void a_file_states_in_its_header_how_many_records_it_has(String what, String text, int stated, int counted)
            throws IOException {
        FileFormat.Total total = read(text.replace("HEADER", HEADER).replace(",", "\r\n"));
        assertThat(total.name()).isEqualTo("header");
        assertThat(total.stated()).isEqualByComparingTo(Integer.toString(stated));
        assertThat(total.counted()).isEqualByComparingTo(Integer.toString(counted));
        assertThat(lines).hasSize(counted);
    }

    /** Lines are counted with the header, as the bureau does; amounts are whole yuan. */
    @Test
    void a_record_is_its_line_its_bytes_and_what_it_says_is_overdue() throws IOException {
        String overdue = "<Document><TotOverd>1020</TotOverd></Document>";
        read(HEADER + "2\r\n" + overdue + "\r\n<Document>张</Document>");
        assertThat(lines)
                .containsExactly(
                        new FileFormat.Line(2, Sha256.of(overdue), new BigDecimal("1020")),
                        new FileFormat.Line(3, Sha256.of("<Document>张</Document>"), null));
    }

    @Test
    void the_files_of_a_kind_and_day_begin_alike_and_no_others_do() {
        Instant night = Instant.parse("2026-11-20T18:00:00Z");
        List<String> begins =
                FILES.kinds().stream().map(kind -> FILES.prefix(kind, night)).toList();
        assertThat(begins).doesNotHaveDuplicates().allMatch(begin -> begin.contains("20261121"), "the day in Beijing");
        for (String kind : FILES.kinds()) {
            assertThat(FILES.plan(kind, night, 7, List.of(3L))).singleElement().satisfies(file -> assertThat(begins)
                    .filteredOn(file.name()::startsWith)
                    .hasSize(1));
        }
    }
}

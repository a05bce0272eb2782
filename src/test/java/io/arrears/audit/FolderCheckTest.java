package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Sha256;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.ReviewCsv;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody changes in a published folder is found from its bytes. */
class FolderCheckTest {

    private static final String ROWS = """
            A1,2026-11-20,OPEN,49,49,M2,2,2,20.00,0.00,0.00,0.00,20.00,10.00,10.00,0.00,0.00,0.00,30.00,0.00,2026-10-02,2026-10-03,,,,1
            A2,2026-11-20,OPEN,0,0,M0,1,0,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,12.50,0.00,,,,,,1
            """.replace("\n", "\r\n");

    @TempDir
    Path out;

    private Path before;
    private Path folder;

    @BeforeEach
    void twoNights() throws IOException {
        before = publish("2026-11-19", null);
        folder = publish("2026-11-20", new Manifest.Previous("2026-11-19", Sha256.of(before.resolve(Manifest.FILE))));
    }

    @Test
    void an_untouched_folder_differs_in_nothing() {
        Findings check = FolderCheck.of(folder);
        assertThat(check.differences()).isEmpty();
        assertThat(check.checked())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("delinquency.csv: 2 records, sha256 "))
                .anyMatch(line -> line.startsWith("review.csv: 0 records, sha256 "));
    }

    @Test
    void every_changed_byte_is_found() throws IOException {
        Path file = folder.resolve("delinquency.csv");
        byte[] content = Files.readAllBytes(file);
        for (int i = 0; i < content.length; i++) {
            byte[] changed = content.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(FolderCheck.of(folder).differences())
                    .as("byte %d", i)
                    .anyMatch(line -> line.startsWith("delinquency.csv: sha256: the manifest says "));
        }
    }

    @Test
    void a_changed_figure_is_named() throws IOException {
        replace(folder.resolve("delinquency.csv"), ",12.50,", ",12.51,");
        assertThat(FolderCheck.of(folder).differences())
                .hasSize(2)
                .contains("delinquency.csv: balance: the manifest says 42.50, the file has 42.51");
    }

    @Test
    @Timeout(30)
    void a_file_that_was_made_far_longer_is_named_and_not_read() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("delinquency.csv").toFile(), "rw")) {
            file.setLength(1L << 36);
        }
        assertThat(FolderCheck.of(folder).differences())
                .singleElement()
                .asString()
                .startsWith("delinquency.csv: bytes: the manifest says ")
                .endsWith(", the file has 68719476736");
    }

    @Test
    void a_row_too_few_is_named() throws IOException {
        replace(folder.resolve("delinquency.csv"), ROWS.substring(ROWS.indexOf("A2,")), "");
        assertThat(FolderCheck.of(folder).differences())
                .contains(
                        "delinquency.csv: records: the manifest says 2, the file has 1",
                        "delinquency.csv: bucket M0: the manifest says 1, the file has 0");
    }

    /** A header, a trailer, or neither: what the manifest says of the lines that hold no record. */
    @ParameterizedTest
    @CsvSource({
        // lines that hold no record, records of a file of four lines
        "0,  4",
        "1,  3",
        "2,  2",
        "9,  0",
        ",   0",
    })
    void a_bureaus_records_are_the_lines_that_the_manifest_does_not_say_are_others(Integer others, int records)
            throws IOException {
        Files.writeString(out.resolve("file.dat"), "a\r\nb\nc\nd");
        assertThat(FileEntry.of(out, "file.dat", others).records()).isEqualTo(records);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delinquency.csv", "review.csv"})
    void a_missing_file_is_found(String name) throws IOException {
        Files.delete(folder.resolve(name));
        assertThat(FolderCheck.of(folder).differences()).containsExactly(name + ": is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delinquency (1).csv", ".hidden", "metro2/extra.txt"})
    void a_file_too_many_is_found(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "");
        assertThat(FolderCheck.of(folder).differences()).containsExactly(name + ": is not in the manifest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "null", "[]", "{}", "{\"unknown\":1}", "\u0000", "[[[[[[[["})
    void a_garbage_manifest_gives_a_message(String manifest) throws IOException {
        Files.writeString(folder.resolve(Manifest.FILE), manifest);
        requireMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"lender\"                     | \"owner\"",
                "\"lender\" : \"north\"         | \"lender\" : null",
                "\"run\" : 1                    | \"run\" : \"one\"",
                "\"run\" : 1                    | \"run\" : 99999999999999999999",
                "\"files\"                      | \"inputs\"",
                "\"name\" : \"delinquency.csv\" | \"name\" : null",
                "\"name\" : \"delinquency.csv\" | \"name\" : \"\\u0000\"",
                "\"totals\" : {                 | \"totals\" : null, \"x\" : {",
                "\"balance\" : \"42.50\"        | \"balance\" : null",
                "\"folder\" : \"2026-11-19\"    | \"folder\" : null",
                "\"folder\" : \"2026-11-19\"    | \"folder\" : \"\\u0000\"",
                "\"folder\" : \"2026-11-19\"    | \"folder\" : \"../2026-11-19\""
            })
    void a_spoilt_manifest_gives_a_message(String from, String to) throws IOException {
        replace(folder.resolve(Manifest.FILE), from, to);
        requireMessage();
    }

    private void requireMessage() {
        assertThat(FolderCheck.of(folder).differences()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContain("Exception", "io.arrears", "null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"unclosed", "a\"b,c\r\nx", "\u0000", ""})
    void a_garbage_file_gives_a_message(String content) throws IOException {
        Files.writeString(folder.resolve("delinquency.csv"), content);
        assertThat(FolderCheck.of(folder).differences()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .startsWith("delinquency.csv: ")
                .doesNotContain("Exception"));
    }

    @Test
    void what_is_no_text_gives_a_message() throws IOException {
        Files.write(folder.resolve("delinquency.csv"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.write(folder.resolve("review.csv"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(FolderCheck.of(folder).differences())
                .anyMatch(line -> line.startsWith("delinquency.csv: sha256: "))
                .anyMatch(line -> line.startsWith("review.csv: sha256: "));
    }

    @Test
    void a_folder_that_is_none_is_told() {
        assertThat(FolderCheck.of(out.resolve("nowhere")).differences())
                .singleElement()
                .asString()
                .contains("is missing: this is no published folder");
    }

    private Path publish(String asOf, Manifest.Previous previous) throws IOException {
        Path night = Files.createDirectories(out.resolve(asOf));
        Files.writeString(night.resolve("delinquency.csv"), DelinquencyCsv.header() + ROWS.replace("2026-11-20", asOf));
        Files.writeString(night.resolve("review.csv"), ReviewCsv.header());
        List<FileEntry> files = new ArrayList<>();
        files.add(FileEntry.of(night, "delinquency.csv"));
        files.add(FileEntry.of(night, "review.csv"));
        String now = asOf + "T23:00:00Z";
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "north",
                asOf,
                1,
                1,
                now,
                now,
                "1",
                "0",
                false,
                0,
                List.of(),
                files,
                null,
                null,
                null,
                previous);
        Files.write(night.resolve(Manifest.FILE), manifest.bytes());
        return night;
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}

package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.bureau.pboc.file.Split.Share;
import io.arrears.bureau.pboc.file.SubmissionFile.LastLineEnd;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A submission's bytes: its header, its records, and what stands between them (pboc2.md 1). */
public class SubmissionFileTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 4, 30, 21, 30, 5);
    private static final FileName FIRST = FileName.of("900000000000A7", TIME.toLocalDate(), "210", 1);

    @TempDir
    Path folder;

    @Test
    void a_small_file_is_the_golden_one_to_the_byte() throws IOException {
        byte[] golden = golden();
        String[] lines = new String(golden, StandardCharsets.UTF_8).split("\r\n", -1);
        List<Path> parts = List.of(part(lines[1]), part(), part(lines[2]));
        Path file = SubmissionFile.write(folder, onlyShare(parts), TIME, parts);
        assertThat(file).isEqualTo(folder.resolve("900000000000A72026043021000010.txt"));
        assertThat(Files.readAllBytes(file)).isEqualTo(golden);
    }

    @Test
    void a_line_end_after_the_last_record_is_a_choice() throws IOException {
        List<Path> parts = List.of(part("<a/>", "<b/>"));
        String header = "A0502102.0.0  900000000000A72026043021300500000002";
        assertThat(text(SubmissionFile.write(folder, onlyShare(parts), TIME, parts, LastLineEnd.NONE)))
                .isEqualTo(header + "\r\n<a/>\r\n<b/>");
        assertThat(text(SubmissionFile.write(folder, onlyShare(parts), TIME, parts, LastLineEnd.CRLF)))
                .isEqualTo(header + "\r\n<a/>\r\n<b/>\r\n");
    }

    @Test
    void a_part_is_cut_between_records_and_each_file_counts_its_own() throws IOException {
        List<Path> parts = List.of(part("<r>1</r>", "<r>2</r>", "<r>3</r>"), part("<r>4</r>", "<r>5</r>"));
        List<String> bodies = new ArrayList<>();
        for (Share share : Split.of(FIRST, counts(parts), 2).shares()) {
            bodies.add(text(SubmissionFile.write(folder, share, TIME, parts)).substring(43));
        }
        assertThat(bodies)
                .containsExactly(
                        "0000002\r\n<r>1</r>\r\n<r>2</r>", "0000002\r\n<r>3</r>\r\n<r>4</r>", "0000001\r\n<r>5</r>");
        assertThat(folder.resolve("900000000000A72026043021000030.txt")).exists();
    }

    @Test
    void a_line_end_across_two_buffers_still_ends_a_record() throws IOException {
        for (int length = (1 << 16) - 3; length <= (1 << 16) + 1; length++) {
            List<Path> parts = List.of(part("x".repeat(length), "y"));
            assertThat(PartScan.records(parts.get(0))).isEqualTo(2);
            Share second = Split.of(FIRST, List.of(2L), 1).shares().get(1);
            assertThat(text(SubmissionFile.write(folder, second, TIME, parts))).endsWith("0000001\r\ny");
        }
    }

    @Test
    void a_million_records_and_one_make_two_files_that_are_right() throws IOException {
        Path part = Files.createTempFile(folder, "part", "");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            byte[] line = "<D><InfRecType>210</InfRecType></D>\r\n".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= Header.MOST_RECORDS; i++) {
                out.write(line);
            }
        }
        List<Path> parts = List.of(part);
        List<Long> records = new ArrayList<>();
        for (Share share : Split.of(FIRST, counts(parts)).shares()) {
            FileCheck check = FileRules.check(SubmissionFile.write(folder, share, TIME, parts), name -> false);
            assertThat(check.faults()).isEmpty();
            records.add(check.records());
        }
        assertThat(records).containsExactly(1_000_000L, 1L);
    }

    @Test
    void only_its_owner_may_read_a_file_that_replaces_an_older_try() throws IOException {
        List<Path> parts = List.of(part("<a/>"));
        Path older = Files.writeString(folder.resolve(FIRST.file()), "much longer than what is written now".repeat(10));
        Files.setPosixFilePermissions(older, PosixFilePermissions.fromString("rw-rw-rw-"));
        Path file = SubmissionFile.write(folder, onlyShare(parts), TIME, parts);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(text(file)).endsWith("0000001\r\n<a/>");
    }

    @Test
    void a_torn_part_is_not_counted() throws IOException {
        Path torn = part("<a/>");
        Files.writeString(torn, "<a/>\r\n<b/>");
        assertThatThrownBy(() -> PartScan.records(torn))
                .isInstanceOf(IOException.class)
                .hasMessage(torn + ": the last record has no line end; the part is torn");
    }

    @Test
    void a_part_with_fewer_records_than_were_counted_leaves_no_header_behind() throws IOException {
        List<Path> parts = List.of(part("<a/>"), part("<b/>", "<c/>"));
        Share share = onlyShare(parts);
        Files.writeString(parts.get(1), "<b/>\r\n");
        assertThatThrownBy(() -> SubmissionFile.write(folder, share, TIME, parts))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("fewer records than were counted");
        assertThat(text(folder.resolve(FIRST.file()))).startsWith(" ".repeat(Header.LENGTH) + "\r\n");
    }

    @Test
    void a_file_is_generated_on_the_day_of_its_name() throws IOException {
        List<Path> parts = List.of(part("<a/>"));
        Share share = onlyShare(parts);
        assertThatThrownBy(() -> SubmissionFile.write(folder, share, TIME.plusDays(1), parts))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_record_is_read_back_with_the_line_that_the_bureau_counts() throws IOException {
        List<Path> parts = List.of(part("<a/>", "<b>汉字</b>"), part("<c/>"));
        Path file = SubmissionFile.write(folder, onlyShare(parts), TIME, parts);
        List<String> read = new ArrayList<>();
        FileRules.forEachRecord(file, (line, text) -> read.add(line + " " + text));
        assertThat(read).containsExactly("2 <a/>", "3 <b>汉字</b>", "4 <c/>");
    }

    public static byte[] golden() throws IOException {
        try (InputStream in =
                SubmissionFileTest.class.getResourceAsStream("/golden/pboc/900000000000A72026043021000010.txt")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Share onlyShare(List<Path> parts) throws IOException {
        return Split.of(FIRST, counts(parts)).shares().get(0);
    }

    private static List<Long> counts(List<Path> parts) throws IOException {
        List<Long> counts = new ArrayList<>();
        for (Path part : parts) {
            counts.add(PartScan.records(part));
        }
        return counts;
    }

    private Path part(String... records) throws IOException {
        Path part = Files.createTempFile(folder, "part", "");
        for (String record : records) {
            Files.writeString(part, record + "\r\n", java.nio.file.StandardOpenOption.APPEND);
        }
        return part;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}

package io.arrears.bureau.pboc.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer as the bureau hands it over, plain or zipped. */
class AnswerFileTest {

    private static final String NAME = "900000000000A72026043021000011.txt";

    @TempDir
    Path folder;

    @Test
    void a_plain_answer_is_read_where_it_lies_and_stays() throws IOException {
        Path file = Files.writeString(folder.resolve(NAME), "answer");
        try (AnswerFile answer = AnswerFile.of(file)) {
            assertThat(answer.text()).isEqualTo(file);
        }
        assertThat(file).exists();
    }

    @Test
    void a_zipped_answer_is_read_where_it_lies_and_no_copy_is_made() throws IOException {
        Path zip = zip(NAME);
        try (AnswerFile answer = AnswerFile.of(zip)) {
            assertThat(answer.text().getFileSystem()).isNotEqualTo(zip.getFileSystem());
            assertThat(answer.text().toString()).isEqualTo(NAME);
            assertThat(Files.readString(answer.text())).isEqualTo(NAME);
        }
    }

    @Test
    void a_zip_whose_bytes_are_damaged_is_refused() throws IOException {
        Path zip = folder.resolve(NAME + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setMethod(ZipOutputStream.STORED);
            ZipEntry entry = new ZipEntry(NAME);
            CRC32 crc = new CRC32();
            crc.update("answer".getBytes(StandardCharsets.UTF_8));
            entry.setCrc(crc.getValue());
            entry.setSize(6);
            out.putNextEntry(entry);
            out.write("answer".getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(zip);
        bytes[30 + NAME.length()] = 'b';
        Files.write(zip, bytes);
        refused(zip, 1000, "is torn or no zip as it is read here; ask the bureau for it again");
    }

    @Test
    void a_zip_of_as_many_bytes_as_are_allowed_is_read_and_one_of_more_is_not() throws IOException {
        Path zip = zip(NAME);
        AnswerFile.of(zip, NAME.length()).close();
        refused(zip, NAME.length() - 1L, "holds more than 33 bytes");
    }

    @Test
    void a_zip_holds_the_one_file_that_it_is_named_after() throws IOException {
        refused(zip(NAME, "other.txt"), 1000, "holds more than one file");
        refused(zip("../" + NAME), 1000, "does not hold the answer that it is named after");
        refused(zip(), 1000, "holds no file");
        refused(
                Files.writeString(folder.resolve(NAME + ".zip"), "text"),
                1000,
                "is torn or no zip as it is read here; ask the bureau for it again");
    }

    private static void refused(Path zip, long most, String reason) {
        assertThatThrownBy(() -> AnswerFile.of(zip, most))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REJECTED))
                .hasMessage(zip + " " + reason + "; nothing of this answer was taken");
    }

    /** A zip of files whose content is their name. */
    private Path zip(String... names) throws IOException {
        Path zip = folder.resolve(NAME + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }
}

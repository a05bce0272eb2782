package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed to the bureau holds the file's bytes, and is itself the same bytes every time. */
class PackagingTest {

    private static final String NAME = "900000000000A72026043021000010.txt";

    @TempDir
    Path folder;

    private Path text;

    @BeforeEach
    void file() throws IOException {
        text = Files.write(folder.resolve(NAME), SubmissionFileTest.golden());
    }

    @Test
    void plain_is_the_file_itself() throws IOException {
        assertThat(Packaging.PLAIN.pack(text)).isEqualTo(text);
    }

    @Test
    void a_zip_holds_the_file_under_its_own_name_and_nothing_else() throws IOException {
        Path zipped = Packaging.ZIP.pack(text);
        assertThat(zipped).isEqualTo(folder.resolve(NAME + ".zip"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zipped)))
                .isEqualTo("rw-------");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(zipped))) {
            ZipEntry entry = zip.getNextEntry();
            assertThat(entry).isNotNull();
            assertThat(entry.getName()).isEqualTo(NAME);
            assertThat(zip.readAllBytes()).isEqualTo(SubmissionFileTest.golden());
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void a_zip_does_not_depend_on_the_time_the_zone_or_an_older_try() throws IOException {
        byte[] first = Files.readAllBytes(Packaging.ZIP.pack(text));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Files.setLastModifiedTime(text, FileTime.fromMillis(0));
            assertThat(Files.readAllBytes(Packaging.ZIP.pack(text))).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void only_a_plain_file_is_packed() {
        assertThatThrownBy(() -> Packaging.ZIP.pack(folder.resolve(NAME + ".zip")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is          | the plain file beside it | its entries and what they hold | holds it
                "the plain file        | A                        | A=a                            | true",
                "another record        | A                        | A=b                            | false",
                "under another name    | A                        | B=a                            | false",
                "in a folder           | A                        | sub/A=a                        | false",
                "beside something else | A                        | A=a B=a                        | false",
                "nothing               | A                        | ''                             | false",
                "no plain file beside  | B                        | B=a                            | false",
            })
    void a_zip_holds_the_plain_file_beside_it_and_nothing_else(String what, String plain, String entries, boolean holds)
            throws IOException {
        Files.writeString(folder.resolve("A"), "a");
        Path packed = Files.write(folder.resolve("packed"), zip(entries));
        assertThat(ZipPackaging.holds(packed, folder.resolve(plain))).isEqualTo(holds);
    }

    @Test
    void what_is_packed_holds_the_plain_file() throws IOException {
        assertThat(ZipPackaging.holds(Packaging.ZIP.pack(text), text)).isTrue();
    }

    /** Most bytes matter, a few (a date, flags) do not; whichever is damaged, the answer is yes or no. */
    @Test
    void a_damaged_zip_holds_nothing() throws IOException {
        Path plain = Files.writeString(folder.resolve("A"), "a");
        Path packed = folder.resolve("packed");
        byte[] whole = zip("A=a");
        int differing = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            differing += ZipPackaging.holds(Files.write(packed, damaged), plain) ? 0 : 1;
        }
        assertThat(differing).isBetween(1, whole.length - 1);
        for (int length = 0; length < whole.length; length++) {
            Files.write(packed, Arrays.copyOf(whole, length));
            assertThat(ZipPackaging.holds(packed, plain))
                    .as("cut after %d", length)
                    .isFalse();
        }
    }

    private static byte[] zip(String entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries.isEmpty() ? new String[0] : entries.split(" ")) {
                String[] parts = entry.split("=");
                zip.putNextEntry(new ZipEntry(parts[0]));
                zip.write(parts[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}

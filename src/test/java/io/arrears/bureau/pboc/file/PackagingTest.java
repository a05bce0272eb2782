package io.arrears.bureau.pboc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}

package io.arrears.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts become one file. */
class WorkFolderTest {

    @TempDir
    Path folder;

    @Test
    void lists_of_two_bureaus_stand_one_behind_the_other_each_in_key_order() throws IOException {
        WorkFolder work = new WorkFolder(folder);
        for (String part : List.of("one-held.csv", "two-held.csv")) {
            for (int partition = 1; partition >= 0; partition--) {
                write(work.part(part, partition), part + " " + partition + "\r\n");
            }
        }
        write(work.part("held.csv", 0), "of nobody\r\n");
        Path joined = work.join("held.csv", "header\r\n", List.of("one-held.csv", "two-held.csv"));
        assertThat(Files.readString(joined, StandardCharsets.UTF_8).lines())
                .containsExactly("header", "one-held.csv 0", "one-held.csv 1", "two-held.csv 0", "two-held.csv 1");
    }

    private static void write(Path part, String text) throws IOException {
        Files.createDirectories(part.resolveSibling(""));
        Files.writeString(part, text);
    }
}

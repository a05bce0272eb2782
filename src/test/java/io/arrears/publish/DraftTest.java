package io.arrears.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.Refused;
import io.arrears.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is handed out is there whole, or nothing of it is. */
class DraftTest {

    @TempDir
    private Path folder;

    @Test
    void takes_its_name_when_it_is_whole_and_only_its_owner_may_read_it() throws IOException {
        Path target = folder.resolve("list.csv");
        try (Draft draft = Draft.of(target)) {
            write(draft, "whole");
            assertThat(target).doesNotExist();
            draft.place();
        }
        assertThat(target).hasContent("whole");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("list.csv");
    }

    @Test
    void goes_when_it_is_given_up() throws IOException {
        try (Draft draft = Draft.of(folder.resolve("list.csv"))) {
            write(draft, "half");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void what_a_killed_command_left_goes_before_the_next_and_what_somebody_works_at_stays() throws IOException {
        Files.writeString(folder.resolve(".arrears-1.part"), "half a list");
        Files.writeString(folder.resolve(".arrears-1.txt"), "somebody else's");
        try (Draft first = Draft.of(folder.resolve("first.csv"))) {
            write(first, "first");
            try (Draft second = Draft.of(folder.resolve("second.csv"))) {
                write(second, "second");
                second.place();
            }
            first.place();
        }
        assertThat(names()).containsExactly(".arrears-1.txt", "first.csv", "second.csv");
        assertThat(folder.resolve("first.csv")).hasContent("first");
    }

    @Test
    void stays_until_it_has_its_name_also_when_its_digest_was_taken() throws Exception {
        try (Draft draft = Draft.of(folder.resolve("first.csv"))) {
            write(draft, "first");
            assertThat(draft.sha256()).isEqualTo(Sha256.of("first"));
            another(folder.resolve("second.csv"));
            draft.place();
        }
        assertThat(names()).containsExactly("first.csv", "second.csv");
        assertThat(folder.resolve("first.csv")).hasContent("first");
    }

    @Test
    void goes_with_a_command_that_is_interrupted() throws Exception {
        Process process = process(folder.resolve("list.csv"), "wait").start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('.');
            assertThat(names()).hasSize(1);
            process.destroy();
            process.waitFor();
            assertThat(names()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void of_two_with_one_name_the_first_has_it() throws IOException {
        Path target = folder.resolve("list.csv");
        try (Draft first = Draft.of(target);
                Draft second = Draft.of(target)) {
            write(first, "first");
            write(second, "second");
            first.place();
            assertThatThrownBy(second::place).isInstanceOf(Refused.class).hasMessageContaining("is there already");
        }
        assertThat(target).hasContent("first");
        assertThat(names()).containsExactly("list.csv");
    }

    @Test
    void a_link_that_leads_nowhere_is_not_followed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("list.csv"), folder.resolve("elsewhere.csv"));
        assertThatThrownBy(() -> Draft.of(link)).isInstanceOf(Refused.class).hasMessageContaining("is there already");
        assertThat(names()).containsExactly("list.csv");
    }

    /** Another command: a process of its own, since a process has its locks as one. */
    private static void another(Path target) throws Exception {
        assertThat(process(target, "place").start().waitFor()).isZero();
    }

    private static ProcessBuilder process(Path target, String what) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Another.class.getName(),
                target.toString(),
                what);
    }

    static final class Another {

        public static void main(String[] args) throws Exception {
            try (Draft draft = Draft.of(Path.of(args[0]))) {
                if (args[1].equals("wait")) {
                    write(draft, "half");
                    System.out.print('.');
                    System.out.flush();
                    new CountDownLatch(1).await();
                }
                draft.place();
            }
        }
    }

    private static void write(Draft draft, String text) throws IOException {
        draft.out().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

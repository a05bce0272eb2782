package io.arrears.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.publish.WorkFolder;
import io.arrears.reconcile.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the accounts that make up a difference are named, and where all of them stand. */
class DifferencesTest {

    @TempDir
    Path folder;

    private WorkFolder work() {
        return new WorkFolder(folder);
    }

    private Path csv(String below) {
        return folder.resolve(below).resolve("R3.csv");
    }

    @Test
    void the_first_hundred_accounts_are_named_once_each_and_all_of_them_are_counted() throws IOException {
        try (Differences differences = new Differences(work())) {
            for (int i = 0; i < 101; i++) {
                differences.account(Identity.R3, "A" + i, "1", "2");
                differences.account(Identity.R3, "A" + i, "3", "4");
            }
            String first = IntStream.range(0, 100).mapToObj(i -> "A" + i).collect(Collectors.joining(", "));
            assertThat(differences.told(Identity.R3))
                    .isEqualTo("\n  accounts of R3: " + first + " (202 in " + csv("differences") + ")");
        }
        assertThat(Files.readAllLines(csv("differences")))
                .hasSize(203)
                .startsWith("account_id,left,right", "A0,1,2", "A0,3,4")
                .endsWith("A100,3,4");
    }

    @Test
    void of_an_identity_that_names_nobody_nothing_is_said() throws IOException {
        try (Differences differences = new Differences(work())) {
            differences.account(Identity.R3, "A", "1", "2");
            assertThat(differences.told(Identity.R4)).isEmpty();
        }
        assertThat(folder.resolve("differences")).isDirectoryContaining("glob:**R3.csv");
    }

    @Test
    void they_go_out_with_the_night_and_what_an_attempt_before_found_does_not() throws IOException {
        Files.createDirectories(folder.resolve("differences"));
        Files.write(folder.resolve("differences").resolve("R5.csv"), List.of("old"));
        Differences differences = new Differences(work());
        try (differences) {
            assertThat(Differences.isIn(work())).isFalse();
            differences.account(Identity.R3, "A", "1", "2");
            assertThat(Differences.isIn(work())).isTrue();
        }
        differences.publish();
        assertThat(Differences.isIn(work())).isFalse();
        assertThat(work().out().resolve("differences")).isDirectoryNotContaining("glob:**R5.csv");
        assertThat(csv("out/differences")).hasContent("account_id,left,right\nA,1,2\n");
    }

    @Test
    void where_nothing_differs_there_is_no_folder() throws IOException {
        Differences differences = new Differences(work());
        try (differences) {
            assertThat(differences.told(Identity.R1)).isEmpty();
        }
        differences.publish();
        assertThat(folder).isEmptyDirectory();
    }
}

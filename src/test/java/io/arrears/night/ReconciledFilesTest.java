package io.arrears.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.audit.FileEntry;
import io.arrears.lender.LenderFile;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is signed is what was reconciled, byte for byte: two lists and a bureau's two files. */
class ReconciledFilesTest {

    private static final Instant NIGHT = Instant.parse("2026-11-20T18:00:00Z");
    private static final Run RUN = new Run(
            7,
            LenderFile.load(Path.of("jobs"), "harbour"),
            LocalDate.of(2026, 11, 20),
            1,
            Run.State.STARTED,
            NIGHT,
            NIGHT,
            null,
            NIGHT,
            "1",
            false,
            null,
            0,
            null,
            null,
            Set.of(),
            null,
            null,
            null);

    @TempDir
    Path folder;

    private WorkFolder work;

    @BeforeEach
    void noted() throws IOException {
        work = new WorkFolder(folder);
        write("delinquency.csv held.csv pboc/1.txt pboc/2.txt");
        Reconciled.note(work);
    }

    private void write(String files) throws IOException {
        for (String file : files.split(" ")) {
            Path path = work.out().resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "of " + file);
        }
    }

    private void require() throws IOException {
        try (Stream<Path> all = Files.walk(work.out())) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            List<FileEntry> entries = new ArrayList<>();
            for (Path file : files) {
                String name = work.out().relativize(file).toString();
                entries.add(new FileEntry(name, Files.size(file), Sha256.of(file), 0, null, Map.of()));
            }
            Reconciled.require(RUN, work, entries);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // what is done,   to which file,    what is said
        "change,           pboc/2.txt,       was changed",
        "change,           held.csv,         was changed",
        "delete,           pboc/1.txt,       has vanished",
        "delete,           delinquency.csv,  has vanished",
        "add,              pboc/later.txt,   has come",
        "add,              other.csv,        has come",
    })
    void what_was_changed_is_gone_or_has_come_since_is_refused(String done, String file, String what)
            throws IOException {
        Path path = work.out().resolve(file);
        if (done.equals("delete")) {
            Files.delete(path);
        } else {
            Files.writeString(path, "otherwise");
        }
        assertThatThrownBy(this::require)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.DIFFERENCE))
                .hasMessage(file + " of " + RUN + " " + what
                        + " since it was reconciled, so nothing is published; find out who changes files in work/, then "
                        + "run again");
    }

    @Test
    void what_the_steps_behind_it_write_is_none_of_it() throws IOException {
        write("reconciliation.csv figures.csv report.html audit.jsonl manifest.json differences/R3.csv");
        require();
        Reconciled.note(work);
        assertThat(Files.readAllLines(folder.resolve("reconciled")))
                .extracting(line -> line.substring(66))
                .containsExactly("delinquency.csv", "held.csv", "pboc/1.txt", "pboc/2.txt");
    }

    /** Its files go, and the lists are made anew without its rows; whatever else changes is a change. */
    @Test
    void a_bureau_whose_files_are_kept_back_is_noted_so() throws IOException {
        Files.delete(work.out().resolve("pboc/1.txt"));
        Files.delete(work.out().resolve("pboc/2.txt"));
        Files.writeString(work.out().resolve("held.csv"), "anew");
        Reconciled.withheld(work, Set.of("pboc"), List.of("held.csv"));
        require();
        Files.writeString(work.out().resolve("delinquency.csv"), "anew");
        assertThatThrownBy(this::require).hasMessageStartingWith("delinquency.csv of " + RUN + " was changed");
    }

    /** As {@code sha256sum} prints and checks them. */
    @Test
    void the_note_is_one_that_sha256sum_reads() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("reconciled")))
                .startsWith(Sha256.of("of delinquency.csv") + "  delinquency.csv");
        assertThat(folder.resolve("reconciled.new")).doesNotExist();
    }
}

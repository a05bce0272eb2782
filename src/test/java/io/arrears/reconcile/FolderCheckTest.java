package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies in a bureau's folder on 20 November 2026 (R2); of kind {@code A_1} one record A is kept. */
class FolderCheckTest {

    private static final String FILE = "A_1_2026-11-20_001";

    @TempDir
    Path folder;

    private final Found found = new Found();

    private List<Check> check(Path where) throws IOException {
        TrailerFormat format = new TrailerFormat();
        FolderCheck files = FolderCheck.of("demo", format, TrailerFormat.GENERATED, where, found);
        List<Check> checks = new ArrayList<>();
        for (String kind : format.kinds()) {
            Stream<String> kept = kind.equals("A_1") ? Stream.of("A") : Stream.of();
            checks.addAll(files.ofKind(kind, kept.map(TrailerFormat::kept).iterator()));
        }
        checks.addAll(files.ofAll());
        return checks;
    }

    private void write(String name, String record) throws IOException {
        Files.write(folder.resolve(name), List.of(record, "#1:0"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // files besides A's own               | what differs                                 | what is named
                "''                                    | ''                                           | ''",
                "A_1_2026-11-19_001                    | demo files 2 1                               | A_1_2026-11-19_001: a file / of no kind of this run",
                "B_1_2026-11-20_001                    | demo files 2 1                               | B_1_2026-11-20_001: a file / of no kind of this run",
                "A_12026-11-20_001                     | demo files 2 1                               | A_12026-11-20_001: a file / of no kind of this run",
                "readme.txt notes                      | demo files 3 1                               | notes: a file / of no kind of this run, readme.txt: a file / of no kind of this run",
                "A_2_2026-11-20_001                    | demo A_2 records 0 1                         | A_2_2026-11-20_001:1: not kept / A_2_2026-11-20_001:1",
                "A_1_2026-11-20_002                    | demo A_1 records 1 2                         | A: kept once / A_1_2026-11-20_002:1",
            })
    void each_file_is_of_a_kind_and_day_of_the_run(String others, String differing, String named) throws IOException {
        write(FILE, "A");
        for (String other : others.isEmpty() ? new String[0] : others.split(" ")) {
            write(other, "A");
        }
        assertThat(Found.differing(check(folder))).isEqualTo(differing);
        assertThat(found.accounts()).isEqualTo(named);
    }

    @Test
    void a_file_under_another_name_is_both_missing_and_foreign() throws IOException {
        write("other.txt", "A");
        assertThat(Found.differing(check(folder)))
                .isEqualTo("demo A_1 records 1 0, demo A_1 same records 1 0, demo files 1 0");
        assertThat(found.accounts()).isEqualTo("A: kept / no line, other.txt: a file / of no kind of this run");
    }

    @Test
    void a_folder_that_is_empty_or_not_there_has_lost_what_was_kept() throws IOException {
        String lost = "demo A_1 records 1 0, demo A_1 same records 1 0";
        assertThat(Found.all(check(folder))).isEqualTo(lost);
        assertThat(Found.all(check(folder.resolve("nowhere")))).isEqualTo(lost);
    }

    // Packed

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is          | its name                 | its record | holds the plain file
                "the plain file        | A_1_2026-11-20_001.pack  | A          | true",
                "another record        | A_1_2026-11-20_001.pack  | B          | false",
                "no plain file beside  | A_1_2026-11-20_002.pack  | A          | false",
            })
    void a_packed_file_holds_the_plain_one_beside_it(String what, String name, String record, boolean isSame)
            throws IOException {
        write(FILE, "A");
        write(name, record);
        assertThat(Found.all(check(folder))).endsWith("demo files 2 2, demo packed 1 " + (isSame ? 1 : 0));
        assertThat(found.accounts()).isEqualTo(isSame ? "" : name + ": packed / not the plain file beside it");
    }
}

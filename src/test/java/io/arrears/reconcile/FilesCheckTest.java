package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was kept of a kind's records against the lines of its files (R2): the trailer counts its records and adds them up. */
class FilesCheckTest {

    @TempDir
    Path folder;

    private final Found found = new Found();

    /** Records and lines stand with spaces between them, files with a slash. */
    private List<Check> check(String kept, String files) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String lines : words(files, "/")) {
            Path file = folder.resolve("F" + (paths.size() + 1));
            paths.add(Files.write(file, words(lines, " ")));
        }
        return FilesCheck.check(
                "demo A",
                new TrailerFormat(),
                paths,
                words(kept, " ").stream().map(TrailerFormat::kept).iterator(),
                found);
    }

    private static List<String> words(String text, String between) {
        return Stream.of(text.split(between)).filter(word -> !word.isBlank()).toList();
    }

    private static String differing(List<Check> checks) {
        return Found.differing(checks).replace("demo A ", "");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is                 | kept         | lines of the files        | what differs
                //                                            | accounts
                "as it was kept               | A=1 B=2 C=4  | A=1 B=2 C=4 #3:7          | ''                                                                       | ''",
                "in two files                 | A=1 B=2 C=4  | A=1 #1:1 / B=2 C=4 #2:6   | ''                                                                       | ''",
                "no amounts                   | A B          | A B #2:0                  | ''                                                                       | ''",
                "a lost line                  | A=1 B=2 C=4  | A=1 C=4 #3:7              | records 3 2, trailer of F1 3 2, balance of F1 7 5, same records 3 2, overdue 7 5 | B: kept / no line",
                "a lost line, not announced   | A=1 B=2 C=4  | A=1 C=4 #2:5              | records 3 2, same records 3 2, overdue 7 5                               | B: kept / no line",
                "the last line lost           | A=1 B=2 C=4  | A=1 B=2 #2:3              | records 3 2, same records 3 2, overdue 7 3                               | C: kept / no line",
                "a surplus line               | A=1 B=2      | A=1 X=9 B=2 #3:12         | records 2 3, overdue 3 12                                                | F1:2: not kept / F1:2",
                "a surplus line at the end    | A=1 B=2      | A=1 B=2 X #3:3            | records 2 3                                                              | F1:3: not kept / F1:3",
                "a line written twice         | A=1 B=2      | A=1 A=1 B=2 #3:4          | records 2 3, overdue 3 4                                                 | A: kept once / F1:2",
                "a changed amount             | A=1 B=2 C=4  | A=1 B=3 C=4 #3:8          | same records 3 2, overdue 7 8                                            | B: kept with another digest / F1:2",
                "a changed line, same amount  | A=1 B=2 C=4  | A=1 Z=2 C=4 #3:7          | same records 3 2                                                         | B: kept with another digest / F1:2",
                "two lines exchanged          | A=1 B=2 C=4  | B=2 A=1 C=4 #3:7          | same records 3 2                                                         | A: kept / no line, F1:2: not kept / F1:2",
                "a torn file                  | A=1 B=2 C=40 | A=1 B=2 C=4               | trailer of F1 0 3, balance of F1 0 7, same records 3 2, overdue 43 7     | C: kept with another digest / F1:3",
                "a trailer that miscounts     | A=1 B=2      | A=1 B=2 #3:3              | trailer of F1 3 2                                                        | ''",
                "a balance off by a cent      | A=1 B=2      | A=1 B=2 #2:3.01           | balance of F1 3.01 3                                                     | ''",
                "the second file's balance    | A=1 B=2      | A=1 #1:1 / B=2 #1:1       | balance of F2 1 2                                                        | ''",
                "the second file is missing   | A=1 B=2      | A=1 #1:1                  | records 2 1, same records 2 1, overdue 3 1                               | B: kept / no line",
                "a line in the second file    | A=1 B=2      | A=1 #1:1 / X=1 B=2 #2:3   | records 2 3, overdue 3 4                                                 | F2:1: not kept / F2:1",
                "a second file without a line | A=1          | A=1 #1:1 / #0:0           | ''                                                                       | ''",
                "no file                      | A=1          | ''                        | records 1 0, same records 1 0, overdue 1 0                               | A: kept / no line",
                "a file, and nothing kept     | ''           | A=1 #1:1                  | records 0 1, overdue 0 1                                                 | F1:1: not kept / F1:1",
                "neither                      | ''           | ''                        | ''                                                                       | ''",
            })
    void each_record_kept_is_one_line_and_what_a_file_states_is_so(
            String what, String kept, String files, String differing, String accounts) throws IOException {
        assertThat(differing(check(kept, files))).isEqualTo(differing);
        assertThat(found.accounts()).isEqualTo(accounts);
    }

    @Test
    void each_check_says_what_was_counted_and_where() throws IOException {
        assertThat(check("A=1 B", "A=1 B #2:1"))
                .extracting(Check::toString)
                .containsExactly(
                        "R2 demo A records: 2 (records kept as furnished) is not 2 (lines of the files), by 0",
                        "R2 demo A trailer of F1: 2 (the trailer) is not 2 (lines before it), by 0",
                        "R2 demo A balance of F1: 1 (the trailer) is not 1 (amounts before it), by 0",
                        "R2 demo A same records: 2 (records kept as furnished) is not 2 (lines that are these very "
                                + "records), by 0",
                        "R2 demo A overdue: 1 (facts of the records kept as furnished) is not 1 (lines of the files), by 0");
        assertThat(Found.all(check("A", "A #1:0"))).as("no amounts").doesNotContain("overdue");
        assertThat(check("", "")).isEmpty();
    }

    /** It looks fifty records ahead: a file that begins with the fiftieth has lost forty-nine. */
    @ParameterizedTest
    @CsvSource({"49, 51, 51", "50, 50, 0"})
    void one_gap_makes_one_difference_up_to_fifty_records(int lost, long lines, long same) throws IOException {
        List<String> all = IntStream.range(0, 100).mapToObj(i -> "R" + i).toList();
        List<Check> checks =
                check(String.join(" ", all), String.join(" ", all.subList(lost, 100)) + " #" + lines + ":0");
        assertThat(differing(checks)).isEqualTo("records 100 " + lines + ", same records 100 " + same);
    }
}

package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of accounts side by side in key order: of files, and of tables. */
class ListedAccountsTest {

    @TempDir
    Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void rows_are_taken_in_their_order_and_those_not_meant_are_passed_over() throws IOException {
        Path file = file("held.csv", "account_id,bureau", "A,demo", "A,other", "B,other", "C,demo");
        try (ListedAccounts rows =
                ListedAccounts.of(file, row -> row.get("bureau").equals("demo"))) {
            assertThat(rows.key()).isEqualTo("A");
            assertThat(rows.take("B")).as("not its turn").isNull();
            assertThat(rows.take("A")).isNotNull();
            assertThat(rows.key()).isEqualTo("C");
            assertThat(rows.take("C")).isNotNull();
            assertThat(rows.key()).isNull();
            assertThat(rows.take("C")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"A, true, B", "B, true, D", "C, false, D", "D, true,", "E, false,"})
    void all_rows_up_to_an_account_are_taken_at_once(String account, boolean isListed, String next) throws IOException {
        try (ListedAccounts rows = ListedAccounts.of(file("held.csv", "account_id", "A", "A", "B", "B", "D"))) {
            assertThat(rows.takeAll(account)).isEqualTo(isListed);
            assertThat(rows.key()).isEqualTo(next);
        }
    }

    @Test
    void parts_without_a_header_follow_each_other_be_some_empty() throws IOException {
        List<Path> parts = List.of(file("0", "A,1"), file("1"), file("2", "B,2", "C,3"));
        List<String> taken = new ArrayList<>();
        try (ListedAccounts rows = ListedAccounts.ofParts(parts)) {
            for (String key = rows.key(); key != null; key = rows.key()) {
                CSVRecord row = rows.take(key);
                taken.add(row == null ? "none" : row.get(0) + row.get(1));
            }
        }
        assertThat(taken).containsExactly("A1", "B2", "C3");
    }

    /** In a list for people such an id stands behind an apostrophe. */
    @Test
    void an_account_whose_id_would_be_a_formula_is_found_by_its_id() throws IOException {
        try (ListedAccounts rows = ListedAccounts.of(file("held.csv", "account_id", "'=1+1"))) {
            assertThat(rows.key()).isEqualTo("=1+1");
            assertThat(rows.takeAll("=1+1")).isTrue();
        }
    }

    @Test
    void none_has_no_rows() throws IOException {
        try (ListedAccounts rows = ListedAccounts.none()) {
            assertThat(rows.key()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // one side | other side | what differs
                "A=1 B=2    | A=1 B=2    | ''",
                "A=1 B=2    | A=1 B=3    | B: 2 / 3",
                "A=1 B=2    | A=1        | B: 2 / nothing",
                "B=2        | A=1 B=2    | A: nothing / 1",
                "A=1 C=3    | B=2 D=4    | A: 1 / nothing, B: nothing / 2, C: 3 / nothing, D: nothing / 4",
                "A=- B=2    | B=2        | ''",
                "A=-        | A=1        | A: nothing / 1",
            })
    void each_account_of_which_two_sides_differ_is_named(String one, String other, String differing) {
        Found found = new Found();
        ByAccount.compare(Identity.R5, rows(one), rows(other), found);
        assertThat(found.accounts()).isEqualTo(differing);
    }

    @Test
    void an_account_that_one_side_lists_twice_is_named() throws IOException {
        Found found = new Found();
        try (ListedAccounts twice = ListedAccounts.of(file("is.csv", "account_id,bucket", "A,1", "A,1", "B,2"))) {
            ByAccount.compare(Identity.R4, rows("A=1 B=2"), twice.map(row -> row.get("bucket")), found);
        }
        assertThat(found.accounts()).isEqualTo("A: nothing / 1");
    }

    /** {@code A=-}: an account of which nothing is made. */
    private static ByAccount<String> rows(String words) {
        Map<String, String> rows = new TreeMap<>();
        for (String word : words.split(" ")) {
            rows.put(word.substring(0, 1), word.substring(2));
        }
        return new AccountRows<>(rows).map(value -> value.equals("-") ? null : value);
    }
}

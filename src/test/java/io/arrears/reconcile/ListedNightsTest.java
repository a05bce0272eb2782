package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delinquency.Movement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The overdue amount rolls forward from the last list to this (R3), and accounts move between buckets (R4). */
class ListedNightsTest {

    private static final String LISTED = "account_id,status,bucket,overdue_penalty,overdue_total";

    @TempDir
    Path folder;

    private final Found found = new Found();

    /** {@code A:M1:100} is open; {@code A:M0:0:CLOSED}; {@code A:M1:100:OPEN:5} owes a penalty of 5 of its 100. */
    private Path list(String name, String rows) throws IOException {
        return Files.write(
                folder.resolve(name),
                Stream.concat(
                                Stream.of(LISTED),
                                words(rows).stream()
                                        .map(row -> row.split(":"))
                                        .map(cells -> String.join(
                                                ",",
                                                cells[0],
                                                cells.length > 3 ? cells[3] : "OPEN",
                                                cells[1],
                                                cells.length > 4 ? cells[4] : "0.00",
                                                cells[2])))
                        .toList());
    }

    /** {@code A:newly_due=100,paid=-40}. */
    private Path movements(String rows) throws IOException {
        List<String> columns =
                Stream.of(Movement.values()).map(Movement::column).toList();
        List<String> lines = new ArrayList<>(List.of("account_id,currency," + String.join(",", columns)));
        for (String row : words(rows)) {
            Map<String, String> amounts = counts(row.substring(2)).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, amount -> String.valueOf(amount.getValue())));
            lines.add(row.charAt(0) + ",EUR,"
                    + columns.stream()
                            .map(column -> amounts.getOrDefault(column, "0.00"))
                            .collect(Collectors.joining(",")));
        }
        return Files.write(folder.resolve("movements.csv"), lines);
    }

    /** {@code M0=2,M1=1}. */
    private static Map<String, Long> counts(String words) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String word : words.isEmpty() ? new String[0] : words.split(",")) {
            counts.put(word.replaceFirst("=.*", ""), Long.valueOf(word.replaceFirst(".*=", "")));
        }
        return counts;
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private List<Check> check(String was, String manifest, String is, String moved, String open, boolean penalty)
            throws IOException {
        return check(new ListedNights.Published(list("was.csv", was), counts(manifest)), is, moved, open, penalty);
    }

    private List<Check> check(ListedNights.Last last, String is, String moved, String open, boolean penalty)
            throws IOException {
        return ListedNights.check(
                new ListedNights.Sources(
                        last,
                        list("is.csv", is),
                        movements(moved),
                        counts(open),
                        new AccountRows<>(Map.of("A", "EUR", "B", "EUR", "C", "EUR", "D", "CNY")),
                        penalty),
                found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is                      | the last list           | its manifest | this list               |
                // what moved                | open      | what differs                       | what is named
                "nothing moves                     | A:M1:100 B:M0:0         | M0=1,M1=1    | A:M1:100 B:M0:0         | ''                        | M0=1,M1=1 | ''                                 | ''",
                "one pays, one falls due           | A:M1:100 B:M0:0         | M0=1,M1=1    | A:M1:60 B:M1:100        | A:paid=-40 B:newly_due=100 | M1=2     | ''                                 | ''",
                "it ends within a tolerance        | A:M1:100                | M1=1         | A:M0:1:CLOSED           | A:paid=-99,tolerance=-1   | ''        | ''                                 | ''",
                "a new one is boarded              | ''                      | ''           | A:M1:50                 | A:boarded=50              | M1=1      | ''                                 | ''",
                "a closed one is listed no more    | A:M0:0:CLOSED           | M0=1         | ''                      | ''                        | ''        | ''                                 | ''",
                "an amount is off by a cent        | A:M1:100                | M1=1         | A:M1:100.01             | ''                        | M1=1      | EUR 100 100.01, EUR accounts 1 0   | A: 100 / 100.01",
                "a movement is lost                | A:M1:100                | M1=1         | A:M1:60                 | ''                        | M1=1      | EUR 100 60, EUR accounts 1 0       | A: 100 / 60",
                "a movement too many               | A:M1:100                | M1=1         | A:M1:100                | A:paid=-40                | M1=1      | EUR 60.00 100, EUR accounts 1 0    | A: 60.00 / 100",
                "amounts make up for each other    | A:M1:60 B:M1:100        | M1=2         | A:M1:61 B:M1:99         | ''                        | M1=2      | EUR accounts 2 0                   | A: 60 / 61, B: 100 / 99",
                "one moved that is listed nowhere  | ''                      | ''           | ''                      | A:newly_due=5             | ''        | EUR 5.00 0, EUR accounts 1 0       | A: 5.00 / 0",
                "what is overdue of one is lost    | A:M1:100                | M1=1         | ''                      | ''                        | ''        | EUR 100 0, EUR accounts 1 0, open before 1 0 | 'A: 100 / 0, A: listed in M1 / no row'",
                "a row is lost                     | A:M0:0 B:M0:0           | M0=2         | A:M0:0                  | ''                        | M0=2      | open before 2 1, to M0 2 1         | B: listed in M0 / no row",
                "a row is lost on both sides       | A:M0:0 B:M0:0           | M0=2         | A:M0:0                  | ''                        | M0=1      | open before 2 1                    | B: listed in M0 / no row",
                "an account is listed twice        | A:M0:0                  | M0=1         | A:M0:0 A:M0:0           | ''                        | M0=1      | to M0 1 2                          | ''",
                "an account is in another bucket   | A:M1:100                | M1=1         | A:M2:100                | ''                        | M1=1      | to M1 1 0, to M2 0 1               | ''",
                "one that the standings lack       | ''                      | ''           | A:M0:0                  | ''                        | ''        | to M0 0 1                          | ''",
                "one that is closed in the list    | A:M0:0                  | M0=1         | A:M0:0:CLOSED           | ''                        | M0=1      | to M0 1 0                          | ''",
                "the last list lost a row          | A:M0:0                  | M0=2         | A:M0:0 B:M0:0           | ''                        | M0=2      | from M0 2 1                        | ''",
                "the last list has another bucket  | A:M1:0                  | M0=1         | A:M0:0                  | ''                        | M0=1      | from M0 1 0, from M1 0 1           | ''",
                "rows out of order                 | A:M1:10 B:M1:20         | M1=2         | B:M1:20 A:M1:10         | ''                        | M1=2      | ? 0 10, ? accounts 1 0, EUR 30 20, EUR accounts 2 1, open before 2 1 | 'A: 10 / 0, A: listed in M1 / no row, A: 0 / 10'",
            })
    void amounts_roll_forward_and_accounts_move_between_buckets(
            String what,
            String was,
            String manifest,
            String is,
            String moved,
            String open,
            String differing,
            String named)
            throws IOException {
        assertThat(Found.differing(check(was, manifest, is, moved, open, true))).isEqualTo(differing);
        assertThat(found.accounts()).isEqualTo(named);
    }

    /** By hand: 100 + 10 of the last list, 100 due and 40 paid, are 170; of D's 7 in another currency nothing moved. */
    @Test
    void each_currency_adds_up_cause_by_cause() throws IOException {
        assertThat(check(
                        "A:M1:100.00 C:M1:10.00 D:M2:7.00",
                        "M1=2,M2=1",
                        "A:M1:60.00 B:M1:100.00 C:M1:10.00 D:M2:7.00",
                        "A:paid=-40 B:newly_due=100",
                        "M1=3,M2=1",
                        true))
                .filteredOn(check -> check.identity() == Identity.R3)
                .extracting(Check::toString)
                .containsExactly(
                        "R3 CNY: 7.00 (the last delinquency.csv 7.00, movements.csv nothing) is not 7.00 (this "
                                + "delinquency.csv), by 0.00",
                        "R3 CNY accounts: 1 (accounts with an overdue amount or a movement) is not 1 (those of them that "
                                + "roll forward each), by 0",
                        "R3 EUR: 170.00 (the last delinquency.csv 110.00, movements.csv newly_due 100.00, paid -40.00) is "
                                + "not 170.00 (this delinquency.csv), by 0.00",
                        "R3 EUR accounts: 3 (accounts with an overdue amount or a movement) is not 3 (those of them that "
                                + "roll forward each), by 0");
    }

    @Test
    void a_penalty_rolls_forward_only_where_none_is_accrued() throws IOException {
        String was = "A:M1:105.00:OPEN:5.00";
        String is = "A:M1:106.00:OPEN:6.00";
        assertThat(Found.differing(check(was, "M1=1", is, "", "M1=1", false))).isEmpty();
        assertThat(Found.differing(check(was, "M1=1", is, "", "M1=1", true)))
                .isEqualTo("EUR 105.00 106.00, EUR accounts 1 0");
    }

    @Test
    void a_first_night_rolls_forward_from_nothing() throws IOException {
        assertThat(Found.all(check(ListedNights.Unlisted.FIRST, "A:M1:50", "A:boarded=50", "M1=1", true)))
                .isEqualTo("EUR 50.00 50, EUR accounts 1 1, to M1 1 1");
    }

    /** Kept elsewhere, it is no difference; changed, it is one, whatever it says. */
    @ParameterizedTest
    @EnumSource(names = {"GONE", "CHANGED"})
    void without_the_last_list_this_nights_buckets_alone_are_checked(ListedNights.Unlisted last) throws IOException {
        List<Check> checks = check(last, "A:M1:50", "A:boarded=50", "M1=1", true);
        assertThat(Found.all(checks))
                .isEqualTo(
                        last == ListedNights.Unlisted.GONE
                                ? " - -, from the last night - -, to M1 1 1"
                                : "the last night's list 1 0, the last night's list 1 0, to M1 1 1");
        assertThat(checks).extracting(Check::identity).containsExactly(Identity.R3, Identity.R4, Identity.R4);
        assertThat(found.accounts()).isEmpty();
    }

    @Test
    void an_amount_that_is_none_is_refused_with_its_column() {
        assertThatThrownBy(() -> check("A:M1:sixty", "M1=1", "A:M1:60", "", "M1=1", true))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.DIFFERENCE))
                .hasMessage("the row of account A has no amount in column overdue_total; somebody changed the file: "
                        + "'arrears verify' says which");
    }
}

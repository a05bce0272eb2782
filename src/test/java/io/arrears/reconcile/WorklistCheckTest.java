package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is overdue by the standings is who the two lists name, once each (R8). */
class WorklistCheckTest {

    private static final String LINES = "account_id,stage,overdue_total,party,party_id,channel";

    @TempDir
    Path folder;

    private final Found found = new Found();

    private static List<String[]> words(String text) {
        return Stream.of(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split(":"))
                .toList();
    }

    /** {@code A:8:100}: days past due as reported, and whole euros overdue; Y is in yen. */
    private static ByAccount<WorklistCheck.Owed> standings(String text) {
        Map<String, WorklistCheck.Owed> standings = new TreeMap<>();
        for (String[] word : words(text)) {
            Currency currency = Currency.getInstance(word[0].equals("Y") ? "JPY" : "EUR");
            long overdue = Long.parseLong(word[2]) * (word[0].equals("Y") ? 1 : 100);
            standings.put(word[0], new WorklistCheck.Owed(currency, Integer.parseInt(word[1]), overdue));
        }
        return new AccountRows<>(standings);
    }

    /** {@code A:100}. */
    private void delinquency(String text) throws IOException {
        List<String> rows = new ArrayList<>(List.of("account_id,overdue_total"));
        words(text).forEach(word -> rows.add(word[0] + "," + word[1]));
        Files.write(folder.resolve("delinquency.csv"), rows);
    }

    /** {@code A:EARLY:CALL:100}, in this order, to the borrower; a line {@code A:EARLY:CALL:100:GUARANTOR} to somebody else. */
    private void lines(String text) throws IOException {
        StringBuilder list = new StringBuilder(LINES + "\r\n");
        List<String> index = new ArrayList<>();
        for (String[] word : words(text)) {
            int first = list.toString().getBytes(StandardCharsets.UTF_8).length;
            String party = word.length > 4 ? word[4] : "BORROWER";
            String line = String.join(",", word[0], word[1], word[3], party, "P", word[2]) + "\r\n";
            list.append(line);
            index.add(word[0] + "," + first + "," + line.length());
        }
        Files.writeString(folder.resolve("worklist.csv"), list);
        index.sort(null);
        index.add(0, "account_id,first_byte,bytes");
        Files.write(folder.resolve("worklist-index.csv"), index);
    }

    /** {@code A:EARLY:CALLS_A_DAY}; {@code A::NO_STAGE}. */
    private void withheld(String text) throws IOException {
        List<String> rows = new ArrayList<>(List.of("account_id,stage,rule"));
        words(text).forEach(word -> rows.add(String.join(",", word)));
        Files.write(folder.resolve("withheld.csv"), rows);
    }

    private List<Check> check(String standings) throws IOException {
        return WorklistCheck.check(new WorklistCheck.Sources(standings(standings), folder, Set.of("REMINDER")), found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is                      | the standings       | delinquency.csv | worklist.csv
                //         |
                // withheld.csv                    | what differs                             | what is named
                "one of each                       | A:8:100 B:3:50 C:1:7 D:0:0 | A:100 B:50 C:7 D:0 | A:MID:CALL:100 | B:MID:CAP C::NO_STAGE | '' | ''",
                "nobody is overdue                 | A:0:0               | A:0             | ''                                  | ''                              | '' | ''",
                "several lines and rows of one     | A:8:100             | A:100           | A:MID:SMS:100 A:MID:CALL:100        | A:MID:CAP A:MID:NO_SOURCE       | '' | ''",
                "lines stand in another order      | A:8:100 B:9:200     | A:100 B:200     | B:MID:SMS:200 A:MID:SMS:100         | ''                              | '' | ''",
                "in days of grace                  | A:0:30              | A:30            | ''                                  | ''                              | '' | ''",
                "a reminder stands outside         | A:0:0 B:0:0         | A:0 B:0         | A:REMINDER:SMS:0                    | B:REMINDER:NO_HANDLE            | '' | ''",
                "two currencies                    | A:8:100 Y:3:500     | A:100.00 Y:500  | A:MID:CALL:100 Y:MID:CALL:500       | ''                              | '' | ''",
                "a guarantor owes less             | A:8:100             | A:100           | A:MID:CALL:60:GUARANTOR             | ''                              | '' | ''",
                "a line to a contact says nothing  | A:8:100             | A:100           | A:LOCATE:CALL::CONTACT              | ''                              | '' | ''",
                "an account is missing             | A:8:100 B:3:50      | A:100 B:50      | A:MID:CALL:100                      | ''                              | accounts 2 1, EUR overdue 150.00 100, EUR accounts 2 1 | B: overdue 50.00 / nothing",
                "an overdue one is but reminded    | A:8:100             | A:100           | A:REMINDER:SMS:100                  | ''                              | accounts 1 0, EUR overdue 100.00 0, EUR accounts 1 0 | A: overdue 100.00 / nothing",
                "one too many has a line           | A:8:100 B:0:0       | A:100 B:0       | A:MID:CALL:100 B:MID:CALL:0         | ''                              | accounts 1 2, EUR accounts 2 1 | B: not overdue / a line 0",
                "one too many is withheld          | A:0:30              | A:30            | ''                                  | A:MID:CAP                       | accounts 0 1, EUR overdue 0 30, EUR accounts 1 0 | A: not overdue / withheld alone 30",
                "one too many has no stage         | A:0:30              | A:30            | ''                                  | A::NO_STAGE                     | accounts 0 1, EUR overdue 0 30, EUR accounts 1 0 | A: not overdue / below the first stage 30",
                "one that has no standing          | ''                  | ''              | Z:MID:CALL:5                        | ''                              | accounts 0 1, ? accounts 1 0, amounts 1 0 | 'Z: not overdue / a line 0, Z: overdue 0 / on a line 5'",
                "one that delinquency.csv lacks    | A:8:100             | ''              | ''                                  | A:MID:CAP                       | EUR overdue 100.00 0, EUR accounts 1 0 | A: overdue 100.00 / withheld alone 0",
                "one has the same line twice       | A:8:100             | A:100           | A:MID:CALL:100 A:MID:CALL:100       | ''                              | accounts 1 2, EUR overdue 100.00 200, EUR accounts 1 0 | A: overdue 100.00 / a line and a line 200",
                "one has a line and no stage       | A:8:100             | A:100           | A:MID:CALL:100                      | A::NO_STAGE                     | accounts 1 2, EUR overdue 100.00 200, EUR accounts 1 0 | A: overdue 100.00 / a line and below the first stage 200",
                "one is withheld out of order      | A:8:100 B:3:50      | A:100 B:50      | ''                                  | A:MID:CAP B:MID:CAP A:MID:CAP   | accounts 2 3, ? accounts 1 0 | A: not overdue / withheld alone 0",
                "an amount was changed             | A:8:100             | A:100.01        | ''                                  | A:MID:CAP                       | EUR overdue 100.00 100.01, EUR accounts 1 0 | A: overdue 100.00 / withheld alone 100.01",
                "amounts make up for each other    | A:8:100 B:8:100     | A:99 B:101      | ''                                  | A:MID:CAP B:MID:CAP             | EUR accounts 2 0 | 'A: overdue 100.00 / withheld alone 99, B: overdue 100.00 / withheld alone 101'",
                "a line says another amount        | A:8:100             | A:100           | A:MID:CALL:99                       | ''                              | amounts 1 0 | A: overdue 100 / on a line 99",
            })
    void every_overdue_account_is_listed_once(
            String what,
            String standings,
            String delinquency,
            String lines,
            String withheld,
            String differs,
            String named)
            throws IOException {
        delinquency(delinquency);
        lines(lines);
        withheld(withheld);
        assertThat(Found.differing(check(standings))).isEqualTo(differs);
        assertThat(found.accounts()).isEqualTo(named);
    }

    @Test
    void each_figure_says_where_it_is_from() throws IOException {
        delinquency("A:100 B:50 C:7");
        lines("A:MID:CALL:100");
        withheld("B:MID:CAP C::NO_STAGE");
        assertThat(check("A:8:100 B:3:50 C:1:7"))
                .extracting(Check::toString)
                .containsExactly(
                        "R8 accounts: 3 (accounts reported overdue, by their standings) is not 3 (with a line in "
                                + "worklist.csv 1, only in withheld.csv 1, below the first stage 1), by 0",
                        "R8 EUR overdue: 157.00 (what they owe by their standings) is not 157 (delinquency.csv, of the "
                                + "accounts that both lists name), by 0.00",
                        "R8 EUR accounts: 3 (accounts that either side names) is not 3 (those of which both say the same), by 0",
                        "R8 amounts: 1 (lines of worklist.csv to borrowers) is not 1 (those with delinquency.csv's amount), "
                                + "by 0",
                        "R8 bytes: 82 (worklist.csv) is not 82 (its header and the lines that worklist-index.csv finds in "
                                + "it), by 0");
    }

    /** A line of 27 bytes behind a header of 55. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a line that the index lacks        | ''        | accounts 1 0, EUR overdue 100.00 0, EUR accounts 1 0, bytes 82 55",
                "the index looks beside it          | A,56,27   | accounts 1 0, EUR overdue 100.00 0, EUR accounts 1 0, bytes 82 55",
                "the index looks beyond the end     | A,55,999  | accounts 1 0, EUR overdue 100.00 0, EUR accounts 1 0, bytes 82 55",
                "the index looks before the start   | A,-1,27   | accounts 1 0, EUR overdue 100.00 0, EUR accounts 1 0, bytes 82 55",
                "the index knows another's line     | B,55,27   | accounts 1 0, EUR overdue 100.00 0, EUR accounts 1 0, bytes 82 55",
                "the index has a line twice         | A,55,27;A,55,27 | accounts 1 2, EUR overdue 100.00 200, EUR accounts 1 0, bytes 82 109",
            })
    void a_line_is_where_the_index_says(String what, String index, String differs) throws IOException {
        delinquency("A:100");
        lines("A:MID:CALL:100");
        withheld("");
        List<String> rows = new ArrayList<>(List.of("account_id,first_byte,bytes"));
        rows.addAll(List.of(index.split(";")));
        Files.write(
                folder.resolve("worklist-index.csv"),
                rows.stream().filter(row -> !row.isEmpty()).toList());
        assertThat(Found.differing(check("A:8:100"))).isEqualTo(differs);
    }

    @Test
    void an_index_without_figures_is_no_index() throws IOException {
        delinquency("A:100");
        lines("A:MID:CALL:100");
        withheld("");
        Files.writeString(folder.resolve("worklist-index.csv"), "account_id,first_byte,bytes\nA,here,27\n");
        assertThatThrownBy(() -> check("A:8:100"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.DIFFERENCE))
                .hasMessageContaining("account A has no amount in column first_byte");
    }
}

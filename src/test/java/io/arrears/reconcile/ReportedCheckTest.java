package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Meaning.Act;
import io.arrears.furnish.Meaning.Moment;
import io.arrears.furnish.Meaning.Subject;
import io.arrears.furnish.Reported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every account is furnished, not due, held, rejected or excluded (R1): loans of September, on the night of 20 November 2026, by
 * which a bureau must know of the end of October.
 */
class ReportedCheckTest {

    @TempDir
    Path folder;

    private final Found found = new Found();
    private MonthlyBureau bureau = new MonthlyBureau();
    private final List<String> delinquency = new ArrayList<>(List.of("account_id,overdue_total"));
    private final Map<String, List<String>> lists = new TreeMap<>();
    private final Map<String, AccountReports> accounts = new TreeMap<>();

    /** An account with its overdue amount in delinquency.csv, where it has a row there, and what was reported of it. */
    private void account(String account, String overdue, String reported, String tonight, String listed) {
        if (!overdue.equals("-")) {
            delinquency.add(account + "," + overdue);
        }
        for (String list : words(listed)) {
            lists.computeIfAbsent(list.replaceFirst(":.*", ""), any -> new ArrayList<>())
                    .add(account + "," + row(list));
        }
        if (!reported.equals("no ledger")) {
            List<Reported> now =
                    words(tonight).stream().map(ReportedCheckTest::record).toList();
            List<Reported> all = new ArrayList<>(
                    words(reported).stream().map(ReportedCheckTest::record).toList());
            all.addAll(now);
            accounts.put(account, new AccountReports(view("cash-loan"), all, null, now));
        }
    }

    /** {@code held}, {@code held:other}, {@code held:demo:C_1}: a list, the bureau, the kind of the record. */
    private static String row(String listed) {
        String[] words = (listed + (listed.contains(":") ? "" : ":demo")).split(":");
        return words[1] + "," + (words.length > 2 ? words[2] : "A_1");
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static AccountView view(String product) {
        LocalDate opened = LocalDate.of(2026, 9, 5);
        return new AccountView(product, Collections.emptyNavigableMap(), opened, null, null, null, opened, false);
    }

    /** {@code 10-31}: a report of that day; {@code correct:10-31}, {@code retract:10-31}, {@code person:10-31}; {@code contract:10-31}. */
    private static Reported record(String word) {
        LocalDate day = LocalDate.parse("2026-" + word.replaceFirst(".*:", ""));
        Act act =
                word.startsWith("correct") ? Act.CORRECT : word.contains("retract") ? Act.RETRACT_ACCOUNT : Act.REPORT;
        Meaning meaning = new Meaning(
                word.startsWith("person")
                        ? Subject.PERSON
                        : word.startsWith("contract") ? Subject.CONTRACT : Subject.ACCOUNT,
                act,
                Moment.MONTH_END,
                day,
                false,
                false,
                null);
        return new Reported(
                "A_1", null, day, "", Map.of(), meaning, Reported.State.PREPARED, null, Reported.Course.UNKNOWN);
    }

    private List<Check> check() throws IOException {
        return check(true);
    }

    private List<Check> check(boolean listsExcluded) throws IOException {
        return ReportedCheck.check(
                new ReportedCheck.Sources(
                        bureau,
                        LocalDate.of(2026, 11, 20),
                        listsExcluded,
                        Files.write(folder.resolve("delinquency.csv"), delinquency),
                        new AccountRows<>(accounts),
                        list("held"),
                        list("rejected"),
                        list("excluded"),
                        row -> row.get("bureau").equals("demo"),
                        row -> row.get("bureau").equals("demo")),
                found);
    }

    private Path list(String name) throws IOException {
        List<String> rows = new ArrayList<>(List.of("account_id,bureau,kind"));
        rows.addAll(lists.getOrDefault(name, List.of()));
        return Files.write(folder.resolve(name + ".csv"), rows);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is                                  | overdue | before      | tonight       | listed
                //   | place
                "told tonight                                  | 12.50   | ''          | 09-30 10-31   | ''                | furnished",
                "told tonight, and another record is held      | 12.50   | ''          | 10-31         | held              | furnished",
                "told tonight, and is not listed as overdue    | -       | ''          | 10-31         | ''                | furnished",
                "taken back as a whole tonight                 | 12.50   | 10-31       | retract:10-31 | ''                | furnished",
                "told before                                   | 12.50   | 09-30 10-31 | ''            | ''                | not due",
                "corrected tonight, and told before            | 12.50   | 10-31       | correct:10-31 | ''                | not due",
                "a person told of tonight, and told before     | 12.50   | 10-31       | person:10-31  | ''                | not due",
                "listed, and the ledger knows nothing of it    | 12.50   | no ledger   | ''            | ''                | not due",
                "held                                          | 12.50   | ''          | ''            | held              | held",
                "several records held                          | 12.50   | ''          | ''            | held held held    | held",
                "told before, and a correction is held         | 12.50   | 10-31       | ''            | held              | held",
                "told of an older month, and the last is held  | 12.50   | ''          | 09-30         | held              | held",
                "held and rejected                             | 12.50   | ''          | ''            | held rejected     | held",
                "rejected                                      | 12.50   | ''          | ''            | rejected          | rejected",
                "rejected and excluded                         | 12.50   | ''          | ''            | rejected excluded | rejected",
                "excluded                                      | 12.50   | ''          | ''            | excluded          | excluded",
                "neither told nor listed                       | 12.50   | ''          | ''            | ''                | forgotten",
                "no row of it, and neither told nor listed     | -       | ''          | ''            | ''                | forgotten",
                "told of an older month alone                  | 12.50   | ''          | 09-30         | ''                | forgotten",
                "a month before the last is missing            | 12.50   | ''          | 09-05 10-31   | ''                | forgotten",
                "a correction of what it never told            | 12.50   | ''          | correct:10-31 | ''                | forgotten",
                "its person alone is told of                   | 12.50   | ''          | person:10-31  | ''                | forgotten",
                "held for another bureau                       | 12.50   | ''          | ''            | held:other        | forgotten",
                "excluded from another bureau                  | 12.50   | ''          | ''            | excluded:other    | forgotten",
            })
    void an_account_is_in_one_place_or_forgotten(
            String what, String overdue, String before, String tonight, String listed, String place)
            throws IOException {
        account("A", overdue, before, tonight, listed);
        String amount = overdue.equals("-") ? "0" : overdue;
        boolean isForgotten = place.equals("forgotten");

        List<Check> checks = check();

        assertThat(Found.all(checks))
                .isEqualTo("demo accounts 1 " + (isForgotten ? 0 : 1) + ", demo overdue " + amount + " "
                        + (isForgotten ? "0" : amount));
        assertThat(checks)
                .extracting(Check::rightFrom)
                .containsExactly(isForgotten ? "" : place + " 1", isForgotten ? "" : place + " " + amount);
        assertThat(found.accounts()).isEqualTo(isForgotten ? "A: owes demo a record / neither told nor listed" : "");
    }

    @Test
    void an_account_without_a_row_that_owes_nothing_is_not_counted() throws IOException {
        account("A", "-", "10-31", "", "");
        assertThat(Found.all(check())).isEqualTo("demo accounts 0 0, demo overdue 0 0");
    }

    @Test
    void what_is_none_of_the_bureaus_is_owed_only_where_it_is_listed() throws IOException {
        delinquency.add("A,12.50");
        accounts.put("A", new AccountReports(view("bnpl"), List.of(), null, List.of()));
        assertThat(check(false)).extracting(Check::rightFrom).containsExactly("not due 1", "not due 12.50");
        assertThat(Found.differing(check(true))).isEqualTo("demo accounts 1 0, demo overdue 12.50 0");
    }

    @Test
    void an_account_that_the_ledger_does_not_have_owes_nothing() throws IOException {
        delinquency.add("A,12.50");
        accounts.put("A", new AccountReports(null, List.of(), null, List.of()));
        assertThat(check()).extracting(Check::rightFrom).containsExactly("not due 1", "not due 12.50");
    }

    @Test
    void one_that_must_not_be_told_is_owed_only_where_it_is_listed() throws IOException {
        delinquency.add("A,12.50");
        LocalDate opened = LocalDate.of(2026, 9, 5);
        AccountView blocked =
                new AccountView("cash-loan", Collections.emptyNavigableMap(), opened, null, null, null, opened, true);
        accounts.put("A", new AccountReports(blocked, List.of(), null, List.of()));
        assertThat(check(false)).extracting(Check::rightFrom).containsExactly("not due 1", "not due 12.50");
        assertThat(Found.differing(check(true))).isEqualTo("demo accounts 1 0, demo overdue 12.50 0");
    }

    /** A line of September, another limit since 10 October, of which every month was told. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what it is                                  | before                              | tonight | listed
                // | place
                "told tonight                                  | ''                                  | contract:09-05 contract:10-10 | ''                    | furnished",
                "told tonight, and another of it is held       | contract:09-05                      | contract:10-10                | held:demo:C_1         | furnished",
                "taken back as a whole tonight                 | contract:09-05                      | contract-retract:10-10        | ''                    | furnished",
                "told before                                   | contract:09-05 contract:10-10       | ''                            | ''                    | not due",
                "told before, and the account's own is held    | contract:09-05 contract:10-10       | ''                            | held:demo:A_1         | not due",
                "the change is held                            | contract:09-05                      | ''                            | held:demo:C_1         | held",
                "the change is rejected                        | contract:09-05                      | ''                            | rejected:demo:C_1     | rejected",
                "excluded                                      | ''                                  | ''                            | excluded              | excluded",
                "neither told nor listed                       | ''                                  | ''                            | ''                    | forgotten",
                "the change alone is not told                  | ''                                  | contract:09-05                | ''                    | forgotten",
                "the account's own is held                     | ''                                  | ''                            | held:demo:A_1         | forgotten",
            })
    void a_contract_is_in_one_place_or_forgotten(
            String what, String before, String tonight, String listed, String place) throws IOException {
        bureau = MonthlyBureau.ofLines();
        account("A", "12.50", ("10-31 " + before).trim(), tonight, listed);
        LocalDate opened = LocalDate.of(2026, 9, 5);
        NavigableMap<LocalDate, Long> limits =
                new TreeMap<>(Map.of(opened, 5000_00L, LocalDate.of(2026, 10, 10), 3000_00L));
        AccountReports made = accounts.get("A");
        AccountView line = new AccountView("cash-loan", limits, opened, null, null, null, opened, false);
        accounts.put("A", new AccountReports(line, made.reported(), null, made.tonight()));
        boolean isForgotten = place.equals("forgotten");

        Check contracts = check().get(2);

        assertThat(contracts.scope() + " " + contracts.left() + " " + contracts.right())
                .isEqualTo("demo contracts 1 " + (isForgotten ? 0 : 1));
        assertThat(contracts.rightFrom()).isEqualTo(isForgotten ? "" : place + " 1");
        assertThat(found.accounts())
                .isEqualTo(isForgotten ? "A: owes demo a record of its contract / neither told nor listed" : "");
    }

    /** By hand: 7 accounts, 1 + 2 + 4 + 8 + 16 + 32 = 63 overdue, of which C with 4 is forgotten. */
    @Test
    void a_night_adds_up_place_by_place() throws IOException {
        account("A", "1.00", "", "10-31", "");
        account("B", "2.00", "10-31", "", "");
        account("C", "4.00", "", "", "held:other");
        account("D", "8.00", "", "", "held held:other held");
        account("E", "16.00", "", "", "rejected");
        account("F", "32.00", "", "", "excluded");
        account("G", "-", "", "10-31", "held");
        List<Check> checks = check();
        assertThat(checks)
                .extracting(Check::toString)
                .containsExactly(
                        "R1 demo accounts: 7 (delinquency.csv, those that by the ledger owe a record, and those told or "
                                + "listed) is not 6 (furnished 2, not due 1, held 1, rejected 1, excluded 1), by 1",
                        "R1 demo overdue: 63.00 (delinquency.csv, those that by the ledger owe a record, and those told "
                                + "or listed) is not 59.00 (furnished 1.00, not due 2.00, held 8.00, rejected 16.00, "
                                + "excluded 32.00), by 4.00");
        assertThat(found.accounts()).isEqualTo("C: owes demo a record / neither told nor listed");
    }

    /** It is asked of a record, not of what somebody pays: an account of which 0.00 is overdue is missed all the same. */
    @Test
    void a_forgotten_account_that_owes_no_money_differs_in_the_accounts_alone() throws IOException {
        account("A", "0.00", "", "", "");
        assertThat(Found.differing(check())).isEqualTo("demo accounts 1 0");
    }
}

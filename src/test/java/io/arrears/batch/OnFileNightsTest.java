package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.furnish.Reported.State;
import io.arrears.night.BureauReconciler;
import io.arrears.reconcile.Check;
import io.arrears.reconcile.Identity;
import io.arrears.store.Databases;
import io.arrears.store.bureau.BureauQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bureau holds against the ledger (R6): one thing is wrong at a time, and R6 alone names the account. */
class OnFileNightsTest {

    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 31);
    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final String WAIVER = "entry_id,account_id,type,value_on,posted_at,amount";
    private static final String FACT = "fact_id,bureau,account_id,borrower_id,key,value,effective_on,posted_at";

    @TempDir
    Path folder;

    private Book book;
    private Nights.Outcome night;
    private final Map<Identity, Set<String>> named = new TreeMap<>();
    private final Map<Identity, Set<String>> words = new TreeMap<>();

    /** August is told on 2 September, of standings of which most have held since August; nobody waits for a notice. */
    private void augustIsTold(Databases kind) throws IOException {
        augustHasEnded(kind);
        night = book.runAndSend(AUGUST_TOLD);
    }

    private void augustHasEnded(Databases kind) throws IOException {
        book = Book.on(kind, folder.resolve("book")).demo().open();
        Path gates = book.settings.jobs().resolve("bureaus").resolve("pboc.yaml");
        Files.writeString(gates, Files.readString(gates).replace(", pre-notice]", "]"));
        book.runAndSend(AUGUST);
    }

    @AfterEach
    void close() {
        book.close();
    }

    /** What differs in a night that is published already; the accounts that it looked at are noted again. */
    private Set<String> differing() throws Exception {
        named.clear();
        words.clear();
        book.jdbc.update(
                "INSERT IGNORE INTO night_accounts (run_id, account_id) SELECT DISTINCT ?, account_id FROM furnished",
                night.run().id());
        return new BureauReconciler(book.application.runs(), new BureauQueries(book.application.pool()))
                        .check(night.run(), night.folder(), (identity, account, left, right) -> {
                            named.computeIfAbsent(identity, any -> new TreeSet<>())
                                    .add(account);
                            words.computeIfAbsent(identity, any -> new TreeSet<>())
                                    .add(left + " / " + right);
                        })
                        .stream()
                        .filter(Check::differs)
                        .map(check -> check.identity() + " " + check.scope())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private void differsAlone(String account, String scope, String says) throws Exception {
        assertThat(differing()).containsExactly(scope);
        assertThat(named).isEqualTo(Map.of(Identity.R6, Set.of(account)));
        assertThat(words.get(Identity.R6)).singleElement().asString().contains(says);
    }

    /** An account of which a record of August was told, its newest, that says this. */
    private String toldOfAugust(String facts) {
        return book.jdbc
                .queryForList(
                        "SELECT MAX(account_id) FROM furnished WHERE kind = '210' AND reported_on = '2026-08-31' AND facts LIKE ?",
                        String.class,
                        "%" + facts + "%")
                .get(0);
    }

    /** One told as overdue of August whose standing is the one of August. */
    private String overdueSinceAugust() {
        return book.jdbc
                .queryForList(
                        "SELECT f.account_id FROM furnished f JOIN standing s ON s.account_id = f.account_id"
                                + " JOIN runs r ON r.run_id = s.run_id WHERE f.kind = '210' AND f.reported_on = '2026-08-31'"
                                + " AND r.as_of = '2026-08-31' AND f.facts LIKE '%\"AcctStatus\":\"2\"%'",
                        String.class)
                .get(0);
    }

    private void refuse(String account) {
        book.answer("210", account);
    }

    private String r6(String scope) {
        return NightFiles.list(night, "reconciliation.csv").stream()
                .filter(row -> row.startsWith("R6,pboc " + scope + ","))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_account_that_is_held_as_open_and_is_over_or_unknown_is_extra(Databases kind) throws Exception {
        augustIsTold(kind);
        String account = toldOfAugust("\"AcctStatus\":\"1\"");
        night = book.run(AUGUST_TOLD.plusDays(1));
        book.jdbc.update("UPDATE standing SET closed_on = '2026-08-20' WHERE account_id = ?", account);
        differsAlone(account, "R6 pboc extra", "extra: held as open, up to 2026-08-31 / ended on 2026-08-20");
        book.jdbc.update("DELETE FROM standing WHERE account_id = ?", account);
        differsAlone(account, "R6 pboc extra", "not in the ledger");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_a_month_end_tells_is_compared_before_it_goes_out(Databases kind) throws Exception {
        augustHasEnded(kind);
        night = book.run(AUGUST_TOLD);
        assertThat(r6("different")).contains("all of them").doesNotContain("R6,pboc different,0,0");
        assertThat(r6("different overdue")).doesNotContain("R6,pboc different overdue,0,0");
        String account = toldOfAugust("\"AcctStatus\":\"2\"");
        book.jdbc.update(
                "UPDATE arrear SET principal = principal + 100 WHERE account_id = ? AND position = 0", account);
        assertThat(differing()).containsExactly("R6 pboc different", "R6 pboc different overdue");
        assertThat(named).isEqualTo(Map.of(Identity.R6, Set.of(account)));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void whatever_becomes_of_the_files_sound_nights_go_out(Databases kind) throws Exception {
        augustHasEnded(kind);
        night = book.run(AUGUST_TOLD);
        assertThat(r6("missing")).contains("on its way");
        book.later(1);
        book.moveAll(State.PREPARED, State.VOID);
        night = book.run(AUGUST_TOLD.plusDays(1));
        assertThat(r6("missing")).contains("on its way");
        book.later(1);
        book.moveAll(State.PREPARED, State.SENT);
        refuse(toldOfAugust("\"AcctStatus\":\"1\""));
        night = book.run(AUGUST_TOLD.plusDays(2));
        assertThat(r6("missing")).contains(", listed 1").doesNotContain("never told");
        night = book.run(AUGUST_TOLD.plusDays(3));
        assertThat(r6("missing"))
                .as("one whose person's file is on its way, and nobody else")
                .startsWith("R6,pboc missing,1,1,0,OK,");
    }

    /** What a bureau holds wrongly was told by earlier nights: the night goes out to everybody else (S12). */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_difference_keeps_its_bureau_back_alone(Databases kind) throws Exception {
        augustIsTold(kind);
        book.jdbc.update(
                "UPDATE furnished SET facts = REPLACE(facts, '\"TotOverd\":\"', '\"TotOverd\":\"1') WHERE account_id = ?",
                overdueSinceAugust());
        night = book.run(AUGUST_TOLD.plusDays(1));
        assertThat(night.withheld()).containsOnlyKeys("pboc");
        assertThat(night.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
        assertThat(r6("different overdue")).contains(",WITHHELD,");
        assertThat(night.folder().resolve("pboc")).doesNotExist();
        assertThat(NightFiles.list(night, "delinquency.csv")).isNotEmpty();
    }

    /** Today's standing is the same, yet what it said of the month's end is not: nothing is compared with it. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_waiver_moved_over_the_months_end_stops_no_night(Databases kind) throws Exception {
        augustIsTold(kind);
        String account = overdueSinceAugust();
        book.deliver("entries", WAIVER, "W1," + account + ",WAIVER,2026-09-03,2026-09-03T10:00:00Z,5.00");
        for (int day = 1; day < 8; day++) {
            book.runAndSend(AUGUST_TOLD.plusDays(day));
        }
        book.runAndSend(LocalDate.of(2026, 9, 30));
        night = book.runAndSend(LocalDate.of(2026, 10, 2));
        book.deliver("entries", WAIVER, "W1," + account + ",WAIVER,2026-10-01,2026-09-03T10:00:00Z,5.00");
        night = book.runAndSend(LocalDate.of(2026, 10, 4));
        assertThat(NightFiles.list(night, "corrections.csv"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(account + ",pboc,212,").contains("TotOverd"));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_blocked_account_is_taken_back_and_extra_while_it_is_not(Databases kind) throws Exception {
        augustIsTold(kind);
        String account = toldOfAugust("\"AcctStatus\":\"1\"");
        book.deliver(
                "bureau_facts",
                FACT,
                "X1,pboc," + account + ",,furnish_block,yes,2026-09-03,2026-09-03T00:00:00Z",
                "X2,pboc," + account + ",,furnish_block,no,2026-09-06,2026-09-03T00:00:00Z");
        night = book.runAndSend(AUGUST_TOLD.plusDays(1));
        assertThat(r6("extra")).contains("on its way 1");
        night = book.run(AUGUST_TOLD.plusDays(2));
        assertThat(differing()).isEmpty();
        book.jdbc.update(
                "UPDATE submission_state SET state = 'VOID' WHERE state = 'SENT' AND submission LIKE '%214_____'");
        differsAlone(account, "R6 pboc extra", "must not be told, by a furnish_block");
        book.jdbc.update("UPDATE submission_state SET state = 'SENT' WHERE state = 'VOID'");
        for (LocalDate day : List.of(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 3))) {
            night = book.runAndSend(day);
        }
        assertThat(r6("missing")).contains("held ");
    }
}

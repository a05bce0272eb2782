package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.night.BureauReconciler;
import io.arrears.reconcile.Check;
import io.arrears.reconcile.Identity;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import io.arrears.store.bureau.BureauQueries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R1, R2, R6: one thing is wrong at a time, and the right identity names the right account. */
class BureauReconcileTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final LocalDate SEPTEMBER_TOLD = LocalDate.of(2026, 10, 2);

    @TempDir
    Path folder;

    private Book book;
    private Run night;
    private Path copy;
    private final Map<Identity, Set<String>> named = new TreeMap<>();

    /** The first night tells everybody; what is found in a copy of its folder. */
    private void aMonthEnd(Databases kind, String... policy) throws IOException {
        book = Book.on(kind, folder.resolve("book")).demo().policy(policy).open();
        keep(book.runAndSend(AUGUST_TOLD));
    }

    private void keep(Nights.Outcome outcome) throws IOException {
        night = outcome.run();
        copy = folder.resolve("copy-" + night.id());
        BookBuilder.copy(outcome.folder(), copy);
    }

    @AfterEach
    void close() {
        book.close();
    }

    private List<Check> checks() throws Exception {
        named.clear();
        return new BureauReconciler(book.application.runs(), new BureauQueries(book.application.pool()))
                .check(night, copy, (identity, account, left, right) -> named.computeIfAbsent(
                                identity, any -> new TreeSet<>())
                        .add(account));
    }

    private Set<String> differing() throws Exception {
        return checks().stream()
                .filter(Check::differs)
                .map(check -> check.identity() + " " + check.scope())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Path file(String kind) throws IOException {
        try (var files = Files.list(copy.resolve("pboc"))) {
            return files.filter(file -> file.getFileName().toString().matches(".{22}" + kind + ".{5}\\.txt"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Changes the lines of the file of a kind, header first. */
    private void change(String kind, UnaryOperator<List<String>> change) throws IOException {
        Path file = file(kind);
        String text = Files.readString(file);
        List<String> lines = change.apply(new ArrayList<>(List.of(text.split("\r\n", -1))));
        Files.write(file, String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** The account of each line of a kind, the header's none. */
    private String account(String kind, int line) {
        return book.jdbc
                .queryForList(
                        "SELECT account_id FROM furnished WHERE run_id = ? AND kind = ? ORDER BY part, ordinal",
                        String.class,
                        night.id(),
                        kind)
                .get(line - 1);
    }

    private static String header(Path file) {
        return " header of " + file.getFileName();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_month_end_and_the_nights_after_it_reconcile(Databases kind) throws Exception {
        aMonthEnd(kind);
        assertThat(checks())
                .extracting(check -> check.identity() + " " + check.scope())
                .contains(
                        "R2 pboc 110 records", "R2 pboc 110 same records", "R2 pboc 210 records", "R2 pboc 210 overdue")
                .contains("R2 pboc 210" + header(file("210")), "R2 pboc files", "R1 pboc accounts", "R1 pboc overdue");
        assertThat(differing()).isEmpty();
        for (int day = 1; day < 6; day++) {
            keep(book.runAndSend(AUGUST_TOLD.plusDays(day)));
            assertThat(differing()).as("day %d", day).isEmpty();
        }
        assertThat(named).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_amount_changed_in_a_line_is_found(Databases kind) throws Exception {
        aMonthEnd(kind);
        int[] changed = new int[1];
        change("210", lines -> {
            for (int i = 1; changed[0] == 0; i++) {
                String other = lines.get(i).replaceFirst("<TotOverd>", "<TotOverd>1");
                changed[0] = other.equals(lines.get(i)) ? 0 : i;
                lines.set(i, other);
            }
            return lines;
        });
        assertThat(differing()).containsExactlyInAnyOrder("R2 pboc 210 same records", "R2 pboc 210 overdue");
        assertThat(named).isEqualTo(Map.of(Identity.R2, Set.of(account("210", changed[0]))));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_forgotten_account_is_missed(Databases kind) throws Exception {
        aMonthEnd(kind);
        Path held = copy.resolve("held.csv");
        List<String> rows = Files.readAllLines(held);
        String account = rows.stream()
                .filter(row -> row.contains(",pboc,210,"))
                .findFirst()
                .orElseThrow()
                .split(",", -1)[0];
        Files.write(
                held,
                rows.stream().filter(row -> !row.startsWith(account + ",")).toList());
        assertThat(differing()).contains("R1 pboc accounts");
        assertThat(named).isEqualTo(Map.of(Identity.R1, Set.of(account)));
    }

    /** The month before the last is on file nowhere, be it that the last one is: it was told, and a later run took its record. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_month_forgotten_before_one_that_was_told_is_missed(Databases kind) throws Exception {
        aMonthEnd(kind);
        keep(book.runAndSend(SEPTEMBER_TOLD));
        assertThat(differing()).isEmpty();
        String account = book.jdbc.queryForObject("""
                SELECT MIN(f.account_id) FROM furnished f JOIN furnished n ON n.account_id = f.account_id AND n.kind = f.kind
                WHERE f.kind = '210' AND f.reported_on = '2026-08-31' AND f.code = '31' AND n.reported_on = '2026-09-30'""", String.class);
        book.jdbc.update(
                "UPDATE furnished SET reported_on = '2026-07-31' WHERE account_id = ? AND reported_on = '2026-08-31'",
                account);
        assertThat(differing()).contains("R1 pboc accounts");
        assertThat(named).containsEntry(Identity.R1, Set.of(account));
    }

    /** A fee after its end reopens a loan in the ledger alone: the bureau is told nothing, and R1 and R6 agree that it is over. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void with_the_choice_a_loan_that_owes_nothing_but_a_charge_stays_closed(Databases kind) throws Exception {
        aMonthEnd(kind, "from: 2026-08-01", "from: 2026-08-01\n    charges-left: closed");
        keep(book.runAndSend(SEPTEMBER_TOLD));
        String account = book.jdbc.queryForObject("""
                SELECT MIN(s.account_id) FROM standing s JOIN furnished f ON f.account_id = s.account_id AND f.reported_on = s.closed_on
                WHERE f.kind = '210' AND s.closed_on BETWEEN '2026-08-01' AND '2026-09-30'""", String.class);
        book.deliver(
                "entries",
                "entry_id,account_id,type,value_on,posted_at,amount",
                "FEE-1," + account + ",FEE,2026-10-02,2026-10-02T01:00:00Z,9.00");
        for (LocalDate day : List.of(SEPTEMBER_TOLD.plusDays(1), LocalDate.of(2026, 11, 2))) {
            keep(book.runAndSend(day));
            assertThat(Files.readString(copy.resolve("delinquency.csv")))
                    .contains("\r\n" + account + "," + day + ",OPEN,");
            assertThat(differing()).as("%s", day).isEmpty();
            assertThat(book.jdbc.queryForObject(
                            "SELECT COUNT(*) FROM furnished WHERE account_id = ? AND run_id = ?",
                            Long.class,
                            account,
                            night.id()))
                    .isZero();
        }
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.feed.Feed;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.imports.ImportStore.Counts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a row is known, what a correction leaves behind, and what an interruption does not change. */
class ImportKnowledgeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_correction_is_a_new_revision_known_after_the_last_cutoff(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            context.run(context.delivery("first", TwoAccounts.files()));
            context.started("north", "2026-03-01T05:00:00.123456");
            ImportOutcome outcome = context.run(context.delivery(
                    "second",
                    TwoAccounts.with(
                            "instalments.csv",
                            TwoAccounts.INSTALMENTS,
                            "A1,1,1,2026-02-01,500.00,8.25",
                            "A1,1,2,2026-03-02,500.00,4.1",
                            "A2,1,2,2026-03-05,1,0")));

            assertThat(outcome.feeds()).containsEntry(Feed.INSTALMENTS, new Counts(3, 1, 1, 1, 0, 0));
            String newest = "SELECT account_id, `number`, due_on, revision, known_at FROM instalments i"
                    + " WHERE known_at <= ? AND NOT EXISTS (SELECT 1 FROM instalments n WHERE n.account_id ="
                    + " i.account_id AND n.`number` = i.`number` AND n.revision > i.revision AND n.known_at <= ?)"
                    + " ORDER BY account_id, `number`";
            assertThat(context.rows(newest, "2026-03-01 05:00:00.123456", "2026-03-01 05:00:00.123456"))
                    .containsExactly(
                            "A1|1|2026-02-01|1|1970-01-01T00:00",
                            "A1|2|2026-03-01|1|1970-01-01T00:00",
                            "A2|1|2026-02-05|1|1970-01-01T00:00");
            assertThat(context.rows(newest, "2026-03-01 05:00:00.123457", "2026-03-01 05:00:00.123457"))
                    .containsExactly(
                            "A1|1|2026-02-01|1|1970-01-01T00:00",
                            "A1|2|2026-03-02|2|2026-03-01T05:00:00.123457",
                            "A2|1|2026-02-05|1|1970-01-01T00:00",
                            "A2|2|2026-03-05|1|2026-03-01T05:00:00.123457");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_entry_is_known_at_the_later_of_its_posting_and_its_lenders_last_cutoff(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            context.started("north", "2026-02-10T00:00:00");
            context.started("south", "2026-02-20T00:00:00");
            Map<String, List<String>> files = TwoAccounts.with(
                    "accounts.csv",
                    TwoAccounts.ACCOUNTS,
                    "A1,north,salary,B1,2026-01-01,EUR,1000.00,2,MONTHLY",
                    "A2,south,salary,B2,2026-01-05,JPY,50000,1,MONTHLY");
            files.put(
                    "entries.csv",
                    List.of(
                            TwoAccounts.ENTRIES,
                            "E1,A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,1,",
                            "E2,A1,REPAYMENT,2026-02-01,2026-02-11T10:00:00Z,1,",
                            "E3,A2,REPAYMENT,2026-02-01,2026-02-11T10:00:00Z,1,"));
            context.run(context.delivery("first", files));
            assertThat(context.rows("SELECT entry_id, known_at FROM entries ORDER BY entry_id"))
                    .containsExactly(
                            "E1|2026-02-10T00:00:00.000001", "E2|2026-02-11T10:00", "E3|2026-02-20T00:00:00.000001");
        }
    }

    /** Of a new account every cutoff that sees it sees its borrower; what is corrected of a borrower concerns every lender's runs. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_new_borrower_is_known_always_and_a_corrected_one_after_the_last_cutoff_of_every_lender(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            context.started("north", "2026-02-10T00:00:00");
            context.started("south", "2026-02-20T00:00:00"); // by a clock that is ahead of north's
            context.run(context.delivery("first", TwoAccounts.files()));
            assertThat(context.rows("SELECT DISTINCT known_at FROM borrowers")).containsExactly("1970-01-01T00:00");
            assertThat(context.rows("SELECT DISTINCT known_at FROM accounts"))
                    .containsExactly("2026-02-10T00:00:00.000001");
            context.run(context.delivery(
                    "second", Map.of("borrowers.csv", List.of(TwoAccounts.BORROWERS, "B1,Anna Neu,ID,1,1,DE"))));
            assertThat(context.rows("SELECT known_at FROM borrowers WHERE borrower_id = 'B1' ORDER BY revision"))
                    .containsExactly("1970-01-01T00:00", "2026-02-20T00:00:00.000001");
        }
    }

    @Test
    void a_replay_is_no_started_run() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            context.started("north", "2026-02-10T00:00:00");
            context.jdbc.update("UPDATE runs SET run_id = -1");
            context.run(context.delivery("first", TwoAccounts.files()));
            assertThat(context.rows("SELECT DISTINCT known_at FROM accounts")).containsExactly("1970-01-01T00:00");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void rows_that_only_a_wrong_clock_would_know_are_refused_until_its_run_is_gone(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            context.started("north", "2026-03-01T06:00:00.000001"); // a microsecond after the clock's own time
            Path delivery = context.delivery("first", TwoAccounts.files());

            ImportOutcome refused = context.run(delivery);

            assertThat(refused.exitCode()).isEqualTo(ExitCode.REJECTED);
            assertThat(refused.message())
                    .contains("the last run of north has the cutoff 2026-03-01T06:00:00.000001Z, and this host's clock"
                            + " says 2026-03-01T06:00:00Z")
                    .contains("withdraw or abandon the run");
            assertThat(context.rows("SELECT COUNT(*) FROM accounts")).containsExactly("0");
            for (String ended : List.of("REFUSED", "ABANDONED", "WITHDRAWN")) {
                context.jdbc.update("UPDATE runs SET state = ?", ended);
                assertThat(context.run(delivery).exitCode()).as(ended).isEqualTo(ExitCode.DONE);
            }
            assertThat(context.rows("SELECT DISTINCT known_at FROM accounts")).containsExactly("1970-01-01T00:00");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_interrupted_load_goes_on_to_the_same_tables(Databases kind) {
        Map<String, List<String>> book = manyRows();
        List<List<String>> uninterrupted;
        try (ImportContext context = new ImportContext(kind, folder.resolve("one"))) {
            context.started("north", "2026-02-10T00:00:00");
            assertThat(context.run(context.delivery("book", book)).exitCode()).isEqualTo(ExitCode.DONE);
            uninterrupted = context.ledger();
        }
        try (ImportContext context = new ImportContext(kind, folder.resolve("two"))) {
            context.started("north", "2026-02-10T00:00:00");
            Path delivery = context.delivery("book", book);
            int failures = 0;
            context.commits.failAfter(20);
            while (!isDone(context, failures == 0 ? delivery : null)) {
                context.commits.mend();
                assertThat(++failures).isLessThan(50);
                if (context.rows("SELECT state FROM imports").contains("LOADING") && Files.exists(delivery)) {
                    // what was validated is loaded, whatever becomes of its source and whatever runs start
                    remove(delivery);
                    context.started("north", "2026-02-15T00:00:00");
                }
                context.commits.failAfter(9 + 3 * failures);
            }
            context.commits.mend();
            assertThat(failures).isGreaterThan(4);
            assertThat(Files.exists(delivery)).isFalse();
            assertThat(context.ledger()).isEqualTo(uninterrupted);
            assertThat(context.imports.resume()).isEmpty();
        }
    }

    @Test
    void one_lost_commit_wherever_it_is_only_delays() {
        List<List<String>> uninterrupted = List.of();
        for (int commit = -1; commit < 75; commit += commit < 20 ? 1 : 6) {
            try (ImportContext context = new ImportContext(Databases.H2, folder.resolve("lost" + commit))) {
                Path delivery = context.delivery("book", TwoAccounts.files());
                if (commit < 0) {
                    context.run(delivery);
                    uninterrupted = context.ledger();
                    continue;
                }
                context.commits.failOnceAfter(commit);
                boolean done = isDone(context, delivery);
                for (int i = 0; i < 3 && !done; i++) {
                    done = isDone(context, delivery);
                }
                assertThat(done).as("commit %d", commit).isTrue();
                assertThat(context.ledger()).as("commit %d", commit).isEqualTo(uninterrupted);
            }
        }
    }

    @Test
    void importing_again_finishes_the_unfinished_import_first() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            Path first = context.delivery("first", manyRows());
            context.commits.failOnceAfter(30);
            assertThat(context.run(first).exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(context.rows("SELECT state FROM imports")).containsExactly("LOADING");
            ImportOutcome second = context.run(context.delivery(
                    "second", Map.of("borrowers.csv", List.of(TwoAccounts.BORROWERS, "B7,Anna,ID,1,1,DE"))));
            assertThat(second.importId()).isEqualTo(2);
            assertThat(context.rows("SELECT import_id, state FROM imports ORDER BY import_id"))
                    .containsExactly("1|DONE", "2|DONE");
            assertThat(context.rows("SELECT COUNT(*) FROM entries")).containsExactly("5000");
        }
    }

    @Test
    void only_one_import_runs_at_a_time() throws IOException {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            Path delivery = context.delivery("first", TwoAccounts.files());
            Path lock = io.arrears.publish.Home.file(context.home().root().resolve("locks/_import.lock"));
            try (FileChannel other = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                assertThat(other.tryLock()).isNotNull();
                assertThatThrownBy(() -> context.run(delivery))
                        .isInstanceOfSatisfying(
                                Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.LOCKED));
            }
            assertThat(context.run(delivery).exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void shuffled_rows_give_the_same_ledger() {
        long seed = System.nanoTime();
        List<List<String>> inOrder;
        try (ImportContext context = new ImportContext(Databases.H2, folder.resolve("one"))) {
            context.run(context.delivery("book", manyRows()));
            inOrder = context.ledger();
        }
        try (ImportContext context = new ImportContext(Databases.H2, folder.resolve("two"))) {
            Map<String, List<String>> shuffled = new TreeMap<>();
            manyRows().forEach((file, lines) -> {
                List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
                Collections.shuffle(rows, new Random(seed));
                rows.add(0, lines.get(0));
                shuffled.put(file, rows);
            });
            context.run(context.delivery("book", shuffled));
            assertThat(context.ledger()).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void folders_are_the_owners_alone_and_personal_data_goes_when_the_import_is_done() throws IOException {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            context.commits.failOnceAfter(30);
            context.run(context.delivery("first", manyRows()));
            requireOwnerOnly(context.home().root(), 10);
            context.imports.resume();
            requireOwnerOnly(context.home().root(), 4);
            try (Stream<Path> left = Files.list(context.home().importFolder(1))) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("rejected.csv", "set_aside.csv");
            }
        }
    }

    /** Imports the delivery, or goes on; false when it stopped before its end. */
    private static boolean isDone(ImportContext context, Path delivery) {
        try {
            if (delivery != null) {
                return context.run(delivery).exitCode() == ExitCode.DONE;
            }
            return context.imports
                    .resume()
                    .map(outcome -> outcome.exitCode() == ExitCode.DONE)
                    .orElse(true);
        } catch (IllegalStateException e) {
            // the job's own records could not be written either, as after a kill
            return false;
        }
    }

    private static void requireOwnerOnly(Path root, int atLeast) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> paths = all.toList();
            assertThat(paths).hasSizeGreaterThanOrEqualTo(atLeast);
            for (Path path : paths) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    /** Enough for several chunks, with a reject and a repeated row. */
    private static Map<String, List<String>> manyRows() {
        Map<String, List<String>> files = TwoAccounts.files();
        List<String> entries = new ArrayList<>(List.of(TwoAccounts.ENTRIES));
        for (int i = 0; i < 5000; i++) {
            entries.add("E" + i + ",A" + (1 + i % 2) + ",REPAYMENT,2026-02-01,2026-02-01T10:00:00Z," + (1 + i) + ",");
        }
        entries.add(entries.get(17));
        entries.add("E5001,A1,GIFT,2026-02-01,2026-02-01T10:00:00Z,1,");
        files.put("entries.csv", entries);
        return files;
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

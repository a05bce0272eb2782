package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.feed.Feed;
import io.arrears.publish.Home;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.imports.ImportStore.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a folder of CSV files to the ledger's tables. */
class ImportTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_delivery_stands_in_the_tables_in_minor_units_and_UTC(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            ImportOutcome outcome = context.run(context.delivery("first", TwoAccounts.files()));

            assertThat(outcome.message()).isEmpty();
            assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(outcome.feeds())
                    .containsEntry(Feed.INSTALMENTS, new Counts(3, 3, 0, 0, 0, 0))
                    .hasSize(4);
            assertThat(context.rows("SELECT account_id, `number`, due_on, principal, interest, fee, penalty, revision,"
                            + " known_at FROM instalments ORDER BY account_id, `number`"))
                    .containsExactly(
                            "A1|1|2026-02-01|50000|825|0|0|1|1970-01-01T00:00",
                            "A1|2|2026-03-01|50000|410|0|0|1|1970-01-01T00:00",
                            "A2|1|2026-02-05|50000|0|0|0|1|1970-01-01T00:00");
            assertThat(context.rows("SELECT lender, entry_id, type, amount, posted_at, known_at, principal, paid_by"
                            + " FROM entries ORDER BY entry_id"))
                    .containsExactly(
                            "north|E1|REPAYMENT|50825|2026-02-01T10:00|2026-02-01T10:00|null|BORROWER",
                            "north|E2|REPAYMENT|10000|2026-02-06T14:30:00.123456|2026-02-06T14:30:00.123456|null|BORROWER");
            assertThat(context.rows("SELECT full_name, phone, country FROM borrowers ORDER BY borrower_id"))
                    .containsExactly("Anna Schmidt|+4915112345678|DE", "王小明|13812345678|CN");
            assertThat(context.rejected(outcome)).containsExactly("file,line,column,value,reason,account_id,key");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_folder_that_cannot_be_written_ends_the_import_which_can_be_resumed(Databases kind) throws IOException {
        try (ImportContext context = new ImportContext(kind, folder)) {
            Path obstacle = Home.file(context.home().importFolder(1));
            ImportOutcome failed = context.run(context.delivery("first", TwoAccounts.files()));
            assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(failed.message()).contains(obstacle.toString());
            Files.delete(obstacle);
            assertThat(context.imports.resume().orElseThrow().exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void importing_the_same_files_twice_changes_nothing(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            Path delivery = context.delivery("first", TwoAccounts.files());
            context.run(delivery);
            ImportOutcome again = context.run(delivery);

            assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(again.feeds()).containsEntry(Feed.INSTALMENTS, new Counts(3, 0, 0, 3, 0, 0));
            for (Feed feed : Feed.values()) {
                assertThat(context.rows("SELECT * FROM " + feed.table() + " WHERE import_id > 1"))
                        .isEmpty();
            }
        }
    }
}

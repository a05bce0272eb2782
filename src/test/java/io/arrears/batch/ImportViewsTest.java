package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.feed.Feed;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.imports.ImportStore.Counts;
import io.arrears.store.imports.ViewsRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A core system's views, mapped as sql/views/example.sql shows, give the same ledger as CSV files would. */
class ImportViewsTest {

    @TempDir
    Path folder;

    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String core = "core_" + tag;
    private final String feed = "feed_" + tag;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_example_views_fill_the_ledger_and_then_give_only_what_changed(Databases kind) throws IOException {
        try (ImportContext context = new ImportContext(kind, folder)) {
            coreSystem(context);
            ImportOutcome first = pull(context);
            assertThat(first.message()).isEmpty();
            assertThat(first.feeds())
                    .containsEntry(Feed.BORROWERS, new Counts(1, 1, 0, 0, 0, 0))
                    .containsEntry(Feed.INSTALMENTS, new Counts(2, 2, 0, 0, 0, 0))
                    .containsEntry(Feed.ENTRIES, new Counts(2, 2, 0, 0, 0, 0));
            assertThat(context.rows("SELECT account_id, lender, opened_on, principal, annual_rate, term_count"
                            + " FROM accounts"))
                    .containsExactlyInAnyOrder(
                            "L1|north|2026-01-01|100000|0.12000000|2", "K1|north|2026-01-05|0|null|0");
            assertThat(context.rows("SELECT kind, line_limit FROM accounts WHERE account_id = 'K1'"))
                    .containsExactly("REVOLVING|500000");
            assertThat(context.rows(
                            "SELECT statement_id, statement_on, due_on, minimum_principal, minimum_interest, balance"
                                    + " FROM statements"))
                    .containsExactly("M4|2026-01-31|2026-02-20|10000|150|80000");
            assertThat(
                            context.rows(
                                    "SELECT entry_id, type, value_on, posted_at, amount, reverses FROM entries ORDER BY entry_id"))
                    .containsExactly(
                            "P1|REPAYMENT|2026-02-01|2026-02-01T09:30:00.500|50825|null",
                            "R1|REVERSAL|2026-02-03|2026-02-03T08:00|50825|P1");

            assertThat(context.rows(
                            "SELECT agreement_id, type, amount, until_on FROM agreements ORDER BY agreement_id"))
                    .containsExactly("G7|EXTENSION|null|null", "G8|PROMISE|10050|2026-02-09");
            assertThat(context.rows("SELECT attempt_id, outcome, handle, direction FROM contact_attempts"))
                    .containsExactly("T1|BUSY|49152|OUTGOING");
            assertThat(context.rows(
                            "SELECT stop_id, borrower_id, account_id, kind, from_on, to_on, posted_at FROM stops"))
                    .containsExactly("S1|C1||OWN_WORD|2026-02-03|null|2026-02-03T08:00");

            context.jdbc.update("UPDATE " + core + ".schedule_lines SET due_on = '2026-03-05', row_stamp ="
                    + " '2026-02-28 00:00:00' WHERE line_no = 2");
            ImportOutcome second = pull(context);
            assertThat(second.feeds())
                    .containsExactly(java.util.Map.entry(Feed.INSTALMENTS, new Counts(1, 0, 1, 0, 0, 0)));
            try (var left = Files.list(context.home().importFolder(2))) {
                assertThat(left.map(Path::getFileName).map(Path::toString))
                        .containsExactlyInAnyOrder("rejected.csv", "set_aside.csv");
            }
            dropAll(context);
        }
    }

    @Test
    void a_pull_after_one_with_rejects_reads_everything_again() throws IOException {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            coreSystem(context);
            context.jdbc.update("UPDATE " + core + ".loans SET customer_no = 'C9'");
            assertThat(pull(context).feeds()).containsEntry(Feed.ACCOUNTS, new Counts(2, 1, 0, 0, 0, 1));
            context.jdbc.update("UPDATE " + core + ".loans SET customer_no = 'C1'");
            assertThat(pull(context).feeds())
                    .containsEntry(Feed.ACCOUNTS, new Counts(2, 1, 0, 1, 0, 0))
                    .containsEntry(Feed.INSTALMENTS, new Counts(2, 2, 0, 0, 0, 0));
            assertThat(context.rows("SELECT DISTINCT state FROM rejects")).containsExactly("ARRIVED");
        }
    }

    @Test
    void nothing_changed_is_an_import_of_nothing() throws IOException {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            coreSystem(context);
            pull(context);
            ImportOutcome second = pull(context);
            assertThat(second.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(second.feeds()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_row_that_its_stamp_hides_is_missed_and_counted_and_a_full_pull_mends_it(Databases kind) throws IOException {
        try (ImportContext context = new ImportContext(kind, folder)) {
            coreSystem(context);
            assertThat(pull(context).message()).isEmpty();
            context.jdbc.update("INSERT INTO " + core + LATE);
            context.jdbc.update(
                    "UPDATE " + core + ".schedule_lines SET interest_due = 9 WHERE line_no = 2"); // not stamped
            String told =
                    "the view entries has 3 rows, 2 were pulled: its changed_at misses some, or rows left it; 'arrears"
                            + " import --from-views " + feed + " --full' compares all and mends";
            for (int again = 0; again < 2; again++) {
                ImportOutcome missed = pull(context);
                assertThat(missed.exitCode()).isEqualTo(ExitCode.DONE);
                assertThat(missed.message()).isEqualTo(told);
            }
            ImportOutcome full = context.imports.fromViews(request(feed, true));
            assertThat(full.feeds())
                    .containsEntry(Feed.ENTRIES, new Counts(3, 1, 0, 2, 0, 0))
                    .containsEntry(Feed.INSTALMENTS, new Counts(2, 0, 1, 1, 0, 0));
            assertThat(full.message()).isEmpty();
            assertThat(pull(context).message()).isEmpty();

            context.jdbc.update("DELETE FROM " + core + ".postings WHERE posting_id = 2");
            assertThat(pull(context).message()).contains("the view entries has 2 rows, 3 were pulled");
            assertThat(context.imports.fromViews(request(feed, true)).message())
                    .startsWith(
                            "1 rows that were pulled before are in the view entries no more; the ledger keeps them");
            assertThat(pull(context).message()).isEmpty();
            dropAll(context);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_view_without_rows_is_refused_as_a_file_would_be_unless_it_may_have_none(Databases kind) throws IOException {
        try (ImportContext context = new ImportContext(kind, folder)) {
            coreSystem(context);
            context.jdbc.update("DELETE FROM " + core + ".postings");
            assertThatThrownBy(() -> pull(context))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REJECTED))
                    .hasMessageContaining("no row in the view entries of " + feed + "; nothing was loaded")
                    .hasMessageContaining("--empty entries");
            assertThat(context.rows("SELECT COUNT(*) FROM accounts")).containsExactly("0");
            assertThat(context.rows("SELECT state FROM imports")).containsExactly("REFUSED");
            assertThat(context.imports
                            .fromViews(request(feed, false, Feed.ENTRIES))
                            .exitCode())
                    .isEqualTo(ExitCode.DONE);
            dropAll(context);
        }
    }

    @Test
    void a_reject_of_a_view_names_its_key() throws IOException {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            coreSystem(context);
            context.jdbc.update("UPDATE " + core + ".customers SET country_code = 'QQ'");
            ImportOutcome outcome = pull(context);
            assertThat(context.rejected(outcome))
                    .contains("borrowers.csv,2,country,… (2),not an ISO 3166 country of two capital letters,,C1")
                    .anyMatch(line -> line.startsWith("instalments.csv,3,") && line.endsWith(",L1,L1 1 2"));
        }
    }

    @Test
    void what_the_database_says_of_a_row_is_not_repeated() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            context.jdbc.execute("CREATE SCHEMA " + feed);
            context.jdbc.execute("CREATE TABLE " + feed + ".t (name VARCHAR(20))");
            context.jdbc.execute("INSERT INTO " + feed + ".t VALUES ('Anna Schmidt')");
            context.jdbc.execute(
                    "CREATE VIEW " + feed + ".disputes AS SELECT CAST(name AS DATE) AS opened_on FROM " + feed + ".t");
            assertThatThrownBy(() -> pull(context))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.FAILED))
                    .hasMessageContaining("cannot be read: the database says")
                    .message()
                    .doesNotContain("Anna");
            assertThat(context.rows("SELECT COUNT(*) FROM imports WHERE message LIKE '%Anna%'"))
                    .containsExactly("0");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_schema_without_views_or_of_an_impossible_name_is_refused(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            for (String schema : List.of("nowhere_" + tag, "x`; DROP TABLE accounts", "")) {
                assertThatThrownBy(() -> context.imports.fromViews(request(schema, false)))
                        .isInstanceOfSatisfying(
                                Refused.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
            }
        }
    }

    @Test
    void a_column_of_another_name_is_refused_not_guessed_at() throws IOException {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            context.jdbc.execute("CREATE SCHEMA " + feed);
            context.jdbc.execute("CREATE VIEW " + feed + ".disputes AS SELECT 'D1' AS dispute_id, 'A1' AS account_id,"
                    + " DATE '2026-01-01' AS opened_on, 'x' AS colour");
            ImportOutcome outcome = pull(context);
            assertThat(outcome.exitCode()).isEqualTo(ExitCode.REJECTED);
            assertThat(outcome.message()).contains("column 4 is unknown");
        }
    }

    private ImportOutcome pull(ImportContext context) {
        return context.imports.fromViews(request(feed, false));
    }

    private static ViewsRequest request(String schema, boolean full, Feed... mayBeEmpty) {
        return new ViewsRequest(schema, full, Set.of(mayBeEmpty), new BigDecimal("100"), "tester");
    }

    /** The tables that the example speaks of, and the example itself. */
    private void coreSystem(ImportContext context) throws IOException {
        run(context, """
                CREATE SCHEMA core;
                CREATE TABLE core.customers (customer_no VARCHAR(20), display_name VARCHAR(100), document_type VARCHAR(20),
                    document_no VARCHAR(40), born_on DATE, mobile VARCHAR(20), city VARCHAR(50), country_code CHAR(2),
                    row_stamp DATETIME(3));
                CREATE TABLE core.loans (loan_no VARCHAR(20), product_code VARCHAR(20), customer_no VARCHAR(20),
                    disbursed_on DATETIME, final_due_on DATE, currency CHAR(3), amount DECIMAL(18, 2), terms INT,
                    yearly_rate DECIMAL(9, 6), state VARCHAR(10), row_stamp DATETIME(3));
                CREATE TABLE core.schedule_lines (loan_no VARCHAR(20), plan_version INT, line_no INT, due_on DATE,
                    principal_due DECIMAL(18, 2), interest_due DECIMAL(18, 4), fee_due DECIMAL(18, 2),
                    row_stamp DATETIME(3));
                CREATE TABLE core.postings (posting_id BIGINT, loan_no VARCHAR(20), kind VARCHAR(10), value_on DATE,
                    booked_at TIMESTAMP(3) NULL, amount DECIMAL(18, 2), cancelled_on DATE, cancelled_at TIMESTAMP(3) NULL,
                    row_stamp DATETIME(3));
                CREATE TABLE core.amendments (amendment_id BIGINT, loan_no VARCHAR(20), kind VARCHAR(10), signed_on DATE,
                    effective_on DATE, booked_at TIMESTAMP(3) NULL, plan_version INT,
                    promised DECIMAL(18, 2), promised_until DATE, row_stamp DATETIME(3));
                CREATE TABLE core.credit_lines (line_no VARCHAR(20), product_code VARCHAR(20), customer_no VARCHAR(20),
                    signed_on DATE, currency CHAR(3), first_limit DECIMAL(18, 2), row_stamp DATETIME(3));
                CREATE TABLE core.bills (bill_id BIGINT, line_no VARCHAR(20), billed_on DATE, pay_by DATE,
                    least_principal DECIMAL(18, 2), least_interest DECIMAL(18, 2), principal_owed DECIMAL(18, 2),
                    booked_at DATETIME, row_stamp DATETIME(3));
                INSERT INTO core.credit_lines VALUES ('K1', 'credit-line', 'C1', '2026-01-05', 'EUR', 5000,
                    '2026-01-05 00:00:00');
                INSERT INTO core.bills VALUES (4, 'K1', '2026-01-31', '2026-02-20', 100, 1.5, 800, '2026-01-31 23:00:00',
                    '2026-01-31 23:00:00');
                CREATE TABLE core.dials (dial_id BIGINT, loan_no VARCHAR(20), dialled_at DATETIME, result VARCHAR(20),
                    number_dialled VARCHAR(20), inbound INT, row_stamp DATETIME(3));
                CREATE TABLE core.contact_blocks (block_id BIGINT, customer_no VARCHAR(20), reason VARCHAR(20),
                    starts_on DATE, ends_on DATE, booked_at DATETIME, row_stamp DATETIME(3));
                INSERT INTO core.amendments VALUES (7, 'L1', 'EXT', '2026-02-01', '2026-02-02', '2026-02-02 08:00:00', 1,
                    NULL, NULL, '2026-02-02 08:00:00');
                INSERT INTO core.amendments VALUES (8, 'L1', 'PTP', '2026-02-03', '2026-02-03', '2026-02-03 08:00:00',
                    NULL, 100.5, '2026-02-09', '2026-02-03 08:00:00');
                INSERT INTO core.dials VALUES (1, 'L1', '2026-02-03 08:00:00', 'BUSY', '+49 152', 0, '2026-02-03 08:00:00');
                INSERT INTO core.contact_blocks VALUES (1, 'C1', 'OWN_WORD', '2026-02-03', NULL, '2026-02-03 08:00:00',
                    '2026-02-03 08:00:00');
                INSERT INTO core.customers VALUES ('C1', 'Anna Schmidt', 'PASSPORT', 'P1', '1990-02-03', NULL, NULL, 'DE',
                    '2026-01-01 00:00:00');
                INSERT INTO core.loans VALUES ('L1', 'salary', 'C1', '2026-01-01 00:00:00', '2026-03-01', 'EUR', 1000, 2,
                    0.12, 'OPEN', '2026-01-01 00:00:00');
                INSERT INTO core.schedule_lines VALUES ('L1', 1, 1, '2026-02-01', 500, 8.25, NULL, '2026-01-01 00:00:00');
                INSERT INTO core.schedule_lines VALUES ('L1', 1, 2, '2026-03-01', 500, 4.1, 0, '2026-01-01 00:00:00');
                """);
        if (!isH2(context)) {
            context.jdbc.execute((java.sql.Connection connection) -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("SET time_zone = '+00:00'");
                    statement.execute("INSERT INTO " + core + POSTING);
                    statement.execute("SET time_zone = DEFAULT");
                }
                return null;
            });
        } else {
            context.jdbc.execute("INSERT INTO " + core + POSTING);
        }
        run(context, Files.readString(Path.of("sql/views/example.sql")));
    }

    /** Booked today under an old date, and stamped with it. */
    private static final String LATE =
            ".postings VALUES (2, 'L1', 'PAY', '2026-01-05', '2026-01-05 09:30:00', 5, NULL, NULL,"
                    + " '2026-01-05 09:30:00')";

    private static final String POSTING = ".postings VALUES (1, 'L1', 'PAY', '2026-02-01', '2026-02-01 09:30:00.5',"
            + " 508.25, '2026-02-03', '2026-02-03 08:00:00', '2026-02-03 08:00:00')";

    private void run(ImportContext context, String script) {
        String statements = script.lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"))
                .replace("arrears_feed", feed)
                .replace("core.", core + ".")
                .replace("SCHEMA core;", "SCHEMA " + core + ";");
        Arrays.stream(statements.split(";"))
                .filter(statement -> !statement.isBlank())
                .forEach(context.jdbc::execute);
    }

    private void dropAll(ImportContext context) {
        for (String schema : Set.of(feed, core)) {
            context.jdbc.execute("DROP SCHEMA " + schema + (isH2(context) ? " CASCADE" : ""));
        }
    }

    private static boolean isH2(ImportContext context) {
        String url = context.jdbc.execute(
                (java.sql.Connection connection) -> connection.getMetaData().getURL());
        return String.valueOf(url).startsWith("jdbc:h2:");
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.delivery.ImportRequest;
import io.arrears.feed.Feed;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.imports.ImportStore.Counts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** A bad row goes to rejected.csv, takes no good row with it, and holds its account until it arrives. */
class ImportRejectsTest {

    private static final BigDecimal ANY = new BigDecimal("100");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_bad_row_is_listed_and_the_good_ones_load(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            ImportOutcome outcome = lenient(
                    context,
                    TwoAccounts.with(
                            "instalments.csv",
                            TwoAccounts.INSTALMENTS,
                            "A1,1,1,2026-02-01,500.00,8.25",
                            "A1,1,2,2026-03-01,500.001,4.1",
                            "A9,1,1,2026-02-05,50000,0",
                            "A2,1,1,2026-02-30,50000,0"));

            assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(outcome.feeds()).containsEntry(Feed.INSTALMENTS, new Counts(4, 1, 0, 0, 0, 3));
            assertThat(context.rejected(outcome))
                    .containsExactly(
                            "file,line,column,value,reason,account_id,key",
                            "instalments.csv,3,principal,500.001,more decimals than the currency has,A1,A1 1 2",
                            "instalments.csv,4,account_id,A9,no such account in the ledger or among this delivery's"
                                    + " good rows,A9,A9 1 1",
                            "instalments.csv,5,due_on,2026-02-30,not a date like 2026-11-20 between 1900 and 2199,A2,A2 1 1");
            assertThat(context.rows("SELECT feed, line, row_key, lender, account_id, state, opened_at FROM rejects"
                            + " ORDER BY line"))
                    .containsExactly(
                            "instalments|3|A1 1 2|north|A1|OPEN|1970-01-01T00:00",
                            "instalments|4|A9 1 1|north|A9|OPEN|1970-01-01T00:00",
                            "instalments|5|A2 1 1|north|A2|OPEN|1970-01-01T00:00");
        }
    }

    @Test
    void a_rejected_account_takes_its_rows_with_it_whatever_the_order_of_files() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            ImportOutcome outcome = lenient(
                    context,
                    TwoAccounts.with(
                            "accounts.csv",
                            TwoAccounts.ACCOUNTS,
                            "A1,north,salary,B1,2026-01-01,EUR,1000.00,2,MONTHLY",
                            "A2,north,salary,B9,2026-01-05,JPY,50000,1,MONTHLY"));
            assertThat(context.rejected(outcome))
                    .extracting(line -> line.split(",")[0] + ":" + line.split(",")[1])
                    .containsExactly("file:line", "accounts.csv:3", "instalments.csv:4", "entries.csv:3");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_row_that_changes_its_accounts_lender_or_currency_or_an_entrys_account_is_rejected(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            context.run(context.delivery("first", TwoAccounts.files()));
            ImportOutcome outcome = lenient(
                    context,
                    Map.of(
                            "accounts.csv",
                            List.of(
                                    TwoAccounts.ACCOUNTS,
                                    "A1,south,salary,B1,2026-01-01,EUR,1000.00,2,MONTHLY",
                                    "A2,north,salary,B2,2026-01-05,EUR,50000,1,MONTHLY"),
                            "entries.csv",
                            List.of(TwoAccounts.ENTRIES, "E1,A2,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,508,")));
            String other = ",the ledger has this row's key with another value which never changes,";
            assertThat(context.rejected(outcome).subList(1, 4))
                    .containsExactly(
                            "accounts.csv,2,lender,south" + other + "A1,A1",
                            "accounts.csv,3,currency,EUR" + other + "A2,A2",
                            "entries.csv,2,account_id,A2" + other + "A2,E1");
            assertThat(context.rows("SELECT COUNT(*) FROM accounts")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_same_row_twice_counts_once_and_contradicting_rows_are_all_rejected(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            ImportOutcome outcome = lenient(
                    context,
                    TwoAccounts.with(
                            "entries.csv",
                            TwoAccounts.ENTRIES,
                            "E1,A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,508.25,",
                            "E2,A1,REPAYMENT,2026-02-02,2026-02-02T10:00:00Z,5,",
                            "E1,A1,REPAYMENT,2026-02-01,2026-02-01T11:00:00+01:00,508.250,",
                            "E3,A1,REPAYMENT,2026-02-02,2026-02-02T10:00:00Z,5,",
                            "E2,A1,REPAYMENT,2026-02-02,2026-02-02T10:00:00Z,6,",
                            "E4,A1,GIFT,2026-02-02,2026-02-02T10:00:00Z,5,",
                            "E2,A1,REPAYMENT,2026-02-02,2026-02-02T10:00:00Z,5,",
                            "E3,A1,GIFT,2026-02-02,2026-02-02T10:00:00Z,5,"));
            assertThat(outcome.feeds()).containsEntry(Feed.ENTRIES, new Counts(8, 1, 0, 0, 1, 6));
            assertThat(context.rows("SELECT entry_id FROM entries")).containsExactly("E1");
            assertThat(context.rejected(outcome))
                    .filteredOn(line -> line.startsWith("entries"))
                    .extracting(line -> line.split(",")[1] + " " + line.split(",")[2])
                    .containsExactly("3 entry_id", "5 entry_id", "6 entry_id", "7 type", "8 entry_id", "9 type");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_only_a_line_has_is_rejected_of_a_loan_until_the_account_is_one(Databases kind) {
        String accounts = TwoAccounts.ACCOUNTS + ",kind,line_limit";
        String loan = "A1,north,salary,B1,2026-01-01,EUR,1000.00,2,MONTHLY,,";
        String line = "A3,north,salary,B1,2026-01-01,EUR,0,0,MONTHLY,REVOLVING,500.00";
        List<String> statements = List.of(
                "statement_id,account_id,statement_on,due_on,minimum_principal,balance,posted_at",
                "S1,A1,2026-02-01,2026-02-21,5.00,5.00,2026-02-01T10:00:00Z",
                "S3,A3,2026-02-01,2026-02-21,5.00,5.00,2026-02-01T10:00:00Z");
        List<String> agreements = List.of(
                "agreement_id,account_id,type,agreed_on,effective_on,posted_at,schedule_version,amount",
                "G1,A1,LIMIT_CHANGE,2026-02-02,2026-02-02,2026-02-02T10:00:00Z,,10.00",
                "G2,A1,LINE_END,2026-02-03,2026-02-03,2026-02-03T10:00:00Z,,",
                "G3,A1,INSTALMENT_PLAN,2026-02-04,2026-02-04,2026-02-04T10:00:00Z,2,",
                "G4,A3,LIMIT_CHANGE,2026-02-02,2026-02-02,2026-02-02T10:00:00Z,,10.00");
        try (ImportContext context = new ImportContext(kind, folder)) {
            Map<String, List<String>> files = TwoAccounts.with("accounts.csv", accounts, loan, line);
            files.remove("instalments.csv");
            files.remove("entries.csv");
            files.put("statements.csv", statements);
            files.put("agreements.csv", agreements);
            String why =
                    ",\"only an account of kind REVOLVING has it, and this account is of kind INSTALMENT; mend the row,"
                            + " or the account's kind in accounts.csv\",A1,";
            List<String> rejected = List.of(
                    "agreements.csv,2,type,LIMIT_CHANGE" + why + "G1",
                    "agreements.csv,3,type,LINE_END" + why + "G2",
                    "statements.csv,2,account_id,A1" + why + "S1");

            assertThat(context.rejected(lenient(context, files)).subList(1, 4)).isEqualTo(rejected);
            assertThat(context.rows("SELECT statement_id FROM statements")).containsExactly("S3");
            assertThat(context.rows("SELECT agreement_id FROM agreements ORDER BY 1"))
                    .containsExactly("G3", "G4");
            assertThat(context.rejected(lenient(
                                    context, Map.of("statements.csv", statements, "agreements.csv", agreements)))
                            .subList(1, 4))
                    .as("known to the ledger alone")
                    .isEqualTo(rejected);

            lenient(
                    context,
                    Map.of(
                            "accounts.csv",
                            List.of(
                                    accounts,
                                    line.replace("A3", "A1"),
                                    "A3,north,salary,B1,2026-01-01,EUR,9,1,MONTHLY,,"),
                            "statements.csv",
                            List.of(
                                    statements.get(0),
                                    statements.get(1),
                                    "S4,A3,2026-03-01,2026-03-21,5.00,5.00,2026-03-01T10:00:00Z")));
            assertThat(context.rows("SELECT statement_id FROM statements ORDER BY 1"))
                    .as("the delivery's kind stands")
                    .containsExactly("S1", "S3");
            lenient(context, Map.of("agreements.csv", agreements));
            assertThat(context.rows("SELECT row_key, state FROM rejects ORDER BY 1"))
                    .as("the newest kind of the ledger stands")
                    .containsExactly("G1|ARRIVED", "G2|ARRIVED", "G4|OPEN", "S1|ARRIVED", "S4|OPEN");
        }
    }

    @Test
    void a_contradicted_account_is_no_account_for_later_files() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            ImportOutcome outcome = lenient(
                    context,
                    TwoAccounts.with(
                            "accounts.csv",
                            TwoAccounts.ACCOUNTS,
                            "A1,north,salary,B1,2026-01-01,EUR,1000.00,2,MONTHLY",
                            "A1,north,salary,B1,2026-01-01,EUR,1000.01,2,MONTHLY",
                            "A2,north,salary,B2,2026-01-05,JPY,50000,1,MONTHLY"));
            assertThat(context.rows("SELECT account_id FROM instalments")).containsExactly("A2");
            assertThat(outcome.feeds()).containsEntry(Feed.INSTALMENTS, new Counts(3, 1, 0, 0, 0, 2));
        }
    }

    @Test
    void more_rejects_than_allowed_load_nothing_and_open_nothing() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            List<String> entries = new ArrayList<>(List.of(TwoAccounts.ENTRIES));
            for (int i = 0; i < 93; i++) {
                entries.add("E" + i + ",A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,1,");
            }
            entries.set(1, "E0,A1,GIFT,2026-02-01,2026-02-01T10:00:00Z,1,");
            Map<String, List<String>> files = TwoAccounts.with("entries.csv", entries.toArray(String[]::new));

            assertThat(files.values().stream()
                            .mapToInt(lines -> lines.size() - 1)
                            .sum())
                    .isEqualTo(100);
            ImportOutcome exactly = context.run(context.delivery("one of a hundred", files));
            assertThat(exactly.exitCode()).isEqualTo(ExitCode.DONE);

            entries.set(2, "E1,A1,GIFT,2026-02-01,2026-02-01T10:00:00Z,2,");
            files = TwoAccounts.with("entries.csv", entries.toArray(String[]::new));
            ImportOutcome more = context.run(context.delivery("two of a hundred", files));
            assertThat(more.exitCode()).isEqualTo(ExitCode.REJECTED);
            assertThat(more.message())
                    .contains("2 of 100 rows are rejected, more than the 1 % allowed")
                    .endsWith("the strictest max-rejects of all lender files holds");
            assertThat(context.rejected(more)).hasSize(3);
            assertThat(context.rows("SELECT COUNT(*) FROM rejects")).containsExactly("1");
            assertThat(context.rows("SELECT state FROM imports ORDER BY import_id"))
                    .containsExactly("DONE", "REFUSED");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_reject_is_open_until_its_row_arrives(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            Map<String, List<String>> bad = TwoAccounts.with(
                    "instalments.csv",
                    TwoAccounts.INSTALMENTS,
                    "A1,1,1,2026-02-01,500.00,8.25",
                    "A1,1,2,2026-03-01,-500.00,4.1",
                    "A2,1,1,2026-02-05,50000,0");
            lenient(context, bad);
            lenient(context, bad);
            assertThat(context.rows("SELECT import_id, row_key, state, closed_at FROM rejects"))
                    .containsExactly("1|A1 1 2|OPEN|null");

            context.started("north", "2026-02-25T12:00:00");
            context.run(context.delivery("mended", TwoAccounts.files()));
            assertThat(context.rows("SELECT import_id, row_key, state, closed_at, closed_by FROM rejects"))
                    .containsExactly("1|A1 1 2|ARRIVED|2026-02-25T12:00:00.000001|import 3");
        }
    }

    @Test
    void a_reject_of_a_correction_is_closed_by_the_row_as_it_was() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            context.run(context.delivery("first", TwoAccounts.files()));
            lenient(
                    context,
                    Map.of("instalments.csv", List.of(TwoAccounts.INSTALMENTS, "A1,1,2,2026-03-01,-500.00,4.1")));
            assertThat(context.rows("SELECT state FROM rejects")).containsExactly("OPEN");
            ImportOutcome third = context.run(context.delivery("again", TwoAccounts.files()));
            assertThat(context.rows("SELECT state FROM rejects")).containsExactly("ARRIVED");
            assertThat(third.feeds()).containsEntry(Feed.INSTALMENTS, new Counts(3, 0, 0, 3, 0, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_people_with_a_reason_discard_a_reject(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            lenient(
                    context,
                    TwoAccounts.with(
                            "instalments.csv",
                            TwoAccounts.INSTALMENTS,
                            "A1,1,1,2026-02-01,500.00,-8.25",
                            "A1,1,2,2026-03-01,500.00,-4.1",
                            "A2,1,1,2026-02-05,50000,0"));
            context.started("north", "2026-02-25T12:00:00");

            assertThatThrownBy(() -> discard(context, "instalments:A1 1 7", "wrong"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("no open reject");
            assertThat(discard(context, "instalments:A1 1 1", "never was")).isEqualTo(1);
            assertThat(discard(context, "1:instalments:3", "nor this")).isEqualTo(1);
            assertThatThrownBy(() -> discard(context, "1:instalments:3", "again"))
                    .isInstanceOf(Refused.class);
            assertThat(context.rows("SELECT line, state, closed_at, closed_by, closed_why FROM rejects ORDER BY line"))
                    .containsExactly(
                            "2|DISCARDED|2026-02-25T12:00:00.000001|ann and bob|never was",
                            "3|DISCARDED|2026-02-25T12:00:00.000001|ann and bob|nor this");
        }
    }

    @Test
    void personal_values_stand_in_no_log_and_no_reject() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            ImportOutcome outcome = lenient(
                    context,
                    TwoAccounts.with(
                            "borrowers.csv",
                            TwoAccounts.BORROWERS,
                            "B1,Anna Schmidt,PASSPORT,P1234567," + "4915112345678".repeat(4) + ",DE",
                            "B2,王小明,ID," + "110101199001011234".repeat(4) + ",13812345678,CN",
                            "Anna Schmidt,P7654321,Shifted,ID,4915187654321,DE",
                            "B3,Anna,ID,P1,1,Schmidt"));
            String rejected = String.join("\n", context.rejected(outcome));
            assertThat(rejected)
                    .contains("borrowers.csv,2,phone,4… (52)")
                    .contains("borrowers.csv,3,id_number,1… (72)")
                    .contains("borrowers.csv,4,borrower_id,A… (12)")
                    .contains("borrowers.csv,5,country,S… (7)")
                    .doesNotContain("Anna", "Schmidt", "王小明", "1101011990", "P1234567", "49151", "P7654321");
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(line -> line.contains("Anna") || line.contains("1101011990") || line.contains("49151"));
        } finally {
            root.detachAppender(log);
        }
    }

    private static int deliveries;

    private static ImportOutcome lenient(ImportContext context, Map<String, List<String>> files) {
        Path delivery = context.delivery("delivery-" + ++deliveries, files);
        return context.imports.run(new ImportRequest(delivery, ANY, false, Set.of(), "tester"));
    }

    private static int discard(ImportContext context, String reject, String reason) {
        return context.imports.discard(reject, new Reason(reason), TwoPeople.of(List.of("ann", "bob")));
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delivery.ImportRequest;
import io.arrears.feed.Feed;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What refuses a whole delivery, and leaves the ledger as it was. */
class ImportControlsTest {

    private static final String HEADER =
            "business_date,feed,rows,amount,lender,product,currency,open_accounts,principal,overdue";

    @TempDir
    Path folder;

    private ImportContext context;

    @BeforeEach
    void open() {
        context = new ImportContext(Databases.H2, folder);
    }

    @AfterEach
    void close() {
        context.close();
    }

    static Stream<Arguments> controls() {
        return Stream.of(
                Arguments.of("borrowers,2,", "", null),
                Arguments.of("borrowers,3,", "", "borrowers.csv has 2 rows, control.csv says 3"),
                Arguments.of("accounts,2,51000.00", "", null),
                Arguments.of("accounts,2,51000.01", "", "accounts.csv adds up to 51000, control.csv says 51000.01"),
                Arguments.of("instalments,3,51012.35", "", null),
                Arguments.of(
                        "instalments,2,51012.3",
                        "",
                        "instalments.csv has 3 rows, control.csv says 2; instalments.csv"
                                + " adds up to 51012.35, control.csv says 51012.3"),
                Arguments.of("entries,2,10508.25", "", null),
                Arguments.of("entries,2,", "disputes,0,", null),
                Arguments.of("entries,2,", "disputes,1,", "disputes.csv is missing, but control.csv says 1 rows"),
                Arguments.of("", "", "entries.csv is there, but control.csv has no row for it"),
                Arguments.of("entries,2,1.00001", "", "control.csv:5: amount: not a decimal amount"),
                Arguments.of("entries,-2,", "", "control.csv:5: rows: not a whole number"),
                Arguments.of("entries,,", "", "control.csv:5: rows: missing"),
                Arguments.of("entries,2,", "entries,2,", "control.csv:6: a second row for the feed entries"),
                Arguments.of("borrowers,2,5", "", "amount: the feed borrowers has no amounts"),
                Arguments.of("entrys,2,", "", "control.csv:6: feed: no feed of that name"));
    }

    @ParameterizedTest
    @MethodSource("controls")
    void a_delivery_must_be_what_control_says_was_sent(String row, String more, String fault) {
        String feed = row.isEmpty() ? "entries" : row.split(",")[0];
        List<String> control = new ArrayList<>(List.of(HEADER));
        for (String each : List.of("borrowers,2,", "accounts,2,", "instalments,3,", "entries,2,")) {
            if (!each.startsWith(feed + ",")) {
                control.add("2026-02-28," + each + ",,,,,,");
            }
        }
        Stream.of(row, more)
                .filter(each -> !each.isEmpty())
                .forEach(each -> control.add("2026-02-28," + each + ",,,,,,"));
        Map<String, List<String>> files = TwoAccounts.files();
        files.put("control.csv", control);

        ImportOutcome outcome = context.run(context.delivery("controlled", files));
        if (fault == null) {
            assertThat(outcome.message()).isEmpty();
            assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
        } else {
            assertThat(outcome.message()).contains(fault);
            requireNothingLoaded(outcome);
        }
    }

    @Test
    void rejected_rows_count_in_the_controls_where_their_amount_can_be_read() {
        Map<String, List<String>> files = TwoAccounts.with(
                "entries.csv",
                TwoAccounts.ENTRIES,
                "E1,A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,508.25,",
                "E2,A9,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,1.125,",
                "E3,A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,-3,",
                "E4,A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,unknown,");
        files.put(
                "control.csv",
                List.of(
                        HEADER,
                        "2026-02-28,borrowers,2,,,,,,,",
                        "2026-02-28,accounts,2,,,,,,,",
                        "2026-02-28,instalments,3,,,,,,,",
                        "2026-02-28,entries,4,506.375,,,,,,"));
        ImportOutcome outcome = context.imports.run(new ImportRequest(
                context.delivery("controlled", files), new BigDecimal("50"), false, Set.of(), "tester"));
        assertThat(outcome.message()).isEmpty();
    }

    @Test
    void the_core_systems_own_totals_are_kept_for_the_reconciliation() {
        Map<String, List<String>> files = TwoAccounts.files();
        files.put(
                "control.csv",
                List.of(
                        HEADER,
                        "2026-02-28,borrowers,2,,,,,,,",
                        "2026-02-28,accounts,2,,,,,,,",
                        "2026-02-28,instalments,3,,,,,,,",
                        "2026-02-28,entries,2,10508.25,,,,,,",
                        "2026-02-28,,,,north,salary,EUR,1,500.00,8.25"));
        context.started("north", "2026-02-28T12:00:00");
        context.run(context.delivery("controlled", files));
        assertThat(context.rows("SELECT line, business_date, lender, product, currency, open_accounts, principal,"
                        + " overdue, known_at FROM controls WHERE feed IS NULL"))
                .containsExactly("6|2026-02-28|north|salary|EUR|1|50000|825|2026-02-28T12:00:00.000001");
        assertThat(context.rows("SELECT COUNT(*) FROM controls")).containsExactly("5");
    }

    @Test
    void what_the_policy_requires_must_be_there() {
        Path delivery = context.delivery("plain", TwoAccounts.files());
        ImportOutcome noControl =
                context.imports.run(new ImportRequest(delivery, BigDecimal.ONE, true, Set.of(), "tester"));
        assertThat(noControl.message()).contains("control.csv is missing, but the policy says controls: required");
        requireNothingLoaded(noControl);

        ImportOutcome noFeed = context.imports.run(
                new ImportRequest(delivery, BigDecimal.ONE, false, Set.of(Feed.AGREEMENTS), "tester"));
        assertThat(noFeed.message()).contains("agreements.csv is missing, but the policy requires it");
        requireNothingLoaded(noFeed);
    }

    static Stream<Arguments> malformed() {
        String header = TwoAccounts.ENTRIES + "\n";
        String row = "E1,A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,508.25,\n";
        return Stream.of(
                Arguments.of("", ":1: the file is empty"),
                Arguments.of(header, ":1: only a header"),
                Arguments.of(header + row + "\"E2,A1", ":3: a quote is opened and never closed"),
                Arguments.of(header + row + "E2,A1\n", ":3: 2 values under 7 column names"),
                Arguments.of(header + row.replace('E', '\u0000'), ":2: a NUL character"),
                Arguments.of(
                        header.replace("posted_at", "amount") + row,
                        ":1: column \"amount\" stands twice in the header"),
                Arguments.of(header + row + "x".repeat(2 << 20), ":3: a record longer than"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_file_that_is_no_CSV_refuses_the_delivery_with_file_and_line(String text, String message) throws Exception {
        Path delivery = context.delivery("malformed", TwoAccounts.files());
        Files.writeString(delivery.resolve("entries.csv"), text, StandardCharsets.UTF_8);
        ImportOutcome outcome = context.run(delivery);
        assertThat(outcome.message())
                .contains("entries.csv" + message.substring(0, 1))
                .contains(message);
        assertThat(outcome.message()).contains("nothing of the delivery was loaded");
        requireNothingLoaded(outcome);
    }

    @Test
    void a_header_alone_is_fine_when_control_says_so() {
        Map<String, List<String>> files = TwoAccounts.with("entries.csv", TwoAccounts.ENTRIES);
        files.put(
                "control.csv",
                List.of(
                        HEADER,
                        "2026-02-28,borrowers,2,,,,,,,",
                        "2026-02-28,accounts,2,,,,,,,",
                        "2026-02-28,instalments,3,,,,,,,",
                        "2026-02-28,entries,0,0,,,,,,"));
        assertThat(context.run(context.delivery("quiet", files)).exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_folder_that_holds_no_delivery_is_refused_before_anything_starts() {
        assertRefused(folder.resolve("nowhere"), ExitCode.USAGE, "no folder");
        assertRefused(context.delivery("empty", Map.of("readme.txt", List.of("x"))), ExitCode.USAGE, "no CSV file");
        Map<String, List<String>> files = TwoAccounts.with("entrys.csv", "x");
        assertRefused(context.delivery("unknown", files), ExitCode.REJECTED, "1 CSV file is of no feed's name");
        assertThat(context.rows("SELECT COUNT(*) FROM imports")).containsExactly("0");
    }

    private void assertRefused(Path delivery, ExitCode exitCode, String message) {
        assertThatThrownBy(() -> context.run(delivery))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.exitCode()).isEqualTo(exitCode))
                .hasMessageContaining(message);
    }

    private void requireNothingLoaded(ImportOutcome outcome) {
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.REJECTED);
        for (Feed feed : Feed.values()) {
            assertThat(context.rows("SELECT * FROM " + feed.table())).isEmpty();
        }
        for (String table :
                List.of("lenders", "import_accounts", "import_ids", "import_lenders", "controls", "rejects")) {
            assertThat(context.rows("SELECT * FROM " + table)).as(table).isEmpty();
        }
    }
}

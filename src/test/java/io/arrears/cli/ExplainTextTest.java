package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.delivery.ImportRequest;
import io.arrears.night.Settings;
import io.arrears.ops.Explanations.Explained;
import io.arrears.publish.Home;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that a person who disputes a record gets; the golden text was worked out by hand from the feeds below. */
class ExplainTextTest {

    private static final Instant CUTOFF = Instant.parse("2026-07-01T00:00:00Z");

    @TempDir
    Path folder;

    private Application application;

    @BeforeEach
    void load() throws IOException {
        Path ledger = Files.createDirectories(folder.resolve("ledger"));
        Files.writeString(
                ledger.resolve("borrowers.csv"), "borrower_id,full_name,id_type,id_number,country\nB1,Nobody,X,1,CN\n");
        Files.writeString(
                ledger.resolve("accounts.csv"),
                "account_id,lender,product,borrower_id,opened_on,currency,principal,term_count,repayment_frequency,kind,line_limit\n"
                        + "A1,harbour,cash-loan,B1,2026-01-10,CNY,3000,3,MONTHLY,,\n"
                        + "A2,harbour,cash-loan,B1,2026-01-10,CNY,1000,1,MONTHLY,,\n"
                        + "A3,harbour,credit-line,B1,2026-01-10,CNY,0,0,MONTHLY,REVOLVING,5000\n"
                        + "A4,harbour,credit-line,B1,2026-01-10,CNY,0,0,MONTHLY,REVOLVING,5000\n");
        Files.writeString(
                ledger.resolve("instalments.csv"),
                "account_id,schedule_version,number,due_on,principal,interest\n"
                        + "A1,1,1,2026-02-10,1000,30\nA1,1,2,2026-03-10,1000,20\nA1,1,3,2026-04-10,1000,10\nA2,1,1,2026-02-10,1000,0\n");
        Files.writeString(
                ledger.resolve("agreements.csv"),
                "agreement_id,account_id,type,agreed_on,effective_on,posted_at,amount\n"
                        + "G1,A2,TRANSFER,2026-03-01,2026-03-02,2026-03-01T10:00:00Z,\n"
                        + "G2,A3,LIMIT_CHANGE,2026-03-01,2026-03-01,2026-03-01T10:00:00Z,4000\n"
                        + "G3,A3,LINE_END,2026-03-01,2026-05-01,2026-03-01T10:00:00Z,\n");
        Files.writeString(
                ledger.resolve("statements.csv"),
                "statement_id,account_id,statement_on,due_on,minimum_principal,minimum_interest,balance,posted_at\n"
                        + "M1,A3,2026-01-31,2026-02-20,100,15,1000,2026-01-31T12:00:00Z\n"
                        + "M2,A3,2026-02-28,2026-03-20,90,14,820,2026-02-28T12:00:00Z\n"
                        + "M3,A3,2026-03-31,2026-04-20,120,16,1200,2026-03-31T12:00:00Z\n"
                        + "M4,A4,2026-01-31,2026-02-20,100,0,1000,2026-01-31T12:00:00Z\n");
        Files.writeString(
                ledger.resolve("entries.csv"),
                "entry_id,account_id,type,value_on,posted_at,amount,reverses,paid_by\n"
                        + "E1,A1,REPAYMENT,2026-02-09,2026-02-09T10:00:00Z,1030,,\n"
                        + "E2,A1,REPAYMENT,2026-03-10,2026-03-10T10:00:00Z,1020,,\n"
                        + "E3,A1,REVERSAL,2026-03-12,2026-03-12T10:00:00Z,1020,E2,\n"
                        + "E4,A1,PENALTY,2026-03-20,2026-03-20T10:00:00Z,5.50,,\n"
                        + "E5,A1,REPAYMENT,2026-03-25,2026-03-25T10:00:00Z,120,,\n"
                        + "E6,A1,REVERSAL,2026-03-26,2026-03-26T10:00:00Z,7,E9,\n"
                        + "E7,A2,REPAYMENT,2026-02-10,2026-02-10T10:00:00Z,1040,,\n"
                        + "E8,A2,REFUND,2026-02-20,2026-02-20T10:00:00Z,40,,\n"
                        + "E10,A3,DISBURSEMENT,2026-01-12,2026-01-12T10:00:00Z,1000,,\n"
                        + "E11,A3,REPAYMENT,2026-02-23,2026-02-23T10:00:00Z,135,,\n"
                        + "E12,A3,REPAYMENT,2026-02-25,2026-02-25T10:00:00Z,60,,MERCHANT\n"
                        + "E13,A3,DISBURSEMENT,2026-03-05,2026-03-05T10:00:00Z,400,,\n"
                        + "E14,A3,REPAYMENT,2026-04-02,2026-04-02T10:00:00Z,30,,\n"
                        + "E15,A4,DISBURSEMENT,2026-01-12,2026-01-12T10:00:00Z,1000,,\n"
                        + "E16,A4,REPAYMENT,2026-02-18,2026-02-18T10:00:00Z,100,,\n"
                        + "E17,A4,REVERSAL,2026-03-01,2026-03-01T10:00:00Z,100,E16,\n");
        Home home = new Home(folder.resolve("home"));
        application = Application.open(
                new Settings(home, Path.of("jobs"), DatabaseSettings.embedded(home.database())), Clock.systemUTC());
        assertThat(application.imports().run(ImportRequest.of(ledger, "tester")).exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    @AfterEach
    void close() {
        application.close();
    }

    private Explained explained(String asOf) {
        return explained("A1", asOf);
    }

    private Explained explained(String account, String asOf) {
        return application.explanations().explain(account, LocalDate.parse(asOf), CUTOFF);
    }

    @Test
    void the_page_tells_where_each_cent_went_and_which_rule_says_so() throws IOException {
        StringWriter page = new StringWriter();
        ExplainText.print(explained("2026-04-15"), new PrintWriter(page));
        assertThat(page.toString()).isEqualTo(Files.readString(Path.of("src/test/resources/golden/explain.txt")));
    }

    /**
     * On 15 February: 60.00 of interest and the 5.50 that is known to come, for 3000 over 30 days, 2000 over 29 (paid a day early)
     * and 1000 over 31: 65.50 x 36500 / 179000 = 13.3561. On 20 March: and 1000 x 0.0005 x 10 days that accrued; 3000 over
     * 30 days, 2000 over 29, 1000 over the 2 before the payment was taken back, 2000 over 8 and 1000 over the 21 to come: 70.50 x 36500 / 187000 = 13.7607.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-15 | 14 | 13.36 | 65.50 | false",
                "2026-02-15 | 13 | 13.36 | 65.50 | true",
                "2026-03-20 | 13 | 13.77 | 70.50 | true"
            })
    void what_it_costs_in_all_stands_beside_the_cap(
            String day, String cap, String percent, String charged, boolean isBeyond) throws IOException {
        Explained costing = costing(day, cap, "综合融资成本明示表");
        StringWriter page = new StringWriter();
        ExplainText.print(costing, new PrintWriter(page));
        assertThat(page.toString())
                .contains("  all-in cost       " + percent + " % a year, at most " + cap + " %"
                        + (isBeyond ? ": beyond it, so nobody is contacted" : "") + "; charged " + charged
                        + " in all, what is to come included (L19)");
        JsonNode cost =
                JsonMapper.shared().readTree(ExplainJson.of(costing, null)).get("cost");
        assertThat(cost.get("percent_a_year").asString()).isEqualTo(percent);
        assertThat(cost.get("cap").asString()).isEqualTo(cap);
        assertThat(cost.get("charged").asString()).isEqualTo(charged);
        assertThat(cost.get("beyond").asBoolean()).isEqualTo(isBeyond);
    }

    @Test
    void the_table_in_which_the_rate_stands_is_named_beside_what_accrued() throws IOException {
        StringWriter page = new StringWriter();
        ExplainText.print(costing("2026-03-20", "24", "综合融资成本明示表"), new PrintWriter(page));
        assertThat(page.toString())
                .contains("of it 5.00 accrued by the policy's rate a day (D15), a rate that stands in 综合融资成本明示表");
        StringWriter none = new StringWriter();
        ExplainText.print(costing("2026-03-20", "24", null), new PrintWriter(none));
        assertThat(none.toString())
                .as("opened before the law asked for a table")
                .contains("of it 5.00 accrued by the policy's rate a day (D15)\n");
    }

    /** A1 under a policy with a cap and a rate. */
    private Explained costing(String day, String cap, @Nullable String table) throws IOException {
        Path jobs = Files.createTempDirectory(folder, "jobs");
        try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = jobs.resolve(Path.of("jobs").relativize(file));
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
        Path policy = jobs.resolve("lenders/harbour.yaml");
        String disclosed = table == null ? "" : ", disclosed-in: " + table;
        String costing = "cost-cap: {percent-a-year: " + cap + "}\npenalty: {rate-per-day: 0.0005, base: principal"
                + disclosed + "}\n";
        Files.writeString(policy, Files.readString(policy).replaceFirst("(?m)^furnish:", costing + "furnish:"));
        application.close();
        Home home = new Home(folder.resolve("home"));
        application = Application.open(
                new Settings(home, jobs, DatabaseSettings.embedded(home.database())), Clock.systemUTC());
        return explained(day);
    }

    @Test
    void a_line_that_was_late_is_told_bill_by_bill() throws IOException {
        StringWriter page = new StringWriter();
        ExplainText.print(explained("A3", "2026-04-15"), new PrintWriter(page));
        assertThat(page.toString()).isEqualTo(Files.readString(Path.of("src/test/resources/golden/explain-line.txt")));
        JsonNode root = JsonMapper.shared().readTree(ExplainJson.of(explained("A3", "2026-04-15"), null));
        assertThat(root.at("/line/limit").asString()).isEqualTo("4000.00");
        assertThat(root.at("/line/not_asked_for").asString()).isEqualTo("1010.00");
        assertThat(root.at("/obligations/1/kind").asString()).isEqualTo("STATEMENT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-19 | days past due     0: no statement or row of a plan is past due and unpaid beyond tolerance (D4, D5)
            2026-03-03 | episode           since 2026-03-01, unbroken (D11); until then the statement due 2026-02-20 was paid,
            """)
    void of_a_line_its_statements_are_spoken_of(String day, String line) {
        StringWriter page = new StringWriter();
        ExplainText.print(explained("A4", day), new PrintWriter(page));
        assertThat(page.toString()).contains("\n  " + line);
    }

    @Test
    void what_was_accepted_stands_by_itself_with_who_did_and_why() {
        Review review = new Review(ReviewCode.REVERSAL_TARGET_UNKNOWN, "E6");
        TwoPeople people = TwoPeople.of(List.of("ann", "bob"));
        AcceptedReview accepted = application.reviews().accept("A1", review, people, new Reason("the core says so"));
        Explained now = application.explanations().explain("A1", LocalDate.parse("2026-04-15"), null);
        StringWriter page = new StringWriter();
        ExplainText.print(now, new PrintWriter(page));
        assertThat(page.toString())
                .doesNotContain("the account is held")
                .contains(String.join(
                        "\n",
                        "Set aside, and accepted as it is: holds nobody until it changes",
                        "  REVERSAL_TARGET_UNKNOWN E6: the reversal names no entry of this account known at the cutoff (D2)",
                        "      accepted at " + accepted.at() + " by ann and bob: the core says so"));
        JsonNode json = JsonMapper.shared().readTree(ExplainJson.of(now, null)).at("/set_aside/0");
        assertThat(json.get("accepted_at").asString()).isEqualTo(accepted.at().toString());
        assertThat(json.at("/accepted_by/1").asString()).isEqualTo("bob");
        assertThat(json.get("accepted_because").asString()).isEqualTo("the core says so");
    }

    @Test
    void a_refund_and_a_transfer_say_what_they_do() {
        StringWriter page = new StringWriter();
        ExplainText.print(explained("A2", "2026-03-02"), new PrintWriter(page));
        assertThat(page.toString().lines())
                .contains(
                        "  2026-02-20  REFUND                40.00  E8: taken from what found nothing to pay (D3)",
                        "  2026-03-02  transferred by G1: collection ends, what is owed stays (D8)");
        StringWriter before = new StringWriter();
        ExplainText.print(explained("A2", "2026-03-01"), new PrintWriter(before));
        assertThat(before.toString()).doesNotContain("transferred");
    }

    @Test
    void the_json_tells_the_same() {
        JsonNode root = JsonMapper.shared().readTree(ExplainJson.of(explained("2026-04-15"), null));
        assertThat(root.at("/figures/dpd").asInt()).isEqualTo(36);
        assertThat(root.at("/figures/overdue/total").asString()).isEqualTo("1915.50");
        assertThat(root.at("/entries/4/went_to/0/component").asString()).isEqualTo("INTEREST");
        assertThat(root.at("/set_aside/0/code").asString()).isEqualTo("REVERSAL_TARGET_UNKNOWN");
    }

    @Test
    void an_account_nobody_knows_is_refused_without_its_name_running_wild() {
        assertThatThrownBy(() -> application.explanations().explain("no\u0007pe", LocalDate.parse("2026-04-15"), null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("the ledger knows no account no?pe");
    }
}

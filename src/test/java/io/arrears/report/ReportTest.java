package io.arrears.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Sha256;
import io.arrears.audit.Manifest;
import io.arrears.furnish.WaitingFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each section of the page against figures worked out by hand. */
class ReportTest {

    @TempDir
    Path folder;

    /** Nine accounts in two currencies, two nights: some roll, one cures, one closes, one is new. */
    private String second(Shelf shelf) {
        shelf.night("2026-10-30")
                .current("A1", "CNY", "2026-08-03")
                .current("A2", "CNY", "2026-08-04")
                .account("A3", "CNY", "2026-08-05", "OPEN", 5, "M1", "100.00", "5.00")
                .account("A4", "CNY", "2026-09-01", "OPEN", 30, "M1", "200.00", "0.00")
                .account("A5", "CNY", "2026-09-02", "CHARGED_OFF", 45, "M2", "300.00", "0.00")
                .current("A6", "CNY", "2026-09-03")
                .account("B1", "USD", "2026-09-04", "OPEN", 10, "M1", "10.50", "0.25")
                .closedLongAgo("B2", "USD", "2022-01-01")
                .publish();
        return shelf.night("2026-10-31")
                .current("A1", "CNY", "2026-08-03")
                .account("A2", "CNY", "2026-08-04", "OPEN", 1, "M1", "50.00", "0.00")
                .current("A3", "CNY", "2026-08-05")
                .account("A4", "CNY", "2026-09-01", "OPEN", 31, "M2", "200.00", "0.00")
                .account("A5", "CNY", "2026-09-02", "CHARGED_OFF", 46, "M2", "300.00", "0.00")
                .account("A6", "CNY", "2026-09-03", "CLOSED", 0, "M0", "0.00", "0.00")
                .account("B1", "USD", "2026-09-04", "OPEN", 11, "M1", "10.50", "0.25")
                .closedLongAgo("B2", "USD", "2022-01-01")
                .current("B3", "USD", "2026-10-31")
                .publish();
    }

    @Test
    void the_headline_tells_what_changed_since_the_night_before() {
        String words = Read.words(Read.section(second(new Shelf(folder)), "Headline"));
        assertThat(words)
                .contains("Open accounts 7 ±0 since the last night")
                .contains("Overdue accounts 4 ±0 since the last night")
                .contains("Overdue, CNY 550.00 −55.00 since the last night")
                .contains("Overdue, USD 10.75 ±0.00 since the last night")
                .contains("Newly overdue 1")
                .contains("No longer overdue 1");
    }

    @Test
    void money_stands_by_currency_and_bucket_and_is_never_added_over_currencies() {
        String page = second(new Shelf(folder));
        assertThat(Read.rows(page, "Buckets"))
                .contains(
                        "Bucket | Accounts | Share | Accounts, CNY | Overdue by bucket, CNY | Accounts, USD | Overdue by bucket, USD",
                        "M0 | 3 | 42.9 % | 2 | 0.00 | 1 | 0.00",
                        "M1 | 2 | 28.6 % | 1 | 50.00 | 1 | 10.75",
                        "M2 | 2 | 28.6 % | 2 | 500.00 | 0 | 0.00",
                        "M3 | 0 | 0.0 % | 0 | 0.00 | 0 | 0.00");
        assertThat(page).doesNotContain("560.75");
    }

    @Test
    void rows_of_the_migration_sum_to_the_night_before_and_columns_to_this_one() {
        String page = second(new Shelf(folder));
        assertThat(Read.rows(page, "Migration"))
                .contains(
                        "Last night | M0 | M1 | M2 | M3 | M4 | M5 | M6 | M7 | closed | Total",
                        "M0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 3",
                        "M1 | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 3",
                        "M2 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1",
                        "new or open again | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1",
                        "Total | 3 | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 1 | 8")
                .contains("M1 | 3 | 33.3 % | 33.3 % | 33.3 % | 0.0 %", "M0 | 3 | 33.3 % | 33.3 % | 0.0 % | 33.3 %");
    }

    @Test
    void trends_read_earlier_nights_from_their_figures_alone() throws Exception {
        Shelf shelf = new Shelf(folder);
        second(shelf);
        Files.delete(shelf.out.resolve("2026-10-30").resolve("delinquency.csv"));
        String page =
                shelf.night("2026-11-01").current("A1", "CNY", "2026-08-03").publish();
        assertThat(Read.rows(page, "Overdue over time"))
                .containsExactly(
                        "Night | Open accounts | Overdue accounts | Overdue amount, CNY",
                        "2026-11-01 | 1 | 0 | 0",
                        "2026-10-31 | 7 | 4 | 550.00",
                        "2026-10-30 | 7 | 4 | 605.00");
    }

    @Test
    void overdue_principal_stands_by_its_own_age() {
        assertThat(Read.rows(second(new Shelf(folder)), "Ageing"))
                .contains("1-30 | 50.00 | 10.50", "31-60 | 500.00 | 0.00", "181+ | 0.00 | 0.00");
    }

    @Test
    void a_vintage_counts_all_accounts_opened_in_its_month() {
        assertThat(Read.rows(second(new Shelf(folder)), "First payment and vintages"))
                .containsExactly(
                        "Opened in | Opened | First instalment unpaid | Share | 30 or more days past due | Share",
                        "2026-10 | 1 | 0 | 0.0 % | 0 | 0.0 %",
                        "2026-09 | 4 | 3 | 75.0 % | 2 | 50.0 %",
                        "2026-08 | 3 | 1 | 33.3 % | 0 | 0.0 %",
                        "earlier | 1 | 0 | 0.0 % | 0 | 0.0 %");
    }

    @Test
    void a_first_night_says_that_there_is_nothing_to_compare_it_with() {
        String page = new Shelf(folder)
                .night("2026-10-30")
                .current("A1", "CNY", "2026-08-03")
                .publish();
        assertThat(Read.words(Read.section(page, "Headline")))
                .contains("This is the first night")
                .doesNotContain("since the last night");
        assertThat(Read.words(Read.section(page, "Migration"))).contains("There is no list of a night before");
        assertThat(Read.words(Read.section(page, "Overdue over time"))).contains("A trend needs two nights");
    }

    @Test
    void a_night_on_which_nobody_has_a_loan_has_a_page_too() {
        assertThat(Read.words(new Shelf(folder).night("2026-10-30").publish())).contains("Open accounts 0");
    }

    @Test
    void gates_answers_rejects_and_lists_are_counted_by_reason() {
        String page = new Shelf(folder)
                .night("2026-10-30")
                .current("A1", "CNY", "2026-08-03")
                .file(
                        "held.csv",
                        "account_id,bureau,kind,code,report_date,gate,reason,evidence,due_on,days_held,alarm,turn",
                        "A1,pboc,210,10,2026-10-01,consent,r,e,2026-10-01,29,yes,people",
                        "A2,pboc,210,10,2026-10-20,consent,r,e,2026-10-20,10,,data",
                        "A3,pboc,210,10,2026-10-30,underway,r,e,2026-10-30,0,,people")
                .file("excluded.csv", "account_id,bureau,gate,reason,evidence", "A1,pboc,scope,r,e")
                .file(
                        "rejected.csv",
                        "account_id,bureau,kind,code,report_date,rule,tag,value,reason",
                        "A1,pboc,210,10,2026-10-01,R0001203,Name,***,is too long")
                .file(
                        "review.csv",
                        "account_id,rule,code,subject,meaning,accepted_at,accepted_by",
                        "A1,intake,OPEN_REJECT,entries:7,m,,",
                        "A2,D2,REVERSAL_REPEATED,E1,m,,",
                        "A3,D2,REVERSAL_REPEATED,E2,m,2026-10-01T02:00:00Z,ann and bob")
                .file(
                        "disputes-due.csv",
                        "account_id,dispute_id,opened_on,answer_by,days_left",
                        "A1,D1,2026-10-01,2026-10-21,-9")
                .waiting(new WaitingFiles("pboc", "SENT", 3, 1200, LocalDate.of(2026, 10, 2)))
                .publish();
        assertThat(Read.rows(page, "Gates"))
                .contains(
                        "consent: the borrower's consent is missing | 2 | – | 29 | 1 | the data 1, people 1",
                        "underway: an earlier file is not sent yet | 1 | – | 0 | 0 | people 1",
                        "scope: the product is none of the bureau's | 1");
        assertThat(Read.rows(page, "Answers outstanding"))
                .contains("pboc | for the bureau's answer | 3 | 1,200 | 2026-10-02");
        assertThat(Read.rows(page, "Rejects"))
                .contains(
                        "pboc R0001203 | is too long | 1",
                        "OPEN_REJECT: a row was rejected by an import and has not arrived since | 1 | – | 0",
                        "REVERSAL_REPEATED: an entry is reversed again | 2 | – | 1");
        assertThat(Read.rows(page, "To do")).contains("disputes-due.csv: disputes to be answered | 1");
    }

    @Test
    void identities_stand_with_a_sign_and_a_word_and_whoever_accepted_a_difference() {
        String header = "name,scope,left,right,difference,verdict,left_from,right_from,accepted_by,reason";
        String page = new Shelf(folder)
                .night("2026-10-30")
                .file(
                        "reconciliation.csv",
                        header,
                        "R3,CNY,10.00,10.00,0.00,OK,movements.csv,delinquency.csv,,",
                        "R7,cash CNY,5,6,-1,ACCEPTED,delinquency.csv,control.csv,ann and bob,late feed",
                        "R6,pboc,,,,NOT_CHECKED,,,,")
                .publish();
        assertThat(Read.rows(page, "Reconciliation"))
                .contains(
                        "R3 (overdue from night to night) | CNY | 10.00 | 10.00 | 0.00 | ✓ OK | movements.csv = delinquency.csv |",
                        "R7 (the core system's own controls) | cash CNY | 5 | 6 | -1 | ! accepted | delinquency.csv = control.csv | ann and bob late feed");
        assertThat(page).contains("– not checked");
    }

    @Test
    void every_other_file_stands_with_the_digest_of_its_bytes() {
        Shelf shelf = new Shelf(folder);
        Shelf.Draft night = shelf.night("2026-10-30")
                .current("A1", "CNY", "2026-08-03")
                .input(new Manifest.Input(7, "entries", 10, "f".repeat(64), 1234, 5));
        String page = night.publish();
        String sha256 = Sha256.of(shelf.text("2026-10-30", "figures.csv").getBytes(StandardCharsets.UTF_8));
        String files = Read.section(page, "Files");
        assertThat(files).contains("data-copy=\"" + sha256 + "\"").doesNotContain("report.html");
        assertThat(Read.rows(page, "What it read").get(1)).startsWith("entries | 7 | 1,234 | 5 | ffff");
    }

    @Test
    void the_policy_stands_in_words() {
        Shelf shelf = new Shelf(folder, "grace-days: 3", "tolerance: {USD: 0.50}");
        String page = shelf.night("2026-10-30").publish();
        assertThat(Read.rows(page, "Policy"))
                .contains(
                        "grace-days | 3 | Days past due on which nothing is reported yet (D6)",
                        "tolerance | USD: 0.50 | Unpaid rests up to this are no arrears (D7)");
        assertThat(page).contains(shelf.lender.digest());
    }

    @Test
    void whatever_a_file_or_a_policy_says_is_text_and_no_markup() {
        String nasty = "<script>alert('x')</script>&\\\"";
        String page = new Shelf(folder, "classes-source: \"" + nasty + "\"")
                .night("2026-10-30")
                .file(
                        "review.csv",
                        "account_id,rule,code,subject,meaning,accepted_at,accepted_by",
                        "A1,r,<img src=x onerror=alert(1)>,s,m,,")
                .publish();
        assertThat(page).doesNotContain("<script>alert").doesNotContain("<img").contains("&lt;img src=x");
    }

    @Test
    void a_lender_that_reads_chinese_has_a_chinese_page() {
        String page = second(new Shelf(folder, "language: zh"));
        assertThat(page).contains("<html lang=\"zh-Hans\">").contains("north：2026-10-31 逾期报告");
        assertThat(Read.rows(page, "迁徙")).contains("新开或重新打开 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1");
        assertThat(Read.words(Read.section(page, "概览"))).contains("逾期金额（CNY） 550.00 较上一晚 −55.00");
    }

    @Test
    void the_same_bytes_give_the_same_page() {
        String once = second(new Shelf(folder.resolve("a")));
        String again = second(new Shelf(folder.resolve("b")));
        assertThat(again).isEqualTo(once);
    }

    @Test
    void the_page_tells_of_restarts_and_the_figures_do_not() {
        Shelf.Draft plain = new Shelf(folder.resolve("plain")).night("2026-10-30");
        Shelf.Draft restarted =
                new Shelf(folder.resolve("restarted")).night("2026-10-30").restarted();
        assertThat(Read.rows(plain.report(), "Versions")).contains("Restarts | 0");
        assertThat(Read.rows(restarted.report(), "Versions")).contains("Restarts | 1");
        assertThat(restarted.text("figures.csv")).isEqualTo(plain.text("figures.csv"));
    }

    @Test
    void the_page_loads_nothing() {
        String page = second(new Shelf(folder));
        assertThat(page)
                .contains("default-src &#39;none&#39;")
                .doesNotContain("src=\"")
                .doesNotContain("<link")
                .doesNotContain("@import")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    private static final String[] LADDER = {
        "law: cn",
        "ladder:",
        "  stages:",
        "    - {stage: EARLY, from: 1, borrower: {SMS: early}}",
        "    - {stage: LATE, from: 30, borrower: {CALL: late}}"
    };

    private static Shelf.Draft onTheLadder(Shelf shelf, String asOf) {
        return shelf.night(asOf)
                .account("A1", "CNY", "2026-08-03", "OPEN", 31, "M2", "200.00", "0.00")
                .file(
                        "worklist.csv",
                        "account_id,stage,party_id,channel",
                        "A1,LATE,P1,CALL",
                        "A2,LATE,P2,CALL",
                        "A3,EARLY,P3,SMS",
                        "A4,LOCATE,P4,CALL");
    }

    @Test
    void the_worklist_stands_by_stage_channel_and_rule_and_names_nobody() {
        Shelf shelf = new Shelf(folder, LADDER);
        onTheLadder(shelf, "2026-10-30")
                .file(
                        "withheld.csv",
                        "account_id,stage,party_id,channel,rule,instrument,clause,evidence",
                        "A3,EARLY,P3,SMS,EVERY,policy,ladder.EARLY.every,every 2 days")
                .publish();
        String page = onTheLadder(shelf, "2026-10-31")
                .file(
                        "withheld.csv",
                        "account_id,stage,party_id,channel,rule,instrument,clause,evidence",
                        "A3,EARLY,P3,SMS,EVERY,policy,ladder.EARLY.every,every 2 days",
                        "A5,LATE,P5,CALL,CALLS_A_DAY,GB/T 45251-2025,clause unconfirmed,2 of 2",
                        "A6,LATE,P6,CALL,CALLS_A_DAY,GB/T 45251-2025,clause unconfirmed,2 of 2",
                        "A7,,,,NO_STAGE,policy,ladder,1 days",
                        "A8,LATE,P8,CALL,OURS,14th Act,3 | 4,")
                .publish();
        assertThat(Read.rows(page, "Worklist"))
                .containsExactly(
                        "Stage | To be contacted | Withheld",
                        "EARLY | 1 | 1",
                        "LATE | 2 | 3",
                        "LOCATE: contacts, who are told nothing of the debt | 1 | 0",
                        "below the first stage | 0 | 1",
                        "Channel | To be contacted | Withheld",
                        "SMS: text message | 1 | 1",
                        "CALL: call by a person | 3 | 3",
                        "Rule | Withheld | Last night | Instrument | Clause",
                        "CALLS_A_DAY: as many connected calls a day as allowed | 2 | 0 | GB/T 45251-2025 | clause unconfirmed",
                        "EVERY: not on this day of the stage | 1 | 1 | the lender's policy | ladder.EARLY.every",
                        "NO_STAGE: the account is below the first stage | 1 | 0 | the lender's policy | ladder",
                        "OURS | 1 | 0 | 14th Act | 3 | 4");
        assertThat(Read.section(page, "Worklist")).doesNotContain("A1", "P1", "A5", "P8");
        assertThat(page)
                .as("a rule's sentence is broken into lines, so that its clause is seen")
                .contains("<th scope=\"row\" class=\"long\">CALLS_A_DAY: ", "<th scope=\"row\" class=\"\">EARLY<");
    }

    @Test
    void a_lender_without_a_ladder_has_no_worklist_on_its_page() {
        assertThat(second(new Shelf(folder))).doesNotContain("Worklist");
        assertThat(Read.words(Read.section(
                        new Shelf(folder.resolve("other"), LADDER)
                                .night("2026-10-30")
                                .current("A1", "CNY", "2026-08-03")
                                .publish(),
                        "Worklist")))
                .contains("Nobody is to be contacted, and nobody is withheld.");
    }
}

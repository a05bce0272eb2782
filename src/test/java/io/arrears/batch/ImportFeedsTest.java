package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.delivery.ImportRequest;
import io.arrears.feed.Column;
import io.arrears.feed.Feed;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.imports.ImportStore.Counts;
import io.arrears.store.jdbc.Sql;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every feed with every column, from the file to its table. */
class ImportFeedsTest {

    private static final Map<String, List<String>> EVERYTHING = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "borrowers.csv",
                    List.of(
                            "borrower_id,full_name,surname,given_name,middle_name,id_type,id_number,birth_date,phone,"
                                    + "address_line1,address_line2,city,region,postal_code,country",
                            "B1,Anna B. Schmidt,Schmidt,Anna,B.,PASSPORT,P1,1990-02-03,+49151,Hof 1,\"2, left\",Berlin,BE,"
                                    + "10115,DE")),
            Map.entry(
                    "accounts.csv",
                    List.of(
                            "account_id,lender,product,borrower_id,opened_on,matures_on,currency,principal,term_count,"
                                    + "repayment_frequency,repayment_method,annual_rate,kind,line_id,line_limit,"
                                    + "joint_loan_id",
                            "A1,north,salary,B1,2026-01-01,2026-03-01,EUR,1000.00,2,MONTHLY,ANNUITY,0.12,INSTALMENT,L1,"
                                    + "5000,J1",
                            "A2,north,line,B1,2026-01-01,,EUR,0,0,MONTHLY,,,REVOLVING,,5000,")),
            Map.entry(
                    "instalments.csv",
                    List.of(
                            "account_id,schedule_version,number,due_on,principal,interest,fee,penalty",
                            "A1,1,1,2026-02-01,500,8.25,1.5,0.01")),
            Map.entry(
                    "entries.csv",
                    List.of(
                            "entry_id,account_id,type,value_on,posted_at,amount,reverses,principal,interest,fee,penalty,"
                                    + "paid_by,reference,damages",
                            "E1,A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,509.75,,500,8.25,1.5,,GUARANTOR,ref 1,0")),
            Map.entry(
                    "agreements.csv",
                    List.of(
                            "agreement_id,account_id,type,agreed_on,effective_on,posted_at,schedule_version,channel,"
                                    + "evidence,amount,until_on,agency,terms",
                            "G1,A1,EXTENSION,2026-02-01,2026-02-02,2026-02-01T10:00:00Z,2,branch,scan 7,,,,",
                            "G2,A1,PROMISE,2026-02-01,2026-02-01,2026-02-01T10:00:00Z,,phone,,100.5,2026-02-09,,",
                            "G3,A1,AGENCY,2026-02-01,2026-02-02,2026-02-01T10:00:00Z,,,,,2026-08-01,Hand GmbH,",
                            "G4,A1,CONTACT_TERMS,2026-02-01,2026-02-02,2026-02-01T10:00:00Z,,,,,,,hours=20:00-22:00",
                            "G5,A1,CONTACT_TERMS,2026-02-01,2026-02-02,2026-02-01T10:00:00Z,,,,,,,")),
            Map.entry(
                    "consents.csv",
                    List.of(
                            "borrower_id,bureau,form_version,given_at,withdrawn_at",
                            "B1,metro2,3,2026-01-01T10:00:00.000001Z,2026-02-01T10:00:00Z")),
            Map.entry(
                    "notices.csv",
                    List.of(
                            "notice_id,account_id,kind,channel,sent_at,delivered_at,evidence",
                            "N1,A1,ADVERSE,letter,2026-01-01T10:00:00Z,2026-01-03T10:00:00Z,scan 8")),
            Map.entry(
                    "disputes.csv",
                    List.of(
                            "dispute_id,account_id,opened_on,reason,resolved_on,outcome",
                            "D1,A1,2026-01-01,not mine,2026-01-20,upheld")),
            Map.entry(
                    "statements.csv",
                    List.of(
                            "statement_id,account_id,statement_on,due_on,minimum_principal,minimum_interest,minimum_fee,"
                                    + "balance,past_due,posted_at",
                            "M1,A2,2026-01-31,2026-02-20,100.5,15.25,1,1000.01,0,2026-01-31T10:00:00Z",
                            "M2,A2,2026-02-28,2026-03-20,0,,,1000,,2026-02-28T10:00:00Z")),
            Map.entry(
                    "contacts.csv",
                    List.of(
                            "contact_id,account_id,name,relation,phone,opted_out_at,erased_at,source,relation_class",
                            "C1,A1,Bert,brother,+49152,2026-01-01T10:00:00Z,,AUTHORISED,RELATED",
                            "C2,A1,Cleo,friend,none,,,,")),
            Map.entry(
                    "contact_attempts.csv",
                    List.of(
                            "attempt_id,account_id,contact_id,channel,attempted_at,outcome,party,party_id,handle_id,"
                                    + "direction,people",
                            "T1,A1,C1,call,2026-01-01T10:00:00Z,no answer,CONTACT,,+49 (152) 1-２,OUTGOING,",
                            "T2,A1,,visit,2026-01-01T11:00:00Z,no answer,GUARANTOR,B1,,INCOMING,2",
                            "T3,A1,,app,2026-01-01T12:00:00Z,no answer,,,anna,,")),
            Map.entry(
                    "stops.csv",
                    List.of(
                            "stop_id,borrower_id,account_id,contact_id,channel,handle_id,kind,from_on,to_on,reference,"
                                    + "posted_at",
                            "S1,B1,A1,C1,SMS,+49 152,STRUCK_BY_LIGHTNING,2026-02-01,2026-02-02,ref 2,2026-02-01T10:00:00Z",
                            "S2,B1,,,,,DECEASED,2026-02-01,,,2026-02-01T10:00:00Z")),
            Map.entry(
                    "parties.csv",
                    List.of(
                            "party_id,account_id,borrower_id,role,amount,from_on,to_on",
                            "P1,A1,B1,GUARANTOR,250.5,2026-01-01,2026-12-31")),
            Map.entry(
                    "bureau_facts.csv",
                    List.of(
                            "fact_id,bureau,account_id,borrower_id,key,value,effective_on,posted_at",
                            "F1,pboc,A1,,five_class,3,2026-02-01,2026-02-01T10:00:00Z",
                            "F2,pboc,,B1,marital_status,20,2026-02-01,2026-02-01T10:00:00Z"))));

    @TempDir
    Path folder;

    static Stream<Databases> databases() {
        return Databases.available();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_column_of_every_feed_reaches_its_table_and_is_known_again(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            Path delivery = context.delivery("everything", EVERYTHING);
            ImportOutcome first = context.run(delivery);
            assertThat(context.rejected(first)).hasSize(1);
            assertThat(first.exitCode()).isEqualTo(ExitCode.DONE);
            for (Feed feed : Feed.values()) {
                int rows = EVERYTHING.get(feed.file()).size() - 1;
                assertThat(first.feeds()).containsEntry(feed, new Counts(rows, rows, 0, 0, 0, 0));
                assertThat(EVERYTHING.get(feed.file()).get(0).split(","))
                        .as(feed.file())
                        .containsExactlyInAnyOrderElementsOf(feed.layout().columns().stream()
                                .map(Column::name)
                                .toList());
            }
            assertTables(context);
            ImportOutcome again = context.run(delivery);
            for (Feed feed : Feed.values()) {
                int rows = EVERYTHING.get(feed.file()).size() - 1;
                assertThat(again.feeds()).containsEntry(feed, new Counts(rows, 0, 0, rows, 0, 0));
            }
        }
    }

    private static void assertTables(ImportContext context) {
        assertThat(context.rows("SELECT borrower_id, full_name, surname, given_name, middle_name, id_type, id_number,"
                        + " birth_date, phone, address_line1, address_line2, city, region, postal_code, country,"
                        + " phone_digits, revision"
                        + " FROM borrowers"))
                .containsExactly(
                        "B1|Anna B. Schmidt|Schmidt|Anna|B.|PASSPORT|P1|1990-02-03|+49151|Hof 1|2, left|Berlin|BE|"
                                + "10115|DE|49151|1");
        assertThat(context.rows("SELECT account_id, lender, product, borrower_id, opened_on, matures_on, currency,"
                        + " principal, term_count, repayment_frequency, repayment_method, annual_rate, kind, line_id,"
                        + " line_limit, joint_loan_id, revision FROM accounts ORDER BY account_id"))
                .containsExactly(
                        "A1|north|salary|B1|2026-01-01|2026-03-01|EUR|100000|2|MONTHLY|ANNUITY|0.12000000|"
                                + "INSTALMENT|L1|500000|J1|1",
                        "A2|north|line|B1|2026-01-01|null|EUR|0|0|MONTHLY|null|null|REVOLVING|null|500000|null|1");
        assertThat(context.rows(
                        "SELECT lender, account_id, schedule_version, `number`, due_on, principal, interest, fee,"
                                + " penalty, revision FROM instalments"))
                .containsExactly("north|A1|1|1|2026-02-01|50000|825|150|1|1");
        assertThat(context.rows("SELECT lender, account_id, entry_id, type, value_on, posted_at, amount, reverses,"
                        + " principal, interest, fee, penalty, paid_by, reference, damages FROM entries"))
                .containsExactly(
                        "north|A1|E1|REPAYMENT|2026-02-01|2026-02-01T10:00|50975|null|50000|825|150|0|GUARANTOR|ref 1|0");
        assertThat(context.rows("SELECT lender, account_id, agreement_id, type, agreed_on, effective_on, posted_at,"
                        + " schedule_version, channel, evidence, amount, until_on, agency, terms FROM agreements"
                        + " ORDER BY agreement_id"))
                .containsExactly(
                        "north|A1|G1|EXTENSION|2026-02-01|2026-02-02|2026-02-01T10:00|2|branch|scan 7|null|null|null|null",
                        "north|A1|G2|PROMISE|2026-02-01|2026-02-01|2026-02-01T10:00|null|phone|null|10050|2026-02-09|null|null",
                        "north|A1|G3|AGENCY|2026-02-01|2026-02-02|2026-02-01T10:00|null|null|null|null|2026-08-01|Hand GmbH"
                                + "|null",
                        "north|A1|G4|CONTACT_TERMS|2026-02-01|2026-02-02|2026-02-01T10:00|null|null|null|null|null|null"
                                + "|hours=20:00-22:00",
                        "north|A1|G5|CONTACT_TERMS|2026-02-01|2026-02-02|2026-02-01T10:00|null|null|null|null|null|null|null");
        assertThat(context.rows("SELECT borrower_id, bureau, form_version, given_at, withdrawn_at FROM consents"))
                .containsExactly("B1|metro2|3|2026-01-01T10:00:00.000001|2026-02-01T10:00");
        assertThat(context.rows("SELECT lender, account_id, notice_id, kind, channel, sent_at, delivered_at, evidence"
                        + " FROM notices"))
                .containsExactly("north|A1|N1|ADVERSE|letter|2026-01-01T10:00|2026-01-03T10:00|scan 8");
        assertThat(context.rows("SELECT lender, account_id, dispute_id, opened_on, reason, resolved_on, outcome"
                        + " FROM disputes"))
                .containsExactly("north|A1|D1|2026-01-01|not mine|2026-01-20|upheld");
        assertThat(context.rows("SELECT lender, account_id, contact_id, name, relation, phone, opted_out_at, erased_at,"
                        + " source, relation_class, phone_digits FROM contacts ORDER BY contact_id"))
                .containsExactly(
                        "north|A1|C1|Bert|brother|+49152|2026-01-01T10:00|null|AUTHORISED|RELATED|49152",
                        "north|A1|C2|Cleo|friend|none|null|null|null|null|null");
        assertThat(
                        context.rows(
                                "SELECT lender, account_id, attempt_id, contact_id, channel, attempted_at, outcome,"
                                        + " party, party_id, handle_id, direction, people, handle FROM contact_attempts ORDER BY attempt_id"))
                .containsExactly(
                        "north|A1|T1|C1|call|2026-01-01T10:00|no answer|CONTACT|null|+49 (152) 1-２|OUTGOING|null|4915212",
                        "north|A1|T2|null|visit|2026-01-01T11:00|no answer|GUARANTOR|B1|null|INCOMING|2|null",
                        "north|A1|T3|null|app|2026-01-01T12:00|no answer|null|null|anna|null|null|null");
        assertThat(context.rows("SELECT lender, account_id, stop_id, borrower_id, contact_id, channel, handle_id, kind,"
                        + " from_on, to_on, reference, posted_at, known_at, handle FROM stops ORDER BY stop_id"))
                .containsExactly(
                        "north|A1|S1|B1|C1|SMS|+49 152|STRUCK_BY_LIGHTNING|2026-02-01|2026-02-02|ref 2|2026-02-01T10:00"
                                + "|2026-02-01T10:00|49152",
                        "||S2|B1|null|null|null|DECEASED|2026-02-01|null|null|2026-02-01T10:00|2026-02-01T10:00|null");
        assertThat(context.rows("SELECT lender, account_id, party_id, borrower_id, role, amount, from_on, to_on"
                        + " FROM parties"))
                .containsExactly("north|A1|P1|B1|GUARANTOR|25050|2026-01-01|2026-12-31");
        assertThat(context.rows("SELECT lender, account_id, fact_id, bureau, borrower_id, `key`, `value`, effective_on,"
                        + " posted_at, known_at FROM bureau_facts ORDER BY fact_id"))
                .containsExactly(
                        "north|A1|F1|pboc|null|five_class|3|2026-02-01|2026-02-01T10:00|2026-02-01T10:00",
                        "||F2|pboc|B1|marital_status|20|2026-02-01|2026-02-01T10:00|2026-02-01T10:00");
    }

    @ParameterizedTest
    @EnumSource(
            value = Feed.class,
            names = {"PARTIES", "CONSENTS", "CONTACT_ATTEMPTS", "STOPS"})
    void a_row_that_refers_to_what_is_not_there_is_rejected(Feed feed) {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            Map<String, List<String>> files = new TreeMap<>(EVERYTHING);
            List<String> lines = EVERYTHING.get(feed.file());
            files.put(
                    feed.file(),
                    List.of(lines.get(0), lines.get(1).replace("B1", "B9").replace("C1", "C9")));
            ImportOutcome outcome = context.imports.run(new ImportRequest(
                    context.delivery("dangling", files),
                    new java.math.BigDecimal("100"),
                    false,
                    java.util.Set.of(),
                    "tester"));
            assertThat(context.rejected(outcome)
                            .subList(1, context.rejected(outcome).size()))
                    .singleElement()
                    .asString()
                    .matches(feed.file() + ",2,(borrower|contact)_id,[BC]9,no such (borrower|contact) in the ledger.*");
            assertThat(context.rows("SELECT COUNT(*) FROM rejects"))
                    .as("kept where it holds something until it comes")
                    .containsExactly(feed == Feed.CONSENTS ? "0" : "1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_insert_names_its_feeds_columns_in_their_order(Feed feed) {
        String insert = Sql.of("import-load").get(feed.table());
        List<String> columns = Arrays.stream(insert.substring(insert.indexOf('(') + 1, insert.indexOf(')'))
                        .split(","))
                .map(column -> column.replace("`", "").strip())
                .toList();
        Stream<String> digits =
                feed.layout().columns().stream().map(Column::digits).filter(Objects::nonNull);
        List<String> expected = Stream.concat(feed.layout().columns().stream().map(Column::name), digits)
                .toList();
        assertThat(columns.subList(0, expected.size())).isEqualTo(expected);
        assertThat(insert.chars().filter(c -> c == '?').count()).isEqualTo(columns.size());
    }
}

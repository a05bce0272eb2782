package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.night.Settings;
import io.arrears.store.Databases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each delivery after a night writes of those whom it stopped, and what the next night leaves of it. */
class SinceCsvTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 20);

    private static final String LADDER = """
            law: cn
            ladder:
              locate-templates: [locate]
              stages:
                - stage: EARLY
                  from: 1
                  borrower: {SMS: early}
            furnish:""";

    private static final String CONTACTS =
            "contact_id,account_id,name,relation,phone,opted_out_at,erased_at,source,relation_class";

    @TempDir
    Path folder;

    private static String account(String id, String borrower) {
        return id + ",harbour,cash-loan," + borrower + ",2026-01-10,CNY,2000.00,2,MONTHLY";
    }

    /** A and B of one person under two ids, C of another; K1 and K2 are one number. */
    private static Map<String, List<String>> ledger() {
        return Map.of(
                "borrowers",
                List.of(
                        "borrower_id,full_name,id_type,id_number,phone,country",
                        "P1,甲,10,110101199001010011,138-0000-0001,CN",
                        "P2,甲,10,110101199001010011,138-0000-0001,CN",
                        "P3,乙,10,110101199001010022,139 0000 0003,CN"),
                "accounts",
                List.of(
                        "account_id,lender,product,borrower_id,opened_on,currency,principal,term_count,repayment_frequency",
                        account("A", "P1"),
                        account("B", "P2"),
                        account("C", "P3")),
                "instalments",
                List.of(
                        "account_id,schedule_version,number,due_on,principal,interest",
                        "A,1,1,2026-10-10,2000.00,10.00",
                        "B,1,1,2026-10-05,2000.00,10.00",
                        "C,1,1,2026-10-18,2000.00,10.00"),
                "contacts",
                List.of(
                        "contact_id,account_id,name,relation,phone,source,relation_class",
                        "K1,A,丁,SPOUSE,137-0000-0004,DEBTOR,RELATED",
                        "K2,C,戊,FRIEND,13700000004,DEBTOR,UNRELATED"));
    }

    private static Path out(Book book) {
        return book.settings.home().out(Book.LENDER);
    }

    private static List<String> since(Book book) throws IOException {
        List<String> lines = Files.readAllLines(out(book).resolve("since.csv"));
        assertThat(lines.get(0)).isEqualTo("account_id,borrower_id,contact_id,channel,kind,from_on,to_on,known_at");
        assertThat(lines.get(1)).startsWith("\"\",,,,NIGHT,,,2026-");
        assertThat(String.join("\n", lines)).doesNotContain("丁").doesNotContain("1370000");
        return lines.subList(2, lines.size()).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void who_pays_one_account_closes_the_contacts_of_his_others(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(ledger());
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            book.deliver(Map.of(
                    "entries",
                    List.of(
                            "entry_id,account_id,type,value_on,posted_at,amount",
                            "E1,B,REPAYMENT,2026-10-20,2026-10-20T03:00:00Z,100.00")));
            assertThat(since(book)).containsExactlyInAnyOrder("A,,K1,,PAID,,", "B,,,,PAID,,");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void who_has_a_new_number_is_told(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(ledger());
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            book.later(1);
            book.deliver(
                    "contacts",
                    "contact_id,account_id,name,relation,phone,source,relation_class",
                    "K1,A,丁,SISTER,137-0000-0004,DEBTOR,RELATED",
                    "K2,C,戊,FRIEND,13700000005,DEBTOR,UNRELATED");
            assertThat(since(book)).as("K1 has another name alone").containsExactly("C,,K2,,NEW_NUMBER,,");
            book.deliver(
                    "borrowers",
                    "borrower_id,full_name,id_type,id_number,phone,country",
                    "P2,甲,10,110101199001010011,138-0000-0009,CN",
                    "P3,丙,10,110101199001010022,139 0000 0003,CN");
            assertThat(since(book))
                    .as("P1 and P2 are one person, of whose accounts A has a contact")
                    .containsExactly("A,,K1,,NEW_NUMBER,,", "C,,K2,,NEW_NUMBER,,");
            assertThat(book.run(NIGHT.plusDays(1)).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(since(book)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void who_has_no_number_still_has_none_when_he_moves(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(Map.of(
                    "borrowers",
                    List.of(
                            "borrower_id,full_name,id_type,id_number,phone,city,country",
                            "P4,丙,10,110101199001010033,,,CN"),
                    "accounts",
                    List.of(
                            "account_id,lender,product,borrower_id,opened_on,currency,principal,term_count,repayment_frequency",
                            account("D", "P4")),
                    "instalments",
                    List.of(
                            "account_id,schedule_version,number,due_on,principal,interest",
                            "D,1,1,2026-10-10,2000.00,10.00"),
                    "contacts",
                    List.of(
                            "contact_id,account_id,name,relation,phone,source,relation_class",
                            "K4,D,己,FRIEND,13700000006,DEBTOR,UNRELATED")));
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            book.later(1);
            String columns = "borrower_id,full_name,id_type,id_number,phone,city,country";
            book.deliver("borrowers", columns, "P4,丙,10,110101199001010033,,上海,CN");
            assertThat(since(book)).isEmpty();
            book.deliver("borrowers", columns, "P4,丙,10,110101199001010033,138-0000-0007,上海,CN");
            assertThat(since(book)).containsExactly("D,,K4,,NEW_NUMBER,,");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_payment_that_is_corrected_to_nothing_is_none(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            String columns = "entry_id,account_id,type,value_on,posted_at,amount";
            book.deliver(ledger());
            book.deliver("entries", columns, "E1,B,REPAYMENT,2026-10-19,2026-10-19T03:00:00Z,100.00");
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            book.later(1);
            book.deliver("entries", columns, "E1,B,REPAYMENT,2026-10-19,2026-10-19T03:00:00Z,0.00");
            assertThat(book.jdbc.queryForObject("SELECT MAX(revision) FROM entries", Long.class))
                    .isEqualTo(2);
            assertThat(since(book)).isEmpty();
            book.deliver("entries", columns, "E2,B,REPAYMENT,2026-10-20,2026-10-20T03:00:00Z,1.00");
            assertThat(since(book)).containsExactlyInAnyOrder("A,,K1,,PAID,,", "B,,,,PAID,,");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_erased_contacts_number_is_left_alone_on_every_account(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(ledger());
            book.deliver("contacts", CONTACTS, "K3,C,己,FRIEND,136-0000-0005,,,DEBTOR,UNRELATED");
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            book.deliver("contacts", CONTACTS, "K1,A,,SPOUSE,,,2026-10-20T03:00:00Z,,");
            assertThat(since(book)).containsExactly("A,,K1,,ERASED,,", "C,,K2,,ERASED,,");
            assertThat(book.run(NIGHT.plusDays(1)).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(since(book)).as("the night knows it").isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void who_refused_and_is_erased_then_is_still_left_alone_on_every_account(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(ledger());
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            book.deliver(
                    "contact_attempts",
                    "attempt_id,account_id,channel,attempted_at,outcome,contact_id",
                    "T1,A,CALL,2026-10-20T02:00:00Z,REFUSED,K1");
            assertThat(since(book)).containsExactly("A,,K1,,REFUSED,,", "C,,K2,,REFUSED,,");
            book.deliver("contacts", CONTACTS, "K1,A,,SPOUSE,,,2026-10-20T03:00:00Z,,");
            assertThat(since(book)).containsExactly("A,,K1,,ERASED,,", "A,,K1,,REFUSED,,", "C,,K2,,ERASED,,");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_rejected_row_without_an_account_is_told_of_all_that_it_holds(Databases kind) throws IOException {
        String columns = "stop_id,borrower_id,account_id,contact_id,kind,from_on,to_on,posted_at";
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(ledger());
            book.deliver(
                    "parties",
                    "party_id,account_id,borrower_id,role,amount,from_on",
                    "G1,C,P1,GUARANTOR,5.00,2026-01-10");
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            book.later(1);
            offer(book, columns, "S1,P2,,,ATTORNEY,2026-10-20,2026-10-02,2026-10-20T03:00:00Z");
            assertThat(since(book)).containsExactly("A,,,,REJECTED,,", "B,,,,REJECTED,,", "C,,,,REJECTED,,");
            offer(book, columns, "S1,P2,,,ATTORNEY,2026-10-20,2026-10-21,2026-10-20T03:00:00Z");
            assertThat(since(book))
                    .as("the row arrived")
                    .containsExactly(
                            "\"\",P1,,,STOPPED,2026-10-20,2026-10-21", "\"\",P2,,,STOPPED,2026-10-20,2026-10-21");
            offer(book, columns, "S2,NOBODY,,K2,ATTORNEY,2026-10-20,,2026-10-20T03:00:00Z");
            assertThat(since(book)).contains("C,,,,REJECTED,,").noneMatch(row -> row.startsWith("A,"));
        }
    }

    private static void offer(Book book, String columns, String row) {
        assertThat(book.offer(Map.of("stops", List.of(columns, row)), BigDecimal.valueOf(100))
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void each_kind_of_delivery_is_told_and_the_next_night_begins_anew(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(ledger());
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(since(book)).isEmpty();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(out(book).resolve("since.csv"))))
                    .isEqualTo("rw-------");
            book.deliver(Map.of(
                    "entries",
                    List.of(
                            "entry_id,account_id,type,value_on,posted_at,amount",
                            "E1,C,REPAYMENT,2026-10-20,2026-10-20T03:00:00Z,100.00",
                            "E2,A,FEE,2026-10-20,2026-10-20T03:00:00Z,1.00")));
            assertThat(since(book)).containsExactly("C,,,,PAID,,");
            Files.delete(out(book).resolve("since.csv"));
            assertThat(book.run(NIGHT).wasThereAlready()).isTrue();
            assertThat(since(book))
                    .as("written anew by a run of the published night")
                    .containsExactly("C,,,,PAID,,");
            book.deliver(Map.of(
                    "stops",
                    List.of(
                            "stop_id,borrower_id,account_id,contact_id,channel,handle_id,kind,from_on,to_on,posted_at",
                            "S1,P1,,,,,ATTORNEY,2026-10-01,,2026-10-20T03:00:00Z",
                            "S2,P1,A,,SMS,13800000001,MEDIUM_OPTED_OUT,2026-10-01,2026-11-01,2026-10-20T03:00:00Z",
                            "S3,P3,A,,,,ATTORNEY,2026-10-01,,2026-10-20T03:00:00Z"),
                    "disputes",
                    List.of("dispute_id,account_id,opened_on,resolved_on", "D1,B,2026-10-20,")));
            assertThat(since(book))
                    .as("S3 names an account that is not P3's")
                    .containsExactly(
                            "\"\",P1,,,STOPPED,2026-10-01,",
                            "\"\",P2,,,STOPPED,2026-10-01,",
                            "\"\",P3,,,STOPPED,2026-10-01,",
                            "A,P1,,SMS,STOPPED,2026-10-01,2026-11-01",
                            "A,P2,,SMS,STOPPED,2026-10-01,2026-11-01",
                            "B,,,,DISPUTED,2026-10-20,",
                            "C,,,,PAID,,");
            book.deliver(Map.of(
                    "contacts",
                    List.of(
                            "contact_id,account_id,name,relation,phone,opted_out_at,erased_at,source,relation_class",
                            "K1,A,丁,SPOUSE,137-0000-0004,2026-10-20T03:00:00Z,,DEBTOR,RELATED")));
            assertThat(since(book)).contains("A,,K1,,OPTED_OUT,,", "C,,K2,,OPTED_OUT,,");
            book.deliver(Map.of(
                    "contact_attempts",
                    List.of(
                            "attempt_id,account_id,channel,attempted_at,outcome,contact_id",
                            "T1,C,CALL,2026-10-20T02:00:00Z,refused\u3000,K2",
                            "T2,B,CALL,2026-10-20T02:00:00Z,REFUSED,")));
            assertThat(since(book))
                    .contains("A,,K1,,REFUSED,,", "C,,K2,,REFUSED,,")
                    .noneMatch(row -> row.startsWith("B,,,,REF"));
            book.deliver(Map.of(
                    "contacts",
                    List.of(
                            "contact_id,account_id,name,relation,phone,opted_out_at,erased_at,source,relation_class",
                            "K2,C,,FRIEND,,,2026-10-20T03:00:00Z,,")));
            assertThat(since(book)).contains("C,,K2,,ERASED,,");
            assertThat(book.run(NIGHT.plusDays(1)).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(since(book)).isEmpty();
            assertThat(out(book).resolve("since.csv.new")).doesNotExist();
        }
    }

    /** A folder where the draft goes fails the import where a kill would end it: its rows are loaded, and since.csv is not written. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_import_that_was_cut_off_before_it_told_tells_when_it_goes_on(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(ledger());
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            Path obstacle = Files.createDirectories(out(book).resolve("since.csv.new/full"));
            Map<String, List<String>> dispute =
                    Map.of("disputes", List.of("dispute_id,account_id,opened_on", "D1,B,2026-10-20"));
            assertThat(book.offer(dispute, BigDecimal.ZERO).exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(book.jdbc.queryForObject("SELECT COUNT(*) FROM disputes", Long.class))
                    .isEqualTo(1);
            assertThat(since(book)).isEmpty();
            Files.delete(obstacle);
            Files.delete(out(book).resolve("since.csv.new"));
            assertThat(book.application.imports().resume().orElseThrow().exitCode())
                    .isEqualTo(ExitCode.DONE);
            assertThat(since(book)).containsExactly("B,,,,DISPUTED,2026-10-20,");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_import_that_was_killed_between_load_and_end_tells_when_it_is_resumed(Databases kind) throws IOException {
        Settings settings;
        try (Book book = Book.on(kind, folder).policy("furnish:", LADDER).open()) {
            book.deliver(ledger());
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            settings = book.settings;
        }
        Path file = settings.home().out(Book.LENDER).resolve("since.csv");
        Path delivery = FeedRows.write(
                folder.resolve("disputed"),
                FeedRows.named(Map.of("disputes", List.of("dispute_id,account_id,opened_on", "D1,B,2026-10-20"))));
        KillSwitch.Position load = new KillSwitch.Position("finish", 1, KillSwitch.Position.When.BEFORE);
        Fork.Ended killed = new Fork(settings).killedAt(load).run("import", delivery.toString());
        assertThat(killed.exitCode()).as(killed.output().toString()).isEqualTo(KillSwitch.KILLED);
        assertThat(Files.readString(file)).doesNotContain("DISPUTED");
        Fork.Ended resumed = new Fork(settings).run("restart");
        assertThat(resumed.exitCode()).as(resumed.output().toString()).isZero();
        assertThat(Files.readString(file)).contains("B,,,,DISPUTED,2026-10-20,,");
    }
}

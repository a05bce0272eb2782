package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.audit.Binder;
import io.arrears.audit.Findings;
import io.arrears.audit.VerifyKey;
import io.arrears.ops.EvidencePacks;
import io.arrears.publish.Home;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pack tells of a small account, worked out by hand, that it proves itself, and whom it does not name. */
class EvidencePacksTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 20);

    /** Of contact persons: names, numbers as typed and as digits. */
    private static final List<String> CONTACTS =
            List.of("丁", "戊", "137-0000-0004", "13700000004", "136-0000-0005", "13600000005");

    @TempDir
    Path folder;

    private static Map<String, List<String>> ledger() {
        Map<String, List<String>> ledger = new LinkedHashMap<>(LadderBook.ledger());
        ledger.put(
                "entries",
                List.of(
                        "entry_id,account_id,type,value_on,posted_at,amount,reference",
                        "E1,D,REPAYMENT,2026-10-12,2026-10-12T10:00:00Z,300.00,BANK-77"));
        ledger.put(
                "agreements",
                List.of(
                        "agreement_id,account_id,type,agreed_on,effective_on,posted_at,channel,evidence,amount,until_on",
                        "P9,D,PROMISE,2026-10-13,2026-10-13,2026-10-13T02:00:00Z,CALL,REC-1,200.00,2026-10-15"));
        ledger.put(
                "notices",
                List.of(
                        "notice_id,account_id,kind,channel,sent_at,delivered_at,evidence",
                        "N1,D,OVERDUE,LETTER,2026-10-11T02:00:00Z,,POST-5"));
        ledger.put(
                "disputes",
                List.of(
                        "dispute_id,account_id,opened_on,reason,resolved_on,outcome",
                        "X1,D,2026-10-03,=amount,2026-10-09,kept"));
        ledger.put(
                "contact_attempts",
                List.of(
                        "attempt_id,account_id,channel,attempted_at,outcome,contact_id,handle_id,party,party_id",
                        "T1,D,CALL,2026-10-18T02:00:00Z,UNANSWERED,,,,",
                        "T2,D,CALL,2026-10-19T17:00:00Z,ANSWERED,K1,137-0000-0004,,",
                        "T3,D,SMS,2026-10-20T02:00:00Z,SENT,,,,",
                        "T4,D,CALL,2026-10-20T03:00:00Z,BUSY,,,GUARANTOR,P3",
                        "T5,D,CALL,2026-10-20T04:00:00Z,BUSY,,,,P3"));
        return ledger;
    }

    private Book book(Databases kind, String language) {
        Book book = Book.on(kind, folder)
                .policy("furnish:", "language: " + language + "\n" + LadderBook.LADDER)
                .open();
        book.deliver(ledger());
        book.run(NIGHT);
        return book;
    }

    private EvidencePacks.Made make(Book book, String name, Instant cutoff) throws IOException {
        return book.application
                .evidence()
                .make(new EvidencePacks.Request("D", NIGHT, cutoff, folder.resolve(name), "court of X, 12/26"));
    }

    private static Map<String, String> files(Path zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipFile read = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : read.stream().map(ZipEntry.class::cast).toList()) {
                files.put(
                        entry.getName(), new String(read.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Findings check(Book book, Path zip) throws IOException {
        VerifyKey key =
                VerifyKey.parse(Files.readString(book.settings.home().root().resolve("keys/audit.pub")));
        return new Binder(List.of(key), Map.of()).check(List.of(zip)).get(0).findings();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_pack_tells_the_account_and_proves_itself(Databases kind) throws IOException {
        try (Book book = book(kind, "en")) {
            EvidencePacks.Made made = make(book, "a.zip", null);
            Path zip = folder.resolve("a.zip");
            assertThat(check(book, zip).differences()).isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                    .isEqualTo("rw-------");
            assertThat(made.sha256()).isEqualTo(Sha256.of(zip));
            Map<String, String> files = files(zip);
            requireRows(files);
            files.forEach((name, text) -> assertThat(text)
                    .as("ids of contact persons in %s", name)
                    .doesNotContainPattern("[^A-Za-z0-9/+]K[12][^A-Za-z0-9/+]"));
            assertThat(String.join("\n", files.values()))
                    .doesNotContain(CONTACTS)
                    .contains("丙");
            assertThat(files.get("evidence.html"))
                    .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                    .contains("<h2>Attempts to contact</h2>", "<td>contact person</td>", "<td>19</td>");
            assertThat(book.application.audit().all(Book.LENDER)).last().satisfies(event -> assertThat(event.json())
                    .contains("evidence made", "\"on\":\"D\"", made.sha256(), "court of X, 12/26"));

            book.later(3600);
            make(book, "b.zip", made.cutoff());
            assertThat(folder.resolve("b.zip")).as("the same knowledge").hasSameBinaryContentAs(zip);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
            }
            try (Stream<Path> left = Files.list(book.settings.home().root().resolve("evidence"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    /** Due 10-01: 1010.00, of which 300.00 was paid on 10-12, ten of it interest; 19 days past due on 10-20. */
    private static void requireRows(Map<String, String> files) {
        assertThat(lines(files, "figures"))
                .contains("dpd,19,D5", "overdue_principal,710.00,D4", "overdue_interest,0.00,D4", "balance,1710.00,D3");
        assertThat(lines(files, "schedule"))
                .contains("INSTALMENT,1,2026-10-01,1000.00,10.00,0.00,0.00,0.00,1010.00,300.00,710.00,YES");
        assertThat(lines(files, "entries")).contains("E1,REPAYMENT,2026-10-12,2026-10-12T10:00:00Z,300.00,BORROWER,,");
        assertThat(lines(files, "postings"))
                .contains(
                        "E1,1,2026-10-12,10.00,INSTALMENT,1,INTEREST", "E1,1,2026-10-12,290.00,INSTALMENT,1,PRINCIPAL");
        assertThat(lines(files, "agreements"))
                .contains("P9,PROMISE,2026-10-13,2026-10-13,2026-10-13T02:00:00Z,,200.00,2026-10-15,,CALL");
        assertThat(lines(files, "notices")).contains("N1,OVERDUE,LETTER,2026-10-11T02:00:00Z,");
        assertThat(lines(files, "disputes")).as("no formula").contains("X1,2026-10-03,'=amount,2026-10-09,kept");
        assertThat(lines(files, "contact_log"))
                .containsExactly(
                        "on,at,party,channel,direction,outcome",
                        "2026-10-18,2026-10-18T02:00:00Z,BORROWER,CALL,OUTGOING,UNANSWERED",
                        "2026-10-20,,CONTACT,CALL,,ANSWERED",
                        "2026-10-20,2026-10-20T02:00:00Z,BORROWER,SMS,OUTGOING,SENT",
                        "2026-10-20,2026-10-20T03:00:00Z,GUARANTOR,CALL,OUTGOING,BUSY",
                        "2026-10-20,2026-10-20T04:00:00Z,,CALL,OUTGOING,BUSY");
        assertThat(lines(files, "documents"))
                .containsExactly("of,id,reference", "AGREEMENT,P9,REC-1", "NOTICE,N1,POST-5", "ENTRY,E1,BANK-77");
        assertThat(lines(files, "ladder")).contains("stage,MIDDLE", "stage_since,2026-10-08");
        assertThat(lines(files, "withheld")).anyMatch(line -> line.startsWith("BORROWER,CALL,"));
        assertThat(files.get("audit.jsonl")).contains("run started").doesNotContain("import done");
    }

    private static List<String> lines(Map<String, String> files, String table) {
        return files.get(table + ".csv").lines().toList();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_pack_is_chinese_where_its_lender_is_and_what_is_refused_leaves_nothing(Databases kind) throws IOException {
        try (Book book = book(kind, "zh")) {
            Path making = book.settings.home().begin("evidence");
            Files.writeString(Home.folder(making.resolve("pack7")).resolve("entries.csv"), "of one that was killed");
            make(book, "zh.zip", null);
            assertThat(making).isEmptyDirectory();
            assertThat(files(folder.resolve("zh.zip")).get("evidence.html"))
                    .contains("<html lang=\"zh-Hans\">", "<h2>联系记录</h2>", "<td>联系人</td>", "<th scope=\"col\">罚息</th>");
            int events = book.application.audit().all(Book.LENDER).size();
            assertThat(refusal(book, "D", NIGHT, "zh.zip")).contains("is there already");
            assertThat(refusal(book, "D", NIGHT, "pack.tar")).contains("a pack is a .zip");
            assertThat(refusal(book, "D", NIGHT, "no/pack.zip")).contains("there is no such folder");
            assertThat(refusal(book, "D", NIGHT.plusDays(9), "next.zip")).contains("is still to come");
            assertThat(refusal(book, "Z", NIGHT, "z.zip")).contains("the ledger knows no account Z");
            assertThat(book.application.audit().all(Book.LENDER))
                    .as("nothing was made")
                    .hasSize(events);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(Path::toString).filter(name -> name.endsWith(".zip")))
                        .hasSize(1);
            }
        }
    }

    /**
     * 20.00 of interest and 710.00 x 0.0005 x 19 days, 6.75 rounded half up, for 2000.00 over 275 days to the repayment, 1710.00 over the 8 to the
     * night's day and 1000.00 over the 12 to the last due date: 26.75 x 36500 / 575680 = 1.6961, in all of 1 % that is allowed.
     */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_pack_tells_what_the_loan_costs_and_where_the_rate_stands(Databases kind) throws IOException {
        String costing = "language: zh\ncost-cap: {percent-a-year: 1}\n"
                + "penalty: {rate-per-day: 0.0005, base: principal, disclosed-in: 综合融资成本明示表}\n";
        try (Book book = Book.on(kind, folder)
                .policy("furnish:", costing + LadderBook.LADDER)
                .open()) {
            book.deliver(ledger());
            book.run(NIGHT);
            make(book, "cost.zip", null);
            Map<String, String> files = files(folder.resolve("cost.zip"));
            assertThat(lines(files, "figures"))
                    .contains(
                            "overdue_penalty,6.75,\"D4, D15\"",
                            "accrued_penalty,6.75,D15",
                            "penalty_rate_a_day,0.0005,D15",
                            "penalty_rate_disclosed_in,综合融资成本明示表,L19",
                            "all_in_cost,1.70,L19",
                            "all_in_cost_cap,1,L19");
            assertThat(lines(files, "set_aside")).anyMatch(row -> row.startsWith("COST_BEYOND_CAP,"));
            assertThat(lines(files, "withheld")).anyMatch(row -> row.contains(",EXCESS_COST,policy,cost-cap,"));
            assertThat(files.get("evidence.html")).contains("<td>综合融资成本（年化 %）</td>\n<td>1.70</td>\n<td>L19</td>");
        }
    }

    private String refusal(Book book, String account, LocalDate asOf, String name) {
        EvidencePacks.Request request = new EvidencePacks.Request(account, asOf, null, folder.resolve(name), null);
        Throwable[] refused = new Throwable[1];
        assertThatThrownBy(() -> book.application.evidence().make(request))
                .isInstanceOf(Refused.class)
                .satisfies(thrown -> refused[0] = thrown);
        return refused[0].getMessage();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_bureaus_were_told_stands_with_file_line_and_moves(Databases kind) throws IOException {
        LocalDate told = LocalDate.of(2026, 9, 2);
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.after(told);
            book.application.nights().run(Book.LENDER, told, null, false);
            String account = book.jdbc
                    .queryForList(
                            "SELECT account_id FROM furnished WHERE run_id > 0 AND kind = '210' ORDER BY account_id",
                            String.class)
                    .get(0);
            Path zip = folder.resolve("told.zip");
            book.application.evidence().make(new EvidencePacks.Request(account, told, null, zip, null));
            assertThat(check(book, zip).differences()).isEmpty();
            Map<String, String> files = files(zip);
            String line = lines(files, "bureau_records").stream()
                    .filter(row -> row.startsWith("pboc,210,"))
                    .findFirst()
                    .orElseThrow();
            String[] cells = line.split(",", -1);
            assertThat(book.application
                            .lineage()
                            .trace(Path.of(cells[4]), Long.parseLong(cells[5]))
                            .told()
                            .account())
                    .isEqualTo(account);
            assertThat(cells[6]).isEqualTo("PREPARED");
            assertThat(lines(files, "bureau_files"))
                    .anyMatch(move -> move.startsWith("pboc," + cells[4] + ",PREPARED,"));
        }
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.xml.PbocXml;
import io.arrears.furnish.Reported.State;
import io.arrears.night.BureauReconciler;
import io.arrears.reconcile.Check;
import io.arrears.store.Databases;
import io.arrears.store.bureau.BureauQueries;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A line told as an account and one told by its draws, from the delivery to the bureau's answers: what is told of their contracts. */
class ContractNightsTest {

    private static final String TERMS =
            "business: 91, guarantee: 4, other-guarantee: 0, fund-source: 1, loan-form: 1, district: '310000'}\n";
    private static final String AGREEMENTS = "agreement_id,account_id,type,agreed_on,effective_on,posted_at,amount";

    @TempDir
    Path folder;

    private static Map<String, List<String>> ledger() {
        return Map.of(
                "borrowers",
                List.of(
                        "borrower_id,full_name,id_type,id_number,country",
                        "P1,测试甲,PASSPORT,E1234567,CN",
                        "P2,测试乙,PASSPORT,E1234568,CN"),
                "accounts",
                List.of(
                        "account_id,lender,product,borrower_id,opened_on,currency,principal,term_count,repayment_frequency,"
                                + "matures_on,repayment_method,kind,line_id,line_limit",
                        "L1,harbour,line,P1,2026-08-03,CNY,0,0,MONTHLY,,,REVOLVING,,5000.00",
                        "L2,harbour,draws,P2,2026-08-03,CNY,0,0,MONTHLY,2027-08-02,,REVOLVING,,8000.00",
                        "D2,harbour,draws,P2,2026-08-04,CNY,600.00,1,MONTHLY,2026-12-20,EQUAL_PRINCIPAL,,L2,"),
                "instalments",
                List.of(TwoAccounts.INSTALMENTS, "D2,1,1,2026-12-20,600.00,0.00"),
                "consents",
                List.of(
                        "borrower_id,bureau,form_version,given_at",
                        "P1,pboc,1,2026-08-01T02:00:00Z",
                        "P2,pboc,1,2026-08-01T02:00:00Z"),
                "agreements",
                List.of(
                        AGREEMENTS,
                        "G1,L2,LIMIT_CHANGE,2026-08-10,2026-08-10,2026-08-10T02:00:00Z,3000.00",
                        "G2,L1,LINE_END,2026-08-20,2026-08-20,2026-08-20T02:00:00Z,"));
    }

    private Book book(Databases kind) {
        String products = "      line: {account-type: R1, repay-mode: 39, " + TERMS + "      draws: {account-type: R4, "
                + TERMS + "      car-loan:";
        return Book.on(kind, folder).policy("      car-loan:", products).full().open();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_contract_is_told_beside_a_line_or_instead_of_it(Databases kind) {
        try (Book book = book(kind)) {
            book.after(LocalDate.of(2026, 8, 4)).later(-3600);
            book.deliver(ledger());
            assertThat(told(book, 4))
                    .containsExactly(
                            "210 D2 10 R4 HB310000000001L2",
                            "210 L1 10 R1 HB310000000001L1",
                            "220 L1 10 5000/1 2099-12-31",
                            "220 L2 10 8000/1 2027-08-02");
            assertThat(told(book, 10)).containsExactly("220 L2 30 3000/1 2027-08-02");
            assertThat(told(book, 20)).containsExactly("210 L1 20 R1 ");
            assertThat(told(book, 21)).containsExactly("220 L1 20 5000/2 2026-08-20");
            assertThat(told(book, 31)).containsExactly("210 D2 30 R4 ");
            book.after(LocalDate.of(2026, 9, 1)).later(-3600);
            book.deliver(
                    "agreements", AGREEMENTS, "G1,L2,LIMIT_CHANGE,2026-08-10,2026-08-10,2026-09-01T02:00:00Z,3500.00");
            assertThat(told(book, 32)).containsExactly("222 L2  3500/1 2027-08-02");
        }
    }

    /** Heard of the day before its opening, which is before the bureau is told of anything by now: one day for records and identities. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_opening_that_moves_before_all_that_is_told_forgets_no_contract(Databases kind) {
        try (Book book = book(kind)) {
            book.after(LocalDate.of(2026, 8, 2)).later(-3600);
            book.deliver(ledger());
            assertThat(told(book, 3)).contains("220 L2 10 8000/1 2027-08-02");
            List<String> accounts = ledger().get("accounts");
            book.deliver("accounts", accounts.get(0), accounts.get(2).replace("2026-08-03", "2026-07-31"));
            assertThat(told(book, 4)).noneMatch(record -> record.startsWith("220 L2"));
        }
    }

    /** Its own borrower has no such line: it is told under nobody else's contract, and said why. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_draw_under_the_line_of_somebody_else_is_rejected_until_it_names_his_own(Databases kind) {
        try (Book book = book(kind)) {
            book.after(LocalDate.of(2026, 8, 4)).later(-3600);
            Map<String, List<String>> ledger = new TreeMap<>(ledger());
            List<String> accounts = ledger.get("accounts");
            String draw = accounts.get(3);
            ledger.put(
                    "accounts", List.of(accounts.get(0), accounts.get(1), accounts.get(2), draw.replace("P2", "P1")));
            book.deliver(ledger);
            Nights.Outcome night = book.run(LocalDate.of(2026, 8, 4));
            assertThat(NightFiles.list(night, "rejected.csv"))
                    .singleElement()
                    .asString()
                    .startsWith("D2,pboc,210,10,2026-08-04,")
                    .contains(",Mcc,");
            book.later(60);
            book.moveAll(State.PREPARED, State.SENT);
            book.moveAll(State.SENT, State.ACCEPTED);
            book.deliver("accounts", accounts.get(0), draw);
            assertThat(told(book, 5)).containsExactly("210 D2 10 R4 HB310000000001L2");
        }
    }

    /** What was kept of two contracts is changed behind the program's back, and named: one's only record, the other's limit. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_contract_that_was_forgotten_or_is_held_otherwise_is_named(Databases kind) throws Exception {
        try (Book book = book(kind)) {
            book.after(LocalDate.of(2026, 8, 4)).later(-3600);
            book.deliver(ledger());
            Nights.Outcome night = book.run(LocalDate.of(2026, 8, 4));
            assertThat(differing(book, night)).isEmpty();

            book.jdbc.update(
                    "UPDATE furnished SET facts = REPLACE(facts, '8000', '9000') WHERE account_id = 'L2' AND kind = '220'");
            book.jdbc.update("DELETE FROM furnished WHERE account_id = 'L1' AND kind = '220'");

            assertThat(differing(book, night))
                    .contains(
                            "R1 pboc contracts: L1 owes pboc a record of its contract",
                            "R6 pboc contracts different: L2 its contract: different: 9000 limit on 2026-08-03");
        }
    }

    private static List<String> differing(Book book, Nights.Outcome night) throws Exception {
        Map<String, String> named = new TreeMap<>();
        List<Check> checks = new BureauReconciler(book.application.runs(), new BureauQueries(book.application.pool()))
                .check(
                        night.run(),
                        night.folder(),
                        (identity, account, left, right) -> named.put(identity.name(), account + " " + left));
        return checks.stream()
                .filter(Check::differs)
                .map(check -> check.identity() + " " + check.scope() + ": "
                        + named.get(check.identity().name()))
                .toList();
    }

    /** The records of a night of August, sorted; the bureau loads all of it, and what it holds is what the ledger says. */
    private static List<String> told(Book book, int day) {
        Nights.Outcome night = book.run(LocalDate.of(2026, 7, 31).plusDays(day));
        assertThat(night.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(NightFiles.list(night, "rejected.csv")).isEmpty();
        assertThat(NightFiles.list(night, "reconciliation.csv"))
                .allMatch(row -> row.contains(",OK,") || row.startsWith("R7,,,,,NOT_CHECKED"));
        book.later(60);
        book.moveAll(State.PREPARED, State.SENT);
        book.moveAll(State.SENT, State.ACCEPTED);
        return NightFiles.in(night.folder()).entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("pboc/") && file.getKey().endsWith(".txt"))
                .flatMap(file -> file.getValue().lines().skip(1))
                .map(line -> words(Objects.requireNonNull(PbocXml.parse(line).record())))
                .sorted()
                .toList();
    }

    private static String words(PbocRecord record) {
        String type = record.kind().code();
        String code = record.head("ContractCode") + record.head("ModRecCode") + record.head("AcctCode");
        String head = type + " " + code.substring(14) + " " + record.head("RptDateCode") + " ";
        return head
                + (type.equals("210")
                        ? record.head("AcctType") + " " + value(record, "Mcc")
                        : value(record, "CreditLim") + "/" + value(record, "ConStatus") + " "
                                + value(record, "ConExpDate"));
    }

    private static String value(PbocRecord record, String tag) {
        return record.sections().stream()
                .filter(section -> section.kind().layout().has(tag))
                .map(section -> section.value(tag))
                .findFirst()
                .orElse("");
    }
}

package io.arrears.batch;

import io.arrears.ladder.Case;
import io.arrears.ladder.law.Zones;
import io.arrears.publish.Csv;
import io.arrears.run.KeyRange;
import io.arrears.store.Databases;
import io.arrears.store.account.Scope;
import io.arrears.store.contact.CaseScan;
import io.arrears.store.contact.Objections;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVParser;

/** A few loans of a lender with a short ladder under Chinese law, and what a night's lists say of them. */
final class LadderBook {

    static final String LADDER = """
            law: cn
            ladder:
              locate-templates: [locate]
              stages:
                - stage: EARLY
                  from: 1
                  borrower: {SMS: early, CALL: early-call}
                - stage: MIDDLE
                  from: 7
                  borrower: {CALL: middle-call}
                  guarantor: {CALL: guarantor-call}
                  contact: {CALL: locate}
            furnish:""";

    private LadderBook() {}

    static Book open(Databases kind, Path folder) {
        Book book = Book.on(kind, folder).policy("furnish:", LADDER).open();
        book.deliver(ledger());
        return book;
    }

    private static String account(String id, String borrower) {
        return id + ",harbour,cash-loan," + borrower + ",2026-01-10,CNY,2000.00,2,MONTHLY";
    }

    /** Four loans: A and B of one person under two ids, C his guarantor's own, D of somebody else. */
    static Map<String, List<String>> ledger() {
        return Map.of(
                "borrowers",
                List.of(
                        "borrower_id,full_name,id_type,id_number,phone,country",
                        "P1,甲,10,110101199001010011,138-0000-0001,CN",
                        "P2,甲,10,110101199001010011,138-0000-0001,CN",
                        "P3,乙,10,110101199001010022,139 0000 0003,CN",
                        "P4,丙,10,110101199001010033,,CN"),
                "accounts",
                List.of(
                        "account_id,lender,product,borrower_id,opened_on,currency,principal,term_count,repayment_frequency",
                        account("A", "P1"),
                        account("B", "P2"),
                        account("C", "P3"),
                        account("D", "P4")),
                "instalments",
                List.of(
                        "account_id,schedule_version,number,due_on,principal,interest",
                        "A,1,1,2026-10-10,1000.00,10.00",
                        "A,1,2,2026-11-10,1000.00,10.00",
                        "B,1,1,2026-10-05,1000.00,10.00",
                        "B,1,2,2026-11-05,1000.00,10.00",
                        "C,1,1,2026-10-18,1000.00,10.00",
                        "C,1,2,2026-11-18,1000.00,10.00",
                        "D,1,1,2026-10-01,1000.00,10.00",
                        "D,1,2,2026-11-01,1000.00,10.00"),
                "parties",
                List.of("party_id,account_id,borrower_id,role,amount,from_on", "G1,A,P3,GUARANTOR,500.00,2026-01-10"),
                "contacts",
                List.of(
                        "contact_id,account_id,name,relation,phone,source,relation_class",
                        "K1,D,丁,SPOUSE,137-0000-0004,DEBTOR,RELATED",
                        "K2,D,戊,FRIEND,136-0000-0005,,UNRELATED",
                        "K3,B,己,FRIEND,135-0000-0006,DEBTOR,UNRELATED"),
                "contact_attempts",
                List.of(
                        "attempt_id,account_id,channel,attempted_at,outcome,contact_id",
                        "T1,D,CALL,2026-10-18T02:00:00Z,UNANSWERED,",
                        "T2,D,CALL,2026-10-19T02:00:00Z,UNANSWERED,",
                        "T3,D,AUTO_CALL,2026-10-20T02:00:00Z,BUSY,",
                        "T4,A,CALL,2026-10-20T02:00:00Z,CONVERSATION,"));
    }

    /** The columns of these numbers, of each row below the header. */
    static List<String> rows(Nights.Outcome night, String list, int... columns) throws IOException {
        try (CSVParser parser = parser(night, list)) {
            return parser.stream()
                    .map(row -> IntStream.of(columns).mapToObj(row::get).collect(Collectors.joining("|")))
                    .toList();
        }
    }

    static CSVParser parser(Nights.Outcome night, String list) throws IOException {
        return CSVParser.parse(night.folder().resolve(list), StandardCharsets.UTF_8, Csv.READ);
    }

    /** All that decides who is contacted, of every account, as it is known now. */
    static List<Case> cases(Book book) throws SQLException {
        List<Case> cases = new ArrayList<>();
        Zones none = new Zones(Map.of(), Map.of());
        Objections.Known objections = new Objections(book.jdbc, book.settings.home()).known(Book.LENDER, book.now());
        Scope all = Scope.all(Book.LENDER, KeyRange.ALL);
        LocalDate today = LocalDate.ofInstant(book.now(), ZoneOffset.UTC);
        try (CaseScan scan = new CaseScan(book.application.pool(), objections, all, none, today, null, book.now())) {
            for (Case each = scan.next(); each != null; each = scan.next()) {
                cases.add(each);
            }
        }
        return cases;
    }
}

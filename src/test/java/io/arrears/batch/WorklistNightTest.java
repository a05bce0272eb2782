package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.publish.Csv;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only a night shows of a ladder: joins over people and numbers, the choice of who carries a person, order, restart. */
class WorklistNightTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 20);

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

    private static final String DAY = "2026-10-21T08:00:00+08:00|2026-10-21T22:00:00+08:00|";
    private static final String FULL = "CALL_CONNECTED=3;DIAL_UNANSWERED=6";

    @TempDir
    Path folder;

    private Book book(Databases kind) {
        return Book.on(kind, folder).policy("furnish:", LADDER).open();
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

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void one_person_has_one_line_a_channel_and_everybody_else_a_reason(Databases kind) throws IOException {
        try (Book book = book(kind)) {
            book.deliver(ledger());
            Nights.Outcome night = book.run(NIGHT);
            assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.DONE);
            assertThat(rows(night, "worklist.csv", 0, 2, 3, 5, 6, 8, 9, 10, 11, 12, 13, 14, 16))
                    .containsExactly(
                            "A|MIDDLE|2026-10-17|10|1010.00|BORROWER|P1|CALL|middle-call|FULL|" + DAY + FULL,
                            "A|MIDDLE|2026-10-17|10|500.00|GUARANTOR|P3|CALL|guarantor-call|FULL|" + DAY + FULL,
                            "C|EARLY|2026-10-19|2|1010.00|BORROWER|P3|SMS|early|FULL|" + DAY,
                            "D|LOCATE||||CONTACT|K1|CALL|locate|LOCATE|" + DAY + FULL);
            assertThat(rows(night, "withheld.csv", 0, 2, 3, 4, 5, 6, 9, 10))
                    .containsExactly(
                            "B|MIDDLE|BORROWER|P2|CALL|SAME_PERSON|A|2026-10-22",
                            "B|MIDDLE|CONTACT|K3|CALL|THIRD_PERSONS|the debtor can be reached|",
                            "C|EARLY|BORROWER|P3|CALL|SAME_PERSON|A|2026-10-22",
                            "D|MIDDLE|BORROWER|P4|CALL|NO_HANDLE|no phone on file|",
                            "D|MIDDLE|CONTACT|K2|CALL|NO_SOURCE|K2|");
            requireIndex(night.folder());
        }
    }

    /** The columns of these numbers, of each row below the header. */
    private static List<String> rows(Nights.Outcome night, String list, int... columns) throws IOException {
        try (CSVParser parser = CSVParser.parse(night.folder().resolve(list), StandardCharsets.UTF_8, Csv.READ)) {
            return parser.stream()
                    .map(row -> IntStream.of(columns).mapToObj(row::get).collect(Collectors.joining("|")))
                    .toList();
        }
    }

    /** Every line lies where the index says. */
    private static void requireIndex(Path night) throws IOException {
        byte[] list = Files.readAllBytes(night.resolve("worklist.csv"));
        List<String> index = Files.readAllLines(night.resolve("worklist-index.csv"));
        assertThat(index).hasSize(5).startsWith("account_id,first_byte,bytes");
        for (String entry : index.subList(1, index.size())) {
            String[] cells = entry.split(",", -1);
            String line =
                    new String(list, Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), StandardCharsets.UTF_8);
            assertThat(line).startsWith(cells[0] + ",").endsWith("\r\n").hasLineCount(1);
        }
    }
}

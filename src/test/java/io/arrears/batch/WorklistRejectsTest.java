package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.ladder.Case;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row that says whom not to contact, and cannot be read, holds its account from the worklist, and from no bureau (L3). */
class WorklistRejectsTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 20);
    private static final String STOPS = "stop_id,borrower_id,account_id,contact_id,kind,from_on,posted_at";

    @TempDir
    Path folder;

    private static final Map<String, String> HEADERS = Map.of(
            "stops", STOPS,
            "disputes", "dispute_id,account_id,opened_on",
            "contacts", "contact_id,account_id,name,relation,phone",
            "contact_attempts", "attempt_id,account_id,channel,attempted_at,outcome",
            "parties", "party_id,account_id,borrower_id,role,from_on",
            "borrowers", "borrower_id,full_name,id_type,id_number,country");

    /** Feed, its bad row, and the accounts that it holds; P1 and P2 are one person with A and B, and P3 answers for A. */
    private static final List<String> ROWS = List.of(
            "stops            | S1,P1,A,,COMPLAINT,never,2026-10-19T00:00:00Z         | A",
            "stops            | S2,P1,,,COMPLAINT,never,2026-10-19T00:00:00Z          | A B",
            "stops            | S3,P2,X9,,COMPLAINT,2026-10-19,2026-10-19T00:00:00Z   | A B",
            "stops            | S4,P3,,,DECEASED,never,2026-10-19T00:00:00Z           | A C",
            "stops            | S5,P9,,K1,REFUSED,2026-10-19,2026-10-19T00:00:00Z     | D",
            "stops            | S6,P4,,,COMPLAINT,2026-10-19,                         | D",
            "disputes         | Q1,B,never                                            | B",
            "contacts         | K9,A,,FRIEND,1                                        | A",
            "contact_attempts | T9,C,CALL,never,ANSWERED                              | C",
            "parties          | G9,C,P9,GUARANTOR,2026-01-10                          | C",
            "borrowers        | P1,甲,10,110101199001010011,XX                         | A B");

    @Test
    void an_unreadable_row_holds_whoever_it_can_be_about() throws SQLException {
        try (Book book = LadderBook.open(Databases.H2, folder)) {
            for (String line : ROWS) {
                List<String> cells =
                        Stream.of(line.split("\\|")).map(String::strip).toList();
                String feed = cells.get(0);
                book.deliver(Map.of(feed, List.of(Objects.requireNonNull(HEADERS.get(feed)), cells.get(1))));
                assertThat(held(book)).as(line).isEqualTo(cells.get(2));
                book.application
                        .imports()
                        .discard(
                                feed + ":" + cells.get(1).split(",")[0],
                                new Reason("tested"),
                                TwoPeople.of(List.of("Ann", "Bob")));
            }
        }
    }

    private static String held(Book book) throws SQLException {
        return LadderBook.cases(book).stream()
                .filter(each -> !each.openRejects().isEmpty())
                .map(Case::account)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void it_holds_until_the_row_arrives_or_two_people_discard_it(Databases kind) throws IOException {
        try (Book book = LadderBook.open(kind, folder)) {
            book.deliver(Map.of(
                    "stops",
                    List.of(STOPS, "S1,P4,,,COMPLAINT,never,2026-10-19T00:00:00Z"),
                    "disputes",
                    List.of("dispute_id,account_id,opened_on", "Q1,C,never")));
            Nights.Outcome night = book.run(NIGHT);
            assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.DONE);
            assertThat(held(night)).isEqualTo("C D");
            assertThat(LadderBook.rows(night, "worklist.csv", 0)).doesNotContain("C", "D");
            assertThat(LadderBook.rows(night, "review.csv", 1))
                    .as("a bureau is told")
                    .isEmpty();
            book.after(NIGHT.plusDays(1));
            book.deliver(Map.of(
                    "stops",
                    List.of(STOPS + ",to_on", "S1,P4,,,COMPLAINT,2026-01-01,2026-10-19T00:00:00Z,2026-01-02")));
            assertThat(book.application
                            .imports()
                            .discard("disputes:Q1", new Reason("no dispute"), TwoPeople.of(List.of("Ann", "Bob"))))
                    .isEqualTo(1);
            assertThat(held(book.run(NIGHT.plusDays(1)))).isEmpty();
        }
    }

    @Test
    void one_that_names_nobody_keeps_no_call_back_but_agencies_and_courts() throws IOException {
        try (Book book = LadderBook.open(Databases.H2, folder)) {
            book.policy("borrower: {SMS: early, CALL: early-call}", "borrower: {SMS: early, LEGAL: sue}");
            assertThat(book.application.worklistRejects("harbour", true)).isEmpty();
            book.deliver(Map.of(
                    "disputes",
                    List.of("dispute_id,account_id,opened_on", "Q1,,2026-10-01"),
                    "stops",
                    List.of(STOPS, "S1,P9,,,COMPLAINT,2026-10-01,2026-10-19T00:00:00Z")));
            Nights.Outcome night = book.run(NIGHT);
            assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.DONE);
            assertThat(held(night)).isEmpty();
            assertThat(LadderBook.rows(night, "withheld.csv", 0, 5, 6)).contains("C|LEGAL|UNKNOWN_REJECTS");
            assertThat(LadderBook.rows(night, "worklist.csv", 0, 10)).contains("C|SMS");
            assertThat(book.application.worklistRejects("harbour", true)).hasSize(2);
            assertThat(book.application.unknownRejects("harbour")).isEmpty();
        }
    }

    /** The accounts that open rejects withhold. */
    private static String held(Nights.Outcome night) throws IOException {
        try (CSVParser parser = LadderBook.parser(night, "withheld.csv")) {
            TreeSet<String> accounts = new TreeSet<>();
            parser.stream()
                    .filter(row -> row.get("rule").equals("OPEN_REJECTS"))
                    .forEach(row -> accounts.add(row.get("account_id")));
            return String.join(" ", accounts);
        }
    }
}

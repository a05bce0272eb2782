package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only a night shows of a ladder: joins over people and numbers, the choice of who carries a person, order, restart. */
class WorklistNightTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 20);

    private static final String DAY = "2026-10-21T08:00:00+08:00|2026-10-21T22:00:00+08:00|";
    private static final String FULL = "CALL_CONNECTED=3;DIAL_UNANSWERED=6";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void one_person_has_one_line_a_channel_and_everybody_else_a_reason(Databases kind) throws IOException {
        try (Book book = LadderBook.open(kind, folder)) {
            Nights.Outcome night = book.run(NIGHT);
            assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.DONE);
            assertThat(LadderBook.rows(night, "worklist.csv", 0, 2, 3, 5, 6, 8, 9, 10, 11, 12, 13, 14, 16))
                    .containsExactly(
                            "A|MIDDLE|2026-10-17|10|1010.00|BORROWER|P1|CALL|middle-call|FULL|" + DAY + FULL,
                            "A|MIDDLE|2026-10-17|10|500.00|GUARANTOR|P3|CALL|guarantor-call|FULL|" + DAY + FULL,
                            "C|EARLY|2026-10-19|2|1010.00|BORROWER|P3|SMS|early|FULL|" + DAY,
                            "D|LOCATE||||CONTACT|K1|CALL|locate|LOCATE|" + DAY + FULL);
            assertThat(LadderBook.rows(night, "withheld.csv", 0, 2, 3, 4, 5, 6, 9, 10))
                    .containsExactly(
                            "B|MIDDLE|BORROWER|P2|CALL|SAME_PERSON|A|2026-10-22",
                            "B|MIDDLE|CONTACT|K3|CALL|THIRD_PERSONS|nothing says that the debtor cannot be reached|",
                            "C|EARLY|BORROWER|P3|CALL|SAME_PERSON|A|2026-10-22",
                            "D|MIDDLE|BORROWER|P4|CALL|NO_HANDLE|no phone on file|",
                            "D|MIDDLE|CONTACT|K2|CALL|NO_SOURCE|K2|");
            requireIndex(night.folder());
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void who_pays_one_account_can_be_reached_about_his_others(Databases kind) throws IOException {
        try (Book book = LadderBook.open(kind, folder)) {
            book.deliver(Map.of(
                    "contact_attempts",
                    List.of(
                            "attempt_id,account_id,channel,attempted_at,outcome",
                            "T5,A,CALL,2026-10-20T03:00:00Z,UNANSWERED",
                            "T6,B,CALL,2026-10-20T04:00:00Z,UNANSWERED",
                            "T7,A,CALL,2026-10-20T05:00:00Z,UNANSWERED")));
            assertThat(LadderBook.rows(book.run(NIGHT), "worklist.csv", 0, 9)).contains("B|K3");
            pay(book, NIGHT.plusDays(1));
            Nights.Outcome night = book.run(NIGHT.plusDays(1));
            assertThat(LadderBook.rows(night, "worklist.csv", 0, 9)).doesNotContain("B|K3");
            assertThat(LadderBook.rows(night, "withheld.csv", 0, 4, 6)).contains("B|K3|THIRD_PERSONS");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_payment_of_another_account_counts_as_its_newest_form_says(Databases kind) throws IOException, SQLException {
        try (Book book = LadderBook.open(kind, folder)) {
            book.deliver(Map.of(
                    "contact_attempts",
                    List.of(
                            "attempt_id,account_id,channel,attempted_at,outcome",
                            "T5,A,CALL,2026-10-20T03:00:00Z,UNANSWERED",
                            "T6,B,CALL,2026-10-20T04:00:00Z,UNANSWERED",
                            "T7,A,CALL,2026-10-20T05:00:00Z,UNANSWERED")));
            pay(book, NIGHT.plusDays(1));
            book.turnTo(Instant.parse("2026-10-22T10:00:00Z"));
            assertThat(paidElsewhere(book)).containsExactly(NIGHT.plusDays(1));
            String columns = "entry_id,account_id,type,value_on,posted_at,amount";
            book.deliver("entries", columns, "E1,A,REPAYMENT,2026-10-21,2026-10-21T03:00:00Z,0.00");
            assertThat(paidElsewhere(book)).as("corrected to nothing").isEmpty();
            book.deliver("entries", columns, "E1,A,REPAYMENT,2026-10-12,2026-10-21T03:00:00Z,1.00");
            assertThat(paidElsewhere(book)).as("corrected to another day").containsExactly(LocalDate.of(2026, 10, 12));
            assertThat(LadderBook.rows(book.run(NIGHT.plusDays(1)), "worklist.csv", 0, 9))
                    .contains("B|K3");
            book.deliver("entries", columns, "E1,A,REPAYMENT,2026-10-23,2026-10-21T03:00:00Z,1.00");
            book.later(1);
            assertThat(paidElsewhere(book)).as("and to a later one").containsExactly(LocalDate.of(2026, 10, 23));
        }
    }

    private static List<LocalDate> paidElsewhere(Book book) throws SQLException {
        return LadderBook.cases(book).stream()
                .flatMap(each -> each.elsewhere().paidOn().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void who_has_a_new_number_under_another_id_can_be_reached(Databases kind) throws IOException {
        try (Book book = LadderBook.open(kind, folder)) {
            book.deliver(Map.of(
                    "contact_attempts",
                    List.of(
                            "attempt_id,account_id,channel,attempted_at,outcome",
                            "T5,A,CALL,2026-10-20T03:00:00Z,INVALID_NUMBER")));
            assertThat(LadderBook.rows(book.run(NIGHT), "worklist.csv", 0, 9)).contains("B|K3");
            book.deliver(Map.of(
                    "borrowers",
                    List.of(
                            "borrower_id,full_name,id_type,id_number,phone,country",
                            "P1,甲,10,110101199001010011,138-0000-0009,CN"),
                    "contact_attempts",
                    List.of(
                            "attempt_id,account_id,channel,attempted_at,outcome,contact_id",
                            "T8,D,CALL,2026-10-21T15:59:00Z,UNANSWERED,K1")));
            Nights.Outcome night = book.run(NIGHT.plusDays(1));
            assertThat(LadderBook.rows(night, "withheld.csv", 0, 4, 6)).contains("B|K3|THIRD_PERSONS");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_stop_that_names_the_account_of_somebody_else_holds_for_all_of_the_persons(Databases kind)
            throws IOException {
        try (Book book = LadderBook.open(kind, folder)) {
            book.deliver(Map.of(
                    "stops",
                    List.of(
                            "stop_id,borrower_id,account_id,kind,from_on,posted_at",
                            "S1,P4,A,ATTORNEY,2026-10-01,2026-10-20T03:00:00Z",
                            "S2,P2,B,ATTORNEY,2026-10-01,2026-10-20T03:00:00Z")));
            Nights.Outcome night = book.run(NIGHT);
            assertThat(LadderBook.rows(night, "withheld.csv", 0, 4, 6))
                    .contains("D|P4|ATTORNEY", "B|P2|ATTORNEY")
                    .doesNotContain("A|P1|ATTORNEY", "C|P3|ATTORNEY");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void whose_an_account_is_that_a_stop_names_is_judged_by_the_cutoff(Databases kind) throws IOException {
        try (Book book = LadderBook.open(kind, folder)) {
            book.deliver(Map.of(
                    "stops",
                    List.of(
                            "stop_id,borrower_id,account_id,kind,from_on,posted_at",
                            "S1,P4,A,ATTORNEY,2026-10-01,2026-10-20T03:00:00Z",
                            "S2,P2,,SABBATICAL,2026-10-01,2026-10-20T03:00:00Z")));
            Nights.Outcome night = book.run(NIGHT);
            book.later(60);
            book.deliver(Map.of(
                    "parties",
                    List.of(
                            "party_id,account_id,borrower_id,role,from_on",
                            "Y4,A,P4,CO_BORROWER,2026-01-10",
                            "Y5,C,P2,CO_BORROWER,2026-01-10"),
                    "contact_attempts",
                    List.of(
                            "attempt_id,account_id,channel,attempted_at,outcome",
                            "T8,D,CALL,2026-10-21T15:59:00Z,UNANSWERED")));
            Nights.Outcome replay = book.application
                    .nights()
                    .replay(Book.LENDER, NIGHT, night.run().cutoff());
            assertThat(NightFiles.in(replay.folder())).isEqualTo(NightFiles.in(night.folder()));
            assertThat(LadderBook.rows(replay, "withheld.csv", 0, 4, 6)).contains("D|P4|ATTORNEY");
            assertThat(LadderBook.rows(book.run(NIGHT.plusDays(1)), "withheld.csv", 0, 4, 6))
                    .contains("C|P3|SABBATICAL")
                    .doesNotContain("D|P4|ATTORNEY");
        }
    }

    private static void pay(Book book, LocalDate day) {
        book.deliver(Map.of(
                "entries",
                List.of(
                        "entry_id,account_id,type,value_on,posted_at,amount",
                        "E1,A,REPAYMENT," + day + "," + day + "T03:00:00Z,1.00"),
                "contact_attempts",
                List.of(
                        "attempt_id,account_id,channel,attempted_at,outcome,contact_id",
                        "T8,D,CALL," + day + "T15:59:00Z,UNANSWERED,K1")));
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

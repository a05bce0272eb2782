package io.arrears.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered before a call, from published files alone. */
class AtTheCallTest {

    private static final String LEFT = "CALL_CONNECTED=3;DIAL_UNANSWERED=6";
    private static final String NOON = "2026-10-21T12:00:00+08:00";
    private static final String LOG =
            "attempt_id,account_id,channel,attempted_at,outcome,contact_id,party_id,handle_id,direction\n";

    @TempDir
    Path home;

    private Path out;
    private Path night;

    @BeforeEach
    void publishes() throws IOException {
        out = home.resolve("out/harbour");
        night = lists(new PublishedLists(out)).since().publish("2026-10-20");
    }

    /** Lines in the list's order, which is not that of the accounts; the first account and the last are among them. */
    private static PublishedLists lists(PublishedLists lists) {
        return lists.line("Z", "P9", "BORROWER", "P9", "CALL", LEFT)
                .line("A", "P1", "BORROWER", "P1", "CALL", LEFT)
                .line("A", "P1", "BORROWER", "P1", "SMS", "")
                .line("A", "P1", "GUARANTOR", "P3", "CALL", LEFT)
                .line("A,\"1", "P7", "BORROWER", "P7", "CALL", LEFT)
                .line("D", "P4", "CONTACT", "K1", "CALL", "CALL_CONNECTED=3;PERSON_REACHED=1")
                .withheld("A", "P1", "BORROWER", "P1", "APP", "DISPUTED X1")
                .withheld("B", "P2", "BORROWER", "P2", "CALL", "SAME_PERSON A")
                .withheld("D", "P4", "BORROWER", "P4", "CALL", "INVALID_NUMBER T1")
                .withheld("N", "P8", "", "", "", "NO_STAGE -");
    }

    private record Said(int code, String text) {}

    private Said typed(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        ExitCode code = Check.run(args, Map.of("ARREARS_HOME", home.toString()), printed, printed);
        return new Said(code.code(), out.toString(StandardCharsets.UTF_8));
    }

    private Said ask(String account, String party, String channel, String at, String... more) {
        List<String> args = new ArrayList<>(
                List.of(account, "--lender", "harbour", "--party", party, "--channel", channel, "--at", at));
        args.addAll(List.of(more));
        return typed(args.toArray(String[]::new));
    }

    /** What the first two lines say: {@code RULE instrument clause}, or {@code may}. */
    private static String rule(Said said) {
        String[] lines = said.text().split("\n");
        return said.code() == 0
                ? "may"
                : lines[0].replace("may not: ", "") + " | " + lines[1].replace("  rule   ", "") + " | "
                        + lines[3].replace("  until  ", "");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " : ", quoteCharacter = '\'', textBlock = """
            Z     : P9 : CALL   : 2026-10-21T12:00:00+08:00 : may
            A     : P1 : CALL   : 2026-10-21T12:00:00+08:00 : may
            A     : P1 : SMS    : 2026-10-21T12:00:00+08:00 : may
            A     : P3 : CALL   : 2026-10-21T12:00:00+08:00 : may
            A,"1  : P7 : CALL   : 2026-10-21T12:00:00+08:00 : may
            D     : K1 : call   : 2026-10-21T12:00:00+08:00 : may
            A     : P1 : CALL   : 2026-10-21T00:00:00Z      : may
            A     : P1 : CALL   : 2026-10-21T08:00:00+08:00 : may
            A     : P1 : CALL   : 2026-10-21T21:59:59+08:00 : may
            A     : P1 : CALL   : 2026-10-21T13:59:59Z      : may
            A     : P1 : CALL   : 2026-10-21T22:00:00+08:00 : 'QUIET | guide, hours | not known'
            A     : P1 : CALL   : 2026-10-21T07:59:59+08:00 : QUIET | guide, hours | 2026-10-21T08:00:00+08:00
            A     : P1 : CALL   : 2026-10-20T12:00:00+08:00 : QUIET | guide, hours | 2026-10-21T08:00:00+08:00
            A     : P1 : CALL   : 2026-10-21T23:59:59+08:00 : 'QUIET | guide, hours | not known'
            A     : P1 : CALL   : 2026-10-22T00:00:00+08:00 : 'STALE | policy, worklist | not known'
            A     : P1 : CALL   : 2026-10-22T12:00:00+08:00 : 'STALE | policy, worklist | not known'
            A     : P1 : APP    : 2026-10-21T12:00:00+08:00 : DISPUTED | policy, same-person | 2026-10-22
            B     : P2 : CALL   : 2026-10-21T12:00:00+08:00 : SAME_PERSON | policy, same-person | 2026-10-22
            D     : P4 : CALL   : 2026-10-21T12:00:00+08:00 : INVALID_NUMBER | policy, same-person | 2026-10-22
            N     : P8 : CALL   : 2026-10-21T12:00:00+08:00 : NO_STAGE | policy, same-person | 2026-10-22
            A     : P1 : VISIT  : 2026-10-21T12:00:00+08:00 : 'NOT_LISTED | policy, worklist | not known'
            A     : P2 : CALL   : 2026-10-21T12:00:00+08:00 : 'NOT_LISTED | policy, worklist | not known'
            C     : P5 : CALL   : 2026-10-21T12:00:00+08:00 : 'NOT_LISTED | policy, worklist | not known'
            ZZ    : P9 : CALL   : 2026-10-21T12:00:00+08:00 : 'NOT_LISTED | policy, worklist | not known'
            """)
    void a_line_is_found_and_holds_in_its_hours(
            String account, String party, String channel, String at, String expected) {
        Said said = ask(account, party, channel, at);
        assertThat(rule(said)).as(said.text()).isEqualTo(expected);
        assertThat(said.code()).isEqualTo(expected.equals("may") ? 0 : 3);
    }

    @Test
    void what_may_be_said_and_how_often_is_told() {
        assertThat(ask("A", "P1", "CALL", NOON).text().lines())
                .containsExactly("may, until 2026-10-21T22:00:00+08:00", "  say    talk, FULL", "  left   " + LEFT);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " : ", quoteCharacter = '\'', textBlock = """
            A,,,,PAID,,,T                               : A : P1 : CALL : PAID
            A,,,,PAID,,,T                               : A : P3 : CALL : PAID
            A,,,,PAID,,,T                               : Z : P9 : CALL : may
            A,,,,DISPUTED,2026-10-20,,T                 : A : P1 : SMS  : DISPUTED
            A,,,,DISPUTED,2026-10-20,2026-10-21,T       : A : P1 : SMS  : DISPUTED
            A,,,,DISPUTED,2026-10-20,2026-10-20,T       : A : P1 : SMS  : may
            A,,,,REJECTED,,,T                           : A : P1 : SMS  : REJECTED
            A,,,,WHATEVER,,,T                           : A : P1 : SMS  : WHATEVER
            ',P1,,,STOPPED,2026-10-21,,T'               : A : P1 : CALL : STOPPED
            ',P1,,,STOPPED,2026-10-21,,T'               : A : P3 : CALL : STOPPED
            ',P3,,,STOPPED,2026-10-21,,T'               : A : P3 : CALL : STOPPED
            ',P3,,,STOPPED,2026-10-21,,T'               : A : P1 : CALL : may
            ',P1,,SMS,STOPPED,2026-10-21,,T'            : A : P1 : CALL : may
            ',P1,,SMS,STOPPED,2026-10-21,,T'            : A : P1 : SMS  : STOPPED
            ',P1,,PIGEON,STOPPED,2026-10-21,,T'         : A : P1 : SMS  : STOPPED
            ',P1,,,STOPPED,2026-10-22,,T'               : A : P1 : CALL : may
            ',P1,,,STOPPED,2026-10-01,2026-10-20,T'     : A : P1 : CALL : may
            ',P1,,,STOPPED,2026-10-01,2026-10-21,T'     : A : P1 : CALL : STOPPED
            A,P1,,,STOPPED,2026-10-21,,T                : A : P1 : CALL : STOPPED
            Z,P1,,,STOPPED,2026-10-21,,T                : A : P1 : CALL : may
            D,P4,K1,,STOPPED,2026-10-21,,T              : D : K1 : CALL : STOPPED
            D,P4,K2,,STOPPED,2026-10-21,,T              : D : K1 : CALL : may
            D,P4,,,STOPPED,2026-10-21,,T                : D : K1 : CALL : STOPPED
            A,,K1,,PAID,,,T                             : A : P1 : CALL : may
            D,,K1,,PAID,,,T                             : D : K1 : CALL : PAID
            D,,K2,,PAID,,,T                             : D : K1 : CALL : may
            D,,K1,,OPTED_OUT,,,T                        : D : K1 : CALL : OPTED_OUT
            D,,K1,,NEW_NUMBER,,,T                       : D : K1 : CALL : NEW_NUMBER
            A,,K1,,NEW_NUMBER,,,T                       : A : P1 : CALL : may
            D,,K2,,OPTED_OUT,,,T                        : D : K1 : CALL : may
            D,,K1,,ERASED,,,T                           : D : K1 : CALL : ERASED
            D,,K1,,REFUSED,,,T                          : D : K1 : CALL : REFUSED
            A,,K1,,ERASED,,,T                           : A : P1 : CALL : may
            """)
    void what_came_since_withholds(String row, String account, String party, String channel, String expected)
            throws IOException {
        new PublishedLists(out).since(row.replace(",T", ",2026-10-21T01:00:00Z"));
        Said said = ask(account, party, channel, NOON);
        assertThat(said.text()).startsWith(expected.equals("may") ? "may, until" : "may not: " + expected + "\n");
    }

    @Test
    void nobody_is_called_where_it_is_not_known_what_came_since() throws IOException {
        Files.delete(out.resolve("since.csv"));
        assertThat(rule(ask("A", "P1", "CALL", NOON))).startsWith("SINCE");
        Files.writeString(
                out.resolve("since.csv"), PublishedLists.SINCE + "\r\n,,,,NIGHT,,,2026-10-20T18:00:00.000001Z\r\n");
        assertThat(rule(ask("A", "P1", "CALL", NOON))).startsWith("SINCE");
        Files.writeString(out.resolve("since.csv"), PublishedLists.SINCE + "\r\n,,,,NIGHT,,,2026-10-20T17:00:00Z\r\n");
        assertThat(rule(ask("A", "P1", "CALL", NOON))).isEqualTo("may");
        Files.writeString(
                out.resolve("since.csv"), PublishedLists.SINCE + "\r\n,,,,NIGHT,,,2026-10-20T17:00:00Z\r\nZ,,,,PA");
        assertThat(rule(ask("Z", "P9", "CALL", NOON))).startsWith("SINCE");
    }

    /** Each attempt: id, account, channel, time of the day in UTC, outcome, contact, party, number, direction. */
    @ParameterizedTest
    @CsvSource(delimiterString = " : ", quoteCharacter = '\'', textBlock = """
            5 x A,CALL,01,UNANSWERED,,,,               : A : P1 : CALL : CALL_CONNECTED=3;DIAL_UNANSWERED=1
            6 x A,CALL,01,UNANSWERED,,,,               : A : P1 : CALL : DIALS_A_HANDLE | guide, dials | 2026-10-22
            6 x A,AUTO_CALL,01,BUSY,,,,                : A : P1 : CALL : DIALS_A_HANDLE | guide, dials | 2026-10-22
            6 x A,CALL,01,UNANSWERED,,,,               : A : P1 : SMS  : ''
            6 x A,CALL,01,UNANSWERED,,,,               : A : P3 : CALL : CALL_CONNECTED=3;DIAL_UNANSWERED=6
            6 x A,CALL,01,UNANSWERED,,P3,,             : A : P3 : CALL : DIALS_A_HANDLE | guide, dials | 2026-10-22
            6 x A,CALL,01,UNANSWERED,,,,incoming       : A : P1 : CALL : CALL_CONNECTED=3;DIAL_UNANSWERED=6
            3 x A,CALL,01,CONVERSATION,,,,             : A : P1 : CALL : CALLS_A_DAY | GB/T 45251-2025, calls | 2026-10-22
            3 x A,CALL,01,wrong_person,,,,             : A : P1 : CALL : CALLS_A_DAY | GB/T 45251-2025, calls | 2026-10-22
            2 x A,CALL,01,HUNG_UP,,,,                  : A : P1 : CALL : CALL_CONNECTED=1;DIAL_UNANSWERED=4
            3 x A,CALL,01,HUNG_UP,,,,                  : A : P1 : CALL : CALLS_A_DAY | GB/T 45251-2025, calls | 2026-10-22
            3 x A,PIGEON,01,HUNG_UP,,,,                : A : P1 : CALL : CALLS_A_DAY | GB/T 45251-2025, calls | 2026-10-22
            3 x B,CALL,01,ANSWERED,,,,                 : A : P1 : CALL : CALLS_A_DAY | GB/T 45251-2025, calls | 2026-10-22
            3 x Z,CALL,01,ANSWERED,,,,                 : A : P1 : CALL : CALL_CONNECTED=3;DIAL_UNANSWERED=6
            3 x Z,CALL,01,ANSWERED,,P1,,               : A : P1 : CALL : CALLS_A_DAY | GB/T 45251-2025, calls | 2026-10-22
            1 x A,CALL,01,INVALID_NUMBER,,,,           : A : P1 : CALL : 'INVALID_NUMBER | policy, phones | not known'
            1 x A,CALL,01,INVALID_NUMBER,,,,           : A : P1 : SMS  : 'INVALID_NUMBER | policy, phones | not known'
            9 x A,CALL,-1,UNANSWERED,,,,               : A : P1 : CALL : CALL_CONNECTED=3;DIAL_UNANSWERED=6
            1 x D,CALL,01,UNANSWERED,K1,,,             : D : K1 : CALL : CALL_CONNECTED=3;PERSON_REACHED=1
            1 x D,CALL,01,ANSWERED,K1,,,               : D : K1 : CALL : 'ASKED_ONCE | Reg F, 10(c) | not known'
            1 x D,CALL,01,UNANSWERED,K2,,,             : D : K1 : CALL : ONE_CONTACT_A_DAY | policy, contacts | 2026-10-22
            1 x D,CALL,01,UNANSWERED,,,,               : D : K1 : CALL : CALL_CONNECTED=3;PERSON_REACHED=1
            1 x D,CALL,01,ANSWERED,,,,                 : D : K1 : CALL : 'THIRD_PERSONS | guide, third persons | not known'
            1 x D,CALL,01,UNANSWERED,,,,INCOMING       : D : K1 : CALL : 'THIRD_PERSONS | guide, third persons | not known'
            """)
    void the_days_own_log_uses_up(String attempts, String account, String party, String channel, String expected)
            throws IOException {
        Said said =
                ask(account, party, channel, NOON, "--attempts", log(attempts).toString());
        String left = said.code() == 0
                ? said.text().split("\n", -1)[2].replace("  left   ", "").strip()
                : rule(said);
        assertThat(left).as(said.text()).isEqualTo(expected);
    }

    /** {@code 3 x A,CALL,01,…}: three attempts, at one o'clock in UTC of the line's day, or a day before it. */
    private Path log(String attempts) throws IOException {
        int times = Integer.parseInt(attempts.substring(0, 1));
        String[] cells = attempts.substring(4).split(",", 4);
        StringBuilder text = new StringBuilder("\ufeff" + LOG);
        for (int i = 0; i < times; i++) {
            String at = cells[2].equals("-1") ? "2026-10-20T01:00:00Z" : "2026-10-21T" + cells[2] + ":00:00Z";
            text.append("T" + i + "," + cells[0] + "," + cells[1] + "," + at + "," + cells[3] + "\n");
        }
        return Files.writeString(home.resolve("log.csv"), text);
    }

    @Test
    void a_number_counts_for_whoever_is_reached_on_it() throws IOException {
        Path log = Files.writeString(
                home.resolve("log.csv"),
                LOG
                        + "T0,A,CALL,2026-10-21T01:00:00Z,ANSWERED,,,138-0001,\r\n"
                        + "T1,Q,CALL,2026-10-21T01:00:00Z,ANSWERED,,,1380001,\r\n"
                        + "T2,Q,CALL,2026-10-21T01:00:00Z,ANSWERED,,,139,\r\n");
        assertThat(ask("A", "P1", "CALL", NOON, "--attempts", log.toString()).text())
                .endsWith("CALL_CONNECTED=1;DIAL_UNANSWERED=6\n");
    }

    @ParameterizedTest
    @CsvSource({"CONVERSATION,2026-10-28", "HUNG_UP,2026-10-28", "ANSWERED,"})
    void a_conversation_of_the_day_starts_the_rest(String outcome, String until) throws IOException {
        lists(new PublishedLists(out)).resting().publish("2026-10-20.2");
        Path log = log("1 x A,CALL,01," + outcome + ",,,,");
        String said = rule(ask("A", "P1", "CALL", NOON, "--attempts", log.toString()));
        assertThat(said).isEqualTo(until == null ? "may" : "AFTER_TALK | Reg F, 14(b)(2) | " + until);
    }

    @Test
    void only_the_newest_list_holds() throws IOException {
        assertThat(rule(ask("A", "P1", "CALL", NOON, "--night", "2026-10-20"))).isEqualTo("may");
        lists(new PublishedLists(out)).publish("2026-10-20.9");
        lists(new PublishedLists(out)).publish("2026-10-20.10");
        assertThat(rule(ask("A", "P1", "CALL", NOON, "--night", "2026-10-20"))).startsWith("STALE");
        assertThat(rule(ask("A", "P1", "CALL", NOON, "--night", "2026-10-20.9")))
                .startsWith("STALE");
        assertThat(rule(ask("A", "P1", "CALL", NOON, "--night", "2026-10-20.10")))
                .isEqualTo("may");
        new PublishedLists(out).publish("2026-10-21", Map.of("delinquency.csv", List.of("account_id")));
        assertThat(rule(ask("A", "P1", "CALL", NOON))).startsWith("NO_LIST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"worklist.csv", "worklist-index.csv", "withheld.csv", "worklist-limits.csv"})
    void a_list_that_was_cut_or_grew_lets_nobody_be_called(String file) throws IOException {
        Path path = night.resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(ask("A", "P1", "CALL", NOON).text())
                .startsWith("may not: LIST_CHANGED")
                .contains(file + " has " + (bytes.length - 1) + " bytes, and the manifest says " + bytes.length);
        Files.write(path, bytes);
        Files.write(path, new byte[] {'\n'}, StandardOpenOption.APPEND);
        assertThat(rule(ask("A", "P1", "CALL", NOON))).startsWith("LIST_CHANGED");
        Files.delete(path);
        assertThat(ask("A", "P1", "CALL", NOON).text()).contains(file + " is missing");
    }

    /** Of the same length, but the index leads to another account. */
    @Test
    void a_line_of_another_account_lets_nobody_be_called() throws IOException {
        Path path = night.resolve("worklist.csv");
        Files.writeString(path, Files.readString(path).replace("\r\nA,P1", "\r\nX,P1"));
        assertThat(rule(ask("A", "P1", "CALL", NOON))).startsWith("LIST_CHANGED");
        Files.writeString(night.resolve("manifest.json"), "{");
        assertThat(rule(ask("A", "P1", "CALL", NOON))).startsWith("LIST_CHANGED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A --party P1 --channel CALL --at 2026-10-21T12:00:00Z                          | --lender is missing
            --lender harbour --party P1 --channel CALL --at 2026-10-21T12:00:00Z           | ACCOUNT is missing
            A --lender harbour --channel CALL --at 2026-10-21T12:00:00Z                    | --party is missing
            A --lender harbour --party P1 --at 2026-10-21T12:00:00Z                        | --channel is missing
            A --lender harbour --party P1 --channel CALL                                   | --at is missing
            A B --lender harbour --party P1 --channel CALL --at 2026-10-21T12:00:00Z       | ACCOUNT stands there twice
            A --lender harbour --party P1 --channel CALL --at                              | --at has no value
            A --lender ../x --party P1 --channel CALL --at 2026-10-21T12:00:00Z            | --lender: expected a lender
            A --lender harbor --party P1 --channel CALL --at 2026-10-21T12:00:00Z          | --lender: nothing of this lender is published
            A --lender harbour --party P1 --channel FAX --at 2026-10-21T12:00:00Z          | --channel: expected one of
            A --lender harbour --party P1 --channel CALL --at noon                         | --at: expected an instant
            A --lender harbour --party P1 --channel CALL --at 2026-10-21T12:00:00          | --at: expected an instant
            A --lender harbour --party P1 --chanel CALL --at 2026-10-21T12:00:00Z          | unknown option --chanel
            A --lender=harbour --party=P1 --channel=CALL --at=2026-10-21T04:00:00Z --attempts=none.csv | none.csv cannot be read
            """)
    void what_is_typed_wrongly_is_named(String typed, String expected) {
        Said said = typed(typed.strip().split(" +"));
        assertThat(said.text()).contains(expected).hasLineCount(1);
        assertThat(said.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attempt_id,account_id,channel,attempted_at                              | log.csv:1: outcome is missing
            attempt_id,account_id,channel,attempted_at,outcome,phone                | log.csv:1: phone is no column
            attempt_id,account_id,channel,attempted_at,outcome;T1,A,CALL,noon,BUSY  | log.csv:2: attempted_at is no instant
            attempt_id,account_id,channel,attempted_at,outcome;T1,A,CALL,,BUSY      | log.csv:2: attempted_at is empty
            attempt_id,account_id,channel,attempted_at,outcome;T1,A,CALL            | log.csv:2: row has 3 fields below 5
            attempt_id,account_id,channel,attempted_at,outcome;T1,"A                | log.csv:2: row has a quote that is never closed
            """)
    void a_log_that_cannot_be_understood_is_named_by_file_line_and_field(String text, String expected)
            throws IOException {
        Path log = Files.writeString(home.resolve("log.csv"), text.strip().replace(';', '\n'));
        Said said = ask("A", "P1", "CALL", NOON, "--attempts", log.toString());
        assertThat(said.text()).contains(expected).hasLineCount(1);
        assertThat(said.code()).isEqualTo(2);
    }
}

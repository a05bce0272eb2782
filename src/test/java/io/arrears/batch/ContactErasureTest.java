package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.audit.AuditEvent;
import io.arrears.store.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two people erase a contact, or time does once its account is closed: nothing of the person is left, and nothing comes back. */
class ContactErasureTest {

    private static final String CONTACTS = "contact_id,account_id,name,relation,phone,source,relation_class";
    private static final String K1 = "K1,D,丁,SPOUSE,137-0000-0004,DEBTOR,RELATED";
    private static final String[] CALL = {
        "attempt_id,account_id,contact_id,channel,attempted_at,outcome,handle_id",
        "T8,D,K1,CALL,2026-10-11T02:00:00Z,BUSY,137-0000-0004"
    };
    private static final TwoPeople TWO = TwoPeople.of(List.of("Ann", "Bob"));
    private static final Reason WHY = new Reason("by letter of October 3");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void nothing_of_the_person_is_left_and_the_same_delivery_again_changes_nothing(Databases kind) {
        try (Book book = LadderBook.open(kind, folder)) {
            book.deliver("contact_attempts", CALL);
            assertThat(erase(book, "K1", "harbour")).isTrue();
            requireForgotten(book);
            assertThat(
                            TableRows.of(
                                    book.jdbc,
                                    TableRows.ALL,
                                    "SELECT channel, attempted_at, outcome, handle FROM contact_attempts WHERE attempt_id = 'T8'"))
                    .containsExactly("CALL|2026-10-11T02:00|BUSY|null");
            List<String> events = events(book);
            assertThat(events).hasSize(1);
            assertThat(events.get(0))
                    .contains("\"people\":[\"Ann\",\"Bob\"]", "by letter of October 3", "{\"contacts\":1}")
                    .doesNotContain("K1", "丁", "0004");

            List<String> before = TableRows.of(book.jdbc, TableRows.ALL, "SELECT * FROM contacts ORDER BY 3, 4");
            assertThat(erase(book, "K1", "harbour")).isFalse();
            book.deliver("contacts", CONTACTS, K1);
            assertThat(TableRows.of(book.jdbc, TableRows.ALL, "SELECT * FROM contacts ORDER BY 3, 4"))
                    .isEqualTo(before);
            book.deliver("contact_attempts", CALL);
            requireForgotten(book);
            assertThat(events(book)).hasSize(1);
        }
    }

    @Test
    void a_contact_that_nobody_knows_or_another_lender_has_is_refused() {
        try (Book book = LadderBook.open(Databases.H2, folder)) {
            book.lender().loan("X", "2026-01-01", "2026-02-01").deliver();
            for (List<String> wrong : List.of(
                    List.of("K99", "harbour"),
                    List.of("K1", "lender-1"),
                    List.of("K1", "nobody"),
                    List.of("", "harbour"))) {
                assertThatThrownBy(() -> erase(book, wrong.get(0), wrong.get(1)))
                        .as(wrong.toString())
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.exitCode())
                                .isEqualTo(ExitCode.USAGE));
            }
            assertThat(events(book)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void contacts_go_so_many_days_after_the_account_is_closed_and_a_reopened_one_has_none(Databases kind) {
        LocalDate closed = LocalDate.of(2026, 10, 20);
        try (Book book = LadderBook.open(kind, folder)) {
            book.policy("locate-templates: [locate]", "locate-templates: [locate]\n  erase-contacts-after-closing: 3");
            book.deliver(
                    "entries",
                    "entry_id,account_id,type,value_on,posted_at,amount",
                    "E1,D,REPAYMENT,2026-10-20,2026-10-20T10:00:00Z,2020.00");
            assertThat(book.run(closed.plusDays(1)).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(book.run(closed.plusDays(2)).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(events(book)).isEmpty();
            assertThat(book.run(closed.plusDays(3)).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(events(book)).singleElement().asString().contains("{\"contacts\":2}", "\"run\":");
            requireForgotten(book);
            book.deliver("contacts", CONTACTS, "K20,D,辰,FRIEND,134-0000-0020,DEBTOR,RELATED");
            Nights.Outcome replay = book.application.nights().replay(Book.LENDER, closed.plusDays(3), null);
            assertThat(replay.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(names(book)).as("a replay erases nobody").containsExactly("K20", "K3");
            book.deliver("contacts", CONTACTS + ",erased_at", "K20,D,,FRIEND,,DEBTOR,RELATED,2026-10-24T00:00:00Z");
            List<String> all = TableRows.of(book.jdbc, TableRows.ALL, "SELECT * FROM contacts ORDER BY 3, 4");
            book.deliver("contacts", CONTACTS, K1);
            book.deliver(
                    "entries",
                    "entry_id,account_id,type,value_on,posted_at,amount,reverses",
                    "E2,D,REVERSAL,2026-10-24,2026-10-24T01:00:00Z,2020.00,E1");
            assertThat(book.run(closed.plusDays(4)).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(TableRows.of(book.jdbc, TableRows.ALL, "SELECT * FROM contacts ORDER BY 3, 4"))
                    .isEqualTo(all);
            assertThat(names(book)).containsExactly("K3");
        }
    }

    @Tag("kill")
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void killed_before_or_after_its_commit_it_is_done_whole_in_the_end_and_told_once(Databases kind) {
        try (Book book = LadderBook.open(kind, folder)) {
            if (kind == Databases.H2) {
                book.application.close();
            }
            boolean killed = true;
            for (int commit = 1; killed && commit < 20; commit++) {
                KillSwitch.Position.When when =
                        commit % 2 == 0 ? KillSwitch.Position.When.BEFORE : KillSwitch.Position.When.AFTER;
                int code = new Fork(book.settings)
                        .killedAt(new KillSwitch.Position("job", commit, when))
                        .run(command())
                        .exitCode();
                killed = code == KillSwitch.KILLED;
                assertThat(killed || code == 0)
                        .as("exit %d at commit %d", code, commit)
                        .isTrue();
            }
            Fork.Ended ended = new Fork(book.settings).run(command());
            assertThat(ended.exitCode()).as(ended.output().toString()).isZero();
            assertThat(ended.output()).contains("the contact was erased before");
            try (Application again = Application.open(book.settings, Clock.systemUTC())) {
                JdbcTemplate jdbc = new JdbcTemplate(again.pool());
                assertThat(TableRows.everywhere(jdbc)).noneMatch(row -> row.contains("丁") || row.contains("137-0000"));
                assertThat(TableRows.of(jdbc, TableRows.ALL, "SELECT COUNT(*) FROM contacts WHERE contact_id = 'K1'"))
                        .containsExactly("2");
                assertThat(again.audit().all("harbour"))
                        .filteredOn(event -> event.json().contains("contacts erased"))
                        .hasSize(1);
            }
        }
    }

    private static String[] command() {
        return "erase contact K1 --lender harbour --reason asked --by Ann --by Bob".split(" ");
    }

    private static boolean erase(Book book, String contact, String lender) {
        return book.application.eraseContact(contact, lender, TWO, WHY);
    }

    private static void requireForgotten(Book book) {
        assertThat(TableRows.everywhere(book.jdbc))
                .noneMatch(row -> row.contains("丁") || row.contains("137-0000-0004") || row.contains("13700000004"));
    }

    /** The contacts of whom there is still a name. */
    private static List<String> names(Book book) {
        return book.jdbc.queryForList(
                "SELECT contact_id FROM contacts WHERE name <> '' ORDER BY contact_id", String.class);
    }

    private static List<String> events(Book book) {
        return book.application.audit().all("harbour").stream()
                .map(AuditEvent::json)
                .filter(event -> event.contains("contacts erased"))
                .toList();
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.ladder.ContactPerson;
import io.arrears.store.Databases;
import io.arrears.store.contact.Objections;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever opted out, refused to speak or was erased is asked nothing any more, whatever comes later (L10). */
class ObjectionsTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 10, 20);
    private static final String CONTACTS = "contact_id,account_id,name,relation,phone,opted_out_at,source";
    private static final String ATTEMPTS = "attempt_id,account_id,contact_id,channel,attempted_at,outcome,handle_id";
    private static final TwoPeople TWO = TwoPeople.of(List.of("Ann", "Bob"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void it_holds_for_the_number_on_every_account_and_no_later_row_undoes_it(Databases kind) throws Exception {
        try (Book book = LadderBook.open(kind, folder)) {
            assertThat(objections(book)).isEmpty();
            book.deliver("contacts", CONTACTS, "K4,A,庚,FRIEND,+137 0000 0004,2026-10-01T00:00:00Z,DEBTOR");
            assertThat(objections(book)).hasToString("{K1=K4, K4=K4}");
            book.deliver("contacts", CONTACTS, "K4,A,庚,FRIEND,+137 0000 0004,,DEBTOR");
            book.deliver("contacts", CONTACTS, "K4,A,庚,FRIEND,131-0000-0009,,DEBTOR");
            assertThat(objections(book)).hasToString("{K1=K4, K4=K4}");

            book.deliver("contact_attempts", ATTEMPTS, "T9,D,K2,CALL,2026-10-11T02:00:00Z,refused,132-0000-0007");
            book.deliver(
                    "contacts",
                    CONTACTS,
                    "K5,C,辛,FRIEND,136-0000-0005,,DEBTOR",
                    "K7,C,壬,FRIEND,132-0000-0007,,DEBTOR",
                    "K8,C,癸,FRIEND,133-0000-0008,,DEBTOR");
            assertThat(objections(book)).hasToString("{K1=K4, K2=T9, K4=K4, K5=T9, K7=T9}");

            assertThat(book.application.eraseContact("K3", "harbour", TWO, new Reason("asked")))
                    .isTrue();
            book.deliver("contacts", CONTACTS, "K6,C,己,FRIEND,135-0000-0006,,DEBTOR");
            assertThat(objections(book)).hasToString("{K1=K4, K2=T9, K3=K3, K4=K4, K5=T9, K6=K3, K7=T9}");

            Nights.Outcome night = book.run(NIGHT);
            assertThat(night.exitCode()).as(night.toString()).isEqualTo(ExitCode.DONE);
            assertThat(LadderBook.rows(night, "withheld.csv", 4, 6, 9)).contains("K1|OBJECTED|K4");
            assertThat(LadderBook.rows(night, "worklist.csv", 8)).doesNotContain("CONTACT");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_was_said_before_objections_were_kept_is_kept_by_the_next_night(Databases kind) throws Exception {
        try (Book book = LadderBook.open(kind, folder)) {
            book.deliver("contacts", CONTACTS, "K4,A,庚,FRIEND,137-0000-0004,2026-10-01T00:00:00Z,DEBTOR");
            book.deliver("contact_attempts", ATTEMPTS, "T9,D,K2,CALL,2026-10-11T02:00:00Z,Refused,");
            book.jdbc.update("DELETE FROM objections");
            book.jdbc.update("DELETE FROM objection_key");
            Files.delete(key(book));
            assertThat(objections(book)).isEmpty();
            assertThat(book.run(NIGHT).exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(objections(book)).hasToString("{K1=K4, K2=T9, K4=K4}");
        }
    }

    @Test
    void without_its_key_nothing_begins_and_no_other_one_is_made() throws Exception {
        try (Book book = LadderBook.open(Databases.H2, folder)) {
            assertThat(key(book)).doesNotExist();
            book.deliver("contacts", CONTACTS, "K4,A,庚,FRIEND,137-0000-0004,2026-10-01T00:00:00Z,DEBTOR");
            String key = Files.readString(key(book));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key(book))))
                    .isEqualTo("rw-------");
            assertThat(TableRows.everywhere(book.jdbc)).noneMatch(row -> row.contains(key.strip()));

            Files.delete(key(book));
            requireRefused(book, "is not there");
            Objections.Subject nobody = new Objections.Subject("K2", null);
            assertThat(new Objections(book.jdbc, book.settings.home())
                            .knownOrUnsure(Book.LENDER, book.now())
                            .of(Set.of(nobody)))
                    .as("who only explains counts everybody as objecting")
                    .containsOnlyKeys(nobody);
            assertThatThrownBy(() -> book.run(NIGHT))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.exitCode())
                            .isEqualTo(ExitCode.FAILED))
                    .hasMessageContaining("is not there");
            assertThat(key(book)).doesNotExist();
            Files.writeString(key(book), "ab".repeat(32));
            requireRefused(book, "is not the key under which");
            Files.writeString(key(book), "nothing");
            requireRefused(book, "is not the key that was written there");
            Files.writeString(key(book), key);
            assertThat(book.application.nights().restart("harbour"))
                    .singleElement()
                    .satisfies(night -> assertThat(night.exitCode()).isEqualTo(ExitCode.DONE));
        }
    }

    private static void requireRefused(Book book, String why) {
        assertThatThrownBy(() -> book.offer(
                        Map.of("contacts", List.of(CONTACTS, "K9,A,庚,FRIEND,130-0000-0004,,DEBTOR")),
                        new BigDecimal(100)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(why)
                .hasMessageContaining("backup");
    }

    private static Path key(Book book) {
        return book.settings.home().root().resolve("keys").resolve("objections.key");
    }

    /** By contact, the row that says so. */
    private static TreeMap<String, String> objections(Book book) throws SQLException, IOException {
        TreeMap<String, String> objections = new TreeMap<>();
        LadderBook.cases(book).stream()
                .flatMap(each -> each.contacts().stream())
                .filter(contact -> contact.objection() != null)
                .forEach((ContactPerson contact) ->
                        objections.put(contact.reachable().id(), contact.objection()));
        return objections;
    }
}

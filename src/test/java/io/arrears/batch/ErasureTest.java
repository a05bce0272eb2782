package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.audit.AuditEvent;
import io.arrears.audit.ChainCheck;
import io.arrears.feed.Feed;
import io.arrears.store.AuditStore;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.imports.ImportStore.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A contact whose person asked to be forgotten is a row without name and phone, and its erasure is told once. */
class ErasureTest {

    private static final String HEADER = "contact_id,account_id,name,relation,phone,opted_out_at,erased_at";
    private static final String ERASED = ",,2026-02-20T10:00:00Z";

    /** So many commits of an import come before it loads anything. */
    private static final int VALIDATED = 20;

    private static final String FORMS =
            "SELECT contact_id, revision, name, relation, phone, erased_at FROM contacts ORDER BY contact_id, revision";

    @TempDir
    Path folder;

    private static void known(ImportContext context) {
        context.run(context.delivery("book", TwoAccounts.files()));
        contacts(context, "first", "C1,A1,Bert,brother,+4930771,,", "C2,A2,Cleo,sister,+49152,,");
        contacts(context, "second", "C1,A1,Bertram,brother,+4930771,,");
    }

    private static ImportOutcome contacts(ImportContext context, String name, String... rows) {
        List<String> lines = new ArrayList<>(List.of(rows));
        lines.add(0, HEADER);
        return context.run(context.delivery(name, Map.of("contacts.csv", lines)));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void name_and_phone_go_from_every_form_and_no_other_contact_loses_them(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            known(context);
            ImportOutcome erased = contacts(context, "erased", "C1,A1,Bertram,brother,+4930771" + ERASED);

            assertThat(erased.feeds()).containsEntry(Feed.CONTACTS, new Counts(1, 0, 1, 0, 0, 0));
            assertThat(context.rows(FORMS))
                    .containsExactly(
                            "C1|1||brother||null",
                            "C1|2||brother||null",
                            "C1|3||brother||2026-02-20T10:00",
                            "C2|1|Cleo|sister|+49152|null");
            assertThat(context.rows(
                            "SELECT revision FROM contacts WHERE contact_id = 'C1' AND digest = ?", new byte[16]))
                    .as("forms whose digest no longer tells whether a guess is right")
                    .containsExactlyInAnyOrder("1", "2");
            assertThat(everywhere(context)).noneMatch(value -> value.contains("Bert") || value.contains("+4930771"));
            assertThat(told(context)).containsExactly("import 4 {\"contacts\":1}");
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_same_file_again_changes_nothing_and_tells_nothing(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            known(context);
            contacts(context, "erased", "C1,A1,Bertram,brother,+4930771" + ERASED);
            List<String> forms = context.rows(FORMS);
            // the core system has forgotten the name itself by now, which is the same row
            for (String row : List.of("C1,A1,Bertram,brother,+4930771", "C1,A1,,brother,")) {
                ImportOutcome again = contacts(context, "erased", row + ERASED);
                assertThat(again.feeds()).containsEntry(Feed.CONTACTS, new Counts(1, 0, 0, 1, 0, 0));
            }
            assertThat(context.rows(FORMS)).isEqualTo(forms);
            contacts(context, "corrected", "C1,A1,,cousin," + ERASED);
            assertThat(told(context)).containsExactly("import 4 {\"contacts\":1}");
        }
    }

    private static final String ATTEMPTS = "attempt_id,account_id,contact_id,channel,attempted_at,outcome,handle_id";
    private static final String STOPS = "stop_id,borrower_id,contact_id,handle_id,kind,from_on,posted_at";
    private static final String TELEPHONES =
            "SELECT attempt_id, revision, contact_id, handle_id, handle FROM contact_attempts"
                    + " UNION ALL SELECT stop_id, revision, contact_id, handle_id, handle FROM stops ORDER BY 1, 2";

    private static Map<String, List<String>> calls() {
        return Map.of(
                "contact_attempts.csv",
                List.of(
                        ATTEMPTS,
                        "T1,A1,C1,CALL,2026-02-01T10:00:00Z,ANSWERED,+4930771",
                        "T2,A1,C2,CALL,2026-02-01T11:00:00Z,ANSWERED,+49152",
                        "T3,A1,,CALL,2026-02-01T12:00:00Z,ANSWERED,+49153"),
                "stops.csv",
                List.of(STOPS, "S1,B1,C1,+4930771,REFUSED,2026-02-01,2026-02-01T10:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_telephone_goes_from_attempts_and_stops_and_no_later_file_brings_it_back(Databases kind) {
        try (ImportContext context = new ImportContext(kind, folder)) {
            known(context);
            context.run(context.delivery("calls", calls()));
            contacts(context, "erased", "C1,A1,Bertram,brother,+4930771" + ERASED);

            String others = "T2|1|C2|+49152|49152, T3|1|null|+49153|49153";
            assertThat(String.join(", ", context.rows(TELEPHONES)))
                    .isEqualTo("S1|1|C1|null|null, T1|1|C1|null|null, " + others);
            assertThat(context.rows("SELECT contact_id, phone_digits FROM contacts ORDER BY contact_id, revision"))
                    .containsExactly("C1|null", "C1|null", "C1|null", "C2|49152");
            assertThat(everywhere(context)).noneMatch(value -> value.contains("4930771"));
            // its first form lost its digest, so that it comes once more, without the telephone
            for (int again = 0; again < 2; again++) {
                context.run(context.delivery("calls", calls()));
                assertThat(String.join(", ", context.rows(TELEPHONES)))
                        .isEqualTo("S1|1|C1|null|null, S1|2|C1|null|null, T1|1|C1|null|null, T1|2|C1|null|null, "
                                + others);
            }
        }
    }

    @Test
    void the_telephone_is_not_kept_from_the_delivery_that_erases_it() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            known(context);
            Map<String, List<String>> files = new TreeMap<>(calls());
            files.put("contacts.csv", List.of(HEADER, "C1,A1,,brother," + ERASED));
            for (int again = 0; again < 2; again++) {
                context.run(context.delivery("calls", files));
                assertThat(context.rows(TELEPHONES))
                        .containsExactly(
                                "S1|1|C1|null|null",
                                "T1|1|C1|null|null",
                                "T2|1|C2|+49152|49152",
                                "T3|1|null|+49153|49153");
            }
            assertThat(everywhere(context)).noneMatch(value -> value.contains("4930771"));
        }
    }

    @Test
    void an_old_file_does_not_bring_back_whom_the_ledger_has_forgotten() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            known(context);
            contacts(context, "erased", "C1,A1,,brother," + ERASED);
            ImportOutcome old = contacts(context, "old", "C1,A1,Bert,brother,+4930771,,");
            assertThat(old.feeds()).containsEntry(Feed.CONTACTS, new Counts(1, 0, 0, 1, 0, 0));
            assertThat(everywhere(context)).noneMatch(value -> value.contains("Bert") || value.contains("4930771"));
            assertThat(context.rows("SELECT COUNT(*) FROM contacts WHERE contact_id = 'C1' AND name <> ''"))
                    .containsExactly("0");
        }
    }

    @Test
    void a_contact_that_is_not_erased_needs_its_name_and_phone() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            context.run(context.delivery("book", TwoAccounts.files()));
            assertThat(contacts(context, "nameless", "C1,A1,,brother,+4930771,,")
                            .exitCode())
                    .isEqualTo(ExitCode.REJECTED);
        }
    }

    @Test
    void an_erasure_that_is_cut_off_at_any_commit_is_made_whole_and_told_once() {
        try (ImportContext context = new ImportContext(Databases.H2, folder)) {
            context.run(context.delivery("book", TwoAccounts.files()));
            contacts(
                    context,
                    "known",
                    IntStream.range(VALIDATED, 200)
                            .mapToObj(i -> "K" + i + ",A1,Bert,brother,+4930771,,")
                            .toArray(String[]::new));
            int erasures = 0;
            boolean failed = true;
            for (int commit = VALIDATED; failed; commit += 3) {
                String contact = "K" + commit + ",A1,Bert,brother,+4930771";
                context.commits.failOnceAfter(commit);
                failed = !isErased(context, commit, contact);
                context.commits.mend();
                assertThat(!failed || isErased(context, commit, contact)).isTrue();
                assertThat(context.rows(
                                "SELECT revision, name, phone FROM contacts WHERE contact_id = ? ORDER BY revision",
                                "K" + commit))
                        .as("commit %d", commit)
                        .containsExactly("1||", "2||");
                assertThat(told(context)).as("commit %d", commit).hasSize(++erasures);
            }
            assertThat(erasures).isGreaterThan(15);
            assertThat(told(context)).allMatch(event -> event.endsWith(" {\"contacts\":1}"));
        }
    }

    private static boolean isErased(ImportContext context, int commit, String contact) {
        try {
            return contacts(context, "erased" + commit, contact + ERASED).exitCode() == ExitCode.DONE;
        } catch (IllegalStateException e) {
            return false; // the job's own records could not be written either, as after a kill
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_next_night_exports_what_was_erased_and_the_chain_holds(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        lender.contact("A", "Bert", "+4930771", "").deliver();
        lender.run("2026-02-27");
        lender.contact("A", "Bert", "+4930771", "2026-02-28T10:00:00Z").deliver();
        lender.run("2026-02-28");

        assertThat(Files.readString(lender.folder("2026-02-28").resolve("audit.jsonl")))
                .contains("\"counts\":{\"contacts\":1}", "\"what\":\"contacts erased\"")
                .doesNotContain("Bert", "4930771");
        Application application = lender.book.application;
        assertThat(ChainCheck.of(
                                application.audit().all(lender.name),
                                application.checkpoints().heads(lender.name),
                                null)
                        .differences())
                .isEmpty();
    }

    /** The events of erasures: the import, and how many. */
    private static List<String> told(ImportContext context) {
        return new AuditStore(context.jdbc.getDataSource())
                .all("north").stream()
                        .map(AuditEvent::json)
                        .filter(event -> event.contains("contacts erased"))
                        .map(event -> event.replaceAll(".*\"counts\":(\\{[^}]*\\}).*\"on\":\"([^\"]*)\".*", "$2 $1"))
                        .toList();
    }

    private static List<String> everywhere(ImportContext context) {
        return TableRows.everywhere(context.jdbc);
    }
}

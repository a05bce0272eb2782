package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.Checkpoint.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One kind of tampering with nights each, with all that a careful forger would mend: it is found from the bytes, and named. */
class BinderTest extends SignedNights {

    @Test
    void untouched_nights_differ_in_nothing_and_what_is_unproven_is_said() {
        List<Binder.Result> results = check(lender);
        assertThat(differences(results)).isEmpty();
        assertThat(results).hasSize(5);
        assertThat(results.get(0).findings().checked())
                .contains(
                        "previous: none, this is the lender's first run",
                        "checkpoint.json: signed by key " + KEY.verifyKey().id(),
                        "audit.jsonl: events 1 to 3, unbroken");
        assertThat(results.get(3).findings().checked())
                .contains(
                        "previous: 2026-11-19, its manifest is the one this run followed",
                        "audit.jsonl: events 10 to 12, unbroken");
        assertThat(results.get(4).of()).isEqualTo("north, its audit trail");
        assertThat(results.get(4).findings().unproven())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("tail: nights after 2026-11-20 may have been cut off"))
                .anyMatch(line -> line.startsWith("key: "));
        assertThat(results.get(4).findings().checked())
                .containsExactly("4 nights, 12 events, the last night is 2026-11-20");
    }

    @Test
    void nights_given_one_by_one_in_any_order_are_checked_in_theirs() {
        assertThat(differences(check(night(20), night(18), night(19)))).isEmpty();
    }

    @Test
    void one_night_alone_is_checked_with_what_its_checkpoint_says_of_those_before() throws IOException {
        Path moved = Files.move(
                night(19), Files.createDirectories(out.resolve("kept/north")).resolve("2026-11-19"));
        List<Binder.Result> results = check(moved);
        assertThat(differences(results)).isEmpty();
        assertThat(results.get(0).findings().unproven())
                .containsExactly("previous: 2026-11-18 is not here, so the link to it is unproven");
        assertThat(results.get(0).findings().checked()).contains("audit.jsonl: events 7 to 9, unbroken");
    }

    @Test
    void a_changed_byte_is_found() throws IOException {
        replace(night(18).resolve("audit.jsonl"), "done 5", "done 6");
        assertThat(differences(check(lender)))
                .contains("audit.jsonl: event 5 was changed, or one before it: its hash does not follow from them")
                .anyMatch(line -> line.startsWith("audit.jsonl: sha256: the manifest says "));
    }

    @Test
    void a_removed_event_is_found_though_the_manifest_was_mended() throws IOException {
        Path trail = night(18).resolve("audit.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(trail));
        lines.remove(1);
        Files.writeString(trail, String.join("\n", lines) + "\n");
        mend(night(18));
        assertThat(differences(check(lender)))
                .contains("audit.jsonl: event 5 was removed", "manifest.json: is not the one that was signed");
    }

    @Test
    void a_cut_tail_of_events_is_found() throws IOException {
        Path trail = night(20).resolve("audit.jsonl");
        Files.writeString(trail, Files.readAllLines(trail).get(0) + "\n");
        mend(night(20));
        assertThat(differences(check(lender)))
                .contains(
                        "audit.jsonl: ends at event 10, though event 12 was signed as its last: its tail was cut off");
    }

    @Test
    void a_history_that_was_re_written_and_hashed_anew_is_found() throws IOException {
        Path trail = night(20).resolve("audit.jsonl");
        List<AuditEvent> all = events(12, "done");
        List<AuditEvent> forged = chain(new Head(9, all.get(8).hash()), 3, "forged");
        Files.writeString(trail, lines(forged));
        mend(night(20));
        assertThat(differences(check(lender)))
                .containsExactly(
                        "manifest.json: is not the one that was signed",
                        "audit.jsonl: its history was re-written: event 12 is not the one that was signed");
    }

    @Test
    void a_missing_night_is_named() throws IOException {
        delete(night(18));
        assertThat(differences(check(lender)))
                .containsExactly("previous: 2026-11-18 is missing, which 2026-11-19 followed");
        assertThat(differences(check(night(17), night(19), night(20))))
                .containsExactly("previous: 2026-11-18 is missing, which 2026-11-19 followed");
    }

    @Test
    void a_missing_first_night_is_named_when_all_are_asked_for() throws IOException {
        delete(night(17));
        assertThat(differences(check(lender)))
                .containsExactly("previous: 2026-11-17 is missing, which 2026-11-18 followed");
        assertThat(differences(check(night(18), night(19), night(20)))).isEmpty();
    }

    @Test
    void a_replaced_folder_is_found_by_the_next_though_the_forger_has_the_key() throws IOException {
        Path kept = Files.move(lender, out.resolve("kept"));
        publish(KEY, events(12, "forged"), 4);
        delete(night(19));
        Files.move(kept.resolve("2026-11-19"), night(19));
        assertThat(check(lender))
                .filteredOn(result -> !result.findings().differences().isEmpty())
                .satisfiesExactly(
                        result -> assertThat(result.findings().differences())
                                .contains(
                                        "previous: the manifest of 2026-11-18 is not the one this run followed; one of the two folders was replaced",
                                        "checkpoint.json: does not follow the checkpoint of 2026-11-18; one of the two folders was replaced"),
                        result -> assertThat(result.of()).endsWith("2026-11-20"));
    }
}

package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.Checkpoint.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One kind of tampering each, with all that a careful forger would mend: it is found from the bytes, and named. */
class BinderTest {

    private static final SigningKey KEY = SigningKey.generate();
    private static final SigningKey OTHER = SigningKey.generate();

    @TempDir
    Path out;

    private Path lender;

    /** Four nights of three events each. */
    @BeforeEach
    void nights() throws IOException {
        lender = out.resolve("north");
        publish(KEY, events(12, "done"), 4);
    }

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
        Path moved = Files.move(night(19), out.resolve("2026-11-19"));
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

    @Test
    void another_key_is_found() throws IOException {
        Path manifest = night(20).resolve(Manifest.FILE);
        Checkpoint signed = Checkpoint.parse(Files.readAllBytes(night(20).resolve(Checkpoint.FILE)));
        Checkpoint forged = Checkpoint.sign(
                OTHER,
                Manifest.parse(Files.readAllBytes(manifest)),
                signed.folder(),
                signed.since(),
                signed.head(),
                signed.previousSha256());
        Files.write(night(20).resolve(Checkpoint.FILE), forged.bytes());
        String other = OTHER.verifyKey().id();
        assertThat(differences(check(lender)))
                .containsExactly("checkpoint.json: is signed by key " + other + ", but the night before by key "
                        + KEY.verifyKey().id() + "; if the key was changed on purpose, name both with --key");
        assertThat(differences(new Binder(List.of(KEY.verifyKey()), Map.of()).check(List.of(lender))))
                .containsExactly("checkpoint.json: is signed by key " + other + ", which is none of those you trust");
        assertThat(differences(
                        new Binder(List.of(KEY.verifyKey(), OTHER.verifyKey()), Map.of()).check(List.of(lender))))
                .isEmpty();
    }

    @Test
    void all_nights_signed_by_another_key_are_found_with_the_key_that_was_kept() throws IOException {
        delete(lender);
        publish(OTHER, events(12, "forged"), 4);
        assertThat(differences(check(lender))).isEmpty();
        assertThat(differences(new Binder(List.of(KEY.verifyKey()), Map.of()).check(List.of(lender))))
                .hasSize(4)
                .allMatch(line -> line.endsWith("which is none of those you trust"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"run\" : 4|\"run\" : 5", "\"number\" : 9|\"number\" : 8", "\"north\"|\"south\""})
    void a_changed_checkpoint_is_found(String change) throws IOException {
        String[] parts = change.split("\\|", -1);
        replace(night(20).resolve(Checkpoint.FILE), parts[0], parts[1]);
        assertThat(differences(check(lender)))
                .contains("checkpoint.json: was changed after key "
                        + KEY.verifyKey().id() + " signed it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "garbage"})
    void a_spoilt_checkpoint_gives_a_message(String content) throws IOException {
        Files.writeString(night(20).resolve(Checkpoint.FILE), content);
        assertThat(differences(check(lender)))
                .singleElement()
                .asString()
                .startsWith("checkpoint.json: ")
                .contains("changed");
    }

    @Test
    void a_checkpoint_with_something_added_is_found() throws IOException {
        replace(night(20).resolve(Checkpoint.FILE), "{", "{ \"note\" : 1,");
        assertThat(differences(check(lender)))
                .contains("checkpoint.json: is not written as a checkpoint is: it was changed");
    }

    @Test
    void a_folder_without_a_checkpoint_is_found() throws IOException {
        Files.delete(night(18).resolve(Checkpoint.FILE));
        assertThat(differences(check(lender))).contains("checkpoint.json: is missing: nobody signed this folder");
    }

    @Test
    void a_tail_cut_off_with_its_checkpoint_is_seen_only_against_an_anchor() throws IOException {
        Anchor anchor =
                anchor(night(20), new Head(12, events(12, "done").get(11).hash()));
        delete(night(20));
        assertThat(differences(check(lender))).isEmpty();
        assertThat(differences(new Binder(List.of(), Map.of("north", anchor)).check(List.of(lender))))
                .containsExactly("tail: the anchor knows 2026-11-20, which is not here: it was cut off, or not given");
    }

    @Test
    void an_anchor_proves_the_tail_and_a_history_re_written_with_the_right_key_is_seen_against_it() throws IOException {
        List<AuditEvent> all = events(12, "done");
        Anchor anchor = anchor(night(19), new Head(10, all.get(9).hash()));
        Binder binder = new Binder(List.of(KEY.verifyKey()), Map.of("north", anchor));
        List<Binder.Result> results = binder.check(List.of(lender));
        assertThat(differences(results)).isEmpty();
        assertThat(results.get(4).findings().checked()).contains("anchor: complete up to 2026-11-19");
        assertThat(results.get(4).findings().unproven()).isEmpty();

        delete(lender);
        publish(KEY, events(12, "forged"), 4);
        assertThat(differences(binder.check(List.of(lender))))
                .containsExactly(
                        "history: 2026-11-19 is not the folder that the anchor knows: it was re-written",
                        "history: event 10 is not the one that the anchor knows: it was re-written");
    }

    @Test
    void an_anchor_is_a_line_that_is_read_back() throws IOException {
        Anchor anchor = anchor(night(19), new Head(10, "a".repeat(64)));
        Anchor none = new Anchor("south", Head.NONE, null, null);
        assertThat(Anchor.parse(List.of(anchor.line(), "", none.line())))
                .isEqualTo(Map.of("north", anchor, "south", none));
    }

    @Test
    void a_key_is_read_back_from_its_pem_and_a_pair_of_two_keys_is_none() {
        SigningKey again = SigningKey.parse(KEY.pem());
        assertThat(again.verifyKey()).isEqualTo(KEY.verifyKey());
        assertThat(again.sign("x")).isEqualTo(KEY.sign("x"));
        assertThat(VerifyKey.parse(KEY.verifyKey().pem()).verifies("x", KEY.sign("x")))
                .isTrue();
        assertThat(KEY.verifyKey().verifies("y", KEY.sign("x"))).isFalse();
        String mixed = KEY.pem().substring(0, KEY.pem().indexOf("-----BEGIN PUBLIC"))
                + OTHER.verifyKey().pem();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> SigningKey.parse(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different keys");
    }

    private List<Binder.Result> check(Path... folders) {
        return new Binder(List.of(), Map.of()).check(List.of(folders));
    }

    private static List<String> differences(List<Binder.Result> results) {
        return results.stream()
                .flatMap(result -> result.findings().differences().stream())
                .toList();
    }

    private Path night(int day) {
        return lender.resolve("2026-11-" + day);
    }

    private static Anchor anchor(Path folder, Head head) throws IOException {
        return new Anchor("north", head, folder.getFileName().toString(), Digest.of(folder.resolve(Checkpoint.FILE)));
    }

    private static List<AuditEvent> events(int count, String reason) {
        return chain(Head.NONE, count, reason);
    }

    private static List<AuditEvent> chain(Head from, int count, String reason) {
        List<AuditEvent> events = new ArrayList<>();
        Head head = from;
        for (int i = 0; i < count; i++) {
            Event event = Event.of(Event.What.STEP_DONE, Instant.EPOCH).reason(reason + " " + (head.number() + 1));
            AuditEvent next = AuditEvent.after(head.number(), head.hash(), event);
            events.add(next);
            head = new Head(next.number(), next.hash());
        }
        return events;
    }

    private static String lines(List<AuditEvent> events) {
        return String.join("\n", events.stream().map(AuditEvent::line).toList()) + "\n";
    }

    private void publish(SigningKey key, List<AuditEvent> events, int nights) throws IOException {
        Head since = Head.NONE;
        Manifest.Previous previous = null;
        String checkpoint = null;
        for (int i = 0; i < nights; i++) {
            Path night = Files.createDirectories(night(17 + i));
            List<AuditEvent> exported = events.subList(i * 3, i * 3 + 3);
            Files.writeString(night.resolve(Manifest.TRAIL), lines(exported));
            String asOf = night.getFileName().toString();
            Manifest manifest = manifest(night, i + 1, asOf, previous);
            Files.write(night.resolve(Manifest.FILE), manifest.bytes());
            Head head = new Head(exported.get(2).number(), exported.get(2).hash());
            Files.write(
                    night.resolve(Checkpoint.FILE),
                    Checkpoint.sign(key, manifest, asOf, since, head, checkpoint)
                            .bytes());
            since = head;
            previous = new Manifest.Previous(asOf, Digest.of(manifest.bytes()));
            checkpoint = Digest.of(night.resolve(Checkpoint.FILE));
        }
    }

    /** What a careful forger does: the manifest says what the files are now. */
    private static void mend(Path night) throws IOException {
        Path file = night.resolve(Manifest.FILE);
        Manifest was = Manifest.parse(Files.readAllBytes(file));
        Files.write(file, manifest(night, was.run(), was.asOf(), was.previous()).bytes());
    }

    private static Manifest manifest(Path night, long run, String asOf, Manifest.Previous previous) throws IOException {
        List<FileEntry> files = List.of(FileEntry.of(night, Manifest.TRAIL));
        String at = "2026-11-20T23:00:00Z";
        return new Manifest(
                1, "north", asOf, 1, run, at, at, "1", "0", false, 0, List.of(), files, null, null, previous);
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

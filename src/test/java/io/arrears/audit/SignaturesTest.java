package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.Checkpoint.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signed the nights: other keys, changed checkpoints, and tails that only an anchor shows to be cut off. */
class SignaturesTest extends SignedNights {

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
        assertThat(results.get(4).findings().checked())
                .contains("anchor: complete up to event 10, 2026-11-19; what came after it the anchor cannot know");
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
}

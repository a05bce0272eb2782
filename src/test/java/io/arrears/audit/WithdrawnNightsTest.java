package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Sha256;
import io.arrears.audit.Checkpoint.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last of four nights is withdrawn, by event 13; the night that runs in its place follows it in the trail. */
class WithdrawnNightsTest extends SignedNights {

    private AuditEvent event;
    private Path withdrawn;
    private Path notice;

    @BeforeEach
    void withdrawTheLast() throws IOException {
        Checkpoint last = Checkpoint.parse(Files.readAllBytes(night(20).resolve(Checkpoint.FILE)));
        event = AuditEvent.after(
                12,
                last.head().hash(),
                Event.of(Event.What.RUN_WITHDRAWN, Instant.EPOCH).run(4));
        withdrawn = Files.createDirectories(lender.resolve("withdrawn")).resolve("2026-11-20-run4");
        notice = withdrawn.resolveSibling("2026-11-20-run4.json");
        Files.move(night(20), withdrawn);
        Files.write(notice, Withdrawal.sign(KEY, last, event).bytes());
    }

    /** Run 5, in the place of run 4. */
    private void again() throws IOException {
        Checkpoint last = Checkpoint.parse(Files.readAllBytes(withdrawn.resolve(Checkpoint.FILE)));
        sign(KEY, 20, 5, List.of(event), night(19), last);
    }

    private List<String> found() {
        return differences(check(lender));
    }

    @Test
    void until_the_next_night_the_signed_notice_says_that_it_was_withdrawn() {
        List<Binder.Result> results = check(lender);
        assertThat(differences(results)).isEmpty();
        assertThat(results.get(3).findings().checked())
                .contains(
                        "folder: 2026-11-20-run4 of north, run 4",
                        "withdrawn: by event 13, which comes with the next night; until then its signed notice says so");
        assertThat(results.get(4).findings().checked())
                .containsExactly(
                        "3 nights, 1 withdrawn, 12 events, the last night is 2026-11-20-run4, which was withdrawn");
    }

    @Test
    void the_next_night_follows_it_in_the_trail_and_the_one_before_it_in_its_manifest() throws IOException {
        again();
        List<Binder.Result> results = check(lender);
        assertThat(differences(results)).isEmpty();
        assertThat(results.get(3).findings().checked()).contains("withdrawn: by event 13");
        assertThat(results.get(4).findings().checked())
                .contains(
                        "previous: 2026-11-19, its manifest is the one this run followed",
                        "audit.jsonl: events 13 to 13, unbroken");
        Files.delete(notice);
        assertThat(found()).as("the trail alone says it").isEmpty();
        assertThat(differences(check(night(20)))).isEmpty();
        assertThat(differences(check(withdrawn))).isEmpty();
        assertThat(differences(check(lender.resolve("withdrawn")))).isEmpty();
    }

    @Test
    void an_anchor_that_knew_the_night_knows_it_still() throws IOException {
        Anchor anchor = new Anchor(
                "north",
                new Head(12, events(12, "done").get(11).hash()),
                "2026-11-20",
                Sha256.of(withdrawn.resolve(Checkpoint.FILE)));
        again();
        assertThat(differences(new Binder(List.of(KEY.verifyKey()), Map.of("north", anchor)).check(List.of(lender))))
                .isEmpty();
    }

    @Test
    void a_night_that_nothing_signed_calls_withdrawn_is_found() throws IOException {
        Files.delete(notice);
        assertThat(found()).containsExactly("withdrawn: nothing that is signed says that this night was withdrawn");
        again();
        Files.move(night(19), withdrawn.resolveSibling("2026-11-19-run3"));
        assertThat(found()).contains("withdrawn: nothing that is signed says that this night was withdrawn");
    }

    @Test
    void a_notice_of_another_key_or_another_night_is_none() throws IOException {
        Checkpoint third = Checkpoint.parse(Files.readAllBytes(night(19).resolve(Checkpoint.FILE)));
        Checkpoint last = Checkpoint.parse(Files.readAllBytes(withdrawn.resolve(Checkpoint.FILE)));
        Files.write(notice, Withdrawal.sign(OTHER, last, event).bytes());
        assertThat(found()).singleElement().asString().startsWith("withdrawn: its notice is signed by key ");
        Files.write(notice, Withdrawal.sign(KEY, third, event).bytes());
        assertThat(found()).containsExactly("withdrawn: its notice is that of another night");
        AuditEvent done = AuditEvent.after(
                12,
                last.head().hash(),
                Event.of(Event.What.STEP_DONE, Instant.EPOCH).run(4));
        Files.write(notice, Withdrawal.sign(KEY, last, done).bytes());
        assertThat(found()).containsExactly("withdrawn: its notice is that of another night");
        Files.write(notice, Withdrawal.sign(KEY, last, event).bytes());
        replace(notice, "\"run\" : 4", "\"run\" : 3");
        assertThat(found()).singleElement().asString().startsWith("withdrawn: its notice was changed after key ");
    }

    @Test
    void a_withdrawn_night_that_stands_again_is_found() throws IOException {
        Files.move(withdrawn, night(20));
        assertThat(found()).containsExactly("withdrawn: this night was withdrawn, but lies among those that stand");
    }

    @Test
    void a_withdrawn_night_that_is_missing_is_found() throws IOException {
        again();
        delete(withdrawn);
        assertThat(found())
                .contains(
                        "checkpoint.json: does not follow the checkpoint of 2026-11-19; a withdrawn night between them is"
                                + " missing, or one of the two folders was replaced",
                        "withdrawn/2026-11-20-run4.json: is the notice of a night that is not here");
    }

    @Test
    void what_else_lies_among_the_withdrawn_nights_is_named() throws IOException {
        Files.createDirectory(withdrawn.resolveSibling("2026-11-19"));
        Files.writeString(withdrawn.resolveSibling("notes"), "");
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "withdrawn/2026-11-19: is a folder among the withdrawn nights, and none of them",
                        "withdrawn/notes: is a file among the withdrawn nights, and none of them");
    }
}

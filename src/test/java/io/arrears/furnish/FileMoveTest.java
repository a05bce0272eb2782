package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Reported.State;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/submissions.md, row by row: what becomes of a file in each state, by whose word. */
class FileMoveTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state  | release      | sent     | void                         | answer          | refused whole   | .bad
            PREPARED | RELEASED two | no       | VOID one                     | ACCEPTED bureau | REJECTED bureau | no
            RELEASED | no           | SENT one | VOID two not handed over     | ACCEPTED bureau | REJECTED bureau | REJECTED bureau
            SENT     | no           | no       | VOID two not received        | ACCEPTED bureau | REJECTED bureau | REJECTED bureau
            ACCEPTED | no           | no       | no                           | compare         | no              | no
            REJECTED | no           | no       | no                           | ACCEPTED bureau | known           | known
            VOID     | no           | no       | no                           | ACCEPTED bureau | known           | known
            """)
    void every_event_in_every_state(
            State state, String release, String sent, String makeVoid, String answer, String refusal, String bad) {
        assertThat(words(state, FileEvent.RELEASE)).as("release").isEqualTo(release);
        assertThat(words(state, FileEvent.SENT)).as("sent").isEqualTo(sent);
        assertThat(words(state, FileEvent.VOID)).as("void").isEqualTo(makeVoid);
        assertThat(words(state, FileEvent.ANSWER)).as("answer").isEqualTo(answer);
        assertThat(words(state, FileEvent.REFUSAL)).as("refused whole").isEqualTo(refusal);
        assertThat(words(state, FileEvent.BAD)).as(".bad").isEqualTo(bad);
    }

    private static String words(State state, FileEvent event) {
        FileMove move = FileMove.of(state, event);
        if (move instanceof FileMove.To to) {
            return to.next() + " " + to.whose().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        } else if (move instanceof FileMove.Refuse refuse) {
            assertThat(refuse.sentence()).isNotBlank();
            return "no";
        }
        return move instanceof FileMove.Known ? "known" : "compare";
    }

    /** Only what was sent, or loaded, counts as told; what is on its way holds its account; what is not answered waits. */
    @ParameterizedTest
    @CsvSource({
        // state,  counts, underway, waits
        "PREPARED, false,  true,     true",
        "RELEASED, false,  true,     true",
        "SENT,     true,   false,    true",
        "ACCEPTED, true,   false,    false",
        "REJECTED, false,  false,    false",
        "VOID,     false,  false,    false",
    })
    void what_counts_as_told_what_is_on_its_way_and_what_waits(
            State state, boolean counts, boolean underway, boolean waits) {
        assertThat(state.counts()).isEqualTo(counts);
        assertThat(state.isUnderway()).isEqualTo(underway);
        assertThat(state.isWaiting()).isEqualTo(waits);
    }
}

package io.arrears.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the states of a run have in common. */
class RunStateTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state     | unfinished | underway | was published | taken back | has a folder | came to nothing | leaves remains
            STARTED     | yes        | yes      | -             | -          | -            | -               | -
            PUBLISHING  | yes        | yes      | -             | -          | yes          | -               | -
            PUBLISHED   | -          | -        | yes           | -          | yes          | -               | yes
            REFUSED     | -          | -        | -             | -          | -            | yes             | yes
            ABANDONED   | -          | -        | -             | -          | -            | yes             | yes
            WITHDRAWING | yes        | -        | yes           | yes        | -            | -               | -
            WITHDRAWN   | -          | -        | yes           | yes        | -            | yes             | -
            """)
    void each_state(
            Run.State state,
            String unfinished,
            String underway,
            String published,
            String takenBack,
            String folder,
            String nothing,
            String remains) {
        assertThat(yes(state.isUnfinished())).as("unfinished").isEqualTo(unfinished);
        assertThat(yes(state.isUnderway())).as("underway").isEqualTo(underway);
        assertThat(yes(state.wasPublished())).as("was published").isEqualTo(published);
        assertThat(yes(state.isTakenBack())).as("taken back").isEqualTo(takenBack);
        assertThat(yes(state.hasFolder())).as("has a folder").isEqualTo(folder);
        assertThat(yes(state.cameToNothing())).as("came to nothing").isEqualTo(nothing);
        assertThat(yes(state.leavesRemains())).as("leaves remains").isEqualTo(remains);
    }

    private static String yes(boolean is) {
        return is ? "yes" : "-";
    }
}

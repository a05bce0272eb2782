package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose turn it is with a record that waits (S13, S19). */
class TurnTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            underway     | PEOPLE | bureau release; bureau sent; bureau void
            answered     | DATA   | import; bureau retell; bureau give-up
            given-up     | NOBODY | bureau retell
            baseline     | PEOPLE | bureau baseline --mend
            review       | DATA   | import; review accept
            pre-notice   | DATA   | import
            consent      | DATA   | import
            open-rejects | DATA   | import
            """)
    void at_each_gate(String gate, Turn.Whose whose, String command) {
        assertThat(Turn.at(gate)).isEqualTo(new Turn(whose, command));
    }
}

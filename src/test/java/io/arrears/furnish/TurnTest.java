package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose turn it is with a record that waits (S13, S19). */
class TurnTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            underway     | PEOPLE | bureau release; bureau sent; bureau void
            answered     | DATA   | import; bureau retell; bureau give-up
            given-up     | NOBODY | bureau retell
            order        | DATA   | import
            complete     | DATA   | import
            baseline     | PEOPLE | bureau baseline --mend
            review       | DATA   | import; review accept
            pre-notice   | DATA   | import
            consent      | DATA   | import
            open-rejects | DATA   | import
            """)
    void at_each_gate(String gate, Turn.Whose whose, String command) {
        assertThat(Turn.at(gate)).isEqualTo(new Turn(whose, command));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REVERSAL_TARGET_UNKNOWN     | import; review accept
            REVERSAL_TARGET_KIND        | import; review accept
            REVERSAL_OTHER_AMOUNT       | import; review accept
            REVERSAL_BEFORE_TARGET      | import; review accept
            REVERSAL_REPEATED           | import; review accept
            REVERSAL_OF_EARLIER_VERSION | import; review accept
            AGREEMENT_VERSION_UNKNOWN   | import; review accept
            AGREEMENT_VERSION_EARLIER   | import; review accept
            AGREEMENT_WITHOUT_VERSION   | import; review accept
            REFUND_BEYOND_UNALLOCATED   | import; review accept
            SCHEDULE_NOT_WHOLE          | import; review accept
            SCHEDULE_WITHOUT_AGREEMENT  | import; review accept
            BEFORE_OPENING              | import; review accept
            NO_INSTALMENTS              | import
            OPEN_REJECT                 | import
            UNKNOWN_REJECT              | import
            SCHEDULE_ROUNDED            | import
            TERM_COUNT_DIFFERS          | import
            WAIVER_BEYOND               | import
            WAIVER_OF_COMING            | import
            """)
    void with_what_a_review_holds(ReviewCode code, String command) {
        Review review = new Review(code, "1");
        assertThat(Turn.with(List.of(review))).isEqualTo(new Turn(Turn.Whose.DATA, command));
        Review missing = new Review(ReviewCode.NO_INSTALMENTS, "L1");
        assertThat(Turn.with(List.of(missing, review)))
                .as("beside what nobody can accept")
                .isEqualTo(new Turn(Turn.Whose.DATA, command));
    }

    @Test
    void the_review_gate_offers_nobody_to_accept_what_is_missing() {
        assertThat(Cases.loan().without("instalments").stop(Gate.REVIEW, "2026-11-30"))
                .get()
                .extracting(GateResult::turn)
                .isEqualTo(Turn.DELIVER);
    }
}

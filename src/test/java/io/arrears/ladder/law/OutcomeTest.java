package io.arrears.ladder.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each outcome counts as (L15); a word that is none of ours against every cap, and never as failed or reached. */
class OutcomeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # outcome        | connected | failed | placed | reached | starts a rest | counted as reached | refusal
          ANSWERED       | yes       | -      | yes    | yes     | -             | yes                | -
          CONVERSATION   | yes       | -      | yes    | yes     | yes           | yes                | -
          WRONG_PERSON   | yes       | -      | yes    | -       | -             | -                  | -
          REFUSED        | yes       | -      | yes    | yes     | -             | yes                | yes
          UNANSWERED     | -         | yes    | yes    | -       | -             | -                  | -
          VOICEMAIL      | -         | yes    | yes    | -       | -             | -                  | -
          BUSY           | -         | yes    | -      | -       | -             | -                  | -
          INVALID_NUMBER | -         | yes    | -      | -       | -             | -                  | -
          SENT           | -         | -      | yes    | -       | -             | -                  | -
          NOT_DELIVERED  | -         | -      | yes    | -       | -             | -                  | -
          HUNG_UP        | -         | -      | yes    | -       | yes           | yes                | -
          ' answered '   | yes       | -      | yes    | yes     | -             | yes                | -
          Busy           | -         | yes    | -      | -       | -             | -                  | -
          ' Refused '    | yes       | -      | yes    | yes     | -             | yes                | yes
          ''             | -         | -      | yes    | -       | yes           | yes                | -
        """)
    void counts_as(
            String word,
            String connected,
            String failed,
            String placed,
            String reached,
            String rest,
            String countedAsReached,
            String refusal) {
        Outcome outcome = Outcome.of(word);
        Contacted call = new Contacted("T1", "A1", "P1", "H1", Channel.CALL, Instant.EPOCH, outcome, false);
        assertThat(yes(outcome.isConnected())).isEqualTo(connected);
        assertThat(yes(outcome.isFailed())).isEqualTo(failed);
        assertThat(yes(outcome.isPlaced())).isEqualTo(placed);
        assertThat(yes(outcome.isReached())).isEqualTo(reached);
        assertThat(yes(outcome.mayBeConversation())).isEqualTo(rest);
        assertThat(yes(Unit.PERSON_REACHED.counts(call))).isEqualTo(countedAsReached);
        assertThat(yes(call.isAsked())).isEqualTo(countedAsReached);
        assertThat(yes(outcome.isRefusal())).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"CALL,CALL", "auto_call,AUTO_CALL", "' Sms ',SMS"})
    void a_channel_is_read_without_case(String word, Channel channel) {
        assertThat(Channel.of(word)).contains(channel);
    }

    private static String yes(boolean is) {
        return is ? "yes" : "-";
    }
}

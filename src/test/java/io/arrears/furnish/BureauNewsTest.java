package io.arrears.furnish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Reported.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For what a night looks at the whole past of an account again. */
class BureauNewsTest {

    @ParameterizedTest
    @CsvSource({
        // now,    before,   news,             reopens
        "PREPARED,         , ON_ITS_WAY,       false",
        "RELEASED, PREPARED, ON_ITS_WAY,       false",
        "SENT,     RELEASED, ON_ITS_WAY,       false",
        "ACCEPTED, SENT,     ON_ITS_WAY,       false",
        "ACCEPTED, PREPARED, LOADED_AFTER_ALL, true",
        "ACCEPTED, RELEASED, LOADED_AFTER_ALL, true",
        "ACCEPTED, REJECTED, LOADED_AFTER_ALL, true",
        "ACCEPTED, VOID,     LOADED_AFTER_ALL, true",
        "ACCEPTED, ACCEPTED, LOADED_AFTER_ALL, true",
        "REJECTED, PREPARED, FAILED,           true",
        "REJECTED, SENT,     FAILED,           true",
        "VOID,     PREPARED, FAILED,           true",
        "VOID,     SENT,     FAILED,           true",
    })
    void a_file_reopens_the_past_once_it_tells_more_or_less_than_was_thought(
            State now, State before, BureauNews news, boolean reopens) {
        assertThat(BureauNews.of(now, before)).isEqualTo(news);
        assertThat(news.reopensPast()).isEqualTo(reopens);
    }

    @ParameterizedTest
    @CsvSource({"ANSWERED", "SPOKEN_OF", "BASELINE_LOADED"})
    void so_does_what_is_heard_of_its_records(BureauNews news) {
        assertThat(news.reopensPast()).isTrue();
    }
}

package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventTest {

    private static final Instant AT = Instant.parse("2026-11-20T20:00:00Z");

    @Test
    void an_event_is_json_with_sorted_keys_hashed_onto_the_one_before() {
        Event done = Event.of(Event.What.STEP_DONE, AT).run(7).on("assess").counts(Map.of("written", 1, "read", 2));
        AuditEvent first = AuditEvent.after(0, AuditEvent.FIRST, done);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.json())
                .matches("\\{\"at\":\"2026-11-20T20:00:00Z\",\"by\":\"[^\"]+\",\"counts\":\\{\"read\":2,\"written\":1},"
                        + "\"host\":\"[^\"]+\",\"on\":\"assess\",\"run\":7,\"what\":\"step done\"}");
        assertThat(first.hash()).isEqualTo(Sha256.of(("0".repeat(64) + first.json()).getBytes(StandardCharsets.UTF_8)));
        AuditEvent second = AuditEvent.after(first.number(), first.hash(), Event.of(Event.What.RUN_PUBLISHED, AT));
        assertThat(second.follows(first.hash())).isTrue();
        assertThat(second.follows(AuditEvent.FIRST)).isFalse();
        assertThat(new AuditEvent(2, "{\"what\":\"d\"}", second.hash()).follows(first.hash()))
                .isFalse();
    }

    @Test
    void a_line_of_the_trail_is_read_back_as_it_was_whatever_the_event_says() {
        Event event = Event.of(Event.What.RUN_ABANDONED, AT).reason("\"}\n,\"hash\":\"0\u2028 \u674e");
        AuditEvent told = AuditEvent.after(41, "1".repeat(64), event);
        assertThat(told.line())
                .startsWith("{\"number\":42,\"hash\":\"" + told.hash())
                .doesNotContain("\n");
        assertThat(AuditEvent.parse(told.line())).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"number\":1}", "null", "{\"number\":1,\"hash\":\"0\",\"event\":{}}"})
    void what_is_no_line_of_the_trail_is_told(String line) {
        assertThatThrownBy(() -> AuditEvent.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no event of an audit trail");
    }
}

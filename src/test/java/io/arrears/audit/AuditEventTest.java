package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditEventTest {

    @Test
    void an_event_is_json_with_sorted_keys_hashed_onto_the_one_before() {
        AuditEvent first = AuditEvent.after(0, AuditEvent.FIRST, Map.of("what", "b", "by", "a", "run", 7));
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.json()).isEqualTo("{\"by\":\"a\",\"run\":7,\"what\":\"b\"}");
        assertThat(first.hash()).isEqualTo(Digest.of(("0".repeat(64) + first.json()).getBytes(StandardCharsets.UTF_8)));
        AuditEvent second = AuditEvent.after(first.number(), first.hash(), Map.of("what", "c"));
        assertThat(second.follows(first.hash())).isTrue();
        assertThat(second.follows(AuditEvent.FIRST)).isFalse();
        assertThat(new AuditEvent(2, "{\"what\":\"d\"}", second.hash()).follows(first.hash()))
                .isFalse();
    }
}

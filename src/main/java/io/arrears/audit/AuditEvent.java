package io.arrears.audit;

import io.arrears.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that was done, as canonical JSON (keys sorted, no spaces, one line), and its place in the lender's chain.
 *
 * @param hash SHA-256 of the hash before it followed by {@code json}; {@link #FIRST} stands before the first
 */
public record AuditEvent(long number, String json, String hash) {

    public static final String FIRST = "0".repeat(64);

    private static final Pattern LINE = Pattern.compile(
            "\\{\"number\":([0-9]{1,18}),\"hash\":\"([0-9a-f]{64})\",\"event\":(\\{.*\\})\\}", Pattern.DOTALL);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The event that follows {@code previousHash} in the chain. */
    public static AuditEvent after(long previousNumber, String previousHash, Event event) {
        String json = JSON.writeValueAsString(event.fields());
        return new AuditEvent(previousNumber + 1, json, hash(previousHash, json));
    }

    /** Whether it follows the event with this hash. */
    public boolean follows(String previousHash) {
        return hash.equals(hash(previousHash, json));
    }

    /** Its line in audit.jsonl: {@code {"number":1,"hash":"…","event":{…}}}, the event as it was hashed. */
    public String line() {
        return "{\"number\":" + number + ",\"hash\":\"" + hash + "\",\"event\":" + json + "}";
    }

    /** Reads a line of audit.jsonl; throws {@link IllegalArgumentException} when it is none. */
    public static AuditEvent parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no event of an audit trail");
        }
        return new AuditEvent(Long.parseLong(parts.group(1)), parts.group(3), parts.group(2));
    }

    /** What it says by its names; empty if its text is no object, which its hash does not tell. */
    Map<String, Object> fields() {
        try {
            Map<String, Object> fields = JSON.readValue(json, new TypeReference<>() {});
            return fields == null ? Map.of() : fields;
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    private static String hash(String previousHash, String json) {
        return Sha256.of((previousHash + json).getBytes(StandardCharsets.UTF_8));
    }
}

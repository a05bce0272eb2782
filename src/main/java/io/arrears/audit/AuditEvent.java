package io.arrears.audit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing that was done, as canonical JSON (keys sorted, no spaces), and its place in the lender's chain.
 *
 * @param hash SHA-256 of the hash before it followed by {@code json}; {@link #FIRST} stands before the first
 */
public record AuditEvent(long number, String json, String hash) {

    public static final String FIRST = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The event that follows {@code previousHash} in the chain. */
    public static AuditEvent after(long previousNumber, String previousHash, Map<String, Object> event) {
        String json = JSON.writeValueAsString(new TreeMap<>(event));
        return new AuditEvent(previousNumber + 1, json, hash(previousHash, json));
    }

    /** Whether it follows the event with this hash. */
    public boolean follows(String previousHash) {
        return hash.equals(hash(previousHash, json));
    }

    private static String hash(String previousHash, String json) {
        return Digest.of((previousHash + json).getBytes(StandardCharsets.UTF_8));
    }
}

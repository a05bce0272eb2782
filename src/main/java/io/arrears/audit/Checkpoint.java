package io.arrears.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.arrears.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * checkpoint.json, the signed end of a published folder: it vouches for the manifest, hence for every file, and for the audit
 * events up to the head, hence for all before it.
 *
 * @param folder the folder's name: {@code 2026-11-20}
 * @param since the head that the lender's previous checkpoint signed; what follows it stands in this folder's audit.jsonl
 * @param head the last event in this folder
 * @param previousSha256 digest of the previous checkpoint.json; none on the first night
 * @param publicKey X.509 in Base64; that it is the right one only somebody who kept it elsewhere can tell
 * @param signature Ed25519 in Base64, over {@link #signed}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Checkpoint(
        int format,
        String lender,
        long run,
        String folder,
        String manifestSha256,
        Head since,
        Head head,
        @Nullable String previousSha256,
        String publicKey,
        String signature) {

    public static final String FILE = "checkpoint.json";
    public static final int FORMAT = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper CANONICAL = JsonMapper.builder().build();

    /** Refuses a checkpoint that lacks something: it comes from a file that anybody may have changed. */
    public Checkpoint {
        Manifest.requireAll(lender, folder, manifestSha256, since, head, publicKey, signature);
    }

    /** An event's number and hash; 0 and {@link AuditEvent#FIRST} before the first. */
    public record Head(long number, String hash) {

        public static final Head NONE = new Head(0, AuditEvent.FIRST);

        public Head {
            Manifest.requireAll(hash);
        }

        @Override
        public String toString() {
            return "event " + number;
        }
    }

    /** Signs the end of a folder. */
    public static Checkpoint sign(
            SigningKey key, Manifest manifest, String folder, Head since, Head head, @Nullable String previousSha256) {
        Checkpoint unsigned = new Checkpoint(
                FORMAT,
                manifest.lender(),
                manifest.run(),
                folder,
                Sha256.of(manifest.bytes()),
                since,
                head,
                previousSha256,
                key.verifyKey().encoded(),
                "");
        return unsigned.with(key.sign(unsigned.signed()));
    }

    private Checkpoint with(String by) {
        return new Checkpoint(format, lender, run, folder, manifestSha256, since, head, previousSha256, publicKey, by);
    }

    /** What is signed: all but the signature, as JSON with sorted keys and no spaces. */
    public String signed() {
        Map<String, Object> fields = new TreeMap<>(Map.of(
                "format", format,
                "lender", lender,
                "run", run,
                "folder", folder,
                "manifestSha256", manifestSha256,
                "since", fields(since),
                "head", fields(head),
                "publicKey", publicKey));
        if (previousSha256 != null) {
            fields.put("previousSha256", previousSha256);
        }
        return CANONICAL.writeValueAsString(fields);
    }

    private static Map<String, Object> fields(Head head) {
        return new TreeMap<>(Map.of("number", head.number(), "hash", head.hash()));
    }

    /** Whether its signature is one of its key over just this. */
    public boolean holds() {
        return key().verifies(signed(), signature);
    }

    public VerifyKey key() {
        return new VerifyKey(publicKey);
    }

    public byte[] bytes() {
        return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a checkpoint; throws {@link IllegalArgumentException} when these bytes are not exactly one. */
    public static Checkpoint parse(byte[] bytes) {
        try {
            Checkpoint checkpoint = JSON.readValue(bytes, Checkpoint.class);
            if (checkpoint == null || !java.util.Arrays.equals(checkpoint.bytes(), bytes)) {
                throw new IllegalArgumentException("is not written as a checkpoint is: it was changed");
            }
            checkpoint.key();
            return checkpoint;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("cannot be understood as a checkpoint: it was changed", e);
        }
    }
}

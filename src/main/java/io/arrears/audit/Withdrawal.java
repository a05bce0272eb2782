package io.arrears.audit;

import io.arrears.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The signed notice beside a withdrawn night, {@code withdrawn/2026-11-20-run12.json}: it says so until the lender's next night
 * brings the event itself in its part of the trail.
 *
 * @param run the withdrawn one
 * @param folder the name that it was published as: {@code 2026-11-20}
 * @param checkpointSha256 digest of the withdrawn night's checkpoint.json
 * @param event the line of the trail that says so, an {@link Event.What#RUN_WITHDRAWN} of this run
 * @param publicKey X.509 in Base64
 * @param signature Ed25519 in Base64, over {@link #signed}
 */
public record Withdrawal(
        int format,
        String lender,
        long run,
        String folder,
        String checkpointSha256,
        String event,
        String publicKey,
        String signature) {

    public static final int FORMAT = 1;

    static final Pattern FILE = Pattern.compile(Night.WITHDRAWN_NAME.pattern() + "\\.json");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper CANONICAL = JsonMapper.builder().build();

    /** Refuses a notice that lacks something: it comes from a file that anybody may have changed. */
    public Withdrawal {
        Manifest.requireAll(lender, folder, checkpointSha256, event, publicKey, signature);
    }

    /** What a withdrawn night's folder is called in {@code withdrawn/}; its notice has {@code .json} behind it. */
    public static String folderName(String folder, long run) {
        return folder + "-run" + run;
    }

    /** Signs that a night was withdrawn by this event. */
    public static Withdrawal sign(SigningKey key, Checkpoint withdrawn, AuditEvent event) {
        Withdrawal unsigned = new Withdrawal(
                FORMAT,
                withdrawn.lender(),
                withdrawn.run(),
                withdrawn.folder(),
                Sha256.of(withdrawn.bytes()),
                event.line(),
                key.verifyKey().encoded(),
                "");
        return unsigned.with(key.sign(unsigned.signed()));
    }

    /** Whether an event says that its run was withdrawn. */
    public static boolean isOne(AuditEvent event) {
        return Event.What.RUN_WITHDRAWN.text().equals(event.fields().get("what"));
    }

    private Withdrawal with(String by) {
        return new Withdrawal(format, lender, run, folder, checkpointSha256, event, publicKey, by);
    }

    /** What is signed: all but the signature, as JSON with sorted keys and no spaces. */
    public String signed() {
        return CANONICAL.writeValueAsString(new TreeMap<>(Map.of(
                "format", format,
                "lender", lender,
                "run", run,
                "folder", folder,
                "checkpointSha256", checkpointSha256,
                "event", event,
                "publicKey", publicKey)));
    }

    /** Whether its signature is one of its key over just this. */
    boolean holds() {
        return key().verifies(signed(), signature);
    }

    VerifyKey key() {
        return new VerifyKey(publicKey);
    }

    public byte[] bytes() {
        return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a notice; throws {@link IllegalArgumentException} when these bytes are not exactly one. */
    static Withdrawal parse(byte[] bytes) {
        try {
            Withdrawal notice = JSON.readValue(bytes, Withdrawal.class);
            if (notice == null || !Arrays.equals(notice.bytes(), bytes)) {
                throw new IllegalArgumentException("is not written as a notice is: it was changed");
            }
            notice.key();
            AuditEvent.parse(notice.event());
            return notice;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("cannot be understood as a notice: it was changed", e);
        }
    }
}

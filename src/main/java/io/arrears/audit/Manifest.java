package io.arrears.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * manifest.json, the last file of a run: what it saw, under which policy, and every file with its digest. Its own digest
 * stands in the manifest of the lender's next run.
 *
 * @param restarts how often the run was resumed; the data files are the same whatever it says
 * @param accepted differences that the night went out with; none in nearly every one
 * @param withheld bureaus whose files did not go out, since R1, R2 or R6 differs for them; none in nearly every one
 * @param skippedMissed due days between the night before and this one that it was told to leave out; none in nearly every one
 * @param previous the lender's published run before this one; none on the first night
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        int format,
        String lender,
        String asOf,
        int sequence,
        long run,
        String cutoff,
        String generatedAt,
        String engine,
        String policySha256,
        boolean fullAssessment,
        int restarts,
        List<Input> inputs,
        List<FileEntry> files,
        @Nullable Accepted accepted,
        @Nullable List<String> withheld,
        @Nullable SkippedMissed skippedMissed,
        @Nullable Previous previous) {

    public static final String FILE = "manifest.json";
    public static final String TRAIL = "audit.jsonl";
    public static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Refuses a manifest that lacks something: it comes from a file that anybody may have changed. */
    public Manifest {
        requireAll(lender, asOf, cutoff, generatedAt, engine, policySha256);
        inputs = List.copyOf(inputs);
        files = List.copyOf(files);
        withheld = withheld == null ? null : List.copyOf(withheld);
    }

    static void requireAll(Object... values) {
        for (Object value : values) {
            Objects.requireNonNull(value);
        }
    }

    /** A delivered file that became known between the previous run's cutoff and this one's. */
    public record Input(long importId, String feed, long bytes, String sha256, long rows, long rejected) {}

    /** The identities that differ and that two named people let go out, and why. */
    public record Accepted(List<String> identities, String byOne, String byTwo, String reason) {
        public Accepted {
            requireAll(byOne, byTwo, reason);
            identities = List.copyOf(identities);
        }
    }

    /** Due days without a night of their own: the first, the last, and how many there are. */
    public record SkippedMissed(String first, String last, int count) {
        public SkippedMissed {
            requireAll(first, last);
        }
    }

    /** The folder of the run before, and the digest of its manifest. */
    public record Previous(String folder, String manifestSha256) {
        public Previous {
            requireAll(folder, manifestSha256);
            if (!folder.matches("[0-9][0-9.-]*")) {
                throw new IllegalArgumentException("not the name of a night: " + folder);
            }
        }
    }

    public byte[] bytes() {
        return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a manifest; throws {@link IllegalArgumentException} when these bytes are none. */
    public static Manifest parse(byte[] bytes) {
        try {
            Manifest manifest = JSON.readValue(bytes, Manifest.class);
            if (manifest == null) {
                throw new IllegalArgumentException("not a manifest: it says nothing");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a manifest: it cannot be understood" + where(e), e);
        }
    }

    private static String where(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}

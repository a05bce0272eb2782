package io.arrears.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a lender's chain and its folders had come, kept on another host: what was cut off since can be seen against it.
 *
 * @param folder the last published one; none before the first
 * @param checkpointSha256 digest of that folder's checkpoint.json
 */
public record Anchor(
        String lender,
        Checkpoint.Head head,
        @Nullable String folder,
        @Nullable String checkpointSha256) {

    private static final Pattern LINE =
            Pattern.compile("(\\S+) ([0-9]{1,18}) ([0-9a-f]{64}) (?:- -|(\\S+) ([0-9a-f]{64}))");

    /** {@code harbour 57 HASH 2026-11-20 SHA256}; {@code - -} without a folder. */
    public String line() {
        return lender + " " + head.number() + " " + head.hash() + " "
                + (folder == null ? "- -" : folder + " " + checkpointSha256);
    }

    /** Reads the lines of a file of anchors by lender, of several of one lender the last. */
    public static Map<String, Anchor> parse(List<String> lines) {
        Map<String, Anchor> anchors = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + " is no anchor; it looks as 'arrears audit anchor' prints it");
            }
            Checkpoint.Head head = new Checkpoint.Head(Long.parseLong(parts.group(2)), parts.group(3));
            anchors.put(parts.group(1), new Anchor(parts.group(1), head, parts.group(4), parts.group(5)));
        }
        return anchors;
    }
}

package io.arrears.furnish;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which values of a record a correction changes, as {@code corrections.csv} lists them. */
public final class Changed {

    /** What is kept of personal values alone: that they are other ones. */
    private static final String DIGEST = "digest.";

    private Changed() {}

    /**
     * The tags whose values differ, in order; digests only where no value that may be shown does.
     *
     * @param before what the bureau holds instead; only digests where no more is known of it
     * @param ofItself tags by which a record speaks of itself ({@link Bureau#ofItself}): nothing was there before
     */
    public static List<String> tags(Map<String, String> before, Map<String, String> now, Set<String> ofItself) {
        Set<String> tags = new TreeSet<>(before.keySet());
        if (before.keySet().stream().anyMatch(tag -> !isDigest(tag))) {
            tags.addAll(now.keySet());
        }
        List<String> changed = tags.stream()
                .filter(tag -> before.containsKey(tag) || !ofItself.contains(tag))
                .filter(tag -> !Objects.equals(before.get(tag), now.get(tag)))
                .toList();
        List<String> shown = changed.stream().filter(tag -> !isDigest(tag)).toList();
        return shown.isEmpty() ? changed : shown;
    }

    private static boolean isDigest(String tag) {
        return tag.startsWith(DIGEST);
    }
}

package io.arrears.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done, before it has its place in a chain: what, when, by which user on which host, and what more there
 * is to say of it. Nothing personal stands in an event, and none is of a single record: counts, and digests of the files
 * that hold the details.
 *
 * <p>Example: {@code Event.of(Event.What.RUN_ABANDONED, now).run(7).reason("the wrong day")}.
 *
 * @param fields by their names in the event's JSON
 */
public record Event(SortedMap<String, Object> fields) {

    /** What can be done to a lender's book. */
    public enum What {
        IMPORT_DONE,
        IMPORT_REFUSED,
        CONTACTS_ERASED,
        REJECTS_DISCARDED,
        POLICY_CHANGED,
        DIFFERENCES_ACCEPTED,
        RUN_STARTED,
        RUN_RESTARTED,
        STEP_DONE,
        FILES_WITHHELD,
        RUN_REFUSED,
        RUN_ABANDONED,
        RUN_PUBLISHED,
        RUN_WITHDRAWN,
        REPLAY_PUBLISHED,
        SUBMISSION_MOVED,
        SUBMISSION_ANSWERED,
        RECORD_SPOKEN_OF,
        REVIEW_ACCEPTED,
        BASELINE_LOADED,
        BASELINE_MENDED,
        REQUEST_MADE,
        REQUEST_CONFIRMED,
        WORKLIST_EXPORTED,
        EVIDENCE_MADE,
        KEY_CHANGED;

        /** {@code run started}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final String USER = System.getProperty("user.name", "unknown");
    private static final String HOST = host();

    public Event {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** Something that the user of this process did. */
    public static Event of(What what, Instant at) {
        return new Event(new TreeMap<>(Map.of("what", what.text(), "at", at.toString(), "by", USER, "host", HOST)));
    }

    public Event run(long run) {
        return with("run", run);
    }

    /** What it was done to: {@code import 3}, a file, a step. */
    public Event on(String subject) {
        return with("on", subject);
    }

    /** A state or a digest. */
    public Event before(String before) {
        return with("before", before);
    }

    /** A state or a digest. */
    public Event after(String after) {
        return with("after", after);
    }

    /** Those who take responsibility, as the command named them. */
    public Event people(List<String> people) {
        return people.isEmpty() ? this : with("people", List.copyOf(people));
    }

    public Event reason(@Nullable String reason) {
        return reason == null || reason.isBlank() ? this : with("reason", reason.strip());
    }

    /** Numbers by their names, or such by the name of what they are of. */
    public Event counts(Map<String, ?> counts) {
        return counts.isEmpty() ? this : with("counts", new TreeMap<>(counts));
    }

    /** SHA-256 of files by their names. */
    public Event digests(Map<String, String> digests) {
        return digests.isEmpty() ? this : with("digests", new TreeMap<>(digests));
    }

    /** Anything more; a text, a number, or a sorted map or list of such. */
    public Event with(String name, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(fields);
        more.put(name, value);
        return new Event(more);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}

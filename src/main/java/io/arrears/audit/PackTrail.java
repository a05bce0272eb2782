package io.arrears.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The events of a lender's trail that speak of one account, in audit.jsonl as a published folder has them, and in
 * {@link #LINKS} the hash of each event that stands before one of them and is another's business: so each event is seen to follow from
 * the one before, and can be found again in the published folders.
 */
public final class PackTrail {

    /** Number and hash of events that are not told. */
    public static final String LINKS = "audit-links.csv";

    private static final String HEADER = "number,hash\r\n";
    private static final Pattern LINK = Pattern.compile("([0-9]{1,18}),([0-9a-f]{64})");

    private final Checkpoint.Head head;
    private final Map<Long, String> hashes = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<KeyChange> keyChanges = new ArrayList<>();
    private long events;

    private PackTrail(Checkpoint.Head head) {
        this.head = head;
        hashes.put(0L, AuditEvent.FIRST);
    }

    /** The two files' texts. */
    public record Written(String trail, String links) {}

    /**
     * Chooses from a chain.
     *
     * @param events from the first to the signed head
     */
    public static Written of(List<AuditEvent> events, Predicate<AuditEvent> tells) {
        StringBuilder trail = new StringBuilder();
        StringBuilder links = new StringBuilder(HEADER);
        for (int i = 0; i < events.size(); i++) {
            AuditEvent event = events.get(i);
            boolean isLink = i + 1 == events.size() || tells.test(events.get(i + 1));
            if (tells.test(event)) {
                trail.append(event.line()).append('\n');
            } else if (isLink) {
                links.append(event.number()).append(',').append(event.hash()).append("\r\n");
            }
        }
        return new Written(trail.toString(), links.toString());
    }

    static PackTrail read(Path folder, Checkpoint checkpoint) {
        PackTrail trail = new PackTrail(checkpoint.head());
        try (InputStream links = new BufferedInputStream(PlainFile.open(folder.resolve(LINKS)));
                InputStream in = new BufferedInputStream(PlainFile.open(folder.resolve(Manifest.TRAIL)))) {
            for (String line = TrailPart.line(links); line != null; line = TrailPart.line(links)) {
                Matcher link = LINK.matcher(line.stripTrailing());
                if (link.matches()) {
                    trail.hashes.put(Long.valueOf(link.group(1)), link.group(2));
                }
            }
            for (String line = TrailPart.line(in); line != null; line = TrailPart.line(in)) {
                trail.take(AuditEvent.parse(line));
            }
        } catch (IOException e) {
            trail.wrong.add("cannot be read as an audit trail: " + PlainFile.why(e));
        } catch (IllegalArgumentException e) {
            trail.wrong.add("cannot be read as an audit trail: line " + (trail.events + 1) + ": " + e.getMessage());
        }
        return trail;
    }

    private void take(AuditEvent event) {
        String before = hashes.get(event.number() - 1);
        if (before == null) {
            wrong.add("the hash before event " + event.number() + " is missing");
        } else if (!event.follows(before)) {
            wrong.add("event " + event.number() + " was changed: its hash does not follow from it and the one before");
        } else if (event.number() > head.number()) {
            wrong.add("event " + event.number() + " stands behind " + head + ", the last that was signed");
        }
        events++;
        hashes.put(event.number(), event.hash());
        KeyChange.of(event.fields()).ifPresent(keyChanges::add);
    }

    void tell(Findings findings) {
        if (wrong.isEmpty() && !head.hash().equals(hashes.get(head.number()))) {
            wrong.add("does not lead to " + head + ", the last that was signed");
        }
        wrong.forEach(what -> findings.differs(Manifest.TRAIL + ": " + what));
        if (wrong.isEmpty()) {
            findings.right(Manifest.TRAIL + ": " + events
                    + " events about the account, each follows from the one before, up to " + head);
        }
    }

    List<KeyChange> keyChanges() {
        return keyChanges;
    }

    /** The hash of an event; none if neither it nor the one behind it is told. */
    @Nullable
    String hash(long number) {
        return hashes.get(number);
    }
}

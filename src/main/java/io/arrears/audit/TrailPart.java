package io.arrears.audit;

import io.arrears.audit.Checkpoint.Head;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of one night walked from where its checkpoint says that they begin, and what they say of nights and keys. */
final class TrailPart {

    /** Where the wrongs are more than anybody reads. */
    private static final int MOST = 100;

    private final Checkpoint checkpoint;
    private final Chain chain;
    private final List<String> wrong = new ArrayList<>();
    private final List<KeyChange> keyChanges = new ArrayList<>();
    private final Map<Long, AuditEvent> withdrawn = new HashMap<>();
    private @Nullable String wantedHash;
    private long events;

    private TrailPart(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.chain = new Chain(checkpoint.since());
    }

    /** @param wanted number of the event whose hash is kept */
    static TrailPart of(Path folder, Checkpoint checkpoint, long wanted) {
        TrailPart part = new TrailPart(checkpoint);
        try (InputStream in = new BufferedInputStream(PlainFile.open(folder.resolve(Manifest.TRAIL)))) {
            for (String line = line(in); line != null; line = line(in)) {
                part.take(AuditEvent.parse(line), wanted);
            }
        } catch (IOException e) {
            part.wrong.add("cannot be read as an audit trail: " + PlainFile.why(e));
        } catch (IllegalArgumentException e) {
            part.wrong.add("cannot be read as an audit trail: line " + (part.events + 1) + ": " + e.getMessage());
        }
        return part;
    }

    /** The next line; none at the end. */
    static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() == PlainFile.SMALL) {
                throw new IOException("a line is longer than any event");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private void take(AuditEvent event, long wanted) {
        for (String what : chain.next(event)) {
            if (wrong.size() < MOST) {
                wrong.add(what);
            }
        }
        events++;
        if (event.number() == wanted) {
            wantedHash = event.hash();
        }
        Map<String, Object> fields = event.fields();
        KeyChange.of(fields).ifPresent(keyChanges::add);
        if (Event.What.RUN_WITHDRAWN.text().equals(fields.get("what")) && fields.get("run") instanceof Number run) {
            withdrawn.put(run.longValue(), event);
        }
    }

    /** Says what is wrong with it, or that nothing is. */
    void tell(Findings findings) {
        wrong.forEach(what -> findings.differs(Manifest.TRAIL + ": " + what));
        Head end = chain.head();
        if (end.number() < checkpoint.head().number()) {
            findings.differs(Manifest.TRAIL + ": ends at " + end + ", though " + checkpoint.head()
                    + " was signed as its last: its tail was cut off");
        } else if (!end.equals(checkpoint.head())) {
            findings.differs(
                    Manifest.TRAIL + ": its history was re-written: " + end + " is not the one that was signed");
        } else if (wrong.isEmpty()) {
            findings.right(Manifest.TRAIL + ": events " + (checkpoint.since().number() + 1) + " to " + end.number()
                    + ", unbroken");
        }
    }

    long events() {
        return events;
    }

    List<KeyChange> keyChanges() {
        return keyChanges;
    }

    /** The events that say of a run that it was withdrawn, by the run. */
    Map<Long, AuditEvent> withdrawn() {
        return withdrawn;
    }

    /** The hash of the wanted event; none if it is not in this part. */
    @Nullable
    String wantedHash() {
        return wantedHash;
    }
}

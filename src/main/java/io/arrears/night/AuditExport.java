package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Sha256;
import io.arrears.audit.AuditEvent;
import io.arrears.audit.Checkpoint;
import io.arrears.audit.Checkpoint.Head;
import io.arrears.audit.Manifest;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import io.arrears.store.AuditStore;
import io.arrears.store.CheckpointStore;
import io.arrears.store.CheckpointStore.Kept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A lender's audit trail in its published folders: each has the events since the folder before, failed runs and imports
 * included, and a signature over them and its manifest.
 *
 * <p>A withdrawn night's folder stays a link: the next one goes on behind it.
 *
 * <p>A run that is cut off before PUBLISHING exports anew, and more; what happens after it stands in the next folder.
 */
public final class AuditExport {

    private final AuditStore audit;
    private final CheckpointStore checkpoints;
    private final SignatureKeys keys;

    public AuditExport(AuditStore audit, CheckpointStore checkpoints, SignatureKeys keys) {
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /** Writes audit.jsonl; returns the last event in it. */
    Head export(Run run, WorkFolder work) throws IOException {
        Head since = since(run);
        List<AuditEvent> events = audit.after(run.lender().name(), since.number());
        StringBuilder lines = new StringBuilder();
        events.forEach(event -> lines.append(event.line()).append('\n'));
        work.write(Manifest.TRAIL, lines.toString().getBytes(StandardCharsets.UTF_8));
        if (events.isEmpty()) {
            return since;
        }
        AuditEvent last = events.get(events.size() - 1);
        return new Head(last.number(), last.hash());
    }

    /** Writes checkpoint.json, signed; returns what the database keeps of it. */
    Kept sign(Run run, WorkFolder work, Manifest manifest, Head head) throws IOException {
        byte[] checkpoint = Checkpoint.sign(
                        keys.of(run.lender().name(), ExitCode.FAILED),
                        manifest,
                        run.folderName(),
                        since(run),
                        head,
                        checkpoints.before(run).map(Kept::digest).orElse(null))
                .bytes();
        work.write(Checkpoint.FILE, checkpoint);
        return new Kept(run.id(), head, Sha256.of(checkpoint));
    }

    private Head since(Run run) {
        return checkpoints.before(run).map(Kept::head).orElse(Head.NONE);
    }
}

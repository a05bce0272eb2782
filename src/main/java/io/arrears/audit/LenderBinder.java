package io.arrears.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks one lender's folders in the order of their runs. */
final class LenderBinder {

    private final String lender;
    private final List<Night> nights;
    private final boolean whole;
    private final List<VerifyKey> trusted;
    private final @Nullable Anchor anchor;
    private final Map<String, Night> byName;
    private final Findings trail = new Findings();
    private long events;
    private @Nullable String hashAtAnchor;
    private @Nullable Night last;

    /** @param whole all of the lender's nights were asked for, so that the first of them must be the lender's first */
    LenderBinder(String lender, List<Night> nights, boolean whole, List<VerifyKey> trusted, @Nullable Anchor anchor) {
        this.lender = lender;
        this.nights = nights;
        this.whole = whole;
        this.trusted = trusted;
        this.anchor = anchor;
        this.byName = Binder.byName(nights);
    }

    List<Binder.Result> check() {
        List<Binder.Result> results = new ArrayList<>();
        for (Night night : nights) {
            Findings findings = FolderCheck.of(night.folder());
            link(night, Objects.requireNonNull(night.manifest()).previous(), findings);
            results.add(new Binder.Result(night.folder().toString(), findings));
        }
        if (last != null) {
            conclude(last);
            results.add(new Binder.Result(lender + ", its audit trail", trail));
        }
        return results;
    }

    private void link(Night night, Manifest.@Nullable Previous previous, Findings findings) {
        Night before = previous == null ? null : before(night, previous, findings);
        if (night.isReplay()) {
            findings.right("a replay: signed by nobody, and outside of the audit trail");
            return;
        }
        boolean first = last == null;
        last = night;
        Checkpoint checkpoint = night.checkpoint();
        if (checkpoint == null) {
            findings.differs(Checkpoint.FILE + ": " + night.trouble());
            return;
        }
        signature(night, checkpoint, before, findings);
        if (before == null && previous != null && (whole || !first)) {
            findings.differs("previous: " + previous.folder() + " is missing, which " + night.name() + " followed");
        } else if (previous == null) {
            findings.right("previous: none, this is the lender's first run");
            continues(checkpoint, Checkpoint.Head.NONE, null, "the lender's first run", findings);
        } else if (before != null && before.checkpoint() != null) {
            continues(checkpoint, before.checkpoint().head(), before.checkpointSha256(), previous.folder(), findings);
        }
        try {
            events(night, checkpoint, findings);
        } catch (IOException | IllegalArgumentException e) {
            findings.differs(Manifest.TRAIL + ": cannot be read as an audit trail: " + e.getMessage());
        }
    }

    /** The night that one followed: given too, or still beside it. */
    private @Nullable Night before(Night night, Manifest.Previous previous, Findings findings) {
        Night given = byName.get(previous.folder());
        Path beside = night.beside(previous.folder());
        if (given == null && !Files.isRegularFile(beside.resolve(Manifest.FILE))) {
            if (!whole && (last == null || night.isReplay())) {
                findings.unproven("previous: " + previous.folder() + " is not here, so the link to it is unproven");
            }
            return null;
        }
        Night before = given == null ? Night.read(beside) : given;
        if (before.manifestSha256().equals(previous.manifestSha256())) {
            findings.right("previous: " + previous.folder() + ", its manifest is the one this run followed");
        } else {
            findings.differs("previous: the manifest of " + previous.folder()
                    + " is not the one this run followed; one of the two folders was replaced");
        }
        return before;
    }

    private void signature(Night night, Checkpoint checkpoint, @Nullable Night before, Findings findings) {
        int wrong = findings.differences().size();
        Manifest manifest = Objects.requireNonNull(night.manifest());
        String key = checkpoint.key().id();
        if (!checkpoint.holds()) {
            findings.differs(Checkpoint.FILE + ": was changed after key " + key + " signed it");
        }
        if (!checkpoint.manifestSha256().equals(night.manifestSha256())) {
            findings.differs(Manifest.FILE + ": is not the one that was signed");
        }
        if (!checkpoint.lender().equals(lender) || checkpoint.run() != manifest.run()) {
            findings.differs(Checkpoint.FILE + ": is that of run " + checkpoint.run() + " of " + checkpoint.lender());
        }
        if (!trusted.isEmpty() && !trusted.contains(checkpoint.key())) {
            findings.differs(Checkpoint.FILE + ": is signed by key " + key + ", which is none of those you trust");
        } else if (trusted.isEmpty()
                && before != null
                && before.checkpoint() != null
                && !before.checkpoint().key().equals(checkpoint.key())) {
            findings.differs(Checkpoint.FILE + ": is signed by key " + key + ", but the night before by key "
                    + before.checkpoint().key().id() + "; if the key was changed on purpose, name both with --key");
        }
        if (findings.differences().size() == wrong) {
            findings.right(Checkpoint.FILE + ": signed by key " + key);
        }
    }

    private static void continues(
            Checkpoint checkpoint, Checkpoint.Head head, @Nullable String digest, String before, Findings findings) {
        if (!Objects.equals(checkpoint.previousSha256(), digest)) {
            findings.differs(Checkpoint.FILE + ": does not follow the checkpoint of " + before
                    + "; one of the two folders was replaced");
        } else if (!checkpoint.since().equals(head)) {
            findings.differs(Checkpoint.FILE + ": goes on behind " + checkpoint.since() + ", but " + before
                    + " ends at " + head);
        }
    }

    private void events(Night night, Checkpoint checkpoint, Findings findings) throws IOException {
        int wrong = findings.differences().size();
        Chain chain = new Chain(checkpoint.since());
        try (BufferedReader lines =
                Files.newBufferedReader(night.folder().resolve(Manifest.TRAIL), StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                AuditEvent event = AuditEvent.parse(line);
                chain.next(event).forEach(what -> findings.differs(Manifest.TRAIL + ": " + what));
                if (anchor != null && event.number() == anchor.head().number()) {
                    hashAtAnchor = event.hash();
                }
                events++;
            }
        }
        Checkpoint.Head end = chain.head();
        if (end.number() < checkpoint.head().number()) {
            findings.differs(Manifest.TRAIL + ": ends at " + end + ", though " + checkpoint.head()
                    + " was signed as its last: its tail was cut off");
        } else if (!end.equals(checkpoint.head())) {
            findings.differs(
                    Manifest.TRAIL + ": its history was re-written: " + end + " is not the one that was signed");
        } else if (findings.differences().size() == wrong) {
            findings.right(Manifest.TRAIL + ": events " + (checkpoint.since().number() + 1) + " to " + end.number()
                    + ", unbroken");
        }
    }

    private void conclude(Night end) {
        trail.right(byName.size() + (byName.size() == 1 ? " night, " : " nights, ") + events
                + " events, the last night is " + end.name());
        if (trusted.isEmpty()) {
            trail.unproven(
                    "key: that the same key signed all is shown; whose it is shows only --key FILE, with a public"
                            + " key kept on another host");
        }
        if (anchor == null) {
            trail.unproven("tail: nights after " + end.name()
                    + " may have been cut off; --anchor FILE, with what 'arrears audit anchor' printed, would show it");
        } else {
            anchored(anchor, end);
        }
    }

    private void anchored(Anchor kept, Night end) {
        int wrong = trail.differences().size();
        String folder = kept.folder();
        Night night = folder == null ? null : byName.get(folder);
        if (folder != null && night == null) {
            trail.differs("tail: the anchor knows " + folder + ", which is not here: it was cut off, or not given");
        } else if (night != null && !night.checkpointSha256().equals(kept.checkpointSha256())) {
            trail.differs("history: " + folder + " is not the folder that the anchor knows: it was re-written");
        }
        if (hashAtAnchor != null && !hashAtAnchor.equals(kept.head().hash())) {
            trail.differs("history: " + kept.head() + " is not the one that the anchor knows: it was re-written");
        } else if (hashAtAnchor == null
                && end.checkpoint() != null
                && end.checkpoint().head().number() < kept.head().number()) {
            trail.unproven(
                    "tail: events up to " + kept.head().number()
                            + " are known to the anchor and come with the next night; 'arrears audit verify --anchor' has them");
        }
        if (trail.differences().size() == wrong) {
            trail.right("anchor: " + (folder == null ? "no night yet" : "complete up to " + folder));
        }
    }
}

package io.arrears.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a whole chain as the database holds it, against the heads that were signed and the one that was kept elsewhere. */
public final class ChainCheck {

    private ChainCheck() {}

    /**
     * Checks a chain.
     *
     * @param events from the first to the last
     * @param signed the heads of the published folders, by folder
     */
    public static Findings of(List<AuditEvent> events, Map<String, Checkpoint.Head> signed, @Nullable Anchor anchor) {
        Findings findings = new Findings();
        Chain chain = new Chain(Checkpoint.Head.NONE);
        Map<Long, String> hashes = new HashMap<>();
        for (AuditEvent event : events) {
            chain.next(event).forEach(findings::differs);
            hashes.put(event.number(), event.hash());
        }
        signed.forEach((folder, head) -> compare(head, "the checkpoint of " + folder, hashes, findings));
        if (anchor != null) {
            compare(anchor.head(), "the anchor", hashes, findings);
        }
        if (findings.differences().isEmpty()) {
            findings.right("events 1 to " + chain.head().number() + ", unbroken; " + signed.size() + " signed head(s)"
                    + (anchor == null ? "" : " and the anchor") + " found among them");
        }
        if (anchor == null) {
            findings.unproven(
                    "tail: what came after the last checkpoint may have been cut off or re-written; --anchor FILE,"
                            + " with what 'arrears audit anchor' printed, would show it");
        }
        return findings;
    }

    private static void compare(Checkpoint.Head head, String who, Map<Long, String> hashes, Findings findings) {
        String hash = head.number() == 0 ? AuditEvent.FIRST : hashes.get(head.number());
        if (hash == null) {
            findings.differs(who + " knows " + head + ", which is not here: the tail was cut off");
        } else if (!hash.equals(head.hash())) {
            findings.differs(who + " knows another " + head + ": the history was re-written");
        }
    }
}

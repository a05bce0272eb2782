package io.arrears.audit;

import io.arrears.Sha256;
import io.arrears.audit.Night.Lies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether each night that lies among the withdrawn ones was withdrawn, and no other. */
final class Withdrawals {

    private final Trust trust;
    private final boolean whole;
    private final Map<Long, AuditEvent> said = new HashMap<>();
    private long end;

    public Withdrawals(Trust trust, boolean whole) {
        this.trust = trust;
        this.whole = whole;
    }

    /**
     * A notice as it lies beside its night.
     *
     * @param trouble why there is none; empty if there is one
     */
    record Notice(Path file, @Nullable Withdrawal notice, String trouble) {

        static Notice read(Path file) {
            try {
                return new Notice(file, Withdrawal.parse(PlainFile.small(file)), "");
            } catch (IOException e) {
                return new Notice(file, null, PlainFile.why(e));
            } catch (IllegalArgumentException e) {
                return new Notice(file, null, String.valueOf(e.getMessage()));
            }
        }

        String name() {
            return Night.name(file).replaceAll("\\.json$", "");
        }
    }

    void learn(TrailPart part) {
        said.putAll(part.withdrawn());
    }

    /** Says of each night in the trail what the trail and the notices say of it. */
    void conclude(List<Night> linked, List<Notice> notices, Map<Night, Findings> found, Findings trail) {
        Map<String, Notice> byName = new HashMap<>();
        notices.forEach(notice -> byName.put(notice.name(), notice));
        end = linked.stream()
                .mapToLong(night ->
                        Objects.requireNonNull(night.checkpoint()).head().number())
                .max()
                .orElse(0);
        for (Night night : linked) {
            Findings findings = Objects.requireNonNull(found.get(night));
            Checkpoint checkpoint = Objects.requireNonNull(night.checkpoint());
            AuditEvent event = said.get(checkpoint.run());
            if (night.lies() == Lies.WITHDRAWN) {
                withdrawn(checkpoint, event, byName.remove(night.name()), findings);
            } else if (event != null
                    || byName.containsKey(Withdrawal.folderName(checkpoint.folder(), checkpoint.run()))) {
                byName.remove(Withdrawal.folderName(checkpoint.folder(), checkpoint.run()));
                findings.differs("withdrawn: this night was withdrawn, but lies among those that stand");
            }
        }
        byName.keySet()
                .forEach(name -> trail.differs(
                        Night.WITHDRAWN + "/" + name + ".json: is the notice of a night that is not here"));
    }

    private void withdrawn(
            Checkpoint checkpoint, @Nullable AuditEvent event, @Nullable Notice notice, Findings findings) {
        String trouble = notice == null ? null : trouble(checkpoint, event, notice);
        if (trouble != null) {
            findings.differs("withdrawn: its notice " + trouble);
        } else if (event != null) {
            findings.right("withdrawn: by event " + event.number());
        } else if (notice != null && notice.notice() != null) {
            findings.right("withdrawn: by event "
                    + AuditEvent.parse(notice.notice().event()).number()
                    + ", which comes with the next night; until then its signed notice says so");
        } else if (whole) {
            findings.differs("withdrawn: nothing that is signed says that this night was withdrawn");
        } else {
            findings.unproven("withdrawn: the event that says so comes with a later night, which was not given");
        }
    }

    /** Why a notice says nothing; none if it does. */
    private @Nullable String trouble(Checkpoint checkpoint, @Nullable AuditEvent event, Notice file) {
        Withdrawal notice = file.notice();
        if (notice == null) {
            return file.trouble();
        }
        if (!notice.holds()) {
            return "was changed after key " + notice.key().id() + " signed it";
        }
        String objection = trust.objection(notice.key(), checkpoint.key());
        if (objection != null) {
            return objection;
        }
        AuditEvent signed = AuditEvent.parse(notice.event());
        boolean isOfNight = notice.lender().equals(checkpoint.lender())
                && notice.run() == checkpoint.run()
                && notice.folder().equals(checkpoint.folder())
                && notice.checkpointSha256().equals(Sha256.of(checkpoint.bytes()))
                && signed.number() > checkpoint.head().number()
                && Event.What.RUN_WITHDRAWN.text().equals(signed.fields().get("what"));
        if (!isOfNight) {
            return "is that of another night";
        }
        boolean isInTrail = event == null ? signed.number() > end : event.equals(signed);
        return isInTrail ? null : "names an event that is not the one in the trail";
    }
}

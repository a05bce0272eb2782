package io.arrears.audit;

import io.arrears.audit.Night.Lies;
import io.arrears.audit.Night.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks one lender's folders in the order of their runs. */
final class LenderBinder {

    private final Given given;
    private final @Nullable Anchor anchor;
    private final Trust trust;
    private final Placement placement;
    private final Links links;
    private final Withdrawals withdrawals;
    private final Findings trail = new Findings();
    private final boolean isKeyNamed;
    private long events;
    private @Nullable String hashAtAnchor;

    /**
     * What was given of one lender.
     *
     * @param nights none of them a replay
     * @param context nights that lie beside them
     * @param notices of withdrawals
     * @param whole all of the lender's nights were asked for, so that the first of them must be the lender's first
     * @param beside what else lies in the lender's folder
     */
    record Given(
            String lender,
            List<Night> nights,
            List<Night> context,
            List<Withdrawals.Notice> notices,
            boolean whole,
            Findings beside) {}

    LenderBinder(Given given, List<VerifyKey> trusted, @Nullable Anchor anchor) {
        this.given = given;
        this.anchor = anchor;
        this.trust = new Trust(trusted);
        this.isKeyNamed = !trusted.isEmpty();
        this.placement = new Placement(given.lender());
        this.links = new Links(given.context(), given.whole());
        this.withdrawals = new Withdrawals(trust, given.whole());
    }

    List<Binder.Result> check() {
        Map<Night, Findings> found = new LinkedHashMap<>();
        List<Night> nights = new ArrayList<>(given.nights());
        nights.sort(Comparator.comparingLong(
                night -> night.said() == null ? 0 : night.said().run()));
        for (Night night : nights) {
            Findings findings = FolderCheck.of(night.folder());
            found.put(night, findings);
            Said said = night.said();
            if (said != null) {
                placement.check(night, said, findings);
                signed(night, said, findings);
            }
        }
        trail.add(given.beside());
        withdrawals.conclude(links.linked(), given.notices(), found, trail);
        conclude();
        List<Binder.Result> results = new ArrayList<>();
        found.forEach((night, findings) ->
                results.add(new Binder.Result(night.folder().toString(), findings)));
        results.add(new Binder.Result(given.lender() + ", its audit trail", trail));
        return results;
    }

    private void signed(Night night, Said said, Findings findings) {
        Checkpoint checkpoint = night.checkpoint();
        if (checkpoint == null) {
            findings.differs(Checkpoint.FILE + ": " + night.trouble());
            return;
        }
        Night before = night.hasPlace() ? links.link(night, checkpoint, findings) : null;
        TrailPart part = TrailPart.of(
                night.folder(), checkpoint, anchor == null ? -1 : anchor.head().number());
        part.keyChanges().forEach(trust::learn);
        signature(night, said, checkpoint, before, findings);
        part.tell(findings);
        if (night.hasPlace()) {
            events += part.events();
            hashAtAnchor = part.wantedHash() == null ? hashAtAnchor : part.wantedHash();
            withdrawals.learn(part);
        }
    }

    private void signature(Night night, Said said, Checkpoint checkpoint, @Nullable Night before, Findings findings) {
        String objection = trust.objection(
                checkpoint.key(),
                before == null || before.checkpoint() == null
                        ? null
                        : before.checkpoint().key());
        Signed.check(night, said.folderName(), said, checkpoint, objection, findings);
    }

    private void conclude() {
        List<Night> linked = links.linked();
        if (linked.isEmpty()) {
            trail.differs("none of its nights is signed as what it is");
            return;
        }
        Night end = linked.get(linked.size() - 1);
        long standing =
                linked.stream().filter(night -> night.lies() == Lies.STANDING).count();
        long withdrawn = linked.size() - standing;
        trail.right(standing + (standing == 1 ? " night, " : " nights, ")
                + (withdrawn == 0 ? "" : withdrawn + " withdrawn, ") + events + " events, the last night is "
                + end.name() + (end.lies() == Lies.STANDING ? "" : ", which was withdrawn"));
        if (!isKeyNamed) {
            trail.unproven(
                    "key: that the same key signed all is shown; whose it is shows only --key FILE, with a public"
                            + " key kept on another host");
        }
        if (anchor == null) {
            trail.unproven("tail: nights after " + end.name()
                    + " may have been cut off; --anchor FILE, with what 'arrears audit anchor' printed, would show it");
        } else {
            AnchorCheck.of(anchor, linked, hashAtAnchor, given.whole(), trail);
        }
    }
}

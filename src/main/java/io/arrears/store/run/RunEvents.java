package io.arrears.store.run;

import io.arrears.audit.Event;
import io.arrears.audit.Event.What;
import io.arrears.lender.SkippedNights;
import io.arrears.reconcile.Acceptance;
import io.arrears.run.Run;
import io.arrears.run.Withdrawal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the audit trail says of a run. */
final class RunEvents {

    private RunEvents() {}

    /** A change of policy comes before the start. */
    static List<Event> started(Run run, @Nullable Run previous) {
        List<Event> events = new ArrayList<>();
        String policy = run.lender().digest();
        if (previous != null && !previous.lender().digest().equals(policy)) {
            events.add(Event.of(What.POLICY_CHANGED, run.startedAt())
                    .run(run.id())
                    .before(previous.lender().digest())
                    .after(policy));
        }
        Event started = of(run, What.RUN_STARTED, run.startedAt())
                .with("cutoff", run.cutoff().toString())
                .with("engine", run.engineVersion())
                .with("full", run.full())
                .with("policy", policy);
        SkippedNights skipped = run.skipped();
        events.add(
                skipped == null
                        ? started
                        : started.with(
                                "skippedMissed",
                                new TreeMap<>(Map.of(
                                        "first", skipped.first().toString(),
                                        "last", skipped.last().toString(),
                                        "count", skipped.count()))));
        return events;
    }

    static Event restarted(Run run, Instant at) {
        return of(run, What.RUN_RESTARTED, at);
    }

    static Event withheld(Run run, String bureaus, Instant at) {
        return Event.of(What.FILES_WITHHELD, at).run(run.id()).on(bureaus);
    }

    static Event accepted(Run run, Acceptance accepted, Instant at) {
        return Event.of(What.DIFFERENCES_ACCEPTED, at)
                .run(run.id())
                .on(RunRow.names(accepted.identities()))
                .people(List.of(accepted.byOne(), accepted.byTwo()))
                .reason(accepted.reason());
    }

    static Event published(Run run, Instant at) {
        String manifest = run.manifestDigest();
        return of(run, run.isReplay() ? What.REPLAY_PUBLISHED : What.RUN_PUBLISHED, at)
                .after(manifest == null ? "" : manifest);
    }

    static Event ended(Run run, Run.State state, String why, Instant at) {
        return of(run, state == Run.State.REFUSED ? What.RUN_REFUSED : What.RUN_ABANDONED, at)
                .reason(why);
    }

    static Event withdrawn(Run run, Withdrawal withdrawal) {
        Event event = of(run, What.RUN_WITHDRAWN, withdrawal.at())
                .people(List.of(withdrawal.byOne(), withdrawal.byTwo()))
                .reason(withdrawal.reason());
        return withdrawal.keepsTold() ? event.with("toldKept", true) : event;
    }

    private static Event of(Run run, What what, Instant at) {
        return Event.of(what, at).run(run.id()).on(run.folderName());
    }
}

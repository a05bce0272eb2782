package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.TwoPeople;
import io.arrears.audit.Manifest;
import io.arrears.publish.Home;
import io.arrears.publish.PublishedFolder;
import io.arrears.report.IndexPage;
import io.arrears.run.Run;
import io.arrears.run.Withdrawal;
import io.arrears.store.LenderLock;
import io.arrears.store.run.RunStore;
import io.arrears.store.run.WithdrawalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes a lender's newest published night back: commit WITHDRAWING, one rename into {@code withdrawn/}, the index page, standings
 * back to what they were, commit WITHDRAWN. From the first commit on it only rolls forward, and any step may be done again.
 */
public final class Withdrawals {

    private final Settings settings;
    private final RunStore runs;
    private final WithdrawalStore store;
    private final RunCleanup clearing;
    private final SignatureKeys keys;
    private final AfterNight after;
    private final Clock clock;

    public Withdrawals(
            Settings settings,
            RunStore runs,
            WithdrawalStore store,
            RunCleanup clearing,
            SignatureKeys keys,
            AfterNight after,
            Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.after = after;
        this.runs = runs;
        this.store = store;
        this.clearing = clearing;
        this.clock = clock;
    }

    /** A night that was taken back, and where its folder is kept. */
    public record Withdrawn(Run run, Path folder) {}

    /** Who takes a night back and why, and whether what was sent of it stays told. */
    public record Request(TwoPeople people, Reason reason, boolean keepsTold) {}

    /**
     * Takes a night back.
     *
     * @throws Refused (2) when it is not the lender's newest, or any file of it went out; (75) while a run holds the lock
     */
    public Withdrawn withdraw(long id, Request request) throws IOException {
        String lender = published(id).lender().name();
        try (LenderLock lock = settings.lock(lender);
                LenderLock replays = settings.lock(Run.replayLock(lender))) {
            clearing.lender(lender);
            clearing.lender(Run.replayLock(lender));
            Run run = published(id);
            refuseUnlessNewest(run);
            refuseWhileUnfinished(run);
            requireFolder(run);
            return complete(store.begin(
                    run,
                    new Withdrawal(
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            request.people().one().name(),
                            request.people().other().name(),
                            request.reason().text(),
                            request.keepsTold())));
        }
    }

    /** Completes every withdrawal that was cut off, of one lender or of all. */
    public List<Withdrawn> resume(@Nullable String lender) throws IOException {
        List<Run> begun = runs.unfinished().stream()
                .filter(run -> run.state() == Run.State.WITHDRAWING)
                .filter(run -> lender == null || run.lender().name().equals(lender))
                .toList();
        List<Withdrawn> completed = new ArrayList<>();
        for (Run run : begun) {
            try (LenderLock lock = settings.lock(run.lender().name());
                    LenderLock replays =
                            settings.lock(Run.replayLock(run.lender().name()))) {
                if (runs.find(run.id()).state() == Run.State.WITHDRAWING) {
                    completed.add(complete(run));
                }
            }
        }
        return completed;
    }

    private Withdrawn complete(Run run) throws IOException {
        Path published = Publisher.folder(settings.home(), run);
        Path kept = folder(settings.home(), run);
        if (Files.exists(published)) {
            requireManifest(run, published);
            keys.writeNotice(run, published, kept);
            PublishedFolder.move(published, kept);
        } else if (!Files.exists(kept)) {
            throw new Refused(
                    ExitCode.FAILED,
                    published + " is gone, and not in " + kept + "; put it back, then 'arrears restart'");
        }
        IndexPage.write(run.lender().name(), run.lender().language(), Publisher.signed(runs, settings.home(), run));
        store.undo(run);
        Run ended = store.end(run);
        after.write(run.lender().name());
        return new Withdrawn(ended, kept);
    }

    /** Where the folder of a withdrawn night is kept. */
    static Path folder(Home home, Run run) {
        return home.out(run.lender().name())
                .resolve("withdrawn")
                .resolve(io.arrears.audit.Withdrawal.folderName(run.folderName(), run.id()));
    }

    private Run published(long id) {
        Run run = runs.known(id)
                .orElseThrow(() ->
                        new Refused(ExitCode.USAGE, "there is no run " + id + "; 'arrears status' lists the runs"));
        if (run.isReplay()) {
            throw new Refused(ExitCode.USAGE, run + " is a replay, which counts for nothing");
        }
        switch (run.state()) {
            case PUBLISHED -> {
                return run;
            }
            case WITHDRAWN ->
                throw new Refused(
                        ExitCode.USAGE,
                        run + " is withdrawn already, since "
                                + Objects.requireNonNull(run.withdrawn()).at());
            case WITHDRAWING ->
                throw new Refused(
                        ExitCode.USAGE, "the withdrawal of " + run + " was cut off; 'arrears restart' completes it");
            case STARTED, PUBLISHING ->
                throw new Refused(
                        ExitCode.USAGE,
                        run + " is not published; 'arrears restart' resumes it, 'arrears abandon' gives it up");
            case REFUSED, ABANDONED ->
                throw new Refused(ExitCode.USAGE, run + " was never published, so nothing of it counts");
        }
        throw new IllegalStateException("no state of " + run);
    }

    private void refuseUnlessNewest(Run run) {
        Run newest = runs.lastPublished(run.lender().name()).orElse(run);
        if (newest.id() != run.id()) {
            throw new Refused(
                    ExitCode.USAGE,
                    run + " is not the newest night of its lender, which is " + newest
                            + "; nights are withdrawn from the newest back, so that one first");
        }
    }

    private void refuseWhileUnfinished(Run run) {
        for (Run other : runs.unfinished()) {
            if (other.lender().name().equals(run.lender().name())) {
                throw new Refused(
                        ExitCode.USAGE,
                        other + " is unfinished; 'arrears restart' resumes it or 'arrears abandon' gives it up, then"
                                + " withdraw");
            }
        }
    }

    private void requireFolder(Run run) throws IOException {
        Path folder = Publisher.folder(settings.home(), run);
        if (!Files.exists(folder)) {
            throw new Refused(
                    ExitCode.USAGE,
                    folder + ", which " + run + " published, is not there; put it back, or withdraw where it is");
        }
        requireManifest(run, folder);
    }

    private static void requireManifest(Run run, Path folder) throws IOException {
        Path manifest = folder.resolve(Manifest.FILE);
        if (!Files.isRegularFile(manifest) || !Sha256.of(manifest).equals(run.manifestDigest())) {
            throw new Refused(
                    ExitCode.DIFFERENCE,
                    folder + " does not hold the manifest that " + run + " published; somebody changed it: put it back"
                            + " first, 'arrears verify' shows what differs");
        }
    }
}

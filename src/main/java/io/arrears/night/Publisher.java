package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.audit.Checkpoint;
import io.arrears.audit.FileEntry;
import io.arrears.audit.FolderCheck;
import io.arrears.audit.Manifest;
import io.arrears.audit.SignedFolders;
import io.arrears.lender.SkippedNights;
import io.arrears.publish.BureauFile;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Identity;
import io.arrears.report.IndexPage;
import io.arrears.run.Run;
import io.arrears.store.run.InputStore;
import io.arrears.store.run.RunProgress;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The publish protocol: everything on disk, the last of it signed, commit PUBLISHING with the manifest's digest, one rename,
 * the lender's index page and since.csv, commit PUBLISHED.
 *
 * <p>Killed anywhere it can be run again: before PUBLISHING the manifest is made anew, after it only the
 * rename and what follows it can be missing, and are made up for.
 */
public final class Publisher {

    private final RunStore runs;
    private final RunProgress progress;
    private final InputStore inputs;
    private final AuditExport trail;
    private final Home home;
    private final Clock clock;
    private final RunCleanup clearing;
    private final AfterNight after;

    public Publisher(
            RunStore runs,
            RunProgress progress,
            InputStore inputs,
            AuditExport trail,
            Home home,
            RunCleanup clearing,
            AfterNight after,
            Clock clock) {
        this.runs = runs;
        this.progress = progress;
        this.inputs = inputs;
        this.trail = trail;
        this.home = home;
        this.clock = clock;
        this.clearing = clearing;
        this.after = after;
    }

    /** The folder that a run is published as. */
    public static Path folder(Home home, Run run) {
        Path out = home.out(run.lender().name());
        return (run.isReplay() ? out.resolve("replay") : out).resolve(run.folderName());
    }

    /** The folders that the run's lender has published. */
    static SignedFolders signed(RunStore runs, Home home, Run run) {
        String lender = run.lender().name();
        return new SignedFolders(home.out(lender), runs.manifests(lender));
    }

    public void publish(Run run) throws IOException {
        WorkFolder work = new WorkFolder(home.work(run.lender().name(), run.id()));
        Path target = folder(home, run);
        String digest = run.manifestDigest();
        if (run.state() == Run.State.STARTED || digest == null) {
            refuseToOverwrite(target);
            digest = prepare(run, work);
        }
        if (!Files.exists(target)) {
            requireManifest(work.out(), digest);
            if (run.state() == Run.State.PUBLISHING) {
                requireFiles(run, work);
            }
            work.publishAs(target);
        }
        requireManifest(target, digest);
        if (!run.isReplay()) {
            IndexPage.write(run.lender().name(), run.lender().language(), signed(runs, home, run));
            after.write(run);
        }
        clearing.after(progress.published(run, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private static void refuseToOverwrite(Path target) {
        if (Files.exists(target)) {
            throw new Refused(
                    ExitCode.FAILED,
                    target + " is there already, though no run published it; move it away, then 'arrears restart'");
        }
    }

    /** Whether a folder holds the manifest of this digest. */
    public static boolean isManifest(Path folder, @Nullable String digest) {
        Path manifest = folder.resolve(Manifest.FILE);
        try {
            return Files.isRegularFile(manifest) && Sha256.of(manifest).equals(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + manifest, e);
        }
    }

    private static void requireManifest(Path folder, String digest) {
        if (!isManifest(folder, digest)) {
            throw new Refused(
                    ExitCode.FAILED,
                    folder + " does not hold the manifest that this run is publishing (sha256 " + digest
                            + "); somebody changed the folder: put it back, then 'arrears restart'");
        }
    }

    /** What was signed before a kill lay there unwatched; a file that is not the one signed does not go out. */
    private static void requireFiles(Run run, WorkFolder work) {
        List<String> differences = FolderCheck.of(work.out()).differences();
        if (!differences.isEmpty()) {
            throw new Refused(
                    ExitCode.DIFFERENCE,
                    run + " is not published, since its files are not those that were signed:\n  "
                            + String.join("\n  ", differences)
                            + "\nfind out who changes files in work/, then run again");
        }
    }

    /**
     * Exports the audit trail, writes the manifest over what was read back from the files and signs it; from then on the run only
     * rolls forward. Returns the manifest's digest.
     */
    private String prepare(Run run, WorkFolder work) throws IOException {
        Checkpoint.Head head = run.isReplay() ? Checkpoint.Head.NONE : trail.export(run, work);
        List<FileEntry> files = new ArrayList<>();
        for (String file : work.files()) {
            if (!file.equals(Manifest.FILE) && !file.equals(Checkpoint.FILE)) {
                Integer otherLines = BureauFile.format(run.lender().bureaus(), file)
                        .map(format -> format.linesBefore() + format.linesBehind())
                        .orElse(null);
                files.add(FileEntry.of(work.out(), file, otherLines));
            }
        }
        Reconciled.require(run, work, files);
        Run before = run.previousRun() == null ? null : runs.find(run.previousRun());
        Manifest manifest = manifest(run, before, files);
        work.write(Manifest.FILE, manifest.bytes());
        String digest = Sha256.of(manifest.bytes());
        progress.publishing(run, digest, run.isReplay() ? null : trail.sign(run, work, manifest, head));
        return digest;
    }

    private Manifest manifest(Run run, @Nullable Run before, List<FileEntry> files) {
        String beforeDigest = before == null ? null : before.manifestDigest();
        return new Manifest(
                Manifest.FORMAT,
                run.lender().name(),
                run.asOf().toString(),
                run.sequence(),
                run.id(),
                run.cutoff().toString(),
                run.generatedAt().toString(),
                run.engineVersion(),
                run.lender().digest(),
                run.full(),
                run.restarts(),
                inputs.of(run, before),
                files,
                accepted(run),
                run.withheld().isEmpty()
                        ? null
                        : run.withheld().stream().sorted().toList(),
                skippedMissed(run),
                before == null || beforeDigest == null
                        ? null
                        : new Manifest.Previous(before.folderName(), beforeDigest));
    }

    private static Manifest.@Nullable SkippedMissed skippedMissed(Run run) {
        SkippedNights skipped = run.skipped();
        return skipped == null
                ? null
                : new Manifest.SkippedMissed(
                        skipped.first().toString(), skipped.last().toString(), skipped.count());
    }

    private static Manifest.@Nullable Accepted accepted(Run run) {
        Acceptance accepted = run.accepted();
        return accepted == null
                ? null
                : new Manifest.Accepted(
                        accepted.identities().stream()
                                .sorted()
                                .map(Identity::name)
                                .toList(),
                        accepted.byOne(),
                        accepted.byTwo(),
                        accepted.reason());
    }
}

package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.audit.SigningKey;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.lender.SkippedNights;
import io.arrears.lender.StaleFeed;
import io.arrears.night.AfterNight;
import io.arrears.night.Engine;
import io.arrears.night.NightDates;
import io.arrears.night.Publisher;
import io.arrears.night.RunCleanup;
import io.arrears.night.Settings;
import io.arrears.night.SignatureKeys;
import io.arrears.night.Withdrawals;
import io.arrears.night.Withholder;
import io.arrears.reconcile.Acceptance;
import io.arrears.run.Run;
import io.arrears.store.LenderLock;
import io.arrears.store.LenderStore;
import io.arrears.store.run.FreshnessStore;
import io.arrears.store.run.RunBeginning;
import io.arrears.store.run.RunProgress;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Starts nights and resumes those that were cut off; one run of a lender at a time. */
public final class Nights {

    private final Settings settings;
    private final RunStore runs;
    private final RunBeginning beginning;
    private final RunProgress progress;
    private final LenderStore lenders;
    private final SignatureKeys keys;
    private final FreshnessStore freshness;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job nightly;
    private final Clock clock;
    private final RunCleanup clearing;
    private final WorkInHand inHand;
    private final AfterNight after;

    Nights(
            Settings settings,
            RunStore runs,
            RunBeginning beginning,
            RunProgress progress,
            LenderStore lenders,
            FreshnessStore freshness,
            RunCleanup clearing,
            SignatureKeys keys,
            WorkInHand inHand,
            AfterNight after,
            JobOperator operator,
            JobRepository repository,
            Job nightly,
            Clock clock) {
        this.settings = settings;
        this.runs = runs;
        this.beginning = beginning;
        this.progress = progress;
        this.lenders = lenders;
        this.keys = keys;
        this.freshness = freshness;
        this.operator = operator;
        this.repository = repository;
        this.nightly = nightly;
        this.clock = clock;
        this.clearing = clearing;
        this.inHand = inHand;
        this.after = after;
    }

    /**
     * A run as it ended, and the folder it was published as.
     *
     * @param withheld where the files are that were kept back, by their bureaus
     * @param stale feeds whose newest data were of an earlier day when it began
     */
    public record Outcome(
            Run run, Path folder, boolean wasThereAlready, SortedMap<String, Path> withheld, List<StaleFeed> stale) {

        /** A night that went out without a bureau is no success, though it is done. */
        public ExitCode exitCode() {
            return withheld.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCE;
        }
    }

    /**
     * How a night is run that is not run as every night is.
     *
     * @param cutoff what it may see; now if none is given
     * @param full whether every account is assessed, changed or not
     * @param sequence whether a night that is published is submitted a second time
     * @param accepted the differences that two people let go out; nearly always none
     * @param skipsMissed whether due days before it that nobody ran are left out
     */
    public record Options(
            @Nullable Instant cutoff,
            boolean full,
            boolean sequence,
            @Nullable Acceptance accepted,
            boolean skipsMissed) {}

    /** Runs one night, or finds it published already. */
    public Outcome run(String lenderName, LocalDate asOf, @Nullable Instant cutoff, boolean full) {
        return run(lenderName, asOf, new Options(cutoff, full, false, null, false));
    }

    /**
     * Runs one night, or finds it published already.
     *
     * @throws Refused with the exit code of whatever stopped it
     */
    public Outcome run(String lenderName, LocalDate asOf, Options options) {
        Lender lender = LenderFile.load(settings.jobs(), lenderName, asOf);
        NightDates.refuseImpossible(lender, asOf, options.cutoff(), now());
        refuseUnknowing(lenderName, lenders.posted(lenderName), options.cutoff());
        try (LenderLock lock = settings.lock(lenderName)) {
            clearing.lender(lenderName);
            Instant now = now();
            Optional<Run> done = runs.published(lenderName, asOf);
            if (options.sequence() && done.isEmpty()) {
                throw new Refused(
                        ExitCode.USAGE,
                        "nothing of " + lenderName + " is published for " + asOf
                                + " that could be submitted a second time; run it without --sequence");
            }
            Instant cutoff = options.cutoff();
            if (done.isPresent()
                    && cutoff != null
                    && options.sequence()
                    && !cutoff.isAfter(done.get().cutoff())) {
                throw new Refused(
                        ExitCode.USAGE,
                        "the cutoff " + cutoff + " is not after that of " + done.get() + ", "
                                + done.get().cutoff() + "; two submissions of a night are told apart by what they see");
            }
            if (done.isPresent() && !options.sequence()) {
                after.write(lenderName); // the way back for a since.csv that somebody lost
                return outcome(done.get(), true);
            }
            refuseWhileUnfinished(lenderName);
            Run last = runs.lastPublished(lenderName).orElse(null);
            refuseGoingBack(last, asOf);
            inHand.requireOneFileSystem(lenderName, false);
            SkippedNights skipped =
                    NightDates.skipped(lender, last, asOf, runs.keptTold(lenderName), options.skipsMissed());
            requireKey(lenderName, null);
            return launch(beginning.start(request(lender, asOf, options, now, skipped)));
        }
    }

    /**
     * Tells a night again: with a published run's cutoff the bytes that it gave, without one what is known of it by now. It
     * changes no standing, and lies in {@code out/<lender>/replay}.
     */
    public Outcome replay(String lenderName, LocalDate asOf, @Nullable Instant cutoff) {
        Lender lender = LenderFile.load(settings.jobs(), lenderName);
        NightDates.refuseImpossible(lender, asOf, cutoff, now());
        refuseUnknowing(lenderName, lenders.begun(lenderName), cutoff);
        try (LenderLock lock = settings.lock(Run.replayLock(lenderName))) {
            clearing.lender(Run.replayLock(lenderName));
            inHand.requireOneFileSystem(lenderName, true);
            Options options = new Options(cutoff, true, false, null, false);
            return launch(beginning.startReplay(request(lender, asOf, options, now(), null)));
        }
    }

    /** Resumes every run that was cut off, of one lender or of all, each from its last committed chunk; {@link Withdrawals} does its own. */
    public List<Outcome> restart(@Nullable String lender) {
        List<String> uncleared = clearing.uncleared().stream()
                .filter(run -> lender == null || run.lender().name().equals(lender))
                .map(Run::lockName)
                .distinct()
                .toList();
        for (String name : uncleared) {
            try (LenderLock lock = settings.lock(name)) {
                clearing.lender(name);
            }
        }
        return runs.unfinished().stream()
                .filter(run -> run.state() != Run.State.WITHDRAWING)
                .filter(run -> lender == null || run.lender().name().equals(lender))
                .flatMap(run -> resume(run).stream())
                .toList();
    }

    private Optional<Outcome> resume(Run listed) {
        try (LenderLock lock = settings.lock(listed.lockName())) {
            if (!runs.find(listed.id()).state().isUnfinished()) {
                return Optional.empty(); // the process that held the lock has ended it meanwhile
            }
            inHand.require(listed, ExitCode.USAGE);
            inHand.requireOneFileSystem(listed.lender().name(), listed.isReplay());
            requireKey(listed.lender().name(), listed);
            progress.restarted(listed, now());
            return Optional.of(launch(runs.find(listed.id())));
        }
    }

    /** Why an unfinished run cannot be resumed and what to do instead; empty for those that 'arrears restart' resumes. */
    public Optional<String> damage(Run run) {
        return inHand.damage(run);
    }

    /**
     * Gives up an unfinished run: what it wrote goes, and its night can be run anew. One that was being published is given up
     * only where what it signed is lost, before any of it was published.
     *
     * @return the run as it was
     */
    public Run abandon(long id, String reason) {
        try (LenderLock lock = settings.lock(unfinished(id).lockName())) {
            Run run = unfinished(id);
            if (run.state() == Run.State.PUBLISHING && !inHand.isLost(run)) {
                throw new Refused(
                        ExitCode.USAGE,
                        run + " was being published and what it signed is there, so it only rolls forward: 'arrears"
                                + " restart'");
            }
            if (run.state() == Run.State.WITHDRAWING) {
                throw new Refused(
                        ExitCode.USAGE, run + " is being withdrawn, which only rolls forward: 'arrears restart'");
            }
            clearing.after(progress.end(run, Run.State.ABANDONED, reason, now()));
            return run;
        }
    }

    /** Before anything is begun that could not be signed; a run that is signed, or never will be, needs no key. */
    private void requireKey(String lender, @Nullable Run run) {
        if (run != null && (run.isReplay() || run.state() == Run.State.PUBLISHING)) {
            return;
        }
        try {
            keys.of(lender, ExitCode.USAGE);
        } catch (IOException e) {
            throw new Refused(ExitCode.FAILED, "the key that signs cannot be read: " + e.getMessage());
        }
    }

    /** Lets two people change the key that signs, while no night of any lender runs. */
    public SigningKey rotateKey(TwoPeople people, Reason why) throws IOException {
        List<LenderLock> locks = new ArrayList<>();
        try {
            lenders.all().forEach(lender -> locks.add(settings.lock(lender)));
            return keys.rotate(people, why, now(), lenders::tellAll);
        } finally {
            locks.forEach(LenderLock::close);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Run unfinished(long id) {
        return runs.unfinished().stream()
                .filter(run -> run.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refused(
                        ExitCode.USAGE, "run " + id + " is not unfinished; 'arrears status' lists the runs"));
    }

    private Outcome launch(Run run) {
        JobExecution execution = execute(run);
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            Refused refused = Failure.of(run, execution);
            if (refused.exitCode() != ExitCode.FAILED && refused.exitCode() != ExitCode.LOCKED) {
                clearing.after(progress.end(run, Run.State.REFUSED, refused.getMessage(), now()));
            }
            throw refused;
        }
        return outcome(runs.find(run.id()), false);
    }

    private Outcome outcome(Run run, boolean wasThereAlready) {
        SortedMap<String, Path> withheld = new TreeMap<>();
        run.withheld().forEach(bureau -> withheld.put(bureau, Withholder.folder(settings.home(), run, bureau)));
        return new Outcome(run, Publisher.folder(settings.home(), run), wasThereAlready, withheld, freshness.of(run));
    }

    /** Whoever holds the lock knows that an execution still marked as running belongs to a process that is dead. */
    private JobExecution execute(Run run) {
        JobParameters parameters = parameters(run);
        try {
            JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, parameters);
            if (last == null) {
                JobInstance begun = repository.getJobInstance(NightlyJob.NAME, parameters);
                if (begun != null) {
                    repository.deleteJobInstance(begun); // killed before its first execution; Spring Batch is at a loss
                }
                inHand.begin(run);
                return operator.start(nightly, parameters);
            }
            StaleExecutionRepair.sayFor(last, repository);
            return operator.restart(last);
        } catch (org.springframework.batch.core.job.JobExecutionException e) {
            throw new Refused(ExitCode.FAILED, run + " cannot be started: " + e.getMessage());
        }
    }

    static JobParameters parameters(Run run) {
        return new JobParametersBuilder()
                .addString("lender", run.lender().name())
                .addString("as-of", run.asOf().toString())
                .addLong("sequence", (long) run.sequence())
                .addLong(NightlyJob.RUN, run.id())
                .toJobParameters();
    }

    private static RunBeginning.Request request(
            Lender lender, LocalDate asOf, Options options, Instant now, @Nullable SkippedNights skipped) {
        Instant cutoff = options.cutoff();
        Instant seen = cutoff == null ? now : cutoff;
        String user = System.getProperty("user.name", "unknown");
        return new RunBeginning.Request(
                lender, asOf, seen, now, Engine.VERSION, options.full(), user, options.accepted(), skipped);
    }

    private void refuseWhileUnfinished(String lender) {
        for (Run run : runs.unfinished()) {
            if (run.lender().name().equals(lender) && !run.isReplay()) {
                throw new Refused(
                        ExitCode.FAILED, run + " is unfinished; 'arrears restart' resumes it, then run this one");
            }
        }
    }

    /** A night that knew of no payment yet would make everybody overdue who ever paid. */
    private static void refuseUnknowing(String lender, Optional<Instant> since, @Nullable Instant cutoff) {
        Instant begun = since.orElse(cutoff);
        if (cutoff != null && begun != null && cutoff.isBefore(begun)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "the cutoff " + cutoff + " lies before all that was ever posted of " + lender
                            + ", which is known since "
                            + begun
                            + ": nobody would have paid. Name a cutoff from then on; that of a night stands in its"
                            + " manifest.json");
        }
    }

    private static void refuseGoingBack(@Nullable Run last, LocalDate asOf) {
        if (last != null && asOf.isBefore(last.asOf())) {
            throw new Refused(
                    ExitCode.USAGE,
                    "the last published as-of date of " + last.lender().name() + " is " + last.asOf()
                            + "; as-of dates only move forward. If " + last + " is wrong, 'arrears withdraw "
                            + last.id()
                            + "' takes it back");
        }
    }
}

package io.arrears.batch;

import io.arrears.Sha256;
import io.arrears.audit.Event;
import io.arrears.publish.FurnishCsv;
import io.arrears.publish.Home;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.WorkFolder;
import io.arrears.publish.WorklistCsv;
import io.arrears.reconcile.ReconciliationCsv;
import io.arrears.run.Run;
import io.arrears.store.AuditStore;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of each step of a night as an audit event: its counts, over all the times it was resumed, and the digests of the
 * lists it made.
 *
 * <p>A step that ended just before a kill, and whose event did not come about, is told when the run goes on; none is told
 * twice. The last step has no event: what it does is the run's own.
 */
final class StepEvents implements StepExecutionListener, JobExecutionListener {

    /** The lists that hold the details of what a step counted. */
    private static final List<String> LISTS = Stream.of(
                    Stream.of(ReviewCsv.FILE),
                    Stream.of(FurnishCsv.values()).map(FurnishCsv::file),
                    Stream.of(WorklistCsv.values()).map(WorklistCsv::file))
            .flatMap(lists -> lists)
            .toList();

    private static final Map<String, List<String>> DETAILS =
            Map.of("join", LISTS, "reconcile", List.of(ReconciliationCsv.FILE), "withhold", LISTS);

    private static final String WORKERS = "-range:";

    private final JobRepository repository;
    private final RunStore runs;
    private final AuditStore audit;
    private final Home home;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Of each night that runs, the steps of the times it was begun before; they change no more. */
    private final Map<Long, List<StepExecution>> earlier = new ConcurrentHashMap<>();

    StepEvents(
            JobRepository repository,
            RunStore runs,
            AuditStore audit,
            Home home,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.runs = runs;
        this.audit = audit;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The step, its end told. */
    Step told(Step step) {
        ((AbstractStep) step).registerStepExecutionListener(this);
        return step;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        List<StepExecution> before = repository.getJobExecutions(execution.getJobInstance()).stream()
                .filter(other -> other.getId() != execution.getId())
                .map(JobExecution::getStepExecutions)
                .flatMap(Collection::stream)
                .toList();
        earlier.put(execution.getId(), before);
        before.stream()
                .filter(step -> !step.getStepName().contains(":") && step.getStatus() == BatchStatus.COMPLETED)
                .filter(step -> !step.getStepName().equals(NightlyJob.PUBLISH))
                .forEach(step -> tell(step, before));
    }

    @Override
    public void afterJob(JobExecution execution) {
        earlier.remove(execution.getId());
    }

    /** A step whose end cannot be told has failed: Spring Batch would only log what is thrown here. */
    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() == BatchStatus.COMPLETED) {
            try {
                JobExecution execution = step.getJobExecution();
                tell(
                        step,
                        Stream.concat(
                                        earlier.getOrDefault(execution.getId(), List.of()).stream(),
                                        execution.getStepExecutions().stream())
                                .toList());
            } catch (RuntimeException e) { // whatever it is, Spring Batch would log it and go on
                step.setStatus(BatchStatus.FAILED);
                step.addFailureException(e);
                return ExitStatus.FAILED;
            }
        }
        return step.getExitStatus();
    }

    /** The end of a step among every step of the night, each time it was begun. */
    private void tell(StepExecution step, List<StepExecution> all) {
        Run run = runs.find(Objects.requireNonNull(step.getJobParameters().getLong(NightlyJob.RUN)));
        if (run.isReplay()) {
            return;
        }
        Event event = Event.of(Event.What.STEP_DONE, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .counts(counts(step, all))
                .digests(digests(run, step.getStepName()));
        transaction.executeWithoutResult(
                status -> audit.appendStep(run.lender().name(), event, run.id(), step.getStepName()));
    }

    private SortedMap<String, Long> counts(StepExecution step, List<StepExecution> all) {
        SortedMap<String, Long> counts = new TreeMap<>();
        all.stream()
                .filter(worker -> worker.getStepName().startsWith(step.getStepName() + WORKERS))
                .forEach(worker -> {
                    counts.merge("read", worker.getReadCount(), Math::addExact);
                    counts.merge("written", worker.getWriteCount(), Math::addExact);
                    counts.merge("filtered", worker.getFilterCount(), Math::addExact);
                    counts.merge("skipped", worker.getSkipCount(), Math::addExact);
                });
        return counts;
    }

    private SortedMap<String, String> digests(Run run, String step) {
        Path out = new WorkFolder(home.work(run.lender().name(), run.id())).out();
        SortedMap<String, String> digests = new TreeMap<>();
        try {
            for (String name : DETAILS.getOrDefault(step, List.of())) {
                if (Files.exists(out.resolve(name))) {
                    digests.put(name, Sha256.of(out.resolve(name)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lists of step " + step + " cannot be read", e);
        }
        return digests;
    }
}

package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delivery.ImportFolder;
import io.arrears.delivery.ImportRequest;
import io.arrears.publish.Home;
import io.arrears.store.imports.ImportEnding;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.imports.ImportStore;
import io.arrears.store.imports.ViewCounts;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Launches the import's job, or takes up one whose process is dead: the caller holds the import's lock. */
final class ImportLaunch {

    private final JobRepository repository;
    private final JobOperator operator;
    private final Job job;
    private final Home home;
    private final ImportStore store;
    private final ImportEnding ending;
    private final ViewCounts views;

    ImportLaunch(
            ImportStore store,
            ImportEnding ending,
            ViewCounts views,
            JobRepository repository,
            JobOperator operator,
            Job job,
            Home home) {
        this.repository = repository;
        this.operator = operator;
        this.job = job;
        this.home = home;
        this.store = store;
        this.ending = ending;
        this.views = views;
    }

    ImportOutcome start(long importId, ImportRequest request) {
        return launch(importId, ImportParameters.of(importId, request));
    }

    /** Goes on with an unfinished import; empty when there is none. */
    Optional<ImportOutcome> resume() {
        return store.unfinished().map(this::resume);
    }

    private ImportOutcome resume(long importId) {
        JobInstance instance = repository.getJobInstance(ImportJob.NAME, ImportParameters.of(importId));
        JobExecution last = instance == null ? null : repository.getLastJobExecution(instance);
        if (last == null) {
            ending.refused(importId, "ended before it began; nothing was loaded", Map.of());
            return outcome(importId, null);
        }
        StaleExecutionRepair.sayFor(last, repository);
        return launch(importId, last.getJobParameters());
    }

    private ImportOutcome launch(long importId, JobParameters parameters) {
        try {
            return outcome(importId, operator.start(job, parameters));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("import " + importId + " cannot start", e);
        }
    }

    /**
     * How the import stands in its tables, whatever its job says.
     *
     * @throws Refused (2) if it stopped because of a user's rights or a server's settings
     */
    ImportOutcome outcome(long importId, @Nullable JobExecution execution) {
        ImportStore.Import ended = store.get(importId);
        ExitCode exitCode =
                switch (ended.state()) {
                    case DONE -> ExitCode.DONE;
                    case REFUSED -> ExitCode.REJECTED;
                    case VALIDATING, LOADING -> ExitCode.FAILED;
                };
        String message =
                switch (exitCode) {
                    case DONE -> views.told(importId, ended.source());
                    case FAILED -> failure(importId, execution);
                    default -> ended.message();
                };
        return new ImportOutcome(
                importId,
                exitCode,
                ended.state(),
                store.counts(importId),
                new ImportFolder(home.importFolder(importId)).rejectedCsv(),
                message == null ? "" : message);
    }

    private static String failure(long importId, @Nullable JobExecution execution) {
        Throwable cause = execution == null ? null : Failure.cause(execution);
        Failure.denied(cause).ifPresent(denied -> {
            throw new Refused(
                    denied.exitCode(),
                    "import " + importId + " stopped: " + denied.getMessage()
                            + ". Once that is mended, 'arrears restart' goes on with it");
        });
        return "import " + importId + " stopped: " + Failure.told("import " + importId, cause)
                + "; import again, or run restart, and it goes on where it stopped";
    }
}

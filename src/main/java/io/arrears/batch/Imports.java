package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delivery.Delivery;
import io.arrears.delivery.ImportFolder;
import io.arrears.publish.Home;
import io.arrears.store.CoreViews;
import io.arrears.store.ImportLock;
import io.arrears.store.ImportStore;
import io.arrears.store.RejectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports, one at a time: a delivery's folder into the ledger's tables, or nothing of it.
 *
 * <p>An unfinished import (killed, or its database lost) is always resumed before another one begins, under its own id and
 * with its rows known from the same instant.
 */
@Component
public final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final JobRepository repository;
    private final JobOperator operator;
    private final Job job;
    private final Home home;
    private final ImportStore store;

    public Imports(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JobRepository repository,
            JobOperator operator,
            @Qualifier(ImportJob.NAME) Job job,
            Home home,
            Clock clock) {
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
        this.repository = repository;
        this.operator = operator;
        this.job = job;
        this.home = home;
        this.store = new ImportStore(dataSource, clock);
    }

    /**
     * Imports a folder, after any import that is unfinished.
     *
     * @return how it ended; when the unfinished one fails again, how that one did, and nothing else was begun
     * @throws Refused when there is nothing to import (2), a file is of no feed (4), or another import runs (75)
     */
    public ImportOutcome run(ImportRequest request) {
        Delivery.of(request.folder());
        return ImportLock.holding(home, dataSource, () -> {
            Optional<ImportOutcome> earlier = resumeUnfinished();
            if (earlier.isPresent() && earlier.get().exitCode() == ExitCode.FAILED) {
                return earlier.get();
            }
            return begin(request, request.folder().toAbsolutePath().toString());
        });
    }

    /**
     * Imports what changed in a core system's views, after any import that is unfinished.
     *
     * @return how it ended; done with no feeds when nothing changed
     * @throws Refused when the schema shows no view of a feed's name (2), or another import runs (75)
     */
    public ImportOutcome fromViews(String schema, BigDecimal maxRejectsPercent, String user) {
        CoreViews views = new CoreViews(dataSource, schema);
        views.feeds();
        return ImportLock.holding(home, dataSource, () -> {
            Optional<ImportOutcome> earlier = resumeUnfinished();
            return earlier.isPresent() && earlier.get().exitCode() == ExitCode.FAILED
                    ? earlier.get()
                    : pull(views, maxRejectsPercent, user);
        });
    }

    private ImportOutcome pull(CoreViews views, BigDecimal maxRejectsPercent, String user) {
        long importId = create(views.source(), user);
        Path source = Home.folder(new ImportFolder(home.importFolder(importId)).source());
        try {
            views.pull(source);
        } catch (Refused e) {
            store.finish(importId, ImportStore.State.REFUSED, e.getMessage());
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + source, e);
        }
        if (isEmpty(source)) {
            store.finish(importId, ImportStore.State.DONE, null);
            return outcome(importId, null);
        }
        ImportRequest request = new ImportRequest(source, maxRejectsPercent, false, Set.of(), user);
        return launch(importId, ImportParameters.of(importId, request));
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Goes on with an unfinished import; empty when there is none. */
    public Optional<ImportOutcome> resume() {
        return ImportLock.holding(home, dataSource, this::resumeUnfinished);
    }

    /**
     * Closes the open rejects of a row that will never arrive, on the word of two people; returns how many there were.
     *
     * @param reference {@code IMPORT:FEED:LINE}, or {@code FEED:KEY} like {@code instalments:A17 1 3}
     * @throws Refused (2) when none is open, the reason is empty, or the two are not two
     */
    public int discard(String reference, String reason, String by, String and) {
        if (reason.isBlank()) {
            throw new Refused(ExitCode.USAGE, "a reason is needed to discard a reject");
        }
        if (by.isBlank() || and.isBlank() || by.strip().equalsIgnoreCase(and.strip())) {
            throw new Refused(ExitCode.USAGE, "two different people are needed to discard a reject");
        }
        RejectStore rejects = new RejectStore(new JdbcTemplate(dataSource), store);
        Integer closed = transaction.execute(status -> rejects.discard(reference, reason, by.strip(), and.strip()));
        return Objects.requireNonNull(closed);
    }

    private ImportOutcome begin(ImportRequest request, String source) {
        long importId = create(source, request.user());
        return launch(importId, ImportParameters.of(importId, request));
    }

    private long create(String source, String user) {
        return Objects.requireNonNull(transaction.execute(status -> store.create(source, user)));
    }

    private Optional<ImportOutcome> resumeUnfinished() {
        return store.unfinished().map(this::resume);
    }

    /** The lock is held, so the process that began it is dead. */
    private ImportOutcome resume(long importId) {
        JobExecution last = lastExecution(importId);
        if (last == null) {
            store.finish(importId, ImportStore.State.REFUSED, "ended before it began; nothing was loaded");
            return outcome(importId, null);
        }
        if (last.isRunning()) {
            operator.recover(last);
        }
        return launch(importId, last.getJobParameters());
    }

    private @Nullable JobExecution lastExecution(long importId) {
        JobInstance instance = repository.getJobInstance(ImportJob.NAME, ImportParameters.of(importId));
        return instance == null ? null : repository.getLastJobExecution(instance);
    }

    private ImportOutcome launch(long importId, JobParameters parameters) {
        try {
            return outcome(importId, operator.start(job, parameters));
        } catch (JobExecutionException e) {
            throw new IllegalStateException("import " + importId + " cannot start", e);
        }
    }

    private ImportOutcome outcome(long importId, @Nullable JobExecution execution) {
        ImportStore.Import ended = store.get(importId);
        ExitCode exitCode =
                switch (ended.state()) {
                    case DONE -> ExitCode.DONE;
                    case REFUSED -> ExitCode.REJECTED;
                    case VALIDATING, LOADING -> ExitCode.FAILED;
                };
        String message = exitCode == ExitCode.FAILED ? failure(importId, execution) : ended.message();
        return new ImportOutcome(
                importId,
                exitCode,
                ended.state(),
                store.counts(importId),
                new ImportFolder(home.importFolder(importId)).rejectedCsv(),
                message == null ? "" : message);
    }

    private static String failure(long importId, @Nullable JobExecution execution) {
        Throwable cause = execution == null
                ? null
                : execution.getAllFailureExceptions().stream().findFirst().orElse(null);
        LOG.error("import {} stopped", importId, cause);
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "import " + importId + " stopped" + (cause == null ? "" : ": " + cause.getMessage())
                + "; import again, or run restart, and it goes on where it stopped";
    }
}

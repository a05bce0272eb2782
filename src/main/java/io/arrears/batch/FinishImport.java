package io.arrears.batch;

import io.arrears.Sha256;
import io.arrears.delivery.ImportFolder;
import io.arrears.night.AfterNight;
import io.arrears.publish.Home;
import io.arrears.store.imports.ImportEnding;
import io.arrears.store.imports.ImportNotes;
import io.arrears.store.imports.ImportStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/** Step {@code finish}: the import is done, and what only it needed goes, on disk and in its notes. */
final class FinishImport implements Tasklet {

    private final ImportStore store;
    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;
    private final ImportEnding ending;
    private final Home home;
    private final AfterNight after;

    FinishImport(
            ImportStore store,
            ImportEnding ending,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Home home,
            AfterNight after) {
        this.store = store;
        this.ending = ending;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.home = home;
        this.after = after;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        long importId = ImportParameters.importId(step.getJobExecution().getJobParameters());
        store.requireOwner(importId, step.getJobExecutionId());
        new ImportNotes(importId, dataSource, transactions).clear();
        after.writeAll(); // before the import is done, so that one that was killed here is resumed and writes it
        ImportFolder folder = new ImportFolder(home.importFolder(importId));
        ending.done(importId, rejected(folder));
        folder.clear();
        return RepeatStatus.FINISHED;
    }

    /** The digest of the list of rejected rows; none where nothing was rejected. */
    static Map<String, String> rejected(ImportFolder folder) {
        Path list = folder.rejectedCsv();
        try {
            return Files.exists(list) ? Map.of(String.valueOf(list.getFileName()), Sha256.of(list)) : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + list, e);
        }
    }
}

package io.arrears.batch;

import io.arrears.delivery.ImportFolder;
import io.arrears.publish.Home;
import io.arrears.store.ImportNotes;
import io.arrears.store.ImportStore;
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
    private final Home home;

    FinishImport(ImportStore store, DataSource dataSource, PlatformTransactionManager transactions, Home home) {
        this.store = store;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.home = home;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        long importId = ImportParameters.importId(step.getJobExecution().getJobParameters());
        store.requireOwner(importId, step.getJobExecutionId());
        new ImportNotes(importId, dataSource, transactions).clear();
        store.finish(importId, ImportStore.State.DONE, null);
        new ImportFolder(home.importFolder(importId)).clear();
        return RepeatStatus.FINISHED;
    }
}

package io.arrears.batch;

import io.arrears.Refused;
import io.arrears.bureau.Bureaus;
import io.arrears.delivery.Delivery;
import io.arrears.delivery.DeliveryValidation;
import io.arrears.delivery.DeliveryValidation.Validated;
import io.arrears.delivery.ImportFolder;
import io.arrears.publish.Home;
import io.arrears.store.imports.ImportBeginning;
import io.arrears.store.imports.ImportEnding;
import io.arrears.store.imports.ImportLedger;
import io.arrears.store.imports.ImportNotes;
import io.arrears.store.imports.ImportStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Step {@code validate}: the first pass, and at its end, in one transaction, from when on the rows are known.
 *
 * <p>What it refuses ends the job with nothing loaded. A restart begins it anew, unless that transaction was committed.
 */
final class ValidateDelivery implements Tasklet {

    static final ExitStatus REFUSED = new ExitStatus("REFUSED");

    private final ImportStore store;
    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;
    private final ImportEnding ending;
    private final Home home;
    private final Clock clock;

    ValidateDelivery(
            ImportStore store,
            ImportEnding ending,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Home home,
            Clock clock) {
        this.store = store;
        this.ending = ending;
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        JobParameters parameters =
                contribution.getStepExecution().getJobExecution().getJobParameters();
        long importId = ImportParameters.importId(parameters);
        if (store.get(importId).state() == ImportStore.State.LOADING) {
            return RepeatStatus.FINISHED;
        }
        ImportFolder folder = new ImportFolder(home.importFolder(importId));
        ImportNotes notes = new ImportNotes(importId, dataSource, transactions);
        notes.clear();
        try {
            Delivery delivery = Delivery.of(ImportParameters.folder(parameters));
            ImportLedger ledger = new ImportLedger(dataSource, notes);
            Validated validated = new DeliveryValidation(
                            delivery,
                            folder,
                            ledger,
                            Bureaus.facts(),
                            clock.instant(),
                            ImportParameters.demands(parameters))
                    .run();
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                store.recordFiles(importId, validated.feeds(), validated.empty());
                new ImportBeginning(new JdbcTemplate(dataSource))
                        .begin(
                                importId,
                                validated.lenders(),
                                validated.shared(),
                                validated.controls(),
                                clock.instant());
            });
        } catch (Refused e) {
            notes.clear();
            folder.clear();
            ending.refused(importId, e.getMessage(), FinishImport.rejected(folder));
            contribution.setExitStatus(REFUSED);
        }
        return RepeatStatus.FINISHED;
    }
}

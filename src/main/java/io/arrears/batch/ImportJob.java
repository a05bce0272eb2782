package io.arrears.batch;

import io.arrears.delivery.ImportFolder;
import io.arrears.delivery.ValidRow;
import io.arrears.feed.Feed;
import io.arrears.feed.Reject;
import io.arrears.night.AfterNight;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.store.imports.ImportBeginning;
import io.arrears.store.imports.ImportEnding;
import io.arrears.store.imports.ImportStore;
import io.arrears.store.imports.LedgerRows.LedgerRow;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code import}: validate the delivery, load feed after feed, open the rejects that hold accounts, finish.
 */
@Configuration(proxyBeanMethods = false)
public class ImportJob {

    static final String NAME = "import";

    private static final String LOAD = "load-";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final DataSource dataSource;
    private final ImportStore store;
    private final ImportEnding ending;
    private final Home home;
    private final ChunkSteps chunks;
    private final Settings settings;
    private final Clock clock;

    public ImportJob(
            JobRepository repository,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Home home,
            ChunkSteps chunks,
            Settings settings,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.store = new ImportStore(dataSource, clock);
        this.ending = new ImportEnding(dataSource, transactions, clock);
        this.home = home;
        this.chunks = chunks;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean(NAME)
    Job importDelivery(
            SpooledRows spooledRows,
            KnownAtStamper knowing,
            LoadRows ledger,
            SpooledRejects spooledRejects,
            OpenRejects holding,
            AfterNight after) {
        FlowBuilder<SimpleFlow> load = new FlowBuilder<>("load");
        for (Feed feed : Feed.values()) {
            load.next(load(feed, spooledRows, knowing, ledger));
        }
        load.next(openRejects(spooledRejects, holding)).next(finish(after));
        Step validate = validate();
        return new JobBuilder(NAME, repository)
                .listener(ownership())
                .start(validate)
                .on(ValidateDelivery.REFUSED.getExitCode())
                .end()
                .from(validate)
                .on("COMPLETED")
                .to(load.build())
                .end()
                .build();
    }

    /** No transaction of its own: the first pass may take an hour, and writes only its notes, a chunk at a time. */
    private Step validate() {
        return new StepBuilder("validate", repository)
                .tasklet(new ValidateDelivery(store, ending, dataSource, transactions, home, clock), transactions)
                .transactionAttribute(Steps.NO_TRANSACTION)
                .build();
    }

    private Step load(Feed feed, SpooledRows rows, KnownAtStamper knowing, LoadRows ledger) {
        return chunks.<ValidRow, LedgerRow>step(LOAD + feed.table(), settings.importChunk())
                .reader(rows)
                .processor(knowing)
                .writer(ledger)
                .build();
    }

    private Step openRejects(SpooledRejects rejects, OpenRejects holding) {
        return chunks.<Reject, Reject>step("open-rejects", settings.importChunk())
                .reader(rejects)
                .writer(holding)
                .build();
    }

    private Step finish(AfterNight after) {
        return new StepBuilder("finish", repository)
                .tasklet(new FinishImport(store, ending, dataSource, transactions, home, after), transactions)
                .build();
    }

    private JobExecutionListener ownership() {
        return new JobExecutionListener() {
            @Override
            public void beforeJob(JobExecution execution) {
                store.own(ImportParameters.importId(execution.getJobParameters()), execution.getId());
            }
        };
    }

    /** Nights share it. */
    @Bean
    AfterNight afterNight(DataSource pool, PlatformTransactionManager transactions, Home home) {
        return new AfterNight(pool, transactions, home);
    }

    @Bean
    @StepScope
    SpooledRows spooledRows(@Value("#{stepExecution}") StepExecution step) {
        boolean delivered = store.counts(importId(step)).containsKey(feed(step));
        return new SpooledRows(folder(step).rows(feed(step)), feed(step), delivered);
    }

    @Bean
    @StepScope
    KnownAtStamper knowing(@Value("#{stepExecution}") StepExecution step) {
        return new KnownAtStamper(
                feed(step), new ImportBeginning(new JdbcTemplate(dataSource)).knownFromOf(importId(step)));
    }

    @Bean
    @StepScope
    LoadRows ledger(@Value("#{stepExecution}") StepExecution step) {
        return new LoadRows(dataSource, store, home, feed(step), importId(step), step.getJobExecutionId());
    }

    @Bean
    @StepScope
    SpooledRejects spooledRejects(@Value("#{stepExecution}") StepExecution step) {
        return new SpooledRejects(folder(step).openRejects());
    }

    @Bean
    @StepScope
    OpenRejects holding(@Value("#{stepExecution}") StepExecution step) {
        return new OpenRejects(dataSource, store, folder(step), importId(step), step.getJobExecutionId());
    }

    private ImportFolder folder(StepExecution step) {
        return new ImportFolder(home.importFolder(importId(step)));
    }

    private static long importId(StepExecution step) {
        return ImportParameters.importId(step.getJobExecution().getJobParameters());
    }

    private static Feed feed(StepExecution step) {
        return Feed.ofTable(step.getStepName().substring(LOAD.length())).orElseThrow();
    }
}

package io.arrears.batch;

import io.arrears.night.AuditExport;
import io.arrears.night.RunCleanup;
import io.arrears.night.Settings;
import io.arrears.night.SignatureKeys;
import io.arrears.publish.Home;
import io.arrears.store.AuditStore;
import io.arrears.store.CheckpointStore;
import io.arrears.store.LenderStore;
import io.arrears.store.account.ReconcileQueries;
import io.arrears.store.bureau.BureauQueries;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionSerials;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.run.FreshnessStore;
import io.arrears.store.run.InputStore;
import io.arrears.store.run.NightQueries;
import io.arrears.store.run.RunBeginning;
import io.arrears.store.run.RunProgress;
import io.arrears.store.run.RunRemains;
import io.arrears.store.run.RunStore;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.ScopeConfiguration;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What the jobs stand on: one database for data and job repository, one transaction manager, the stores. */
@Configuration(proxyBeanMethods = false)
@Import({
    ScopeConfiguration.class,
    ImportJob.class,
    Imports.class,
    NightlyJob.class,
    FurnishSteps.class,
    WorklistSteps.class
})
class Context extends Foundation {

    /** Wires the application over an open database, which stays open when it is closed. */
    static ConfigurableApplicationContext start(Settings settings, Clock clock, DataSource pool) {
        return new SpringApplicationBuilder(Context.class)
                .web(WebApplicationType.NONE)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("settings", settings);
                    context.getBeanFactory().registerSingleton("dataSource", pool);
                    context.getBeanFactory().registerSingleton("home", settings.home());
                    context.getBeanFactory().registerSingleton("clock", clock);
                })
                .run();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource pool) {
        return new JdbcTransactionManager(pool);
    }

    @Bean
    Steps steps(JobRepository repository, PlatformTransactionManager transactions, RunStore runs, WorkInHand inHand) {
        return new Steps(repository, transactions, runs, inHand);
    }

    @Bean
    WorkInHand workInHand(JobRepository repository, Home home) {
        return new WorkInHand(repository, home);
    }

    @Bean
    RunStore runStore(DataSource pool) {
        return new RunStore(pool);
    }

    @Bean
    RunBeginning runBeginning(DataSource pool, PlatformTransactionManager transactions) {
        return new RunBeginning(pool, transactions);
    }

    @Bean
    RunProgress runProgress(DataSource pool, PlatformTransactionManager transactions) {
        return new RunProgress(pool, transactions);
    }

    @Bean
    LenderStore lenderStore(DataSource pool, PlatformTransactionManager transactions) {
        return new LenderStore(pool, transactions);
    }

    @Bean
    RunRemains runRemains(DataSource pool, PlatformTransactionManager transactions) {
        return new RunRemains(pool, transactions);
    }

    @Bean
    RunCleanup clearing(RunRemains remains, Home home, Clock clock) {
        return new RunCleanup(remains, home, clock);
    }

    @Bean
    SubmissionStore submissionStore(DataSource pool) {
        return new SubmissionStore(pool);
    }

    @Bean
    SubmissionSerials submissionSerials(DataSource pool, PlatformTransactionManager transactions) {
        return new SubmissionSerials(pool, transactions);
    }

    @Bean
    SubmissionRecords submissionRecords(DataSource pool) {
        return new SubmissionRecords(pool);
    }

    @Bean
    AuditStore auditStore(DataSource pool) {
        return new AuditStore(pool);
    }

    @Bean
    SignatureKeys signatureKeys(AuditStore audit, DataSource pool, RunStore runs, Home home) {
        return new SignatureKeys(audit, new CheckpointStore(pool), runs, home);
    }

    @Bean
    AuditExport trail(AuditStore audit, DataSource pool, SignatureKeys keys) {
        return new AuditExport(audit, new CheckpointStore(pool), keys);
    }

    @Bean
    StepEvents stepEvents(
            JobRepository repository,
            RunStore runs,
            AuditStore audit,
            Home home,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new StepEvents(repository, runs, audit, home, transactions, clock);
    }

    @Bean
    NightQueries nightQueries(DataSource pool) {
        return new NightQueries(pool);
    }

    @Bean
    ReconcileQueries reconcileQueries(DataSource pool) {
        return new ReconcileQueries(pool);
    }

    @Bean
    BureauQueries bureauQueries(DataSource pool) {
        return new BureauQueries(pool);
    }

    @Bean
    FreshnessStore freshnessStore(DataSource pool) {
        return new FreshnessStore(pool);
    }

    @Bean
    InputStore inputStore(DataSource pool) {
        return new InputStore(pool);
    }
}

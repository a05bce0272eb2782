package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.delivery.ImportRequest;
import io.arrears.night.AfterNight;
import io.arrears.night.RunCleanup;
import io.arrears.night.Settings;
import io.arrears.night.SignatureKeys;
import io.arrears.store.LenderStore;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.run.FreshnessStore;
import io.arrears.store.run.RunBeginning;
import io.arrears.store.run.RunProgress;
import io.arrears.store.run.RunStore;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.context.ConfigurableApplicationContext;

/** The commands of a night, on a program that a test has wired over a database of its own. */
record Program(ConfigurableApplicationContext context, Settings settings) {

    /** What one command does. */
    interface Work {
        void of(Program program);
    }

    void tonight(FaultedBook.Command command, Path delivery) {
        switch (command) {
            case IMPORT -> load(delivery);
            case RUN -> run(FaultedBook.TONIGHT);
        }
    }

    void load(Path delivery) {
        done(imports().run(new ImportRequest(delivery, BigDecimal.valueOf(50), false, Set.of(), "tester")));
    }

    void run(LocalDate night) {
        nights().run(Book.LENDER, night, null, false);
    }

    /** {@code arrears restart}. */
    void resume() {
        nights().restart(null);
        imports().resume().ifPresent(Program::done);
    }

    /** A stop of the job at work, from a process of its own. */
    void stop() {
        long execution = Objects.requireNonNull(StepSynchronizationManager.getContext())
                .getStepExecution()
                .getJobExecutionId();
        Thread stopping = new Faults.Elsewhere(() -> {
            try {
                context.getBean(JobOperator.class)
                        .stop(Objects.requireNonNull(
                                context.getBean(JobRepository.class).getJobExecution(execution)));
            } catch (JobExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
        stopping.start();
        try {
            stopping.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Imports imports() {
        return context.getBean(Imports.class);
    }

    Nights nights() {
        return new Nights(
                settings,
                context.getBean(RunStore.class),
                context.getBean(RunBeginning.class),
                context.getBean(RunProgress.class),
                context.getBean(LenderStore.class),
                new FreshnessStore(context.getBean(DataSource.class)),
                context.getBean(RunCleanup.class),
                context.getBean(SignatureKeys.class),
                context.getBean(WorkInHand.class),
                context.getBean(AfterNight.class),
                context.getBean(JobOperator.class),
                context.getBean(JobRepository.class),
                context.getBean(NightlyJob.NAME, Job.class),
                context.getBean(Clock.class));
    }

    private static void done(ImportOutcome outcome) {
        if (outcome.exitCode() != ExitCode.DONE) {
            throw new Refused(outcome.exitCode(), outcome.message());
        }
    }
}

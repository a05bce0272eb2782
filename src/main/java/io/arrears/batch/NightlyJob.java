package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.Home;
import io.arrears.publish.MovementsCsv;
import io.arrears.publish.ReviewCsv;
import io.arrears.publish.WorkFolder;
import io.arrears.store.BureauQueries;
import io.arrears.store.InputStore;
import io.arrears.store.KeyRange;
import io.arrears.store.NightQueries;
import io.arrears.store.ReconcileQueries;
import io.arrears.store.Run;
import io.arrears.store.RunStore;
import io.arrears.store.StandingWriter;
import io.arrears.store.SubmissionStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** The nightly job: scope, assess, brake, furnish, submit, list, join, reconcile, report, publish. */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

    static final String NAME = "nightly";
    static final String RUN = "run";
    static final String PUBLISH = "publish";
    static final String UP_TO = "upTo";

    static final String THE_RUN = "#{jobParameters['" + RUN + "']}";
    static final String THE_START = "#{stepExecutionContext['after']}";
    static final String THE_END = "#{stepExecutionContext['upTo']}";
    static final String THE_PARTITION = "#{stepExecutionContext['partition']}";

    @Bean
    Job nightly(
            JobRepository repository,
            StepEvents events,
            Step scope,
            Step assess,
            Step brake,
            Step furnish,
            Step submit,
            Step list,
            Step join,
            Step reconcile,
            Step report,
            Step publish) {
        return new JobBuilder(NAME, repository)
                .listener(events)
                .start(events.told(scope))
                .next(events.told(assess))
                .next(events.told(brake))
                .next(events.told(furnish))
                .next(events.told(submit))
                .next(events.told(list))
                .next(events.told(join))
                .next(events.told(reconcile))
                .next(events.told(report))
                .next(publish)
                .build();
    }

    // Scope: which accounts new facts or the calendar can have changed, and from when on.

    @Bean
    Step scope(
            JobRepository repository,
            PlatformTransactionManager transactions,
            RunStore runs,
            SubmissionStore submissions,
            NightQueries queries) {
        return tasklet(
                "scope",
                repository,
                transactions,
                run -> {
                    Run previous = runs.previous(run);
                    FurnishSteps.requireBaselines(run, submissions);
                    if (previous != null) {
                        queries.noteTouched(
                                run, previous, !run.lender().bureaus().isEmpty());
                    }
                },
                runs);
    }

    // Assess: each partition streams the ledger in key order and writes the standings that changed.

    @Bean
    Step assess(
            JobRepository repository,
            Partitioner assessedRanges,
            Step assessRange,
            AsyncTaskExecutor workers,
            Settings settings) {
        return new StepBuilder("assess", repository)
                .partitioner(assessRange)
                .splitter(new RangeSplitter(repository, "assess-range", assessedRanges))
                .gridSize(settings.partitions())
                .taskExecutor(workers)
                .build();
    }

    @Bean
    Step assessRange(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Settings settings,
            AssessReader assessReader,
            AssessWriter assessWriter) {
        return new StepBuilder("assess-range", repository)
                .<Optional<Assessed>, Assessed>chunk(settings.chunk())
                .transactionManager(transactions)
                .reader(assessReader)
                .processor(assessed -> assessed.orElse(null))
                .writer(assessWriter)
                .build();
    }

    @Bean
    @StepScope
    AssessReader assessReader(
            DataSource pool,
            RunStore runs,
            @Value(THE_RUN) Long run,
            @Value(THE_START) String after,
            @Value(THE_END) String upTo) {
        Run found = runs.find(run);
        return new AssessReader(pool, found, runs.previous(found), new KeyRange(after, upTo));
    }

    @Bean
    @StepScope
    AssessWriter assessWriter(
            DataSource pool,
            Home home,
            RunStore runs,
            @Value(THE_RUN) Long id,
            @Value(THE_PARTITION) Integer partition) {
        Run run = runs.find(id);
        return new AssessWriter(
                new WorkFolder(home.work(run.lender().name(), run.id())),
                partition,
                new StandingWriter(pool, run.lender().name(), run.id()));
    }

    // Brake: a night that makes too many people overdue is more likely half a delivery than the truth.

    @Bean
    Step brake(JobRepository repository, PlatformTransactionManager transactions, RunStore runs, NightQueries queries) {
        return tasklet(
                "brake",
                repository,
                transactions,
                run -> {
                    if (run.isReplay()
                            || run.previousRun() == null
                            || !run.lender().brake().isOn()) {
                        return;
                    }
                    long newly = queries.newlyOverdue(run);
                    long open = queries.openBefore(run);
                    if (run.lender().brake().stops(newly, open)) {
                        throw new Refused(
                                ExitCode.REJECTED,
                                newly + " accounts are newly overdue, of " + open
                                        + " open before; the policy's brake is "
                                        + run.lender().brake()
                                        + ". Look whether a feed came in half; if they are right, raise 'brake' and run again");
                    }
                },
                runs);
    }

    // List: each partition writes its part of delinquency.csv, review.csv and the traits.

    @Bean
    Step list(
            JobRepository repository,
            Partitioner ranges,
            Step listRange,
            AsyncTaskExecutor workers,
            Settings settings) {
        return new StepBuilder("list", repository)
                .partitioner(listRange)
                .splitter(new RangeSplitter(repository, "list-range", ranges))
                .gridSize(settings.partitions())
                .taskExecutor(workers)
                .build();
    }

    @Bean
    Step listRange(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Settings settings,
            ListReader listReader,
            ItemProcessor<AccountToList, Listing.Lines> listing,
            ListWriter listWriter) {
        return new StepBuilder("list-range", repository)
                .<AccountToList, Listing.Lines>chunk(settings.chunk())
                .transactionManager(transactions)
                .reader(listReader)
                .processor(listing)
                .writer(listWriter)
                .build();
    }

    @Bean
    @StepScope
    ListReader listReader(
            DataSource pool,
            RunStore runs,
            @Value(THE_RUN) Long run,
            @Value(THE_START) String after,
            @Value(THE_END) String upTo) {
        return new ListReader(pool, runs.find(run), new KeyRange(after, upTo));
    }

    @Bean
    @StepScope
    ItemProcessor<AccountToList, Listing.Lines> listing(RunStore runs, @Value(THE_RUN) Long id) {
        Run run = runs.find(id);
        Run previous = runs.previous(run);
        return new Listing(run, previous == null ? null : previous.asOf());
    }

    @Bean
    @StepScope
    ListWriter listWriter(Home home, RunStore runs, @Value(THE_RUN) Long id, @Value(THE_PARTITION) Integer partition) {
        Run run = runs.find(id);
        return new ListWriter(new WorkFolder(home.work(run.lender().name(), run.id())), partition);
    }

    // Join: the parts become the files, whose bytes every later step reads.

    @Bean
    Step join(JobRepository repository, PlatformTransactionManager transactions, RunStore runs, Home home) {
        return tasklet(
                "join",
                repository,
                transactions,
                run -> {
                    WorkFolder work = new WorkFolder(home.work(run.lender().name(), run.id()));
                    work.join(DelinquencyCsv.FILE, DelinquencyCsv.header());
                    work.join(MovementsCsv.FILE, MovementsCsv.header());
                    List<String> reviews = new ArrayList<>(List.of(ReviewCsv.FILE));
                    reviews.addAll(FurnishWriter.parts(run.lender().bureaus(), ReviewCsv.FILE));
                    work.join(ReviewCsv.FILE, ReviewCsv.header(), reviews);
                },
                runs);
    }

    // Reconcile: what was written must be what the ledger says, or nothing is published.

    @Bean
    Step reconcile(
            JobRepository repository,
            PlatformTransactionManager transactions,
            RunStore runs,
            ReconcileQueries queries,
            BureauQueries bureaus,
            Home home) {
        Reconciler reconciler = new Reconciler(runs, queries, new BureauReconciler(runs, bureaus), home);
        return tasklet("reconcile", repository, transactions, reconciler::reconcile, runs);
    }

    // Report: what people read of the night, from the bytes of its files.

    @Bean
    Step report(
            JobRepository repository,
            PlatformTransactionManager transactions,
            RunStore runs,
            InputStore inputs,
            SubmissionStore submissions,
            Home home) {
        return tasklet("report", repository, transactions, new Reporter(runs, inputs, submissions, home)::report, runs);
    }

    // Publish: audit trail, manifest, signature, one rename.

    @Bean
    Step publish(
            JobRepository repository,
            PlatformTransactionManager transactions,
            RunStore runs,
            InputStore inputs,
            Trail trail,
            Home home,
            Clearing clearing,
            Clock clock) {
        Publisher publisher = new Publisher(runs, inputs, trail, home, clearing, clock);
        return tasklet(PUBLISH, repository, transactions, publisher::publish, runs);
    }

    @Bean
    @StepScope
    Partitioner assessedRanges(NightQueries queries, RunStore runs, @Value(THE_RUN) Long id) {
        return parts -> partitions(queries.assessedRanges(runs.find(id), parts));
    }

    @Bean
    @StepScope
    Partitioner ranges(NightQueries queries, RunStore runs, @Value(THE_RUN) Long id) {
        return parts -> partitions(queries.ranges(runs.find(id), parts));
    }

    static Map<String, ExecutionContext> partitions(List<KeyRange> ranges) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 0; i < ranges.size(); i++) {
            ExecutionContext context = new ExecutionContext();
            context.putInt("partition", i);
            context.putString("after", ranges.get(i).after());
            context.putString(UP_TO, ranges.get(i).upTo());
            partitions.put(String.format(Locale.ROOT, "%03d", i), context);
        }
        return partitions;
    }

    /** What a step of one piece does for its run. */
    interface Work {
        void on(Run run) throws Exception;
    }

    /** A step of one piece, outside any transaction: what it commits, it commits on its own. */
    static Step tasklet(
            String name, JobRepository repository, PlatformTransactionManager transactions, Work work, RunStore runs) {
        Tasklet tasklet = (contribution, context) -> {
            Long id = contribution.getStepExecution().getJobParameters().getLong(RUN);
            work.on(runs.find(Objects.requireNonNull(id)));
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .build();
    }
}

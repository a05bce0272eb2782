package io.arrears.batch;

import io.arrears.night.AfterNight;
import io.arrears.night.Assessed;
import io.arrears.night.AuditExport;
import io.arrears.night.BaselineCheck;
import io.arrears.night.BrakeCheck;
import io.arrears.night.BureauReconciler;
import io.arrears.night.FreshnessCheck;
import io.arrears.night.Joiner;
import io.arrears.night.Publisher;
import io.arrears.night.Reconciler;
import io.arrears.night.Reporter;
import io.arrears.night.RunCleanup;
import io.arrears.night.Settings;
import io.arrears.night.UnknownRejectsCheck;
import io.arrears.night.Withholder;
import io.arrears.publish.AccountToList;
import io.arrears.publish.DelinquencyLists;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.ReconcileQueries;
import io.arrears.store.account.StandingWriter;
import io.arrears.store.bureau.BureauQueries;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.imports.RejectStore;
import io.arrears.store.run.FreshnessStore;
import io.arrears.store.run.InputStore;
import io.arrears.store.run.NightQueries;
import io.arrears.store.run.RunProgress;
import io.arrears.store.run.RunRemains;
import io.arrears.store.run.RunStore;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The nightly job: scope, assess, brake, furnish, submit, worklist, list, join, reconcile, withhold, report, publish. */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

    static final String NAME = "nightly";
    static final String RUN = "run";
    static final String PUBLISH = "publish";

    @Bean
    Job nightly(
            JobRepository repository,
            StepEvents events,
            Step scope,
            Step assess,
            Step brake,
            Step furnish,
            Step submit,
            Step worklist,
            Step list,
            Step join,
            Step reconcile,
            Step withhold,
            Step report,
            Step publish) {
        return new JobBuilder(NAME, repository)
                .listener(events)
                .start(events.told(scope))
                .next(events.told(assess))
                .next(events.told(brake))
                .next(events.told(furnish))
                .next(events.told(submit))
                .next(events.told(worklist))
                .next(events.told(list))
                .next(events.told(join))
                .next(events.told(reconcile))
                .next(events.told(withhold))
                .next(events.told(report))
                .next(publish)
                .build();
    }

    // Scope: which accounts new facts or the calendar can have changed, and from when on.

    @Bean
    Step scope(
            Steps steps, RunStore runs, SubmissionStore submissions, NightQueries queries, FreshnessStore freshness) {
        return steps.tasklet("scope", run -> {
            new FreshnessCheck(freshness).on(run);
            Run previous = runs.previous(run);
            new BaselineCheck(submissions::isAnythingTold).on(run.lender());
            if (previous != null) {
                queries.noteTouched(run, previous, !run.lender().bureaus().isEmpty());
            }
        });
    }

    // Assess: each partition streams the ledger in key order and writes the standings that changed.

    @Bean
    Step assess(Steps steps, Partitioner assessedRanges, Step assessRange, Settings settings) {
        return steps.partitioned("assess", assessedRanges, assessRange, settings.partitions());
    }

    @Bean
    Step assessRange(ChunkSteps chunks, Settings settings, AssessReader assessReader, AssessWriter assessWriter) {
        return chunks.<Optional<Assessed>, Assessed>step("assess-range", settings.chunk())
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
            @Value(Steps.THE_RUN) Long run,
            @Value(Steps.THE_START) String after,
            @Value(Steps.THE_END) String upTo) {
        Run found = runs.find(run);
        return new AssessReader(pool, found, runs.previous(found), new KeyRange(after, upTo));
    }

    @Bean
    @StepScope
    AssessWriter assessWriter(
            DataSource pool,
            Home home,
            RunStore runs,
            @Value(Steps.THE_RUN) Long id,
            @Value(Steps.THE_PARTITION) Integer partition) {
        Run run = runs.find(id);
        return new AssessWriter(
                new WorkFolder(home.work(run.lender().name(), run.id())),
                partition,
                new StandingWriter(pool, run.lender().name(), run.id()));
    }

    // Brake: a night that makes too many people overdue is more likely half a delivery than the truth.

    @Bean
    Step brake(Steps steps, NightQueries queries, DataSource pool) {
        BrakeCheck braking = new BrakeCheck(queries);
        UnknownRejectsCheck unknown = new UnknownRejectsCheck(new RejectStore(new JdbcTemplate(pool)));
        return steps.tasklet("brake", run -> {
            unknown.on(run);
            braking.on(run);
        });
    }

    // List: each partition writes its part of delinquency.csv, review.csv and the traits.

    @Bean
    Step list(Steps steps, Partitioner ranges, Step listRange, Settings settings) {
        return steps.partitioned("list", ranges, listRange, settings.partitions());
    }

    @Bean
    Step listRange(
            ChunkSteps chunks,
            Settings settings,
            ListReader listReader,
            ItemProcessor<AccountToList, DelinquencyLists.Lines> listing,
            ListWriter listWriter) {
        return chunks.<AccountToList, DelinquencyLists.Lines>step("list-range", settings.chunk())
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
            @Value(Steps.THE_RUN) Long run,
            @Value(Steps.THE_START) String after,
            @Value(Steps.THE_END) String upTo) {
        return new ListReader(pool, runs.find(run), new KeyRange(after, upTo));
    }

    @Bean
    @StepScope
    ItemProcessor<AccountToList, DelinquencyLists.Lines> listing(RunStore runs, @Value(Steps.THE_RUN) Long id) {
        Run run = runs.find(id);
        Run previous = runs.previous(run);
        return new DelinquencyLists(
                run.asOf(),
                previous == null ? null : previous.asOf(),
                run.lender().policy())::lines;
    }

    @Bean
    @StepScope
    ListWriter listWriter(
            Home home, RunStore runs, @Value(Steps.THE_RUN) Long id, @Value(Steps.THE_PARTITION) Integer partition) {
        Run run = runs.find(id);
        return new ListWriter(new WorkFolder(home.work(run.lender().name(), run.id())), partition);
    }

    // Join: the parts become the files, whose bytes every later step reads.

    @Bean
    Step join(Steps steps, Home home, DataSource pool) {
        return steps.tasklet("join", new Joiner(home, pool)::join);
    }

    // Reconcile: what was written must be what the ledger says, or nothing is published.

    @Bean
    Step reconcile(
            Steps steps,
            RunStore runs,
            RunProgress progress,
            NightQueries night,
            ReconcileQueries queries,
            BureauQueries bureaus,
            Home home,
            Clock clock) {
        Reconciler reconciler = new Reconciler(
                runs, progress, queries, new BureauReconciler(runs, bureaus), new BrakeCheck(night), home, clock);
        return steps.tasklet("reconcile", reconciler::reconcile);
    }

    // Withhold: a bureau whose own figures differ is not told tonight; the others are.

    @Bean
    Step withhold(Steps steps, RunRemains remains, Home home, DataSource pool) {
        return steps.tasklet("withhold", new Withholder(remains, new Joiner(home, pool), home)::withhold);
    }

    // Report: what people read of the night, from the bytes of its files.

    @Bean
    Step report(
            Steps steps,
            RunStore runs,
            InputStore inputs,
            FreshnessStore freshness,
            SubmissionStore submissions,
            Home home) {
        return steps.tasklet("report", new Reporter(runs, inputs, freshness, submissions, home)::report);
    }

    // Publish: audit trail, manifest, signature, one rename.

    @Bean
    Step publish(
            Steps steps,
            RunStore runs,
            RunProgress progress,
            InputStore inputs,
            AuditExport trail,
            Home home,
            RunCleanup clearing,
            AfterNight after,
            Clock clock) {
        return steps.tasklet(
                PUBLISH, new Publisher(runs, progress, inputs, trail, home, clearing, after, clock)::publish);
    }

    @Bean
    @StepScope
    Partitioner assessedRanges(NightQueries queries, RunStore runs, @Value(Steps.THE_RUN) Long id) {
        return parts -> Steps.partitions(queries.assessedRanges(runs.find(id), parts));
    }

    @Bean
    @StepScope
    Partitioner ranges(NightQueries queries, RunStore runs, @Value(Steps.THE_RUN) Long id) {
        return parts -> Steps.partitions(queries.ranges(runs.find(id), parts));
    }
}

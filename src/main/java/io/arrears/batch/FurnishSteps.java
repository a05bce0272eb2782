package io.arrears.batch;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.Dossier;
import io.arrears.night.ReportingScope;
import io.arrears.night.Settings;
import io.arrears.night.Submitter;
import io.arrears.publish.BureauNight;
import io.arrears.publish.Furnished;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.bureau.FurnishedWriter;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionSerials;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.run.NightQueries;
import io.arrears.store.run.RunStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The part of the nightly job that tells bureaus: each partition streams what decides what a bureau is told and writes its part
 * of the bureau's files, which are then named and put together.
 */
@Configuration(proxyBeanMethods = false)
class FurnishSteps {

    private static final String THE_BUREAU = "#{stepExecutionContext['bureau']}";

    @Bean
    Step furnish(Steps steps, Partitioner furnishedRanges, Step furnishRange, Settings settings) {
        return steps.partitioned("furnish", furnishedRanges, furnishRange, settings.furnishPartitions());
    }

    @Bean
    Step furnishRange(
            ChunkSteps chunks,
            Settings settings,
            FurnishReader furnishReader,
            ItemProcessor<Dossier, Furnished> furnisher,
            FurnishWriter furnishWriter) {
        return chunks.<Dossier, Furnished>step("furnish-range", settings.furnishChunk())
                .reader(furnishReader)
                .processor(furnisher)
                .writer(furnishWriter)
                .build();
    }

    @Bean
    @StepScope
    FurnishReader furnishReader(
            DataSource pool,
            RunStore runs,
            SubmissionStore submissions,
            @Value(Steps.THE_RUN) Long id,
            @Value(THE_BUREAU) String name,
            @Value(Steps.THE_START) String after,
            @Value(Steps.THE_END) String upTo) {
        Run run = runs.find(id);
        Bureau bureau = run.lender().bureau(name);
        return new FurnishReader(
                pool,
                run,
                ReportingScope.of(run, runs, bureau.terms()),
                bureau,
                submissions.states(run, bureau.terms()),
                new KeyRange(after, upTo));
    }

    @Bean
    @StepScope
    ItemProcessor<Dossier, Furnished> furnisher(
            RunStore runs, @Value(Steps.THE_RUN) Long id, @Value(THE_BUREAU) String name) {
        Run run = runs.find(id);
        Bureau bureau = run.lender().bureau(name);
        boolean listsExcluded = ReportingScope.of(run, runs, bureau.terms()).opensPeriod();
        BureauNight night = BureauNight.of(bureau, run.lender().policy(), run.asOf(), run.generatedAt(), listsExcluded);
        return dossier -> night.furnish(dossier).orElse(null);
    }

    @Bean
    @StepScope
    FurnishWriter furnishWriter(
            DataSource pool,
            Home home,
            RunStore runs,
            @Value(Steps.THE_RUN) Long id,
            @Value(THE_BUREAU) String name,
            @Value(Steps.THE_PARTITION) Integer partition) {
        Run run = runs.find(id);
        Bureau bureau = run.lender().bureau(name);
        return new FurnishWriter(
                new WorkFolder(home.work(run.lender().name(), run.id())),
                partition,
                bureau,
                new FurnishedWriter(pool, bureau.terms(), run, partition));
    }

    /** Names are taken, and the files for the bureaus written. */
    @Bean
    Step submit(Steps steps, RunStore runs, SubmissionSerials serials, SubmissionRecords records, Home home) {
        return steps.tasklet("submit", new Submitter(runs, serials, records, home)::submit);
    }

    /** The ranges of each bureau that is told; a replay of what is known only now tells nobody. */
    @Bean
    @StepScope
    Partitioner furnishedRanges(NightQueries queries, RunStore runs, @Value(Steps.THE_RUN) Long id) {
        return parts -> {
            Run run = runs.find(id);
            Map<String, ExecutionContext> all = new HashMap<>();
            for (Bureau bureau : runs.told(run)) {
                ReportingScope furnished = ReportingScope.of(run, runs, bureau.terms());
                List<KeyRange> ranges =
                        furnished.all() ? queries.ranges(run, parts) : queries.touchedRanges(run, parts);
                Steps.partitions(ranges).forEach((name, context) -> {
                    context.putString("bureau", bureau.terms().bureau());
                    all.put(bureau.terms().bureau() + "-" + name, context);
                });
            }
            return all;
        };
    }
}

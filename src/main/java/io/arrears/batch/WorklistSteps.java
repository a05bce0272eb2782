package io.arrears.batch;

import io.arrears.ladder.AccountWorklist;
import io.arrears.ladder.Case;
import io.arrears.ladder.Worklist;
import io.arrears.lender.ContactPolicy;
import io.arrears.night.LadderNights;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.contact.AttemptsKnown;
import io.arrears.store.contact.Objections;
import io.arrears.store.imports.ContactErasures;
import io.arrears.store.imports.RejectStore;
import io.arrears.store.run.NightQueries;
import io.arrears.store.run.RunStore;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The part of the nightly job that says who is contacted: the accounts that are overdue are noted, and each partition streams what
 * decides it and writes its part of the lists.
 */
@Configuration(proxyBeanMethods = false)
class WorklistSteps {

    @Bean
    LadderNights ladderNights(RunStore runs, NightQueries queries, DataSource pool, ContactErasures erasures) {
        RejectStore rejects = new RejectStore(new JdbcTemplate(pool));
        return new LadderNights(runs, queries, new AttemptsKnown(pool), rejects, erasures);
    }

    @Bean
    ContactErasures contactErasures(DataSource pool, PlatformTransactionManager transactions, Home home, Clock clock) {
        return new ContactErasures(pool, transactions, home, clock);
    }

    @Bean
    Step worklist(Steps steps, Partitioner worklistRanges, Step worklistRange, Settings settings) {
        return steps.partitioned("worklist", worklistRanges, worklistRange, settings.worklistPartitions());
    }

    @Bean
    Step worklistRange(
            ChunkSteps chunks,
            Settings settings,
            CaseReader caseReader,
            ItemProcessor<Case, AccountWorklist> deciding,
            WorklistWriter worklistWriter) {
        return chunks.<Case, AccountWorklist>step("worklist-range", settings.chunk())
                .reader(caseReader)
                .processor(deciding)
                .writer(worklistWriter)
                .build();
    }

    @Bean
    @StepScope
    CaseReader caseReader(
            DataSource pool,
            Home home,
            RunStore runs,
            @Value(Steps.THE_RUN) Long id,
            @Value(Steps.THE_START) String after,
            @Value(Steps.THE_END) String upTo) {
        Run run = runs.find(id);
        ContactPolicy policy = LadderNights.policy(run).orElseThrow();
        Objections objections = new Objections(new JdbcTemplate(pool), home);
        return new CaseReader(
                pool, objections, run, runs.previous(run), policy.law().zones(), new KeyRange(after, upTo));
    }

    @Bean
    @StepScope
    ItemProcessor<Case, AccountWorklist> deciding(RunStore runs, LadderNights nights, @Value(Steps.THE_RUN) Long id) {
        Worklist worklist = new Worklist(nights.of(runs.find(id)));
        return of -> worklist.of(of).orElse(null);
    }

    @Bean
    @StepScope
    WorklistWriter worklistWriter(
            Home home, RunStore runs, @Value(Steps.THE_RUN) Long id, @Value(Steps.THE_PARTITION) Integer partition) {
        Run run = runs.find(id);
        return new WorklistWriter(new WorkFolder(home.work(run.lender().name(), run.id())), partition);
    }

    /** The ranges of the accounts that the ladder looks at, which are noted first; none for a lender without a ladder. */
    @Bean
    @StepScope
    Partitioner worklistRanges(
            NightQueries queries, LadderNights nights, RunStore runs, @Value(Steps.THE_RUN) Long id) {
        return parts -> {
            Run run = runs.find(id);
            if (LadderNights.policy(run).isEmpty()) {
                return Map.of();
            }
            nights.erase(run);
            nights.note(run);
            return Steps.partitions(queries.overdueRanges(run, parts));
        };
    }
}

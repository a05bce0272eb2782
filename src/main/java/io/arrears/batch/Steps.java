package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.run.RunStore;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;

/** The two shapes that a nightly step has: one piece of work, or one for each range of accounts, side by side. */
final class Steps {

    static final String UP_TO = "upTo";
    private static final String AFTER = "after";
    static final String PARTITION = "partition";

    static final String THE_RUN = "#{jobParameters['" + NightlyJob.RUN + "']}";
    static final String THE_START = "#{stepExecutionContext['" + AFTER + "']}";
    static final String THE_END = "#{stepExecutionContext['" + UP_TO + "']}";
    static final String THE_PARTITION = "#{stepExecutionContext['" + PARTITION + "']}";

    /**
     * For a step outside any transaction. Spring Batch runs a step of one piece again and again after an exception that is none to
     * roll back on, and by default a checked one, a full disk say, is none.
     */
    static final TransactionAttribute NO_TRANSACTION =
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED) {
                @Override
                public boolean rollbackOn(Throwable failure) {
                    return true;
                }
            };

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final RunStore runs;
    private final WorkInHand inHand;

    Steps(JobRepository repository, PlatformTransactionManager transactions, RunStore runs, WorkInHand inHand) {
        this.repository = repository;
        this.transactions = transactions;
        this.runs = runs;
        this.inHand = inHand;
    }

    /** What a step of one piece does for its run. */
    interface Work {
        void on(Run run) throws Exception;
    }

    /** A step of one piece, outside any transaction: what it commits, it commits on its own. */
    Step tasklet(String name, Work work) {
        Tasklet tasklet = (contribution, context) -> {
            Long id = contribution.getStepExecution().getJobParameters().getLong(NightlyJob.RUN);
            Run run = runs.find(Objects.requireNonNull(id));
            inHand.require(run, ExitCode.FAILED);
            work.on(run);
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .transactionAttribute(NO_TRANSACTION)
                .build();
    }

    /** A step that shares its accounts out to so many partitions. */
    Step partitioned(String name, Partitioner ranges, Step range, int partitions) {
        return new StepBuilder(name, repository)
                .partitioner(range)
                .splitter(new RangeSplitter(repository, range.getName(), ranges))
                .gridSize(partitions)
                .taskExecutor(workers(partitions))
                .build();
    }

    /** So many at a time as there are connections for, however many bureaus have ranges of their own. */
    private static TaskExecutor workers(int atOnce) {
        SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("part-");
        workers.setConcurrencyLimit(atOnce);
        return workers;
    }

    /** The contexts of the partitions by their names, in key order. */
    static Map<String, ExecutionContext> partitions(List<KeyRange> ranges) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 0; i < ranges.size(); i++) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(PARTITION, i);
            context.putString(AFTER, ranges.get(i).after());
            context.putString(UP_TO, ranges.get(i).upTo());
            partitions.put(String.format(Locale.ROOT, "%03d", i), context);
        }
        return partitions;
    }
}

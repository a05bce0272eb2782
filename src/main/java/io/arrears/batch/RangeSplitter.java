package io.arrears.batch;

import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Splits a step into the run's ranges of account keys.
 *
 * <p>Spring Batch makes a partition in one commit and tells it its range in the next. A kill between the two leaves a
 * partition without a range, which a restart would take as it is; here it is told again.
 */
final class RangeSplitter extends SimpleStepExecutionSplitter {

    private static final String GRID_SIZE = SimpleStepExecutionSplitter.class.getSimpleName() + ".GRID_SIZE";

    private final String prefix;
    private final Partitioner ranges;

    RangeSplitter(JobRepository repository, String stepName, Partitioner ranges) {
        super(repository, stepName, ranges);
        this.prefix = stepName + ":";
        this.ranges = ranges;
    }

    @Override
    public Set<StepExecution> split(StepExecution step, int gridSize) throws JobExecutionException {
        Set<StepExecution> parts = super.split(step, gridSize);
        if (parts.stream().anyMatch(RangeSplitter::hasNoRange)) {
            int size = (int) step.getExecutionContext().getLong(GRID_SIZE, gridSize);
            Map<String, ExecutionContext> contexts = ranges.partition(size);
            parts.stream().filter(RangeSplitter::hasNoRange).forEach(part -> tell(part, contexts));
        }
        return parts;
    }

    private static boolean hasNoRange(StepExecution part) {
        return !part.getExecutionContext().containsKey(Steps.UP_TO);
    }

    private void tell(StepExecution part, Map<String, ExecutionContext> contexts) {
        ExecutionContext range = contexts.get(part.getStepName().substring(prefix.length()));
        if (range == null) {
            throw new IllegalStateException("no range is called " + part.getStepName());
        }
        range.entrySet().forEach(entry -> part.getExecutionContext().put(entry.getKey(), entry.getValue()));
    }
}

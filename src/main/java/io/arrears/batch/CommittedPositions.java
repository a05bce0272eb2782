package io.arrears.batch;

import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.ExecutionContextDao;
import org.springframework.batch.core.repository.dao.JobExecutionDao;
import org.springframework.batch.core.repository.dao.JobInstanceDao;
import org.springframework.batch.core.repository.dao.StepExecutionDao;
import org.springframework.batch.core.repository.dao.jdbc.JdbcJobExecutionDao;
import org.springframework.batch.core.repository.dao.jdbc.JdbcJobInstanceDao;
import org.springframework.batch.core.repository.dao.jdbc.JdbcStepExecutionDao;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * The job repository, in which a step's position (its context) stands or falls with the data of its chunks.
 *
 * <p>Spring Batch saves a step's context once more at its end, also when it failed, and as it is in memory: ahead of the data where
 * a chunk was rolled back, and behind it where the commit came about and only its answer was lost while a stop was under way. And it
 * begins a step that is resumed with an empty context, so that a second kill or failure before the first commit forgets how far
 * the first attempt had come.
 */
final class CommittedPositions extends SimpleJobRepository {

    private CommittedPositions(
            JobInstanceDao instances, JobExecutionDao jobs, StepExecutionDao steps, ExecutionContextDao contexts) {
        super(instances, jobs, steps, contexts);
    }

    /** The repository in this database, each of its calls in one transaction; isolation is that of its creating calls. */
    static JobRepository in(DataSource pool, PlatformTransactionManager transactions, Isolation isolation)
            throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean() {
            @Override
            protected Object getTarget() {
                JdbcJobInstanceDao instances = createJobInstanceDao();
                JdbcJobExecutionDao jobs = createJobExecutionDao();
                jobs.setJobInstanceDao(instances);
                JdbcStepExecutionDao steps = createStepExecutionDao();
                steps.setJobExecutionDao(jobs);
                return new CommittedPositions(instances, jobs, steps, createExecutionContextDao());
            }
        };
        factory.setDataSource(pool);
        factory.setTransactionManager(transactions);
        factory.setIsolationLevelForCreateEnum(isolation);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    /** A step that goes on where another execution of it left off has that position from its first commit on. */
    @Override
    public StepExecution createStepExecution(String stepName, JobExecution execution) {
        StepExecution last = getLastStepExecution(execution.getJobInstance(), stepName);
        StepExecution step = super.createStepExecution(stepName, execution);
        if (last != null && last.getStatus() != BatchStatus.COMPLETED) {
            step.setExecutionContext(new ExecutionContext(last.getExecutionContext()));
            super.updateExecutionContext(step);
        }
        return step;
    }

    /** At the end of a step that did not complete, what its last chunk committed stays. */
    @Override
    public void updateExecutionContext(StepExecution step) {
        if (step.getEndTime() == null || step.getStatus() == BatchStatus.COMPLETED) {
            super.updateExecutionContext(step);
        }
    }
}

package io.arrears.batch;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** What an execution could not say any more, said for it once the lock proves that its process is dead. */
final class StaleExecutionRepair {

    private StaleExecutionRepair() {}

    /**
     * What still counts as running, or as unknown, has failed: its process is dead, or its last words could not be
     * written. A job that could say it failed may have left a step behind that could not, and Spring Batch restarts
     * neither.
     */
    static void sayFor(JobExecution last, JobRepository repository) {
        for (StepExecution step : last.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (isOpen(last.getStatus())) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}

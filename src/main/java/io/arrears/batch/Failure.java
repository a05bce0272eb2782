package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.store.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;

/** Why an execution failed: the refusal somewhere in its causes, else the innermost cause, told in one line. */
final class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    static Refused of(Run run, JobExecution execution) {
        Throwable first = null;
        for (Throwable failure : execution.getAllFailureExceptions()) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused refused) {
                    return refused;
                }
            }
            first = first == null ? failure : first;
        }
        LOG.error("{} failed", run, first);
        return new Refused(ExitCode.FAILED, run + " failed: " + innermost(first) + "; 'arrears restart' resumes it");
    }

    private static String innermost(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure == null) {
            return "no cause was recorded";
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}

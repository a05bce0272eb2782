package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.store.Run;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
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
        return new Refused(ExitCode.FAILED, run + " failed: " + told(run, first) + "; 'arrears restart' resumes it");
    }

    /** The innermost cause in one line; its trace is logged, unless the file system says all there is to know. */
    static String told(Object what, @Nullable Throwable failure) {
        if (failure == null) {
            return "no cause was recorded";
        }
        boolean isOfDatabase = false;
        Throwable cause = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            isOfDatabase |= next instanceof SQLException;
            cause = next;
        }
        if (cause instanceof IOException unusable && !isOfDatabase) {
            return said(unusable);
        }
        LOG.error("{} failed", what, failure);
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /** Of some the message is the file alone. */
    private static String said(IOException unusable) {
        if (unusable instanceof NoSuchFileException) {
            return unusable.getMessage() + " is not there";
        }
        return unusable instanceof AccessDeniedException
                ? unusable.getMessage() + " may not be read or written by this user"
                : String.valueOf(unusable.getMessage());
    }
}

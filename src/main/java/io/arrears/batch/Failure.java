package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Denied;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Why an execution failed: the refusal somewhere in its causes, else the innermost cause, told in one line. */
final class Failure {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    static Refused of(Run run, JobExecution execution) {
        for (Throwable failure : execution.getAllFailureExceptions()) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused refused) {
                    return refused;
                }
            }
        }
        Throwable cause = cause(execution);
        return denied(cause)
                .orElseGet(() -> new Refused(
                        ExitCode.FAILED, run + " failed: " + told(run, cause) + "; 'arrears restart' resumes it"));
    }

    /** The refusal to answer with where a user's rights or a server's settings made an execution fail; it has no trace. */
    static Optional<Refused> denied(@Nullable Throwable cause) {
        return cause == null ? Optional.empty() : Denied.in(cause);
    }

    /**
     * What made an execution fail: of a partition that fails the step around it says no more than that, and of a commit that failed
     * the end of its step fails, too, since it no longer finds itself as it knew itself.
     */
    static @Nullable Throwable cause(JobExecution execution) {
        return execution.getAllFailureExceptions().stream()
                .min(Comparator.comparingInt(Failure::rank))
                .orElse(null);
    }

    private static int rank(Throwable failure) {
        if (failure instanceof OptimisticLockingFailureException) {
            return 1;
        }
        return innermost(failure) instanceof JobExecutionException ? 2 : 0;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The innermost cause in one line; its trace is logged, unless the file system or the database says all there is to know. */
    static String told(Object what, @Nullable Throwable failure) {
        if (failure == null) {
            return "no cause was recorded";
        }
        boolean isOfDatabase = false;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            isOfDatabase |= next instanceof SQLException;
        }
        Throwable cause = innermost(failure);
        if (cause instanceof IOException unusable) {
            return isOfDatabase ? "the database: " + unusable.getMessage() : said(unusable);
        }
        Optional<String> interfered = Denied.interfered(failure);
        if (interfered.isPresent()) {
            return "the database: " + interfered.get();
        }
        LOG.error("{} failed", what, failure);
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + ": " + message;
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

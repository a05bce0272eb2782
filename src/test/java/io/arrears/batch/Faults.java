package io.arrears.batch;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/** What goes wrong, and at which call of the program to its database or its files. */
final class Faults {

    /** What can fail: calls to the database, then those to the file system. */
    enum Call {
        CONNECTION,
        STATEMENT,
        COMMIT,
        OPEN,
        WRITE,
        FORCE,
        MOVE,
        DELETE;

        boolean isOfDatabase() {
            return compareTo(COMMIT) <= 0;
        }
    }

    /** How a call of the database fails. */
    enum How {
        /** It is refused, a commit rolled back; a connection that could not commit is gone. */
        REFUSED,
        /** The connection is gone; a commit came about, and its answer is lost. */
        LOST,
        /** A commit is refused and leaves its transaction as it was. */
        LEFT_OPEN
    }

    /** Whether this call fails; {@code step} is the step at work, {@code what} the statement or the file. */
    interface Rule {
        boolean strikes(Call call, String step, String what);
    }

    /** Somebody else's process in all but name: whatever is armed, its calls do not fail. */
    static final class Elsewhere extends Thread {
        Elsewhere(Runnable work) {
            super(work);
        }
    }

    private static final Rule NEVER = (call, step, what) -> false;

    private final AtomicReference<Rule> rule = new AtomicReference<>(NEVER);
    private volatile How how = How.REFUSED;
    private volatile @Nullable String struck;

    /** From now on what the rule says fails, and in this way. */
    void arm(How way, Rule striking) {
        how = way;
        struck = null;
        rule.set(striking);
    }

    /** The same, once. */
    void once(How way, Rule striking) {
        arm(way, (call, step, what) -> struck == null && striking.strikes(call, step, what));
    }

    void disarm() {
        rule.set(NEVER);
    }

    How how() {
        return how;
    }

    /** The last call that failed; none if none did. */
    @Nullable
    String struck() {
        return struck;
    }

    boolean strikes(Call call, String what) {
        if (Thread.currentThread() instanceof Elsewhere) {
            return false;
        }
        StepContext context = StepSynchronizationManager.getContext();
        String step = context == null ? "job" : context.getStepExecution().getStepName();
        if (!rule.get().strikes(call, step, what)) {
            return false;
        }
        struck = call + " in " + step + ": " + what.replaceAll("\\s+", " ");
        return true;
    }
}

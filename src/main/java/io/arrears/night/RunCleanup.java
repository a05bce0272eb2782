package io.arrears.night;

import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import io.arrears.store.run.RunRemains;
import java.time.Clock;
import java.util.List;

/**
 * What is left to do once a run has ended: published, its superseded standings go to history; refused, abandoned or a
 * replay, what it wrote goes; and its work folder, unless a difference was found in it or files were kept
 * back. Killed in its midst it is done again, by the lender's next command.
 */
public final class RunCleanup {

    private final RunRemains remains;
    private final Home home;
    private final Clock clock;

    public RunCleanup(RunRemains remains, Home home, Clock clock) {
        this.remains = remains;
        this.home = home;
        this.clock = clock;
    }

    /** Clears up after a run that has ended; the lender's lock is held. */
    public void after(Run run) {
        remains.clear(run);
        WorkFolder work = new WorkFolder(home.work(run.lender().name(), run.id()));
        if (run.withheld().isEmpty() && !Differences.isIn(work)) {
            work.delete();
        }
        remains.finished(run, clock.instant());
    }

    /** Clears up after every run under one lock that was cut off while this was done. */
    public void lender(String lockName) {
        uncleared().stream().filter(run -> run.lockName().equals(lockName)).forEach(this::after);
    }

    /** Runs that have ended, but were cut off before what they left was cleared away. */
    public List<Run> uncleared() {
        return remains.uncleared();
    }
}

package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.lender.Brake;
import io.arrears.store.NightQueries;
import io.arrears.store.Run;

/** Refuses a night whose newly overdue accounts exceed the policy's brake. */
final class Braking {

    private final NightQueries queries;

    Braking(NightQueries queries) {
        this.queries = queries;
    }

    void on(Run run) {
        Brake brake = run.lender().brake();
        if (run.isReplay() || run.previousRun() == null || !brake.isOn()) {
            return;
        }
        long newly = queries.newlyOverdue(run);
        long open = queries.openBefore(run);
        if (brake.stops(newly, open)) {
            throw new Refused(
                    ExitCode.REJECTED,
                    newly + " accounts are newly overdue, of " + open + " open before; the policy's brake is " + brake
                            + ". Look whether a feed came in half; if they are right, raise 'brake' and run again");
        }
    }
}

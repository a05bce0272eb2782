package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.lender.UnknownRejects;
import io.arrears.run.Run;
import io.arrears.store.imports.RejectStore;
import java.util.List;

/** Stops a night while rejected rows are open whose account nobody knows, if the lender's policy says so. */
public final class UnknownRejectsCheck {

    private final RejectStore rejects;

    public UnknownRejectsCheck(RejectStore rejects) {
        this.rejects = rejects;
    }

    public void on(Run run) {
        if (run.isReplay() || run.lender().unknownRejects() != UnknownRejects.REFUSE) {
            return;
        }
        List<RejectStore.Missing> open = rejects.unknown(run.lender().name(), run.cutoff());
        if (!open.isEmpty()) {
            throw new Refused(
                    ExitCode.REJECTED,
                    open.size() + " rejected rows name no account that the ledger knows, the oldest "
                            + open.get(0).row() + " of " + open.get(0).rejectedAt()
                            + "; the policy says 'unknown-rejects: refuse'. Import them mended, or let two people discard"
                            + " them: 'arrears import discard ROW --by ONE --by OTHER --reason WHY'");
        }
    }
}

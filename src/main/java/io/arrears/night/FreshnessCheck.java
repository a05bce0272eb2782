package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.lender.Freshness;
import io.arrears.lender.StaleFeed;
import io.arrears.run.Run;
import io.arrears.store.run.FreshnessStore;
import java.util.List;

/** Refuses a night on stale data where the policy requires fresh ones; a replay only shows what its night showed. */
public final class FreshnessCheck {

    private final FreshnessStore store;

    public FreshnessCheck(FreshnessStore store) {
        this.store = store;
    }

    public void on(Run run) {
        if (run.isReplay() || run.lender().freshness() != Freshness.REQUIRED) {
            return;
        }
        List<StaleFeed> stale = store.of(run);
        if (!stale.isEmpty()) {
            throw new Refused(
                    ExitCode.REJECTED,
                    "the data are stale (" + StaleFeed.told(stale)
                            + "), and the policy says freshness: required. Import the delivery of " + run.asOf()
                            + ", then run again");
        }
    }
}

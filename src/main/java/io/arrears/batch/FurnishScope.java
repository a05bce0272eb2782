package io.arrears.batch;

import io.arrears.furnish.Furnishing;
import io.arrears.store.Run;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a run looks at for a bureau.
 *
 * @param all every account, since a month's end is told for the first time, or the run assesses all of them; else those that
 *     the night touches
 * @param opensMonth whether a month's end is told for the first time
 * @param restatesAll whether rules have changed, so that every month told is worked out again
 */
record FurnishScope(boolean all, boolean opensMonth, boolean restatesAll) {

    static FurnishScope of(Run run, @Nullable Run previous, Furnishing furnishing) {
        if (previous == null) {
            return new FurnishScope(true, true, false);
        }
        boolean sameRules = previous.lender().digest().equals(run.lender().digest())
                && previous.engineVersion().equals(run.engineVersion());
        boolean opensMonth = furnishing.schedule().opensMonth(previous.asOf(), run.asOf());
        return new FurnishScope(run.full() || opensMonth, opensMonth, !sameRules);
    }
}

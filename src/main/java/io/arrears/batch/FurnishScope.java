package io.arrears.batch;

import io.arrears.furnish.Furnishing;
import io.arrears.store.Run;
import io.arrears.store.RunStore;

/**
 * Which accounts a run looks at for a bureau.
 *
 * @param all every account, since a month's end is told for the first time, the run assesses all of them, or the last run's
 *     files were kept back; else those that the night touches
 * @param opensMonth whether a month's end is told for the first time
 * @param restatesAll whether every month told is worked out again, since rules have changed or files were kept back
 */
record FurnishScope(boolean all, boolean opensMonth, boolean restatesAll) {

    /** After a run whose files were kept back, all that was heard since the bureau was told last is worked out again. */
    static FurnishScope of(Run run, RunStore runs, Furnishing furnishing) {
        Run told = runs.previousTelling(run, furnishing.bureau());
        if (told == null) {
            return new FurnishScope(true, true, false);
        }
        boolean wasWithheld = told.id() != run.previousRunOrZero();
        boolean sameRules = told.lender().digest().equals(run.lender().digest())
                && told.engineVersion().equals(run.engineVersion());
        boolean opensMonth = furnishing.schedule().opensMonth(told.asOf(), run.asOf());
        return new FurnishScope(run.full() || opensMonth || wasWithheld, opensMonth, !sameRules || wasWithheld);
    }
}

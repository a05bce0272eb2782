package io.arrears.night;

import io.arrears.furnish.ReportingTerms;
import io.arrears.run.Run;
import io.arrears.store.run.RunStore;

/**
 * Which accounts a run looks at for a bureau.
 *
 * @param full whether the run assesses every account
 * @param opensPeriod whether a month's end, or the first day that is spoken of, is reported for the first time
 * @param wasWithheld whether this bureau's files of the run before, or of several, were kept back, or the night was withdrawn: what
 *     they told is yet to be told
 * @param newRules whether policy or rules have changed
 */
public record ReportingScope(boolean full, boolean opensPeriod, boolean wasWithheld, boolean newRules) {

    public static ReportingScope of(Run run, RunStore runs, ReportingTerms furnishing) {
        Run told = runs.previousTelling(run, furnishing.bureau());
        if (told == null) {
            return new ReportingScope(true, true, false, false);
        }
        return new ReportingScope(
                run.full(),
                furnishing.calendar().opensMonth(told.asOf(), run.asOf()) || begins(furnishing, told, run),
                told.id() != run.previousRunOrZero() || runs.followsWithdrawn(run),
                !told.isBy(run.lender(), run.engineVersion()));
    }

    /** Whether the first day that is spoken of is reported for the first time, before which nothing was due of anybody. */
    private static boolean begins(ReportingTerms terms, Run before, Run run) {
        return terms.calendar().on(before.asOf()).eventsUntil().isBefore(terms.from())
                && !terms.calendar().on(run.asOf()).eventsUntil().isBefore(terms.from());
    }

    /** Whether it looks at every account; else at those that the night touches. */
    public boolean all() {
        return full || tellsAll();
    }

    /** Whether what it tells can be of any account. */
    boolean tellsAll() {
        return opensPeriod || wasWithheld;
    }

    /** Whether every month told is worked out again. */
    public boolean restatesAll() {
        return newRules || wasWithheld;
    }
}

package io.arrears.ledger;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one account at a cutoff, and as they were at an earlier one: what was heard in between is the difference.
 *
 * @param before the same object as {@code now} when nothing was heard; none when the account was unknown
 */
public record FactsAtCutoffs(@Nullable AccountFacts before, AccountFacts now) {

    /** Whether a fact has another form than before, which can change any day of the past and leave today as it was. */
    public boolean isCorrected() {
        return before != null
                && !before.equals(now)
                && !(new HashSet<>(now.entries()).containsAll(before.entries())
                        && new HashSet<>(now.agreements()).containsAll(before.agreements())
                        && new HashSet<>(now.instalments()).containsAll(before.instalments()));
    }
}

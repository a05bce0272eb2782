package io.arrears.furnish;

import java.time.LocalDate;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of an account that decides which records a bureau must have of it by a day.
 *
 * @param limits of a line of credit, its limit in minor units by the day that set it; empty of a loan
 * @param closedOn when all of it was paid or given up; none while it is open
 * @param repaidOn since when nothing but charges is owed; none while anything else is
 * @param soldOn when it was sold; none if it is not by the last day that events are reported of
 * @param knownOn the day on which it became known
 * @param isBlocked whether a {@code furnish_block} is in force
 */
public record AccountView(
        String product,
        NavigableMap<LocalDate, Long> limits,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate repaidOn,
        @Nullable LocalDate soldOn,
        LocalDate knownOn,
        boolean isBlocked) {

    public boolean isLine() {
        return !limits.isEmpty();
    }

    /** Whether its product is reported, and is of accounts such as this. */
    public boolean isInScope(ReportingTerms terms) {
        return terms.products().takes(product, isLine());
    }

    /** Whether it is none of a bureau's: it is out of scope, or somebody said that it must not be reported. */
    public boolean isExcluded(ReportingTerms terms) {
        return isBlocked || !isInScope(terms);
    }

    /**
     * When it is over to a bureau: closed or sold, whichever came first; none while it is open.
     *
     * @param onceRepaid whether it is closed once nothing but charges is owed
     */
    public @Nullable LocalDate endedOn(boolean onceRepaid) {
        return endedOn(onceRepaid ? repaidOn : closedOn, soldOn);
    }

    /** The earlier of the two; none if neither was. */
    public static @Nullable LocalDate endedOn(@Nullable LocalDate closedOn, @Nullable LocalDate soldOn) {
        return closedOn == null || (soldOn != null && soldOn.isBefore(closedOn)) ? soldOn : closedOn;
    }
}

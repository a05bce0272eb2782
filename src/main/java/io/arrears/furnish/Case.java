package io.arrears.furnish;

import io.arrears.delinquency.Delinquency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * One record about to be told, as the gates look at it.
 *
 * @param day the day it speaks of
 * @param figures of that day, as known now
 * @param negative whether a told record was negative, in the bureau's own codes
 * @param generatedAt of the file it would stand in
 */
public record Case(
        Dossier dossier,
        LocalDate day,
        Delinquency figures,
        Furnishing furnishing,
        Predicate<Told> negative,
        Instant generatedAt) {

    /** Whether the bureau has heard nothing of this account yet. */
    public boolean isFirst() {
        return dossier.told().stream().noneMatch(told -> told.state().counts());
    }

    /** Negative begins at the first reported day past due, whatever a lender thinks severe (art. 15, art. 44(3)). */
    public boolean isNegative() {
        return figures.reportedDpd() > 0;
    }
}

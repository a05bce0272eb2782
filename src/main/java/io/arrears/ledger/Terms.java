package io.arrears.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed when the account was opened, beyond what its delinquency depends on.
 *
 * @param knownOn the day on which the account became known, in the lender's zone; its opening where it was known from the start
 * @param principal minor units
 * @param lineId the line of credit that it is, or was drawn under; none of a loan of its own
 */
public record Terms(
        LocalDate knownOn,
        @Nullable LocalDate maturesOn,
        long principal,
        int termCount,
        String repaymentFrequency,
        @Nullable String repaymentMethod,
        @Nullable String lineId) {

    /** Those of a loan of its own. */
    public Terms(
            LocalDate knownOn,
            @Nullable LocalDate maturesOn,
            long principal,
            int termCount,
            String repaymentFrequency,
            @Nullable String repaymentMethod) {
        this(knownOn, maturesOn, principal, termCount, repaymentFrequency, repaymentMethod, null);
    }

    /** When an account became known by a form of its row: heard of before its opening, it is known from the start. */
    public static LocalDate knownOn(LocalDate heardOn, LocalDate openedOn) {
        return heardOn.isBefore(openedOn) ? openedOn : heardOn;
    }

    /** The same, known since another day. */
    public Terms firstKnown(LocalDate day) {
        return new Terms(day, maturesOn, principal, termCount, repaymentFrequency, repaymentMethod, lineId);
    }
}

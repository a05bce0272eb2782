package io.arrears.reconcile;

import io.arrears.furnish.Tradeline;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One account as a bureau holds it and as the ledger has it.
 *
 * @param heldSince the day from which the bureau held it before we began; none if it did not
 * @param own what it holds of the account itself
 * @param contract of the contract that the account stands under; none where the bureau is told of none
 * @param ledger none where the ledger has no such account
 */
public record AccountOnFile(
        String account,
        @Nullable LocalDate heldSince,
        Holding own,
        @Nullable Holding contract,
        @Nullable LedgerAccount ledger) {

    /**
     * What a bureau holds.
     *
     * @param reportedUpTo the last day that a report speaks of, whatever became of its file; none if nothing was ever told
     * @param now what it holds by now
     * @param soon what it will hold once what is on its way is sent, tonight's records included
     */
    public record Holding(@Nullable LocalDate reportedUpTo, Tradeline now, Tradeline soon) {

        boolean isReportedUpTo(LocalDate day) {
            return reportedUpTo != null && !reportedUpTo.isBefore(day);
        }
    }
}

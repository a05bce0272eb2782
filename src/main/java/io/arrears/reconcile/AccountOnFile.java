package io.arrears.reconcile;

import io.arrears.furnish.Tradeline;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One account as a bureau holds it and as the ledger has it.
 *
 * @param reportedUpTo the last day that a report of it speaks of, whatever became of its file; none if it was never told
 * @param now what the bureau holds by now
 * @param soon what it will hold once what is on its way is sent, tonight's records included
 * @param ledger none where the ledger has no such account
 */
public record AccountOnFile(
        String account,
        @Nullable LocalDate reportedUpTo,
        Tradeline now,
        Tradeline soon,
        @Nullable LedgerAccount ledger) {

    boolean isReportedUpTo(LocalDate day) {
        return reportedUpTo != null && !reportedUpTo.isBefore(day);
    }
}

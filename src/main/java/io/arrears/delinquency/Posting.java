package io.arrears.delinquency;

import io.arrears.ledger.Component;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where one part of one credit went: a component of an obligation, or nowhere ({@code to} empty: unallocated).
 *
 * @param actsOn the credit's value date, or the effective date of a version that did not know it (D8)
 */
public record Posting(
        String entryId,
        LocalDate actsOn,
        int scheduleVersion,
        @Nullable Target to,
        long amount) {

    /** The obligation's component that was paid. */
    public record Target(ObligationKind kind, String reference, LocalDate dueOn, Component component) {}
}

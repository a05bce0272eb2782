package io.arrears.delinquency;

import io.arrears.ledger.Components;
import java.time.LocalDate;

/**
 * An obligation past its due date that is not fully paid: an instalment or a statement's minimum beyond tolerance, or a charge.
 *
 * @param reference the instalment's number, of a plan beside a line's statements with its version; the id of the statement, or of the
 *     charge's entry
 * @param ages whether it makes DPD (D4); a charge does only if the policy says so
 */
public record Arrear(ObligationKind kind, String reference, LocalDate dueOn, Components rest, boolean ages) {

    /** Whether it is a row of a plan that stands beside a line's statements (D16). */
    public boolean isOfPlan(int version) {
        return kind == ObligationKind.INSTALMENT && reference.startsWith(version + ".");
    }
}

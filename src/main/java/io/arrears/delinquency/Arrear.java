package io.arrears.delinquency;

import io.arrears.ledger.Components;
import java.time.LocalDate;

/**
 * An obligation past its due date that is not fully paid: an instalment beyond tolerance, or a charge.
 *
 * @param reference the instalment's number or the charge's entry id
 * @param ages whether it makes DPD (D4); a charge does only if the policy says so
 */
public record Arrear(ObligationKind kind, String reference, LocalDate dueOn, Components rest, boolean ages) {}

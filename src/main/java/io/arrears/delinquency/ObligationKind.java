package io.arrears.delinquency;

import io.arrears.ledger.EntryType;

/** What an obligation is: an instalment of the schedule, or a charge of its own (D3). */
public enum ObligationKind {
    INSTALMENT,
    FEE,
    PENALTY,
    DAMAGES;

    /** What a charge of this type is. */
    static ObligationKind of(EntryType charge) {
        return switch (charge) {
            case FEE -> FEE;
            case PENALTY -> PENALTY;
            case DAMAGES -> DAMAGES;
            case REPAYMENT, WAIVER, RECOVERY, REVERSAL, WRITE_OFF, REFUND, DISBURSEMENT ->
                throw new IllegalArgumentException(charge + " is no charge");
        };
    }

    public boolean isCharge() {
        return this != INSTALMENT;
    }
}

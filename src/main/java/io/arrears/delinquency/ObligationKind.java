package io.arrears.delinquency;

import io.arrears.ledger.EntryType;

/** What an obligation is: the minimum of a statement (D16), an instalment of a schedule, or a charge of its own (D3). */
public enum ObligationKind {
    STATEMENT,
    INSTALMENT,
    /** Principal of a line that nothing asks for yet; money can go to it, but it is never due. */
    UNBILLED,
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
        return switch (this) {
            case STATEMENT, INSTALMENT, UNBILLED -> false;
            case FEE, PENALTY, DAMAGES -> true;
        };
    }
}

package io.arrears.delinquency;

/** What an obligation is: an instalment of the schedule, or a charge of its own (D3). */
public enum ObligationKind {
    INSTALMENT,
    FEE,
    PENALTY;

    public boolean isCharge() {
        return this != INSTALMENT;
    }
}

package io.arrears.ledger;

/** Who else answers for an account. */
public enum PartyRole {
    CO_BORROWER,
    GUARANTOR
}

package io.arrears.ledger;

/** Who or what paid a credit. */
public enum PaidBy {
    BORROWER,
    GUARANTOR,
    COLLATERAL,
    /** A purchase was returned: what was drawn for it comes back. */
    MERCHANT
}

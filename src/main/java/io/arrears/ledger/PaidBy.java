package io.arrears.ledger;

/** Who or what paid a credit. */
public enum PaidBy {
    BORROWER,
    GUARANTOR,
    COLLATERAL
}

package io.arrears.ledger;

/** Who called or wrote to whom: the lender, or the lender was called. */
public enum Direction {
    OUTGOING,
    INCOMING
}

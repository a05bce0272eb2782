package io.arrears.ledger;

/** The four parts of what is owed. */
public enum Component {
    PRINCIPAL,
    INTEREST,
    FEE,
    PENALTY
}

package io.arrears.ledger;

/** The parts of what is owed; penalty interest and liquidated damages stand beside each other. */
public enum Component {
    PRINCIPAL,
    INTEREST,
    FEE,
    PENALTY,
    DAMAGES
}

package io.arrears.ledger;

/** Whether a contact is the borrower's relative. */
public enum RelationClass {
    RELATED,
    UNRELATED
}

package io.arrears.ledger;

/** Where a lender has a contact's data from; what it may be used for depends on it. */
public enum ContactSource {
    CONTRACT,
    DEBTOR,
    AUTHORISED,
    PUBLIC,
    CONTACT,
    BUREAU
}

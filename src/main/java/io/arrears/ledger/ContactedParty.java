package io.arrears.ledger;

/** In which part somebody is contacted about an account. */
public enum ContactedParty {
    BORROWER,
    CO_BORROWER,
    GUARANTOR,
    CONTACT
}

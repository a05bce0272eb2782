package io.arrears.ladder.law;

/** Who is contacted about an account, in the order in which the lists have them. */
public enum PartyType {
    BORROWER,
    CO_BORROWER,
    GUARANTOR,
    CONTACT
}

package io.arrears.ladder.law;

/** Who is contacted about an account, in the order in which the lists have them. */
public enum PartyType {
    BORROWER,
    CO_BORROWER,
    GUARANTOR,
    CONTACT;

    /** Whether it owes the debt or answers for it; a contact does neither, and is told nothing of it (L12). */
    public boolean answersForDebt() {
        return this != CONTACT;
    }
}

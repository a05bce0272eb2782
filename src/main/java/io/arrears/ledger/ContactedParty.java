package io.arrears.ledger;

import java.util.Optional;

/** In which part somebody is contacted about an account. */
public enum ContactedParty {
    BORROWER,
    CO_BORROWER,
    GUARANTOR,
    CONTACT;

    /**
     * Whom an attempt was made to, by its row, in which an absent value is empty: whoever a contact's id names is a contact, and the
     * borrower is nobody else that is named; none if somebody is named, and nothing says in which part.
     */
    public static Optional<ContactedParty> of(String party, String contactId, String partyId) {
        if (!contactId.isEmpty()) {
            return Optional.of(CONTACT);
        }
        if (!party.isEmpty()) {
            return Optional.of(valueOf(party));
        }
        return partyId.isEmpty() ? Optional.of(BORROWER) : Optional.empty();
    }
}

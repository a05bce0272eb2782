package io.arrears.feed;

/** Who else answers for an account. */
enum PartyRole {
    CO_BORROWER,
    GUARANTOR
}

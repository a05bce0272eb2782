package io.arrears.feed;

/**
 * One key that bureau_facts may carry.
 *
 * @param bureau the one bureau it is for, or {@code *}: any bureau, and all of them together
 * @param element where the bureau's format has it; for {@code *} the rule that reads it
 */
record KnownFact(String bureau, Subject subject, String key, String element, FactForm form) {

    /** Whom a fact is about, and so which id its row names, and no other. */
    enum Subject {
        BORROWER,
        ACCOUNT
    }
}

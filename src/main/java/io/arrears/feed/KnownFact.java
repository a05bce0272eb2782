package io.arrears.feed;

/**
 * One key that bureau_facts may carry.
 *
 * @param element where the bureau's format has it, or the rule that reads it
 */
public record KnownFact(Subject subject, String key, String element, FactForm form) {

    /** Whom a fact is about, and so which id its row names, and no other. */
    public enum Subject {
        BORROWER,
        ACCOUNT
    }
}

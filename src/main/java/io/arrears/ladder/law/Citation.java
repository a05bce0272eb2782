package io.arrears.ladder.law;

/**
 * Where a rule stands.
 *
 * <p>Example: {@code 12 CFR 1006} and {@code 14(b)(2)}.
 */
public record Citation(String instrument, String clause) {

    /** Of a rule that the lender made itself, by its key in the lender's file. */
    public static Citation policy(String key) {
        return new Citation("policy", key);
    }

    @Override
    public String toString() {
        return instrument + " " + clause;
    }
}

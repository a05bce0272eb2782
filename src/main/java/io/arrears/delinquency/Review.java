package io.arrears.delinquency;

/**
 * A fact that a rule set aside, named by its id; most hold the account from every bureau until they are cleared.
 *
 * @param evidence in figures what is wrong, such as how much principal a schedule leaves out; empty where the code says it all
 */
public record Review(ReviewCode code, String subject, String evidence) {

    public Review(ReviewCode code, String subject) {
        this(code, subject, "");
    }

    /** The same entry without its figures: what people name, and what two of them accept. */
    public Review entry() {
        return evidence.isEmpty() ? this : new Review(code, subject);
    }
}

package io.arrears.ladder.law;

/** How much may be said, from all to nothing of the debt. */
public enum Content {
    FULL,
    LIMITED,
    LOCATE;

    /** The one that says less. */
    public Content orLess(Content other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

package io.arrears.ledger;

import org.jspecify.annotations.Nullable;

/** A telephone as persons are told apart by it: its digits, however it was written (L6). */
public final class Handles {

    private Handles() {}

    /** The digits of a text, in ASCII; null where it has none. Example: {@code +86 (138) 0000} has 861380000. */
    public static @Nullable String digits(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.digit(c, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        return digits.isEmpty() ? null : digits.toString();
    }
}

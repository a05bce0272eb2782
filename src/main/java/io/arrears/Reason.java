package io.arrears;

import java.text.Normalizer;

/**
 * Why somebody did what stands in the audit trail for ever.
 *
 * @param text at most {@value #LONGEST} characters, all of which can be seen
 */
public record Reason(String text) {

    static final int LONGEST = 500;

    /** Refuses (2) a reason that says nothing, is too long, or has what cannot be seen. */
    public Reason {
        text = Printable.of("--reason", text, Normalizer.Form.NFC, LONGEST);
    }

    @Override
    public String toString() {
        return text;
    }
}

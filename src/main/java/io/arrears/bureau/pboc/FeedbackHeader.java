package io.arrears.bureau.pboc;

import java.util.Locale;

/**
 * The first line of an answer: of its 72 or more characters only the two counts are known.
 *
 * <p>Shape: positions 58-64 records loaded, 65-71 records refused, seven digits each; what stands elsewhere is unknown and
 * neither read nor checked, and written as spaces [U, pboc2.md 1.3]. Anything else is an {@link IllegalArgumentException}.
 */
public record FeedbackHeader(int loaded, int failed) {

    static final int LOADED_AT = 58;
    static final int FAILED_AT = 65;
    static final int LEAST_LENGTH = 72;

    public FeedbackHeader {
        if (loaded < 0 || failed < 0 || loaded > Header.MOST_RECORDS || failed > Header.MOST_RECORDS - loaded) {
            throw new IllegalArgumentException(
                    "not counts of at most " + Header.MOST_RECORDS + " records: " + loaded + " and " + failed);
        }
    }

    /** Records loaded and refused: all that the submission had. */
    public int records() {
        return loaded + failed;
    }

    public String line() {
        return " ".repeat(LOADED_AT) + String.format(Locale.ROOT, "%07d%07d", loaded, failed);
    }

    static FeedbackHeader parse(String line) {
        if (line.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(
                    "the header has " + line.length() + " characters; expected at least " + LEAST_LENGTH);
        }
        return new FeedbackHeader(count(line, LOADED_AT, FAILED_AT), count(line, FAILED_AT, LEAST_LENGTH));
    }

    private static int count(String line, int from, int to) {
        String text = line.substring(from, to);
        if (!Header.COUNT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "positions " + from + "-" + (to - 1) + " of the header: expected seven digits");
        }
        return Integer.parseInt(text);
    }
}

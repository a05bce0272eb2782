package io.arrears.bureau.pboc.answer;

import io.arrears.bureau.pboc.file.FileName;
import io.arrears.bureau.pboc.file.Header;
import java.util.Locale;

/**
 * The first line of an answer.
 *
 * <p>Shape: 72 or more characters: 9-37 the submission's name without its flag, 38 the flag of the answer, 58-64 records loaded,
 * 65-71 records refused, seven digits each. What stands elsewhere is neither read nor checked, and written as spaces. Anything
 * else is an {@link IllegalArgumentException}. Source: pboc2-client.md, Answers.
 *
 * @param name positions 9-38, the name of the answer; empty where the client wrote none
 */
public record FeedbackHeader(String name, int loaded, int failed) {

    static final int NAME_AT = 9;
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
        return " ".repeat(NAME_AT)
                + String.format(Locale.ROOT, "%-" + (LOADED_AT - NAME_AT) + "s%07d%07d", name, loaded, failed);
    }

    /** Whether it names another answer than the file's own name does: then it was renamed. */
    boolean isOfAnother(FileName answer) {
        return !name.isEmpty() && !name.equals(answer.text());
    }

    /** What the client wrote: no counts, and a name where positions 9-38 hold one. */
    static FeedbackHeader ofClient(String line) {
        int end = NAME_AT + FileName.LENGTH;
        String name = line.length() < end ? "" : line.substring(NAME_AT, end);
        return new FeedbackHeader(FileName.isName(name) ? name : "", 0, 0);
    }

    public static FeedbackHeader parse(String line) {
        if (line.length() < LEAST_LENGTH) {
            throw new IllegalArgumentException(
                    "the header has " + line.length() + " characters; expected at least " + LEAST_LENGTH);
        }
        int end = NAME_AT + FileName.LENGTH;
        FeedbackHeader header = new FeedbackHeader(
                line.substring(NAME_AT, end).strip(),
                count(line, LOADED_AT, FAILED_AT),
                count(line, FAILED_AT, LEAST_LENGTH));
        if (header.name.isEmpty()) {
            throw new IllegalArgumentException(
                    "positions " + NAME_AT + "-" + (end - 1) + " of the header: expected the answer's own name");
        }
        return header;
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

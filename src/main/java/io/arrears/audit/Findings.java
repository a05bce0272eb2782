package io.arrears.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What was found by looking at a folder or a chain, a line each. */
public final class Findings {

    private static final int LONGEST = 1_000;

    private final List<String> checked = new ArrayList<>();
    private final List<String> unproven = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    void right(String line) {
        checked.add(printable(line));
    }

    void unproven(String line) {
        unproven.add(printable(line));
    }

    void differs(String line) {
        differences.add(printable(line));
    }

    void add(Findings others) {
        checked.addAll(others.checked);
        unproven.addAll(others.unproven);
        differences.addAll(others.differences);
    }

    /** A name or a value that somebody chose must not end a line, colour a terminal or fill it. */
    static String printable(String line) {
        StringBuilder printable = new StringBuilder();
        line.codePoints().limit(LONGEST).forEach(point -> {
            int type = Character.getType(point);
            boolean isPlain = point == ' '
                    || (!Character.isISOControl(point)
                            && type != Character.FORMAT
                            && type != Character.SURROGATE
                            && type != Character.LINE_SEPARATOR
                            && type != Character.PARAGRAPH_SEPARATOR);
            printable.append(isPlain ? Character.toString(point) : String.format(Locale.ROOT, "\\u%04x", point));
        });
        return line.codePointCount(0, line.length()) > LONGEST
                ? printable.append(" …").toString()
                : printable.toString();
    }

    /** What is as it should be. */
    public List<String> checked() {
        return Collections.unmodifiableList(checked);
    }

    /** What cannot be told from what was given. */
    public List<String> unproven() {
        return Collections.unmodifiableList(unproven);
    }

    /** What is otherwise; empty when all is well. */
    public List<String> differences() {
        return Collections.unmodifiableList(differences);
    }
}

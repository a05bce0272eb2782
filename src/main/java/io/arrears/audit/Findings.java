package io.arrears.audit;

import io.arrears.Visible;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
        line.codePoints().limit(LONGEST).forEach(point -> printable.append(Visible.of(point)));
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

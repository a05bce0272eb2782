package io.arrears.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was found by looking at a folder or a chain, a line each. */
public final class Findings {

    private final List<String> checked = new ArrayList<>();
    private final List<String> unproven = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    void right(String line) {
        checked.add(line);
    }

    void unproven(String line) {
        unproven.add(line);
    }

    void differs(String line) {
        differences.add(line);
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

package io.arrears.bureau.pboc.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Which rules stand behind a code of an answer: {@code feedback-codes.txt}, from pboc2-records.md, Feedback.
 *
 * <p>A code that is itself in the rule catalogue, ABF011 or ABR006, is its own rule.
 */
public final class FeedbackCodes {

    private static final Map<String, List<String>> RULES = load();

    private FeedbackCodes() {}

    /** The rule ids of a code; none for a code that is unknown or whose rule is. */
    public static List<String> rules(String code) {
        return RULES.getOrDefault(code, List.of());
    }

    public static Map<String, List<String>> all() {
        return RULES;
    }

    /** A line a code: the code, then its rules, between single spaces. */
    private static Map<String, List<String>> load() {
        try (InputStream table = Objects.requireNonNull(FeedbackCodes.class.getResourceAsStream("feedback-codes.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> List.of(line.split(" ", -1)))
                    .collect(Collectors.toUnmodifiableMap(
                            words -> words.get(0), words -> List.copyOf(words.subList(1, words.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException("the table of feedback codes cannot be read", e);
        }
    }
}

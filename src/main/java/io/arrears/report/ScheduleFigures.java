package io.arrears.report;

import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with a schedule in figures (D19), in another language.
 *
 * <p>Example: {@code instalments 1-3 of 12; without 2; principal 200.00 of 1200.00: 1000.00 missing}.
 */
final class ScheduleFigures {

    private static final String SOME = "([0-9 ]+?)(?: and ([0-9]+) more)?(?=[;)]|$)";
    private static final Pattern NUMBERS = Pattern.compile("instalments ([0-9]+)-([0-9]+) of ([0-9]+)");
    private static final Pattern WITHOUT = Pattern.compile("without " + SOME);
    private static final Pattern REPEATED = Pattern.compile("more than once " + SOME);
    private static final Pattern PRINCIPAL =
            Pattern.compile("principal ([0-9.]+) of ([0-9.]+)(?:: ([0-9.]+) (missing|too much))?");
    private static final Pattern BETWEEN = Pattern.compile("; ");

    private final Words lists;

    ScheduleFigures(Words lists) {
        this.lists = lists;
    }

    /** The text with every such figure said; whatever else stands in it stands as it is. */
    String said(String text) {
        if (!NUMBERS.matcher(text).find() && !PRINCIPAL.matcher(text).find()) {
            return text;
        }
        String said =
                each(text, NUMBERS, "numbers", (key, at) -> lists.get(key, at.group(1), at.group(2), at.group(3)));
        said = each(said, WITHOUT, "without", this::listed);
        said = each(said, REPEATED, "repeated", this::listed);
        said = each(said, PRINCIPAL, "principal", this::principal);
        return BETWEEN.matcher(said).replaceAll("；");
    }

    private static String each(String text, Pattern form, String key, BiFunction<String, MatchResult, String> said) {
        return form.matcher(text).replaceAll(at -> Matcher.quoteReplacement(said.apply("schedule." + key, at)));
    }

    private String listed(String key, MatchResult at) {
        String numbers = at.group(1).replace(" ", "、");
        String more = at.group(2);
        return lists.get(key, more == null ? numbers : lists.get("schedule.more", numbers, more));
    }

    private String principal(String key, MatchResult at) {
        String off = at.group(3) == null ? "" : lists.get("schedule." + at.group(4), at.group(3));
        return lists.get(key, at.group(1), at.group(2)) + off;
    }
}

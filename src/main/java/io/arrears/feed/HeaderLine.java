package io.arrears.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first line of a file, which ought to name its columns.
 *
 * <p>In a file that lost its header a person stands there, and what is refused is told in logs and kept for ever: so only names that
 * are columns somewhere are ever shown, and any other text by its position alone. All that is wrong is told at once.
 */
final class HeaderLine {

    private static final int MOST_NAMED = 12;

    /** Every name that is a column of some file. */
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of(Feed.values()).map(Feed::layout), Stream.of(ControlLayout.LAYOUT))
            .flatMap(layout -> layout.columns().stream())
            .map(Column::name)
            .collect(Collectors.toCollection(TreeSet::new));

    private final Layout layout;
    private final List<String> names;

    HeaderLine(Layout layout, List<String> names) {
        this.layout = layout;
        this.names = names;
    }

    /**
     * Where each column of the layout stands; -1 for one that is left out.
     *
     * @throws Malformed with everything that is wrong with the line
     */
    int[] places() {
        if (names.stream().noneMatch(layout::has)) {
            throw new Malformed(
                    1,
                    "the first line is no header: none of its " + names.size()
                            + " values names a column of this file; it has to name " + String.join(", ", required()));
        }
        Map<String, Integer> seen = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!layout.has(name)) {
                faults.add("column " + (i + 1) + " is unknown" + hint(name));
            } else if (seen.putIfAbsent(name, i) != null) {
                faults.add("column \"" + name + "\" stands twice in the header");
            }
        }
        List<String> missing =
                required().stream().filter(name -> !seen.containsKey(name)).toList();
        refuse(faults, missing);
        int[] found = new int[layout.size()];
        Arrays.setAll(found, i -> seen.getOrDefault(layout.column(i).name(), -1));
        return found;
    }

    private List<String> required() {
        return layout.columns().stream()
                .filter(Column::required)
                .map(Column::name)
                .toList();
    }

    private static void refuse(List<String> faults, List<String> missing) {
        int more = faults.size() - MOST_NAMED;
        List<String> told = new ArrayList<>(faults.subList(0, Math.min(faults.size(), MOST_NAMED)));
        if (more > 0) {
            told.add(more + " more of its columns are unknown or stand twice");
        }
        if (!missing.isEmpty()) {
            told.add((missing.size() == 1 ? "the required column " : "the required columns ")
                    + missing.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))
                    + (missing.size() == 1 ? " is missing" : " are missing"));
        }
        if (!told.isEmpty()) {
            throw new Malformed(1, String.join("; ", told));
        }
    }

    /** The column of another file that it is, or the one of this file that may be meant; never the text itself. */
    private String hint(String name) {
        if (KNOWN.contains(name)) {
            return ": \"" + name + "\" is a column of another file";
        }
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        return layout.columns().stream()
                .map(Column::name)
                .filter(column -> isNear(wanted, column))
                .findFirst()
                .map(column -> "; is \"" + column + "\" meant?")
                .orElse("");
    }

    /** One slip in a short name, two in a longer one. */
    private static boolean isNear(String text, String column) {
        int most = column.length() < 8 ? 1 : 2;
        return Math.abs(text.length() - column.length()) <= most && distance(text, column) <= most;
    }

    /** How many characters are to be put in, taken out or exchanged between two short texts. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchanged = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(exchanged, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }
}

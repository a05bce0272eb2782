package io.arrears.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with a caption whose first column names its rows; every other column is right-aligned unless it says otherwise. It
 * scrolls by itself where it is too wide, by the keyboard, too.
 */
final class Table {

    /** A longer name of a row is a sentence, which may be broken into lines. */
    private static final int LONGEST_NAME = 24;

    private final String caption;
    private final List<String> columns;
    private final List<Integer> words = new ArrayList<>();
    private final Html rows = new Html();

    Table(String caption, List<String> columns) {
        this.caption = caption;
        this.columns = List.copyOf(columns);
    }

    /** These columns hold words, not figures. */
    Table words(Integer... indexes) {
        words.addAll(List.of(indexes));
        return this;
    }

    Table row(List<String> values) {
        return row(values, List.of());
    }

    /** @param classes of the cells behind the first, by their place; fewer than cells */
    Table row(List<String> values, List<String> classes) {
        String name = values.get(0);
        boolean isLong = name.length() > LONGEST_NAME;
        rows.open("tr").element("th", name, "scope", "row", "class", isLong ? "long" : "");
        for (int i = 1; i < values.size(); i++) {
            String style = (words.contains(i) ? "" : "n") + (i <= classes.size() ? " " + classes.get(i - 1) : "");
            rows.element("td", values.get(i), "class", style.strip());
        }
        rows.close("tr").line();
        return this;
    }

    /** Rows that are marked up already. */
    void rows(Html ours) {
        rows.markup(ours.toString());
    }

    void into(Html page) {
        page.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", caption)
                .open("table")
                .element("caption", caption)
                .open("thead")
                .open("tr");
        for (int i = 0; i < columns.size(); i++) {
            page.element("th", columns.get(i), "scope", "col", "class", i == 0 || words.contains(i) ? "" : "n");
        }
        page.close("tr").close("thead").open("tbody").markup(rows.toString());
        page.close("tbody").close("table").close("div").line();
    }
}

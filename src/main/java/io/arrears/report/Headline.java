package io.arrears.report;

import java.math.BigDecimal;

/** The figures that matter most, each with what changed since the night before. */
final class Headline {

    private final View view;
    private final Html page;

    private Headline(View view, Html page) {
        this.view = view;
        this.page = page;
    }

    static void into(View view, Html page) {
        Headline headline = new Headline(view, page);
        page.open("dl", "class", "cards");
        headline.count("headline.open", Section.ACCOUNTS, Tally.OPEN);
        headline.count("headline.overdue", Section.ACCOUNTS, Tally.OVERDUE);
        for (String currency : view.currencies()) {
            headline.amount("headline.amount", currency);
        }
        if (!view.migration().isEmpty()) {
            headline.card(
                    view.word("headline.newly"), Words.count(view.migration().newlyOverdue()), "");
            headline.card(
                    view.word("headline.cured"), Words.count(view.migration().cured()), "");
        }
        headline.count("headline.held", Section.HELD);
        headline.count("headline.review", Section.REVIEW);
        page.close("dl").line();
        if (view.before() == null) {
            page.element("p", view.word("headline.first"), "class", "note");
        }
    }

    private void count(String key, Section section, String figure) {
        Figures before = view.before();
        long now = view.tonight().count(section, figure);
        card(view.word(key), Words.count(now), before == null ? "" : since(now - before.count(section, figure)));
    }

    private void count(String key, Section section) {
        Figures before = view.before();
        long now = view.tonight().count(section);
        card(view.word(key), Words.count(now), before == null ? "" : since(now - before.count(section)));
    }

    private void amount(String key, String currency) {
        String figure = currency + " " + Tally.TOTAL;
        BigDecimal now = view.amount(view.tonight(), Section.OVERDUE, figure);
        Figures before = view.before();
        card(
                view.word(key, currency),
                Words.amount(now),
                before == null
                        ? ""
                        : view.word(
                                "headline.since",
                                Words.change(now.subtract(view.amount(before, Section.OVERDUE, figure)))));
    }

    private String since(long change) {
        return view.word("headline.since", Words.change(BigDecimal.valueOf(change)));
    }

    private void card(String name, String value, String change) {
        page.open("div").element("dt", name).element("dd", value);
        if (!change.isEmpty()) {
            page.element("dd", change, "class", "change");
        }
        page.close("div").line();
    }
}

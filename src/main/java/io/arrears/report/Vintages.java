package io.arrears.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Accounts by the month they were opened in: how many never paid their first instalment, and how many are late.
 *
 * <p>A curve has a point a night, so it covers the ages at which a month was seen, counted from its last day.
 */
final class Vintages {

    /** The bars show so many months, the newest. */
    private static final int BARS = 12;

    private Vintages() {}

    static void into(View view, Html page) {
        List<String> months = new ArrayList<>(view.tonight().of(Section.OPENED).keySet());
        months.remove(Tally.EARLIER);
        List<String> newest = months.subList(Math.max(0, months.size() - BARS), months.size());
        page.open("div", "class", "charts");
        Map<String, Number> unpaid = new LinkedHashMap<>();
        newest.forEach(month -> unpaid.put(month.substring(2), rate(view.tonight(), Section.FIRST_UNPAID, month)));
        if (!unpaid.isEmpty()) {
            Figure.into(page, view.word("fpd.title"), Chart.bars(view.word("fpd.title"), unpaid));
        }
        Map<String, SortedMap<Integer, BigDecimal>> curves = curves(view, months);
        if (!curves.isEmpty()) {
            String title = view.word("vintage.title", Tally.LATE_FROM);
            Figure.into(page, title, Chart.overNumbers(title, view.word("vintage.age"), curves));
        }
        page.close("div").line();
        table(view, page);
        page.element("p", view.word("vintage.note", Tally.LATE_FROM), "class", "note");
    }

    /** The newest months of which an account can be late by now. */
    private static Map<String, SortedMap<Integer, BigDecimal>> curves(View view, List<String> months) {
        List<String> old = months.stream()
                .filter(month -> age(month, view.night().run().asOf()) >= Tally.LATE_FROM)
                .toList();
        Map<String, SortedMap<Integer, BigDecimal>> curves = new LinkedHashMap<>();
        for (String month : old.subList(Math.max(0, old.size() - Ink.SERIES), old.size())) {
            SortedMap<Integer, BigDecimal> curve = new TreeMap<>();
            for (Figures night : view.history().nights()) {
                int age = age(month, History.asOf(night));
                if (age >= 0 && night.count(Section.OPENED, month) > 0) {
                    curve.put(age, rate(night, Section.LATE, month));
                }
            }
            curves.put(month, curve);
        }
        return curves;
    }

    private static int age(String month, LocalDate asOf) {
        return Math.toIntExact(ChronoUnit.DAYS.between(YearMonth.parse(month).atEndOfMonth(), asOf));
    }

    private static BigDecimal rate(Figures night, Section section, String month) {
        BigDecimal percent = Words.percent(night.count(section, month), night.count(Section.OPENED, month));
        return percent == null ? BigDecimal.ZERO : percent;
    }

    private static void table(View view, Html page) {
        Table table = new Table(
                view.word("vintage.caption"),
                List.of(
                        view.word("vintage.month"),
                        view.word("vintage.opened"),
                        view.word("fpd.accounts"),
                        view.word("share"),
                        view.word("vintage.late", Tally.LATE_FROM),
                        view.word("share")));
        Figures tonight = view.tonight();
        List<String> months = new ArrayList<>(tonight.of(Section.OPENED).keySet());
        for (int i = months.size() - 1; i >= 0; i--) {
            String month = months.get(i);
            if (!month.equals(Tally.EARLIER)) {
                table.row(row(tonight, month, month));
            }
        }
        if (months.contains(Tally.EARLIER)) {
            table.row(row(tonight, Tally.EARLIER, view.word("vintage.earlier")));
        }
        page.open("details").element("summary", view.word("data", months.size()));
        table.into(page);
        page.close("details").line();
    }

    private static List<String> row(Figures tonight, String month, String name) {
        long opened = tonight.count(Section.OPENED, month);
        long unpaid = tonight.count(Section.FIRST_UNPAID, month);
        long late = tonight.count(Section.LATE, month);
        return List.of(
                name,
                Words.count(opened),
                Words.count(unpaid),
                Words.share(unpaid, opened),
                Words.count(late),
                Words.share(late, opened));
    }
}

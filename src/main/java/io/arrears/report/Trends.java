package io.arrears.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What is overdue, night by night and by its age. */
final class Trends {

    private Trends() {}

    /** Lines over these nights: accounts overdue, and what they owe by currency; their figures beneath. */
    static void overdue(Words words, List<Figures> nights, List<String> currencies, Html page) {
        if (nights.size() < 2) {
            page.element("p", words.get("trend.none"), "class", "note");
            return;
        }
        page.open("div", "class", "charts");
        line(words.get("trend.accounts"), nights, night -> BigDecimal.valueOf(accounts(night)), page);
        for (String currency : currencies) {
            line(words.get("trend.amount", currency), nights, night -> amount(night, currency), page);
        }
        page.close("div").line();
        List<String> columns =
                new ArrayList<>(List.of(words.get("night"), words.get("headline.open"), words.get("headline.overdue")));
        currencies.forEach(currency -> columns.add(words.get("trend.amount", currency)));
        Table table = new Table(words.get("trend.caption"), columns);
        for (int i = nights.size() - 1; i >= 0; i--) {
            Figures night = nights.get(i);
            List<String> row = new ArrayList<>(List.of(
                    History.asOf(night).toString(),
                    Words.count(night.count(Section.ACCOUNTS, Tally.OPEN)),
                    Words.count(accounts(night))));
            currencies.forEach(currency -> row.add(Words.amount(amount(night, currency))));
            table.row(row);
        }
        page.open("details").element("summary", words.get("data", nights.size()));
        table.into(page);
        page.close("details").line();
    }

    private static void line(String title, List<Figures> nights, Function<Figures, BigDecimal> value, Html page) {
        SortedMap<LocalDate, BigDecimal> line = new TreeMap<>();
        nights.forEach(night -> line.put(History.asOf(night), value.apply(night)));
        Figure.into(page, title, Chart.overDays(title, Map.of(title, line)));
    }

    private static long accounts(Figures night) {
        return night.count(Section.ACCOUNTS, Tally.OVERDUE);
    }

    private static BigDecimal amount(Figures night, String currency) {
        BigDecimal amount = night.amount(Section.OVERDUE, currency + " " + Tally.TOTAL);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    static void ageing(View view, Html page) {
        page.open("div", "class", "charts");
        List<String> columns = new ArrayList<>(List.of(view.word("ageing.age")));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Tally.ages().forEach(age -> rows.put(age, new ArrayList<>(List.of(age))));
        for (String currency : view.currencies()) {
            Map<String, Number> bars = new LinkedHashMap<>();
            rows.forEach((age, row) -> {
                BigDecimal amount = view.amount(view.tonight(), Section.AGEING, currency + " " + age);
                bars.put(age, amount);
                row.add(Words.amount(amount));
            });
            String title = view.word("ageing.title", currency);
            columns.add(title);
            Figure.into(page, title, Chart.bars(title, bars));
        }
        page.close("div").line();
        Table table = new Table(view.word("ageing.caption"), columns);
        rows.values().forEach(table::row);
        table.into(page);
    }
}

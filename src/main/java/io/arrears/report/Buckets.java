package io.arrears.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the accounts and what they owe are spread over the buckets, and where they came from since the night before. */
final class Buckets {

    /** Shades of the heat map beyond none. */
    private static final int SHADES = 5;

    private Buckets() {}

    static void distribution(View view, Html page) {
        Map<String, Number> accounts = new LinkedHashMap<>();
        for (String bucket : overdue(view)) {
            accounts.put(bucket, view.accountsIn(bucket));
        }
        page.open("div", "class", "charts");
        Figure.into(page, view.word("buckets.accounts"), Chart.bars(view.word("buckets.accounts"), accounts));
        for (String currency : view.currencies()) {
            Map<String, Number> amounts = new LinkedHashMap<>();
            for (String bucket : overdue(view)) {
                amounts.put(bucket, view.amount(view.tonight(), Section.BUCKET_OVERDUE, currency + " " + bucket));
            }
            String title = view.word("buckets.overdue", currency);
            Figure.into(page, title, Chart.bars(title, amounts));
        }
        page.close("div").line();
        table(view, page);
    }

    /** Without the first, which is not overdue and would dwarf the others. */
    private static List<String> overdue(View view) {
        return view.buckets().subList(1, view.buckets().size());
    }

    private static void table(View view, Html page) {
        List<String> columns =
                new ArrayList<>(List.of(view.word("buckets.bucket"), view.word("accounts"), view.word("share")));
        view.currencies().forEach(currency -> {
            columns.add(view.word("buckets.accounts.in", currency));
            columns.add(view.word("buckets.overdue", currency));
        });
        Table table = new Table(view.word("buckets.caption"), columns);
        long open = view.tonight().count(Section.ACCOUNTS, Tally.OPEN);
        for (String bucket : view.buckets()) {
            long accounts = view.accountsIn(bucket);
            List<String> row = new ArrayList<>(List.of(bucket, Words.count(accounts), Words.share(accounts, open)));
            view.currencies().forEach(currency -> {
                String key = currency + " " + bucket;
                row.add(Words.count(view.tonight().count(Section.BUCKET_ACCOUNTS, key)));
                row.add(Words.amount(view.amount(view.tonight(), Section.BUCKET_OVERDUE, key)));
            });
            table.row(row);
        }
        table.into(page);
    }

    static void migration(View view, Html page) {
        Migration moved = view.migration();
        if (moved.isEmpty()) {
            page.element("p", view.word("migration.none"), "class", "note");
            return;
        }
        List<String> columns = new ArrayList<>(List.of(view.word("migration.from")));
        moved.to().forEach(to -> columns.add(to(view, to)));
        columns.add(view.word("total"));
        Table table = new Table(view.word("migration.caption"), columns);
        for (String from : moved.from()) {
            List<String> row = new ArrayList<>(List.of(from(view, from)));
            List<String> shades = new ArrayList<>();
            long all = moved.row(from);
            for (String to : moved.to()) {
                row.add(Words.count(moved.accounts(from, to)));
                shades.add(shade(moved.accounts(from, to), all));
            }
            row.add(Words.count(all));
            table.row(row, shades);
        }
        List<String> sums = new ArrayList<>(List.of(view.word("total")));
        moved.to().forEach(to -> sums.add(Words.count(moved.column(to))));
        sums.add(Words.count(moved.to().stream().mapToLong(moved::column).sum()));
        table.row(sums);
        table.into(page);
        page.element("p", view.word("migration.shade"), "class", "note");
        rates(view, page);
    }

    private static void rates(View view, Html page) {
        Migration moved = view.migration();
        Table table = new Table(
                view.word("rates.caption"),
                List.of(
                        view.word("migration.from"),
                        view.word("accounts"),
                        view.word("rates.worse"),
                        view.word("rates.same"),
                        view.word("rates.better"),
                        view.word("rates.closed")));
        for (String from : moved.buckets()) {
            long all = moved.row(from);
            table.row(List.of(
                    from,
                    Words.count(all),
                    Words.share(moved.worse(from), all),
                    Words.share(moved.accounts(from, from), all),
                    Words.share(moved.better(from), all),
                    Words.share(moved.accounts(from, Tally.CLOSED), all)));
        }
        table.into(page);
    }

    private static String from(View view, String bucket) {
        return bucket.equals(Tally.ABSENT) ? view.word("migration.new") : bucket;
    }

    private static String to(View view, String bucket) {
        return bucket.equals(Tally.CLOSED)
                ? view.word("migration.closed")
                : bucket.equals(Tally.ABSENT) ? view.word("migration.gone") : bucket;
    }

    /** The more of a row, the darker; a cell with any account has a shade. */
    private static String shade(long accounts, long of) {
        return accounts == 0 ? "zero" : "heat" + (1 + accounts * (SHADES - 1) / of);
    }
}

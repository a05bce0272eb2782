package io.arrears.feed;

import java.util.List;

/** The columns of control.csv: what the core system says it sent, a row a feed and a row a lender, product and currency. */
public final class ControlLayout {

    /** An amount of several currencies together, and so read apart from the feeds' amounts. */
    private static final int LONGEST_AMOUNT = 40;

    public static final Layout LAYOUT = new Layout(
            List.of(),
            List.of(),
            List.of(
                    Column.column("business_date", Kind.DATE).must(),
                    Column.text("feed", 40),
                    Column.column("rows", Kind.COUNT),
                    Column.text("amount", LONGEST_AMOUNT),
                    Column.column("lender", Kind.LENDER),
                    Column.text("product", 64),
                    Column.column("currency", Kind.CURRENCY),
                    Column.column("open_accounts", Kind.COUNT),
                    Column.column("principal", Kind.AMOUNT),
                    Column.column("overdue", Kind.AMOUNT)));

    private ControlLayout() {}
}

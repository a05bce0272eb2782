package io.arrears.delivery;

import io.arrears.feed.Column;
import io.arrears.feed.ControlLayout;
import io.arrears.feed.Fault;
import io.arrears.feed.Feed;
import io.arrears.feed.FeedReader;
import io.arrears.feed.Layout;
import io.arrears.feed.Malformed;
import io.arrears.feed.RawRow;
import io.arrears.feed.Values;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What control.csv says: how many rows and what amount each feed has, and what each lender's portfolio comes to. */
public record Controls(Map<Feed, OfFeed> feeds, List<OfPortfolio> portfolios) {

    /** A feed's rows and, where stated, the sum of its amounts. */
    public record OfFeed(
            long line,
            LocalDate businessDate,
            long rows,
            @Nullable BigDecimal amount) {}

    /** The core system's own totals of one lender, product and currency, for R7. */
    public record OfPortfolio(
            long line,
            LocalDate businessDate,
            String lender,
            String product,
            String currency,
            int openAccounts,
            long principal,
            long overdue) {}

    private static final Layout LAYOUT = ControlLayout.LAYOUT;
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,4})?");
    private static final int MOST_ROWS = 100_000;

    public static Controls none() {
        return new Controls(Map.of(), List.of());
    }

    /** Reads the whole file; a row that cannot be read refuses it, since what it controls would go unchecked. */
    public static Controls read(InputStream in) throws IOException {
        Map<Feed, OfFeed> feeds = new EnumMap<>(Feed.class);
        List<OfPortfolio> portfolios = new ArrayList<>();
        try (FeedReader reader = new FeedReader(LAYOUT, in)) {
            for (RawRow row = reader.next(); row != null; row = reader.next()) {
                if (row.ordinal() == MOST_ROWS) {
                    throw new Malformed(row.line(), "more than " + MOST_ROWS + " rows of controls");
                }
                if (text(row, "feed").isEmpty()) {
                    portfolios.add(portfolio(row));
                } else if (feeds.put(feed(row), ofFeed(row)) != null) {
                    throw new Malformed(row.line(), "a second row for the feed " + text(row, "feed"));
                }
            }
        }
        return new Controls(feeds, portfolios);
    }

    private static Feed feed(RawRow row) {
        return Feed.ofTable(text(row, "feed"))
                .orElseThrow(() -> new Malformed(row.line(), "feed: no feed of that name"));
    }

    private static OfFeed ofFeed(RawRow row) {
        String amount = text(row, "amount");
        if (!amount.isEmpty() && !AMOUNT.matcher(amount).matches()) {
            throw new Malformed(row.line(), "amount: not a decimal amount with at most 4 decimals");
        }
        if (!amount.isEmpty() && feed(row).summed().isEmpty()) {
            throw new Malformed(row.line(), "amount: the feed " + text(row, "feed") + " has no amounts");
        }
        return new OfFeed(
                row.line(),
                (LocalDate) value(row, "business_date", 0),
                (Integer) value(row, "rows", 0),
                amount.isEmpty() ? null : new BigDecimal(amount));
    }

    private static OfPortfolio portfolio(RawRow row) {
        String currency = (String) value(row, "currency", 0);
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return new OfPortfolio(
                row.line(),
                (LocalDate) value(row, "business_date", 0),
                (String) value(row, "lender", 0),
                (String) value(row, "product", 0),
                currency,
                (Integer) value(row, "open_accounts", 0),
                (Long) value(row, "principal", decimals),
                (Long) value(row, "overdue", decimals));
    }

    private static String text(RawRow row, String column) {
        return row.values()[LAYOUT.position(column)];
    }

    private static Object value(RawRow row, String name, int decimals) {
        Column column = LAYOUT.column(LAYOUT.position(name));
        Object value = Values.read(column, text(row, name), decimals);
        if (value == null) {
            throw new Malformed(row.line(), name + ": missing, but required in this row");
        }
        if (value instanceof Fault fault) {
            throw new Malformed(row.line(), name + ": " + fault.reason());
        }
        return value;
    }
}

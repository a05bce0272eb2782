package io.arrears.delivery;

import io.arrears.feed.Feed;
import io.arrears.feed.RawRow;
import io.arrears.feed.Row;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Adds up a feed's amounts as control.csv does: all data rows, rejected ones too where the amount can be read. */
final class Totals {

    private static final Pattern READABLE = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,10})?");
    private static final long NEARLY_FULL = Long.MAX_VALUE / 2;

    private final int[] columns;
    private final long[] minor = new long[5];
    private BigDecimal rest = BigDecimal.ZERO;

    Totals(Feed feed) {
        this.columns = feed.summed().stream().mapToInt(feed.layout()::position).toArray();
    }

    /** A row whose amounts are minor units of a currency with so many decimals. */
    void add(Row row, int decimals) {
        for (int column : columns) {
            if (row.at(column) instanceof Long amount) {
                minor[decimals] += amount;
                if (minor[decimals] > NEARLY_FULL) {
                    carry(decimals);
                }
            }
        }
    }

    /** A rejected row. */
    void add(RawRow raw) {
        for (int column : columns) {
            String text = raw.values()[column];
            if (READABLE.matcher(text).matches()) {
                rest = rest.add(new BigDecimal(text));
            }
        }
    }

    BigDecimal sum() {
        for (int decimals = 0; decimals < minor.length; decimals++) {
            carry(decimals);
        }
        return rest;
    }

    private void carry(int decimals) {
        rest = rest.add(BigDecimal.valueOf(minor[decimals], decimals));
        minor[decimals] = 0;
    }
}

package io.arrears.store.imports;

import io.arrears.feed.Kind;
import io.arrears.feed.Layout;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A view's value in the text that feeds use: amounts with a dot, dates, instants in UTC. */
final class ViewValue {

    private static final Pattern MIDNIGHT = Pattern.compile(" 00:00:00(\\.0+)?$");
    private static final Pattern MOMENT = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?)(?:([+-][0-9]{2})(:[0-9]{2})?)?");

    private ViewValue() {}

    static @Nullable String text(Layout layout, String name, ResultSet rs, int column) throws SQLException {
        if (!layout.has(name)) {
            return rs.getString(column);
        }
        Kind kind = layout.column(layout.position(name)).kind();
        return switch (kind) {
            case AMOUNT, RATE -> decimal(rs, column);
            case DATE -> date(rs.getString(column));
            case INSTANT -> instant(rs.getString(column));
            case ID, LENDER, BUREAU, TEXT, WORD, COUNT, COUNTRY, CURRENCY -> rs.getString(column);
        };
    }

    /** Without an exponent, whatever the view's type; text that is no number is left for validation to reject. */
    private static @Nullable String decimal(ResultSet rs, int column) throws SQLException {
        return rs.getObject(column) instanceof Number number
                ? new BigDecimal(number.toString()).toPlainString()
                : rs.getString(column);
    }

    /** A DATETIME at midnight is a date. */
    private static @Nullable String date(@Nullable String text) {
        return text == null ? null : MIDNIGHT.matcher(text).replaceFirst("");
    }

    /** {@code 2026-11-20 23:59:59} is taken for UTC; an offset stays. */
    static @Nullable String instant(@Nullable String text) {
        Matcher moment = MOMENT.matcher(text == null ? "" : text);
        if (!moment.matches()) {
            return text;
        }
        String offset =
                moment.group(3) == null ? "Z" : moment.group(3) + (moment.group(4) == null ? ":00" : moment.group(4));
        return moment.group(1) + "T" + moment.group(2) + offset;
    }
}

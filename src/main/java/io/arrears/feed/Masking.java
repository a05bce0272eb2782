package io.arrears.feed;

import io.arrears.Visible;
import io.arrears.ledger.Ids;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a faulty value is shown: enough to find it in the source, never enough to learn whose it is. */
public final class Masking {

    private static final int SHOWN = 40;

    /** Digits in the shape of a day, with the time of a day or without. */
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{1,4}([-/.])[0-9]{1,2}\\1[0-9]{1,4}([T ][0-9:.,]{1,18}( ?[Zz]|[+-][0-9:]{1,6})?)?");

    /** Longer figures may be anybody's telephone or document. */
    private static final Pattern FIGURE = Pattern.compile("[+-]?[0-9]{1,9}([.,][0-9]{0,9})?");

    /** A mobile number of the mainland, or an identity number with somebody's day of birth. */
    private static final Pattern OF_A_PERSON = Pattern.compile(
            "(86)?1[3-9][0-9]{9}|[1-9][0-9]{5}(19[0-9]{2}|20[01][0-9])(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]");

    private static final Pattern A_DIGIT = Pattern.compile("[0-9]");

    private Masking() {}

    /**
     * A value stands as it is, cut at 40 characters, where it has the looks of its column's kind; all else, and everything in a
     * personal column, by its first character and length: {@code Anna} is {@code A… (4)}.
     */
    public static String show(Column column, String value) {
        return !column.personal() && hasTheLooks(column, value) ? plain(value) : mask(value);
    }

    /** An id outside the column where it was at fault; a name, a telephone or an identity number in its place is masked. */
    public static String id(String value) {
        return isAnId(value) ? value : mask(value);
    }

    /**
     * A row's key as it may be shown, part by part; one that could not be read is empty.
     *
     * @param whole also the ids of personal columns, where they are the only way to find the row
     */
    public static String key(Feed feed, String key, boolean whole) {
        if (key.startsWith("?")) {
            return "";
        }
        int[] columns = feed.layout().key();
        String[] parts = columns.length == 1 ? new String[] {key} : key.split(" ", columns.length);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> part(feed.layout().column(columns[i]), parts[i], whole))
                .collect(Collectors.joining(" "));
    }

    /** Instants and numbers stand in a key as the ledger writes them. */
    private static String part(Column column, String part, boolean whole) {
        return switch (column.kind()) {
            case ID -> column.personal() && !whole ? mask(part) : id(part);
            case TEXT, WORD -> show(column, part);
            case LENDER, BUREAU, DATE, INSTANT, AMOUNT, COUNT, RATE, COUNTRY, CURRENCY -> part;
        };
    }

    private static boolean hasTheLooks(Column column, String value) {
        return switch (column.kind()) {
            case ID -> isAnId(value);
            case LENDER, BUREAU ->
                Values.isLender(value) && !OF_A_PERSON.matcher(value).matches();
            case WORD -> column.words().stream().anyMatch(value.strip()::equalsIgnoreCase);
            case DATE, INSTANT -> MOMENT.matcher(value).matches();
            case AMOUNT, COUNT, RATE -> FIGURE.matcher(value).matches();
            case COUNTRY, CURRENCY -> value.equals(Values.read(column, value, 0));
            case TEXT -> false;
        };
    }

    /** Ids are made by machines, which number things; a name has no digit. */
    private static boolean isAnId(String value) {
        return Ids.deliverable(value)
                && A_DIGIT.matcher(value).find()
                && !OF_A_PERSON.matcher(value).matches();
    }

    private static String mask(String value) {
        int length = value.codePointCount(0, value.length());
        if (length == 0) {
            return "";
        }
        String first = length < 3 ? "" : Visible.of(value.codePointAt(0));
        return first + "… (" + length + ")";
    }

    private static String plain(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(SHOWN).forEach(c -> shown.append(Visible.of(c)));
        return value.codePointCount(0, value.length()) > SHOWN
                ? shown.append('…').toString()
                : shown.toString();
    }
}

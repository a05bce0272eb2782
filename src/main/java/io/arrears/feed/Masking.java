package io.arrears.feed;

/** How a faulty value is shown: enough to find it in the source, never enough to learn whose it is. */
public final class Masking {

    private static final int SHOWN = 40;

    private Masking() {}

    /** {@code Anna} in a personal column is {@code A… (4)}; elsewhere values stand as they are, cut at 40 characters. */
    public static String show(Column column, String value) {
        return column.personal() ? mask(value) : plain(value);
    }

    static String mask(String value) {
        int length = value.codePointCount(0, value.length());
        if (length == 0) {
            return "";
        }
        String first = length < 3 ? "" : escaped(value.codePointAt(0));
        return first + "… (" + length + ")";
    }

    static String plain(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(SHOWN).forEach(c -> shown.append(escaped(c)));
        return value.codePointCount(0, value.length()) > SHOWN
                ? shown.append('…').toString()
                : shown.toString();
    }

    /** Control and format characters as {@code \}{@code u001b}, so that no terminal acts on them. */
    private static String escaped(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> "\\u" + String.format(java.util.Locale.ROOT, "%04x", codePoint);
            default -> Character.toString(codePoint);
        };
    }
}

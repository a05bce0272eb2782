package io.arrears.bureau.pboc.record;

import io.arrears.Visible;

/** How a faulty value is shown: enough to find it in the source, never enough to learn whose it is. */
public final class Masking {

    private static final int SHOWN = 40;

    private Masking() {}

    /** {@code 张三丰} in a personal element is {@code 张… (3)}; elsewhere values stand as they are, cut at 40 characters. */
    static String show(Item item, String value) {
        return item.personal() ? masked(value) : plain(value);
    }

    private static String masked(String value) {
        int length = value.codePointCount(0, value.length());
        if (length == 0) {
            return "";
        }
        String first = length < 3 ? "" : Visible.of(value.codePointAt(0));
        return first + "… (" + length + ")";
    }

    public static String plain(String value) {
        StringBuilder shown = new StringBuilder();
        value.codePoints().limit(SHOWN).forEach(c -> shown.append(Visible.of(c)));
        return value.codePointCount(0, value.length()) > SHOWN
                ? shown.append('…').toString()
                : shown.toString();
    }
}

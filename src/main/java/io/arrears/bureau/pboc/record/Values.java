package io.arrears.bureau.pboc.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Values read off their text; null for what is blank or cannot be read, of which the item rules speak. */
public final class Values {

    private Values() {}

    public static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || !isDayShaped(text)) {
            return null;
        }
        try {
            return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    public static @Nullable YearMonth month(@Nullable String text) {
        if (text == null || !isMonthShaped(text)) {
            return null;
        }
        try {
            return YearMonth.of(number(text, 0, 4), number(text, 5, 7));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Of digits, since a record has dozens of them and every rule reads them anew. */
    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    public static @Nullable Long amount(String text) {
        return isDigits(text) && text.length() <= 15 ? Long.valueOf(text) : null;
    }

    public static boolean isDigits(String text) {
        return !text.isEmpty() && isDigits(text, 0, text.length());
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    public static boolean isDayShaped(String text) {
        return text.length() == 10
                && text.charAt(7) == '-'
                && text.charAt(4) == '-'
                && isDigits(text, 0, 4)
                && isDigits(text, 5, 7)
                && isDigits(text, 8, 10);
    }

    public static boolean isMonthShaped(String text) {
        return text.length() == 7 && text.charAt(4) == '-' && isDigits(text, 0, 4) && isDigits(text, 5, 7);
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

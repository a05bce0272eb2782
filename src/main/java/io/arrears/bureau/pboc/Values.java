package io.arrears.bureau.pboc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Values read off their text; null for what is blank or cannot be read, of which the item rules speak. */
final class Values {

    private Values() {}

    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || !isDayShaped(text)) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable YearMonth month(@Nullable String text) {
        if (text == null || !isMonthShaped(text)) {
            return null;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Long amount(String text) {
        return isDigits(text) && text.length() <= 15 ? Long.valueOf(text) : null;
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean isDayShaped(String text) {
        return text.length() == 10
                && text.charAt(7) == '-'
                && isMonthShaped(text.substring(0, 7))
                && isDigits(text.substring(8));
    }

    static boolean isMonthShaped(String text) {
        return text.length() == 7
                && text.charAt(4) == '-'
                && isDigits(text.substring(0, 4))
                && isDigits(text.substring(5));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

package io.arrears.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Dates and instants as feeds write them. */
final class Instants {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Instants() {}

    /** {@code 2026-11-20}, from 1900 to 2199; null when the text is no such day. */
    static @Nullable LocalDate date(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    /** {@code 2026-11-20T23:59:59Z} or with an offset, in UTC; null when the text is no such instant. */
    static @Nullable LocalDateTime instant(String text) {
        if (text.length() == 20 && text.charAt(10) == 'T' && text.charAt(19) == 'Z') {
            LocalDate date = date(text.substring(0, 10));
            int hour = digits(text, 11, 13);
            int minute = digits(text, 14, 16);
            int second = digits(text, 17, 19);
            if (date == null || text.charAt(13) != ':' || text.charAt(16) != ':' || hour < 0 || hour > 23) {
                return null;
            }
            return minute < 0 || minute > 59 || second < 0 || second > 59 ? null : date.atTime(hour, minute, second);
        }
        try {
            LocalDateTime utc = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime();
            return utc.getYear() < FIRST_YEAR || utc.getYear() > LAST_YEAR ? null : utc;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static boolean finerThanTables(LocalDateTime instant) {
        return !instant.truncatedTo(ChronoUnit.MICROS).equals(instant);
    }

    /** The number, or -1 when a character is no ASCII digit. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}

package io.arrears.bureau.pboc.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The 30 characters that name a file for ever: whose, of which day, of what, which one of them, and whether an answer.
 *
 * <p>Shape: segment code 14, date 8, record type 3, {@code 0}, serial 3, flag 1. The answer to a submission has its first
 * 29 characters. Anything else is an {@link IllegalArgumentException}. Source: pboc2.md 1.1, rule F0000201. Example: {@code
 * 101000000100012026040121000010} is the first file of records 210 of 1 April 2026.
 *
 * @param segmentCode the provider's 14 capital letters and digits
 * @param recordType three digits: {@code 210}
 * @param serial 1 to 999, by provider, record type and day
 */
public record FileName(String segmentCode, LocalDate date, String recordType, int serial, FeedbackFlag flag) {

    public static final int LENGTH = 30;
    public static final int LAST_SERIAL = 999;
    public static final String ENDING = ".txt";
    public static final String ZIPPED_ENDING = ".txt.zip";

    /** Of what the bureau's client writes beside a file that it does not let out. */
    public static final String BAD_ENDING = ".bad";

    static final Pattern SEGMENT_CODE = Pattern.compile("[0-9A-Z]{14}");
    static final Pattern RECORD_TYPE = Pattern.compile("[1-9][0-9]{2}");
    private static final Pattern NAME = Pattern.compile("(.{14})([0-9]{8})(.{3})0([0-9]{3})([0-3])");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The years that any date of the format may have (I0000601). */
    private static final int FIRST_YEAR = 1901;

    private static final int LAST_YEAR = 2099;

    public FileName {
        requireSegmentCode(segmentCode);
        requireRecordType(recordType);
        requireYear(date);
        if (serial < 1 || serial > LAST_SERIAL) {
            throw new IllegalArgumentException("not a serial from 001 to 999: " + serial);
        }
    }

    /** The name of a submission. */
    public static FileName of(String segmentCode, LocalDate date, String recordType, int serial) {
        return new FileName(segmentCode, date, recordType, serial, FeedbackFlag.SUBMISSION);
    }

    /** Reads a name with or without {@code .txt}, {@code .txt.zip}, {@code .bad} or {@code .txt.bad}. */
    public static FileName parse(String name) {
        Matcher parts = NAME.matcher(withoutEnding(name));
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a name of " + LENGTH
                    + " characters (segment code 14, date 8, record type 3, 0, serial 3, flag 0 to 3): " + name);
        }
        return new FileName(
                parts.group(1),
                date(parts.group(2)),
                parts.group(3),
                Integer.parseInt(parts.group(4)),
                FeedbackFlag.of(parts.group(5).charAt(0)));
    }

    /** Whether these are the 30 characters of a name. */
    public static boolean isName(String text) {
        try {
            return parse(text).text().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The name of this submission's answer, or with {@link FeedbackFlag#SUBMISSION} of this answer's submission. */
    public FileName feedback(FeedbackFlag answer) {
        return new FileName(segmentCode, date, recordType, serial, answer);
    }

    FileName withSerial(int other) {
        return new FileName(segmentCode, date, recordType, other, flag);
    }

    /** The 30 characters. */
    public String text() {
        return segmentCode + DATE.format(date) + recordType + "0" + String.format(Locale.ROOT, "%03d", serial)
                + flag.code();
    }

    /** The name of the plain file: {@link #text} and {@code .txt}. */
    public String file() {
        return text() + ENDING;
    }

    static void requireSegmentCode(String code) {
        if (!SEGMENT_CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a segment code of 14 capital letters and digits: " + code);
        }
    }

    static void requireRecordType(String type) {
        if (!RECORD_TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a record type of three digits: " + type);
        }
    }

    static void requireYear(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("not a date from 1901 to 2099: " + date);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date yyyyMMdd: " + text, e);
        }
    }

    private static String withoutEnding(String name) {
        for (String ending : new String[] {ENDING + BAD_ENDING, BAD_ENDING, ZIPPED_ENDING, ENDING}) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}

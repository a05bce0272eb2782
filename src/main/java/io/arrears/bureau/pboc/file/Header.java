package io.arrears.bureau.pboc.file;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The first line of a submission: 50 characters, fixed positions, no line end of its own.
 *
 * <p>What does not fit is an {@link IllegalArgumentException}, whose message names positions but never what stands there: it
 * may be a record that slipped into the first line. Source: pboc2.md 1.2, rule F0000301. Example: {@code A0502102.0.0
 * 101000000100012026040109300000000002} announces two records 210.
 *
 * @param generatedAt the lender's local time, whole seconds
 * @param records 1 to {@link #MOST_RECORDS}
 */
public record Header(String recordType, String segmentCode, LocalDateTime generatedAt, int records) {

    public static final int LENGTH = 50;

    /** The most records of one file [U, pboc2.md 1: a comment in a lender's configuration]. */
    public static final int MOST_RECORDS = 1_000_000;

    public static final Pattern COUNT = Pattern.compile("[0-9]{7}");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The fields in order; each begins where the one before it ends. */
    enum Field {
        IDENTIFIER(1, header -> "A"),
        HEADER_LENGTH(3, header -> "050"),
        RECORD_TYPE(3, Header::recordType),
        VERSION(5, header -> "2.0.0"),
        TEMPLATE(2, header -> header.recordType.equals("110") ? "10" : "  "),
        SEGMENT_CODE(14, Header::segmentCode),
        GENERATED_AT(14, header -> TIME.format(header.generatedAt)),
        RESERVED(1, header -> "0"),
        RECORDS(7, header -> String.format(Locale.ROOT, "%07d", header.records));

        private final int width;
        private final Function<Header, String> value;

        Field(int width, Function<Header, String> value) {
            this.width = width;
            this.value = value;
        }

        /** The first position, counted from 0. */
        int start() {
            int start = 0;
            for (Field before : values()) {
                if (before == this) {
                    break;
                }
                start += before.width;
            }
            return start;
        }

        int end() {
            return start() + width;
        }

        String in(String line) {
            return line.substring(start(), end());
        }

        private IllegalArgumentException fault(String expected) {
            return new IllegalArgumentException(
                    "positions " + start() + "-" + (end() - 1) + " of the header: expected " + expected);
        }
    }

    public Header {
        FileName.requireRecordType(recordType);
        FileName.requireSegmentCode(segmentCode);
        FileName.requireYear(generatedAt.toLocalDate());
        if (!generatedAt.truncatedTo(ChronoUnit.SECONDS).equals(generatedAt)) {
            throw new IllegalArgumentException("a generation time is of whole seconds: " + generatedAt);
        }
        if (!isCount(records)) {
            throw new IllegalArgumentException("not a record count from 1 to " + MOST_RECORDS + ": " + records);
        }
    }

    public String line() {
        StringBuilder line = new StringBuilder(LENGTH);
        for (Field field : Field.values()) {
            line.append(field.value.apply(this));
        }
        return line.toString();
    }

    public static Header parse(String line) {
        if (line.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "the header has " + line.length() + " characters; expected exactly " + LENGTH);
        }
        Header header = new Header(
                matching(line, Field.RECORD_TYPE, FileName.RECORD_TYPE, "a record type of three digits"),
                matching(
                        line,
                        Field.SEGMENT_CODE,
                        FileName.SEGMENT_CODE,
                        "a segment code of 14 capital letters and digits"),
                time(line),
                count(line));
        for (Field field : Field.values()) {
            String expected = field.value.apply(header);
            if (!field.in(line).equals(expected)) {
                throw field.fault("\"" + expected + "\"");
            }
        }
        return header;
    }

    private static String matching(String line, Field field, Pattern pattern, String expected) {
        String text = field.in(line);
        if (!pattern.matcher(text).matches()) {
            throw field.fault(expected);
        }
        return text;
    }

    private static LocalDateTime time(String line) {
        try {
            LocalDateTime time = LocalDateTime.parse(Field.GENERATED_AT.in(line), TIME);
            FileName.requireYear(time.toLocalDate());
            return time;
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Field.GENERATED_AT.fault("a time yyyyMMddHHmmss from 1901 to 2099");
        }
    }

    private static int count(String line) {
        int count = Integer.parseInt(matching(line, Field.RECORDS, COUNT, "seven digits"));
        if (!isCount(count)) {
            throw Field.RECORDS.fault("a record count from 1 to " + MOST_RECORDS);
        }
        return count;
    }

    private static boolean isCount(int records) {
        return records >= 1 && records <= MOST_RECORDS;
    }
}

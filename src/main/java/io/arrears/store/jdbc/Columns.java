package io.arrears.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a cursor's current row, which a reader takes from left to right: the driver looks for each from the one
 * taken before.
 *
 * <p>MySQL sends its rows as text, and its driver hands out the bytes of a value several times faster than the value. So
 * the few kinds of values that the tables have are read off their text here, in the same way for both databases.
 */
public final class Columns {

    private static final int SECONDS_OF_DAY = 86_400;
    private static final int NANO_DIGITS = 9;

    private final ResultSet rows;
    private final boolean mySql;
    private final byte[][] lastBytes;
    private final String[] lastWords;

    /** @param rows of text: no prepared statement of the server's, which sends some values in binary */
    Columns(ResultSet rows, boolean mySql) throws SQLException {
        this.rows = rows;
        this.mySql = mySql;
        int columns = rows.getMetaData().getColumnCount();
        this.lastBytes = new byte[columns + 1][0];
        this.lastWords = new String[columns + 1];
        Arrays.fill(lastWords, "");
    }

    /** An id, which is ASCII. */
    public String id(int column) throws SQLException {
        return new String(bytes(column), StandardCharsets.US_ASCII);
    }

    @Nullable
    public String idOrNull(int column) throws SQLException {
        byte[] bytes = bytesOrNull(column);
        return bytes == null ? null : new String(bytes, StandardCharsets.US_ASCII);
    }

    /** Text in whatever character set; where one row says what the last one said, as most do, it is the same string. */
    public String word(int column) throws SQLException {
        byte[] bytes = bytes(column);
        if (!Arrays.equals(bytes, lastBytes[column])) {
            lastBytes[column] = bytes;
            lastWords[column] = rows.getString(column);
        }
        return lastWords[column];
    }

    @Nullable
    public String wordOrNull(int column) throws SQLException {
        return bytesOrNull(column) == null ? null : word(column);
    }

    public long number(int column) throws SQLException {
        return number(bytes(column));
    }

    @Nullable
    public Long numberOrNull(int column) throws SQLException {
        byte[] bytes = bytesOrNull(column);
        return bytes == null ? null : (Long) number(bytes);
    }

    public int integer(int column) throws SQLException {
        return Math.toIntExact(number(column));
    }

    @Nullable
    public Integer integerOrNull(int column) throws SQLException {
        byte[] bytes = bytesOrNull(column);
        return bytes == null ? null : (Integer) Math.toIntExact(number(bytes));
    }

    public boolean flag(int column) throws SQLException {
        byte first = bytes(column)[0];
        return first == '1' || first == 'T';
    }

    public LocalDate date(int column) throws SQLException {
        return date(bytes(column));
    }

    @Nullable
    public LocalDate dateOrNull(int column) throws SQLException {
        byte[] bytes = bytesOrNull(column);
        return bytes == null ? null : date(bytes);
    }

    /** UTC without a zone of anybody's. */
    public Instant instant(int column) throws SQLException {
        return instant(bytes(column));
    }

    @Nullable
    public Instant instantOrNull(int column) throws SQLException {
        byte[] bytes = bytesOrNull(column);
        return bytes == null ? null : instant(bytes);
    }

    private static Instant instant(byte[] text) {
        int second = (digits(text, 11, 13) * 60 + digits(text, 14, 16)) * 60 + digits(text, 17, 19);
        int nanos = text.length > 20 ? digits(text, 20, text.length) : 0;
        for (int i = Math.max(text.length, 20); i < 20 + NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return Instant.ofEpochSecond(date(text).toEpochDay() * SECONDS_OF_DAY + second, nanos);
    }

    /** The text's own bytes; they may be compared, and told apart only within one column. */
    byte[] bytes(int column) throws SQLException {
        byte[] bytes = bytesOrNull(column);
        if (bytes == null) {
            throw new IllegalStateException("column " + column + " is empty");
        }
        return bytes;
    }

    private byte @Nullable [] bytesOrNull(int column) throws SQLException {
        if (mySql) {
            return rows.getBytes(column);
        }
        String text = rows.getString(column);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static long number(byte[] text) {
        int sign = text[0] == '-' ? 1 : 0;
        long negative = 0;
        for (int i = sign; i < text.length; i++) {
            negative = 10 * negative - digit(text[i]);
        }
        return sign == 1 ? negative : -negative;
    }

    private static LocalDate date(byte[] text) {
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
    }

    private static int digits(byte[] text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits = 10 * digits + digit(text[i]);
        }
        return digits;
    }

    private static int digit(byte character) {
        if (character < '0' || character > '9') {
            throw new IllegalStateException("a digit expected in a column of numbers or dates");
        }
        return character - '0';
    }
}

package io.arrears.feed;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row's values as bytes: for each value that is there, its column's position and the value. One row has one form.
 *
 * <p>It is what a row's digest is taken of, and how a validated row waits on disk. An absent value leaves no trace, so
 * that a column added at a feed's end changes no digest.
 */
public final class RowCodec {

    public static final int DIGEST_BYTES = 16;

    /** Above the widest row: fifteen columns of 200 characters, four bytes each, and their heads. */
    public static final int LONGEST = 1 << 15;

    private static final int END = 0xff;
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final Layout layout;
    private final MessageDigest sha256;

    public RowCodec(Layout layout) {
        this.layout = layout;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public void write(@Nullable Object[] values, ByteBuffer out) {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                out.put((byte) i);
                put(value, out);
            }
        }
        out.put((byte) END);
    }

    public @Nullable Object[] read(ByteBuffer in) {
        @Nullable Object[] values = new Object[layout.size()];
        for (int i = in.get() & 0xff; i != END; i = in.get() & 0xff) {
            values[i] = get(layout.column(i).kind(), in);
        }
        return values;
    }

    /** The first half of the SHA-256 of what is left in the buffer, of a row that {@link #write} put there. */
    public byte[] digest(ByteBuffer row) {
        sha256.update(row);
        return Arrays.copyOf(sha256.digest(), DIGEST_BYTES);
    }

    private static void put(Object value, ByteBuffer out) {
        if (value instanceof String text) {
            putText(text, out);
        } else if (value instanceof Long amount) {
            out.putLong(amount);
        } else if (value instanceof Integer count) {
            out.putInt(count);
        } else if (value instanceof LocalDate day) {
            out.putInt((int) day.toEpochDay());
        } else if (value instanceof LocalDateTime instant) {
            out.putLong(ChronoUnit.MICROS.between(EPOCH, instant));
        } else if (value instanceof BigDecimal rate) {
            putText(rate.toPlainString(), out);
        } else {
            throw new IllegalStateException("no form for a " + value.getClass().getSimpleName());
        }
    }

    private static Object get(Kind kind, ByteBuffer in) {
        return switch (kind) {
            case ID, LENDER, BUREAU, TEXT, WORD, COUNTRY, CURRENCY -> getText(in);
            case AMOUNT -> in.getLong();
            case COUNT -> in.getInt();
            case DATE -> LocalDate.ofEpochDay(in.getInt());
            case INSTANT -> EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            case RATE -> new BigDecimal(getText(in));
        };
    }

    public static void putText(String text, ByteBuffer out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    public static String getText(ByteBuffer in) {
        int length = in.getShort() & 0xffff;
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}

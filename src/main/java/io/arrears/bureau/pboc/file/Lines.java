package io.arrears.bureau.pboc.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file one after the other, from its bytes; only CRLF ends a line, and a last one leaves no empty line.
 *
 * <p>A bare CR or LF is part of its line, and a line beyond the limit is counted but not kept, so that a file of any size
 * and any content is read in the memory of its longest allowed line.
 */
public final class Lines implements Closeable {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    private final InputStream in;
    private final int mostCharacters;
    private final long mostBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;

    private byte[] kept = new byte[BUFFER];
    private int length;
    private long characters;
    private long number;
    private boolean tooLong;
    private boolean bareBreak;

    public Lines(Path file, int mostCharacters) throws IOException {
        this(file, mostCharacters, (long) mostCharacters * MOST_BYTES_OF_A_CHARACTER);
    }

    /** Lines whose characters are nearly all of one byte, so that a limit in bytes is what bounds memory. */
    public Lines(Path file, int mostCharacters, long mostBytes) throws IOException {
        this.in = Files.newInputStream(file);
        this.mostCharacters = mostCharacters;
        this.mostBytes = mostBytes;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() throws IOException {
        length = 0;
        characters = 0;
        tooLong = false;
        bareBreak = false;
        boolean afterReturn = false;
        boolean begun = false;
        for (int b = read(); b >= 0; b = read()) {
            if (!begun) {
                begun = true;
                number++;
            }
            if (afterReturn && b == '\n') {
                return true;
            }
            if (afterReturn) {
                bareBreak = true;
                keep('\r');
            }
            afterReturn = b == '\r';
            if (!afterReturn) {
                bareBreak |= b == '\n';
                keep(b);
            }
        }
        if (afterReturn) {
            bareBreak = true;
            keep('\r');
        }
        return begun;
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(in.read(buffer), 0);
            at = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[at++] & 0xFF;
    }

    private void keep(int b) {
        characters += (b & 0xC0) == 0x80 ? 0 : 1;
        tooLong |= characters > mostCharacters || length == mostBytes;
        if (tooLong) {
            return;
        }
        if (length == kept.length) {
            kept = Arrays.copyOf(kept, Math.multiplyExact(length, 2));
        }
        kept[length++] = (byte) b;
    }

    /** The line's number, counted from 1 as the bureau does. */
    public long number() {
        return number;
    }

    boolean isEmpty() {
        return length == 0;
    }

    public boolean isTooLong() {
        return tooLong;
    }

    /** Whether a CR or LF stands in the line that is no line end. */
    public boolean hasBareBreak() {
        return bareBreak;
    }

    /** The line, without its end; null when it is not UTF-8. Not to be asked of a line that is too long. */
    @Nullable
    public String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(kept, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

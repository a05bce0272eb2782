package io.arrears.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text below the CSV parser: strict UTF-8, at most one BOM, RFC 4180 quoting, and no record beyond a limit.
 *
 * <p>It stands below the parser so that a line of 200 MB or a quote never closed is refused before it fills memory, and
 * with the line where the fault is. What it refuses is a {@link Malformed}.
 */
final class StrictText extends Reader {

    static final int LONGEST_RECORD = 1 << 20;

    private static final char BOM = '\uFEFF';
    private static final int BUFFER = 1 << 16;

    private enum At {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean ended;
    private boolean begun;

    private At at = At.FIELD_START;
    private boolean afterReturn;
    private long line = 1;
    private long recordLine = 1;
    private long quoteLine = 1;
    private int length;

    StrictText(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int given = Math.min(count, chars.remaining());
        chars.get(target, offset, given);
        return given;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (ended && result.isUnderflow()) {
            decoder.flush(chars);
        }
        chars.flip();
        if (!begun && chars.hasRemaining()) {
            begun = true;
            if (chars.get(chars.position()) == BOM) {
                chars.position(chars.position() + 1);
            }
        }
        for (int i = chars.position(); i < chars.limit(); i++) {
            check(chars.get(i));
        }
        if (result.isError()) {
            throw new Malformed(line, "not UTF-8; save the file as UTF-8");
        }
        if (ended && at == At.QUOTED) {
            throw new Malformed(quoteLine, "a quote is opened and never closed");
        }
    }

    private void check(char c) {
        if (c == 0) {
            throw new Malformed(line, "a NUL character");
        }
        if (++length > LONGEST_RECORD) {
            String cause = at == At.QUOTED ? "; a quote is opened in line " + quoteLine + " and not closed" : "";
            throw new Malformed(recordLine, "a record longer than " + LONGEST_RECORD + " characters" + cause);
        }
        boolean breaks = c == '\r' || c == '\n';
        if (breaks && !(c == '\n' && afterReturn)) {
            line++;
        }
        afterReturn = c == '\r';
        if (at == At.QUOTED) {
            at = c == '"' ? At.AFTER_QUOTE : At.QUOTED;
        } else if (breaks) {
            at = At.FIELD_START;
            length = 0;
            recordLine = line;
        } else if (c == ',') {
            at = At.FIELD_START;
        } else if (c == '"') {
            quote();
        } else if (at == At.AFTER_QUOTE) {
            throw new Malformed(line, "text after a closing quote");
        } else {
            at = At.PLAIN;
        }
    }

    private void quote() {
        switch (at) {
            case FIELD_START -> quoteLine = line;
            case PLAIN -> throw new Malformed(line, "a quote inside a value that is not quoted");
            case AFTER_QUOTE, QUOTED -> {}
        }
        at = At.QUOTED;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

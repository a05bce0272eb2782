package io.arrears.delivery;

import io.arrears.publish.Home;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/** For each data row of a file, one byte: whether its key stands in another row too; a hole in the file means no. */
final class Repeats implements Closeable {

    enum Verdict {
        SINGLE(0),
        /** The same row stood before; it counts once. */
        REPEATED(1),
        /** Another row has this key and says something else. */
        CONFLICTING(2);

        private final byte code;

        Verdict(int code) {
            this.code = (byte) code;
        }
    }

    private final RandomAccessFile file;
    private final byte[] page = new byte[1 << 16];
    private long pageStart = -page.length;
    private long length;

    Repeats(Path path) {
        try {
            this.file = new RandomAccessFile(Home.file(path).toFile(), "rw");
            file.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    void mark(long ordinal, Verdict verdict) {
        try {
            file.seek(ordinal);
            file.write(verdict.code);
            length = Math.max(length, ordinal + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the import's spool", e);
        }
    }

    /** What was marked; for ordinals that grow it reads the file through once. */
    Verdict of(long ordinal) {
        if (ordinal >= length) {
            return Verdict.SINGLE;
        }
        if (ordinal < pageStart || ordinal >= pageStart + page.length) {
            load(ordinal);
        }
        byte code = page[(int) (ordinal - pageStart)];
        if (code == Verdict.SINGLE.code) {
            return Verdict.SINGLE;
        }
        return code == Verdict.REPEATED.code ? Verdict.REPEATED : Verdict.CONFLICTING;
    }

    private void load(long ordinal) {
        try {
            Arrays.fill(page, (byte) 0);
            file.seek(ordinal);
            int filled = 0;
            while (filled < page.length) {
                int read = file.read(page, filled, page.length - filled);
                if (read < 0) {
                    break;
                }
                filled += read;
            }
            pageStart = ordinal;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the import's spool", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

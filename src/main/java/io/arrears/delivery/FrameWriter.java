package io.arrears.delivery;

import io.arrears.publish.Home;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes records of bytes one after another, each led by its length; {@link #finish} puts an end mark and forces the
 * file to disk, so that a file cut short by a crash is told from a whole one.
 */
final class FrameWriter implements Closeable {

    static final int END = -1;

    private static final int BUFFER = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final int longest;
    private int start;

    /** Truncates the file. */
    FrameWriter(Path file, int longest) {
        this.longest = longest + Integer.BYTES;
        try {
            this.channel =
                    FileChannel.open(Home.file(file), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Where to put the next record's bytes. */
    ByteBuffer begin() {
        if (buffer.remaining() < longest) {
            flush();
        }
        start = buffer.position();
        return buffer.putInt(0);
    }

    void end() {
        buffer.putInt(start, buffer.position() - start - Integer.BYTES);
    }

    void finish() {
        if (buffer.remaining() < Integer.BYTES) {
            flush();
        }
        buffer.putInt(END);
        flush();
        try {
            channel.force(true);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the import's spool", e);
        }
    }

    private void flush() {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the import's spool; is the disk full?", e);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

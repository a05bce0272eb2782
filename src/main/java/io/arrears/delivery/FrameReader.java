package io.arrears.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FrameWriter} wrote, from any record's position; refuses a file without its end mark. */
final class FrameReader implements Closeable {

    private static final int BUFFER = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();
    private final Path file;
    private long position;
    private int held;

    FrameReader(Path file, long position) {
        this.file = file;
        this.position = position;
        try {
            this.channel = FileChannel.open(file, StandardOpenOption.READ).position(position);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The next record, valid until the next call; null at the end mark. */
    @Nullable
    ByteBuffer next() {
        release();
        require(Integer.BYTES);
        int length = buffer.getInt(buffer.position());
        if (length == FrameWriter.END) {
            return null;
        }
        require(Integer.BYTES + length);
        held = Integer.BYTES + length;
        return buffer.slice(buffer.position() + Integer.BYTES, length);
    }

    /** Where the record after the last one read begins. */
    long position() {
        return position + held;
    }

    private void release() {
        buffer.position(buffer.position() + held);
        position += held;
        held = 0;
    }

    private void require(int count) {
        if (buffer.remaining() >= count) {
            return;
        }
        buffer.compact();
        try {
            while (buffer.position() < count) {
                if (channel.read(buffer) < 0) {
                    throw new IllegalStateException(file + " is cut off");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

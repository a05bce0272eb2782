package io.arrears.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One partition's part of an output file, which survives a kill: what the database counts as committed is on disk, and
 * what is beyond it is cut off when the part is opened again.
 */
public final class PartFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final StringBuilder pending = new StringBuilder();

    /** Opens the part and cuts it back to its committed length, 0 for a new one. */
    public PartFile(Path file, long committed) throws IOException {
        this.channel = FileChannel.open(Home.file(file), StandardOpenOption.WRITE);
        if (channel.size() < committed) {
            channel.close();
            throw new IOException(file + " holds " + channel.size() + " bytes, though " + committed
                    + " were committed; it was changed from outside");
        }
        channel.truncate(committed);
        channel.position(committed);
    }

    public void write(String text) throws IOException {
        pending.append(text);
        if (pending.length() > BUFFER) {
            flush();
        }
    }

    /** Brings everything to the disk; returns the length that may now be committed. */
    public long force() throws IOException {
        flush();
        channel.force(false);
        return channel.position();
    }

    private void flush() throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(pending.toString());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        pending.setLength(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

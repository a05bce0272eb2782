package io.arrears.delivery;

import io.arrears.feed.Feed;
import io.arrears.feed.RowCodec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The validated rows of one feed on disk, in the file's order: what the load inserts, whatever becomes of the source. */
public final class RowSpool {

    private static final int HEAD = 512;

    private RowSpool() {}

    public static final class Writer implements Closeable {
        private final FrameWriter frames;
        private final RowCodec codec;

        public Writer(Path file, Feed feed) {
            this.frames = new FrameWriter(file, RowCodec.LONGEST + HEAD);
            this.codec = new RowCodec(feed.layout());
        }

        public void add(ValidRow row) {
            ByteBuffer out = frames.begin();
            out.putLong(row.ordinal())
                    .putInt(row.revision())
                    .put((byte) (row.arrives() ? 1 : 0))
                    .put(row.digest());
            RowCodec.putText(row.lender(), out);
            codec.write(row.values(), out);
            frames.end();
        }

        public void finish() {
            frames.finish();
        }

        @Override
        public void close() throws IOException {
            frames.close();
        }
    }

    public static final class Reader implements Closeable {
        private final FrameReader frames;
        private final RowCodec codec;

        /**
         * Opens the rows from a {@link #position} on; 0 is the first.
         *
         * @throws java.io.UncheckedIOException when the file is not there
         */
        public Reader(Path file, Feed feed, long position) {
            this.frames = new FrameReader(file, position);
            this.codec = new RowCodec(feed.layout());
        }

        public @Nullable ValidRow next() {
            ByteBuffer in = frames.next();
            if (in == null) {
                return null;
            }
            long ordinal = in.getLong();
            int revision = in.getInt();
            boolean arrives = in.get() == 1;
            byte[] digest = new byte[RowCodec.DIGEST_BYTES];
            in.get(digest);
            return new ValidRow(ordinal, RowCodec.getText(in), revision, arrives, digest, codec.read(in));
        }

        public long position() {
            return frames.position();
        }

        @Override
        public void close() throws IOException {
            frames.close();
        }
    }
}

package io.arrears.delivery;

import io.arrears.feed.Feed;
import io.arrears.feed.Reject;
import io.arrears.feed.RowCodec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Rejects on disk, in the order in which they were added. */
public final class RejectSpool {

    private static final int LONGEST = 1 << 14;

    private RejectSpool() {}

    static final class Writer implements Closeable {
        private final FrameWriter frames;

        Writer(Path file) {
            this.frames = new FrameWriter(file, LONGEST);
        }

        void add(Reject reject) {
            ByteBuffer out = frames.begin();
            out.putLong(reject.line());
            RowCodec.putText(reject.feed().table(), out);
            RowCodec.putText(reject.column(), out);
            RowCodec.putText(reject.masked(), out);
            RowCodec.putText(reject.reason(), out);
            RowCodec.putText(reject.key(), out);
            put(reject.of().account(), out);
            put(reject.of().borrower(), out);
            put(reject.of().contact(), out);
            frames.end();
        }

        private static void put(@Nullable String id, ByteBuffer out) {
            RowCodec.putText(id == null ? "" : id, out);
        }

        void finish() {
            frames.finish();
        }

        @Override
        public void close() throws IOException {
            frames.close();
        }
    }

    public static final class Reader implements Closeable {
        private final FrameReader frames;

        public Reader(Path file, long position) {
            this.frames = new FrameReader(file, position);
        }

        public @Nullable Reject next() {
            ByteBuffer in = frames.next();
            if (in == null) {
                return null;
            }
            long line = in.getLong();
            Feed feed = Feed.ofTable(RowCodec.getText(in)).orElseThrow();
            String column = RowCodec.getText(in);
            String masked = RowCodec.getText(in);
            String reason = RowCodec.getText(in);
            String key = RowCodec.getText(in);
            Reject.Of of = new Reject.Of(id(in), id(in), id(in));
            return new Reject(feed, line, column, masked, reason, key, of);
        }

        private static @Nullable String id(ByteBuffer in) {
            String id = RowCodec.getText(in);
            return id.isEmpty() ? null : id;
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

package io.arrears.batch;

import io.arrears.delivery.RowSpool;
import io.arrears.delivery.ValidRow;
import io.arrears.feed.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads one feed's validated rows; a restart goes on behind the last committed one. */
class SpooledRows implements ItemStreamReader<ValidRow> {

    private static final String POSITION = "position";

    private final Path file;
    private final Feed feed;
    private final boolean delivered;
    private RowSpool.@Nullable Reader rows;

    /**
     * Reads from the first row, or where a restart left off.
     *
     * @param delivered the delivery holds this feed; otherwise there is nothing to read
     */
    SpooledRows(Path file, Feed feed, boolean delivered) {
        this.file = file;
        this.feed = feed;
        this.delivered = delivered;
    }

    @Override
    public void open(ExecutionContext context) {
        if (delivered) {
            rows = new RowSpool.Reader(file, feed, context.getLong(POSITION, 0));
        }
    }

    @Override
    public @Nullable ValidRow read() {
        return rows == null ? null : rows.next();
    }

    @Override
    public void update(ExecutionContext context) {
        if (rows != null) {
            context.putLong(POSITION, rows.position());
        }
    }

    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

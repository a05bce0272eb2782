package io.arrears.batch;

import io.arrears.delivery.RejectSpool;
import io.arrears.feed.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the rejects that hold an account; a restart goes on behind the last committed one. */
class SpooledRejects implements ItemStreamReader<Reject> {

    private static final String POSITION = "position";

    private final Path file;
    private RejectSpool.@Nullable Reader rejects;

    SpooledRejects(Path file) {
        this.file = file;
    }

    @Override
    public void open(ExecutionContext context) {
        rejects = new RejectSpool.Reader(file, context.getLong(POSITION, 0));
    }

    @Override
    public @Nullable Reject read() {
        return rejects == null ? null : rejects.next();
    }

    @Override
    public void update(ExecutionContext context) {
        if (rejects != null) {
            context.putLong(POSITION, rejects.position());
        }
    }

    @Override
    public void close() {
        try {
            if (rejects != null) {
                rejects.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.arrears.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a delivery side by side; a feed without a row has no file, since a header alone is no feed. */
final class Feeds implements Closeable {
    private final Map<Feed, FeedWriter> writers = new EnumMap<>(Feed.class);
    private final Path dir;

    /** An empty delivery: feeds an earlier one left in the folder are deleted. */
    Feeds(Path dir) throws IOException {
        this.dir = dir;
        for (var feed : Feed.values()) {
            Files.deleteIfExists(feed.in(dir));
        }
    }

    void write(Feed feed, @Nullable Object... cells) throws IOException {
        writer(feed).write(cells);
    }

    /** A control row for each other feed written: its rows, and the sum of its amounts where it has any. */
    void control(LocalDate businessDate) throws IOException {
        var control = writer(Feed.CONTROL);
        for (var writer : writers.values()) {
            if (writer != control) {
                writer.control(control, businessDate);
            }
        }
    }

    private FeedWriter writer(Feed feed) throws IOException {
        var writer = writers.get(feed);
        if (writer == null) {
            writer = new FeedWriter(feed, dir);
            writers.put(feed, writer);
        }
        return writer;
    }

    /** Closes every file, and reports the first that failed. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (var writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}

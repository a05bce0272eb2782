package io.arrears.delivery;

import io.arrears.feed.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What one import keeps on disk: {@code rejected.csv} for people, {@code source} when it was pulled from views, and
 * {@code spool} with what was validated and is still to be loaded, gone when the import is done.
 */
public record ImportFolder(Path root) {

    public Path rejectedCsv() {
        return root.resolve("rejected.csv");
    }

    public Path source() {
        return root.resolve("source");
    }

    public Path rows(Feed feed) {
        return spool().resolve(feed.table() + ".rows");
    }

    public Path openRejects() {
        return spool().resolve("rejects");
    }

    Path rejects(Feed feed) {
        return spool().resolve(feed.table() + ".rejects");
    }

    Path keys(Feed feed) {
        return spool().resolve(feed.table() + ".keys");
    }

    Path repeats(Feed feed) {
        return spool().resolve(feed.table() + ".repeats");
    }

    private Path spool() {
        return root.resolve("spool");
    }

    /** Removes the spool and the pulled source, with all the personal data in them. */
    public void clear() {
        remove(spool());
        remove(source());
    }

    public void clearSpool() {
        remove(spool());
    }

    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}

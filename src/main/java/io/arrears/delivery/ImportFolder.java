package io.arrears.delivery;

import io.arrears.feed.Feed;
import io.arrears.publish.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Notes whose rows the delivery has, for its rows of which nobody can tell. */
    void noteLenders(Set<String> lenders) {
        try {
            Files.write(Home.file(spool().resolve("lenders")), lenders);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the import's spool", e);
        }
    }

    /** The one lender whose rows the delivery has; none where it has rows of several or of nobody known. */
    public @Nullable String onlyLender() {
        try {
            Path noted = spool().resolve("lenders");
            List<String> lenders = Files.exists(noted) ? Files.readAllLines(noted) : List.of();
            return lenders.size() == 1 ? lenders.get(0) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the import's spool", e);
        }
    }

    Path rejects(Feed feed) {
        return spool().resolve(feed.table() + ".rejects");
    }

    /** Rows that are no fault and no fact (D21). */
    public Path setAsideCsv() {
        return root.resolve("set_aside.csv");
    }

    Path setAside(Feed feed) {
        return spool().resolve(feed.table() + ".aside");
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

package io.arrears.batch;

import io.arrears.publish.WorkFolder;
import io.arrears.store.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** One book without accounts for all tests of this JVM, each of which has lenders of its own in it: they cost no database each. */
final class SharedBook {

    private static final Map<Databases, Book> OPEN = new EnumMap<>(Databases.class);

    private SharedBook() {}

    static synchronized Book on(Databases kind) {
        return OPEN.computeIfAbsent(kind, SharedBook::alone);
    }

    /** The same for one test alone, where what other tests reject is nobody's of its lenders. */
    static Book alone(Databases kind) {
        Path folder = temporary();
        Book book = Book.on(kind, folder)
                .chunk(3)
                .now(Instant.parse("2026-04-01T06:00:00Z"))
                .open();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            book.close();
            new WorkFolder(folder).delete();
        }));
        return book;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("book");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

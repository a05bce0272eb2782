package io.arrears.publish;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts more lines than memory holds: so many at a time in memory, each lot in a file of its own, and then all files side by side.
 *
 * <p>Lines stand in the order of their characters; one has no line break in it.
 */
final class LineSorter implements Closeable {

    private static final int CHARACTERS_IN_MEMORY = 8 << 20;

    private final Path scratch;
    private final List<Path> lots = new ArrayList<>();
    private final List<Lot> open = new ArrayList<>();
    private List<String> lines = new ArrayList<>();
    private int characters;

    /** @param scratch where lots are kept while they are sorted; what another sorter left there is replaced */
    LineSorter(Path scratch) {
        this.scratch = scratch;
    }

    /** What is done with each line in turn. */
    interface Each {
        void line(String line) throws IOException;
    }

    void add(String line) throws IOException {
        lines.add(line);
        characters += line.length();
        if (characters > CHARACTERS_IN_MEMORY) {
            keep();
        }
    }

    private void keep() throws IOException {
        Collections.sort(lines);
        Path lot = Home.file(scratch.resolveSibling(scratch.getFileName() + "." + lots.size()));
        try (Writer writer = Files.newBufferedWriter(lot, StandardCharsets.UTF_8)) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        }
        lots.add(lot);
        lines = new ArrayList<>();
        characters = 0;
    }

    /** Every line that was added, in order. */
    void sorted(Each each) throws IOException {
        Collections.sort(lines);
        if (lots.isEmpty()) {
            for (String line : lines) {
                each.line(line);
            }
            return;
        }
        keep();
        PriorityQueue<Lot> next = new PriorityQueue<>(Comparator.comparing(Lot::line));
        for (Path path : lots) {
            Lot lot = new Lot(path);
            open.add(lot);
            if (lot.advance()) {
                next.add(lot);
            }
        }
        while (!next.isEmpty()) {
            Lot first = next.remove();
            each.line(first.line());
            if (first.advance()) {
                next.add(first);
            }
        }
    }

    /** One lot as far as it has been read. */
    private static final class Lot implements Closeable {
        private final BufferedReader reader;
        private @Nullable String line;

        Lot(Path file) throws IOException {
            this.reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        }

        boolean advance() throws IOException {
            line = reader.readLine();
            return line != null;
        }

        String line() {
            return line == null ? "" : line;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Lot lot : open) {
            lot.close();
        }
        for (Path lot : lots) {
            Files.deleteIfExists(lot);
        }
    }
}

package io.arrears.report;

import io.arrears.publish.Csv;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows in key order, their key first, over files that follow each other; one row in memory. */
final class Keyed implements Closeable {

    private final Iterator<Path> files;
    private final CSVFormat format;
    private @Nullable CSVParser open;
    private Iterator<CSVRecord> rows = List.<CSVRecord>of().iterator();
    private @Nullable CSVRecord next;

    private Keyed(List<Path> files, CSVFormat format) throws IOException {
        this.files = files.iterator();
        this.format = format;
        advance();
    }

    /** A file with a header. */
    static Keyed of(Path file) throws IOException {
        return new Keyed(List.of(file), CsvRows.FORMAT);
    }

    /** Part files, which have none. */
    static Keyed ofParts(List<Path> parts) throws IOException {
        return new Keyed(parts, Csv.FORMAT);
    }

    static Keyed none() throws IOException {
        return new Keyed(List.of(), CsvRows.FORMAT);
    }

    /** The key of the next row; none at the end. */
    @Nullable
    String key() {
        return next == null ? null : next.get(0);
    }

    /** The next row if it has this key. */
    @Nullable
    CSVRecord take(String key) throws IOException {
        CSVRecord row = next;
        if (row == null || !row.get(0).equals(key)) {
            return null;
        }
        advance();
        return row;
    }

    private void advance() throws IOException {
        while (!rows.hasNext() && files.hasNext()) {
            close();
            Reader reader = Files.newBufferedReader(files.next(), StandardCharsets.UTF_8);
            CSVParser parser = format.parse(reader);
            open = parser;
            rows = parser.iterator();
        }
        next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }
}

package io.arrears.reconcile;

import io.arrears.publish.Csv;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a list in another order than by account, found by an index that has each account's places in it. */
final class IndexedLines implements Closeable {

    /** No line is longer; beyond it an index says nonsense. */
    private static final int LONGEST = 1 << 20;

    private final RandomAccessFile file;
    private final CSVFormat format;
    private long found;

    private IndexedLines(RandomAccessFile file, CSVFormat format, long found) {
        this.file = file;
        this.format = format;
        this.found = found;
    }

    static IndexedLines of(Path list) throws IOException {
        String header;
        try (BufferedReader reader = Files.newBufferedReader(list, StandardCharsets.UTF_8)) {
            header = reader.readLine();
        }
        String columns = header == null ? "" : header;
        CSVFormat format =
                Csv.FORMAT.builder().setHeader(columns.split(",", -1)).get();
        return new IndexedLines(
                new RandomAccessFile(list.toFile(), "r"), format, columns.getBytes(StandardCharsets.UTF_8).length + 2L);
    }

    /** The lines at these places, each of the account that its entry in the index names; what is no such line is none. */
    List<CSVRecord> at(List<CSVRecord> entries) throws IOException {
        List<CSVRecord> lines = new ArrayList<>();
        for (CSVRecord entry : entries) {
            long first = ListedAccounts.amount(entry, "first_byte").longValue();
            long bytes = ListedAccounts.amount(entry, "bytes").longValue();
            String line = bytes(first, bytes);
            if (line.endsWith("\r\n")) {
                try (CSVParser parser = format.parse(new StringReader(line))) {
                    List<CSVRecord> rows = parser.getRecords();
                    if (rows.size() == 1
                            && rows.get(0).isConsistent()
                            && Csv.value(rows.get(0).get(0)).equals(Csv.value(entry.get(0)))) {
                        lines.add(rows.get(0));
                        found += bytes;
                    }
                }
            }
        }
        return lines;
    }

    private String bytes(long first, long count) throws IOException {
        if (first < 0 || count < 0 || count > LONGEST) {
            return "";
        }
        byte[] bytes = new byte[(int) count];
        file.seek(first);
        try {
            file.readFully(bytes);
        } catch (EOFException e) {
            return "";
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How long the list is. */
    long bytes() throws IOException {
        return file.length();
    }

    /** How many bytes of it were read: the header, and the lines that were found. */
    long found() {
        return found;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

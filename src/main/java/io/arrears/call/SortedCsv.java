package io.arrears.call;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV whose rows stand in the order of their first columns, each on one line: a row is found by halving, and the file is never read
 * whole.
 */
final class SortedCsv implements Closeable {

    private static final int BLOCK = 512;
    private static final int LONGEST = 1 << 20;
    private static final int MOST = 10_000;

    private final String name;
    private final RandomAccessFile file;
    private final long end;
    private final List<String> columns;
    private final long first;

    private SortedCsv(String name, RandomAccessFile file) throws IOException {
        this.name = name;
        this.file = file;
        this.end = file.length();
        byte[] header = line(0);
        this.columns = cells(header);
        this.first = header.length;
    }

    /** @throws Broken when it has no header */
    static SortedCsv open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
        try {
            return new SortedCsv(String.valueOf(path.getFileName()), file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What is not as it was written. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String why) {
            super(why);
        }
    }

    /** The rows whose first columns are these. */
    List<CsvRow> find(String... key) throws IOException {
        List<CsvRow> found = new ArrayList<>();
        for (long at = firstNotBefore(key); at < end; ) {
            byte[] line = line(at);
            CsvRow row = row(line);
            if (compare(row, key) != 0) {
                break;
            }
            found.add(row);
            if (found.size() > MOST) {
                throw new Broken(name + " has more rows of one account than any has");
            }
            at += line.length;
        }
        return found;
    }

    /** Lines that begin before {@code low} stand before the key, and none that begins at {@code high} or behind it does. */
    private long firstNotBefore(String... key) throws IOException {
        long low = first;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            long start = middle == low ? low : middle - 1 + line(middle - 1).length;
            byte[] line = start < high ? line(start) : new byte[0];
            if (line.length > 0 && compare(row(line), key) < 0) {
                low = start + line.length;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The row of these bytes; they are one line of it, or it was changed. */
    CsvRow at(long start, long bytes) throws IOException {
        byte[] line = start < first || start >= end ? new byte[0] : line(start);
        if (line.length != bytes || bytes == 0) {
            throw new Broken(name + " has no line of " + bytes + " bytes at " + start);
        }
        return row(line);
    }

    private CsvRow row(byte[] line) throws Broken {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            throw new Broken(name + " has a row of " + cells.size() + " fields below " + columns.size() + " columns");
        }
        return new CsvRow(name, columns, cells);
    }

    private List<String> cells(byte[] line) throws Broken {
        try {
            return CsvText.cells(text(line));
        } catch (IllegalArgumentException e) {
            throw new Broken(name + " has a row in which " + e.getMessage());
        }
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    private static int compare(CsvRow row, String[] key) {
        for (int i = 0; i < key.length; i++) {
            int order = row.cells().get(i).compareTo(key[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** From a place, which may be anywhere in a line, to the end of that line, which is included. */
    private byte[] line(long from) throws IOException {
        byte[] bytes = new byte[BLOCK];
        int length = 0;
        while (from + length < end && length < LONGEST) {
            bytes = length == bytes.length ? Arrays.copyOf(bytes, length * 2) : bytes;
            file.seek(from + length);
            int read = Math.max(0, file.read(bytes, length, bytes.length - length));
            for (int i = length; i < length + read; i++) {
                if (bytes[i] == '\n') {
                    return Arrays.copyOf(bytes, i + 1);
                }
            }
            length += read;
            if (read == 0) {
                break;
            }
        }
        throw new Broken(name + " is cut off, or was changed while it was read");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package io.arrears.furnish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The part files of a run's records of one kind, in key order, and how many records each has: lines that end with CRLF.
 *
 * <p>Example: two parts with 3 and 0 records.
 */
public record RecordParts(List<Path> files, List<Long> counts) {

    /** What each record of a part ends with. */
    public static final String LINE_END = "\r\n";

    private static final int BUFFER = 1 << 16;

    public RecordParts {
        files = List.copyOf(files);
        counts = List.copyOf(counts);
    }

    /** Counts the records; a torn last one is an {@link IOException}, since it would be lost in silence. */
    public static RecordParts of(List<Path> files) throws IOException {
        List<Long> counts = new ArrayList<>();
        for (Path file : files) {
            counts.add(records(file));
        }
        return new RecordParts(files, counts);
    }

    public long records() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static long records(Path part) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long records = 0;
        byte last = 0;
        boolean isWhole = true;
        try (InputStream in = Files.newInputStream(part)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    boolean ends = buffer[i] == '\n' && last == '\r';
                    records += ends ? 1 : 0;
                    last = buffer[i];
                    isWhole = ends;
                }
            }
        }
        if (!isWhole) {
            throw new IOException(part + ": the last record has no line end; the part is torn");
        }
        return records;
    }
}

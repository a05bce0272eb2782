package io.arrears.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of one file, all of it recomputed from the file's bytes: length, digest, records and totals.
 *
 * <p>Totals of delinquency.csv are counts by status and bucket, and the sums of three money columns; a lender with several
 * currencies has them added up all the same, as hash totals that show a changed figure. Of held.csv the alarms are counted.
 *
 * @param otherLines of a bureau's file the lines that hold no record, such as a header; none for files of other kinds, and in nights
 *     from before it was said
 */
public record FileEntry(
        String name,
        long bytes,
        String sha256,
        long records,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer otherLines,
        Map<String, String> totals) {

    public FileEntry {
        Manifest.requireAll(name, sha256);
        Manifest.requireAll(totals.values().toArray());
        totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    }

    /**
     * Reads a file once.
     *
     * @throws IOException when it cannot be read, or is not what its name promises
     */
    public static FileEntry of(Path folder, String name) throws IOException {
        return of(folder, name, null);
    }

    /**
     * Reads a file once.
     *
     * @param otherLines of a bureau's file those that hold no record
     */
    public static FileEntry of(Path folder, String name, @Nullable Integer otherLines) throws IOException {
        Measured file = Measured.of(folder.resolve(name), name, otherLines);
        if (file.trouble() != null) {
            throw new IOException(folder.resolve(name) + " is not what its name promises: " + file.trouble());
        }
        long records = file.records() == null ? 0 : file.records();
        return new FileEntry(name, file.bytes(), file.sha256(), records, otherLines, file.totals());
    }

    /** The counts of one column's values: {@code counted("bucket")} is {@code M0 -> 12, M1 -> 3}. */
    public Map<String, Long> counted(String column) {
        Map<String, Long> counts = new TreeMap<>();
        totals.forEach((key, value) -> {
            if (key.startsWith(column + " ")) {
                counts.put(key.substring(column.length() + 1), Long.valueOf(value));
            }
        });
        return counts;
    }
}

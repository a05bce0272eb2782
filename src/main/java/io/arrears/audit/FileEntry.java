package io.arrears.audit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What a manifest says of one file, all of it recomputed from the file's bytes: length, digest, records and totals.
 *
 * <p>Totals of delinquency.csv are counts by status and bucket, and the sums of three money columns; a lender with several
 * currencies has them added up all the same, as hash totals that show a changed figure. Of held.csv the alarms are counted.
 */
public record FileEntry(String name, long bytes, String sha256, long records, Map<String, String> totals) {

    public FileEntry {
        Manifest.requireAll(name, sha256);
        Manifest.requireAll(totals.values().toArray());
        totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    }

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final List<String> COUNTED = List.of("status", "bucket", "alarm");
    private static final List<String> SUMMED = List.of("overdue_total", "balance", "unallocated");

    public static FileEntry of(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!name.endsWith(".csv")) {
            return new FileEntry(name, Files.size(file), Digest.of(file), lines(file, name), Map.of());
        }
        Map<String, BigDecimal> totals = new TreeMap<>();
        long records = 0;
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            List<String> columns = parser.getHeaderNames();
            List<String> counted = COUNTED.stream().filter(columns::contains).toList();
            List<String> summed = columns.containsAll(SUMMED) ? SUMMED : List.of();
            for (CSVRecord row : parser) {
                records++;
                for (String column : counted) {
                    if (!row.get(column).isEmpty()) {
                        totals.merge(column + " " + row.get(column), BigDecimal.ONE, BigDecimal::add);
                    }
                }
                summed.forEach(column -> totals.merge(column, new BigDecimal(row.get(column)), BigDecimal::add));
            }
        } catch (UncheckedIOException e) {
            throw new IOException(file + " is no CSV: " + e.getMessage(), e);
        }
        Map<String, String> texts = new TreeMap<>();
        totals.forEach((key, value) -> texts.put(key, value.toPlainString()));
        return new FileEntry(name, Files.size(file), Digest.of(file), records, texts);
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

    /** The lines behind the first of a text file, all lines of a trail; a file that is neither has no records. */
    private static long lines(Path file, String name) throws IOException {
        if (!name.endsWith(".txt") && !name.equals(Manifest.TRAIL)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.count() - (name.endsWith(".txt") ? 1 : 0);
        }
    }
}

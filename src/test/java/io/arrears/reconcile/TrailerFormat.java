package io.arrears.reconcile;

import io.arrears.furnish.FileFormat;
import io.arrears.furnish.RecordParts;
import io.arrears.furnish.Submission;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format that nobody has: a record a line, {@code A=1} or {@code A} where it says nothing of what is overdue, and behind them a
 * trailer {@code #2:1} with their count and their sum. A line's digest is the line itself.
 */
final class TrailerFormat implements FileFormat {

    static final Instant GENERATED = Instant.parse("2026-11-20T18:00:00Z");

    @Override
    public List<String> kinds() {
        return List.of("ID", "A_1", "A_2");
    }

    @Override
    public String prefix(String kind, Instant generatedAt) {
        return kind + "_" + generatedAt.toString().substring(0, 10) + "_";
    }

    @Override
    public List<Submission> plan(String kind, Instant generatedAt, int firstSerial, List<Long> counts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Path> write(Path folder, Submission file, Instant generatedAt, RecordParts parts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Reading read(Path file) throws IOException {
        return new Records(Files.newBufferedReader(file));
    }

    @Override
    public String ending() {
        return ".txt";
    }

    @Override
    public String packedEnding() {
        return ".pack";
    }

    /** It packs by writing the same once more. */
    @Override
    public boolean holds(Path packed, Path plain) throws IOException {
        return Files.exists(plain) && Files.mismatch(packed, plain) < 0;
    }

    @Override
    public int linesBefore() {
        return 0;
    }

    private static @Nullable BigDecimal overdue(String record) {
        int amount = record.indexOf('=');
        return amount < 0 ? null : new BigDecimal(record.substring(amount + 1));
    }

    /** As it is kept of a record: its account is what stands before its first mark. */
    static FilesCheck.Kept kept(String record) {
        return new FilesCheck.Kept(record.replaceFirst("\\W.*", ""), record, overdue(record));
    }

    private static final class Records implements Reading {

        private final BufferedReader lines;
        private String trailer = "#0:0";
        private long records;
        private BigDecimal sum = BigDecimal.ZERO;

        Records(BufferedReader lines) {
            this.lines = lines;
        }

        @Override
        public @Nullable Line next() throws IOException {
            String line = lines.readLine();
            if (line == null) {
                return null;
            } else if (line.startsWith("#")) {
                trailer = line;
                return next();
            }
            BigDecimal overdue = overdue(line);
            records++;
            sum = overdue == null ? sum : sum.add(overdue);
            return new Line(records, line, overdue);
        }

        @Override
        public List<Total> totals() {
            String[] stated = trailer.substring(1).split(":");
            return List.of(
                    new Total(
                            "trailer",
                            new BigDecimal(stated[0]),
                            BigDecimal.valueOf(records),
                            "the trailer",
                            "lines before it"),
                    new Total("balance", new BigDecimal(stated[1]), sum, "the trailer", "amounts before it"));
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}

package io.arrears.bureau.registry;

import io.arrears.Sha256;
import io.arrears.furnish.FileFormat;
import io.arrears.furnish.RecordParts;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Submission;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code registry_a_FUL_20260902_001.dat}: a record a line, and a trailer {@code END|records|sum of what is overdue}. */
final class RegistryFiles implements FileFormat {

    private static final String TRAILER = "END|";

    private final ReportingTerms terms;

    RegistryFiles(ReportingTerms terms) {
        this.terms = terms;
    }

    @Override
    public List<String> kinds() {
        return List.of(RegistryBureau.KIND);
    }

    @Override
    public String prefix(String kind, Instant generatedAt) {
        String day = LocalDate.ofInstant(generatedAt, terms.zone()).format(DateTimeFormatter.BASIC_ISO_DATE);
        return String.join("_", terms.bureau().replace('-', '_'), kind, day, "");
    }

    /** One file, however many records. */
    @Override
    public List<Submission> plan(String kind, Instant generatedAt, int firstSerial, List<Long> counts) {
        int first = 0;
        while (counts.get(first) == 0) {
            first++;
        }
        int last = counts.size() - 1;
        while (counts.get(last) == 0) {
            last--;
        }
        return List.of(new Submission(
                prefix(kind, generatedAt) + "%03d".formatted(firstSerial),
                kind,
                firstSerial,
                new Submission.Place(first, 0),
                new Submission.Place(last, counts.get(last) - 1),
                counts.stream().mapToLong(Long::longValue).sum()));
    }

    @Override
    public List<Path> write(Path folder, Submission file, Instant generatedAt, RecordParts parts) throws IOException {
        StringBuilder text = new StringBuilder();
        BigDecimal sum = BigDecimal.ZERO;
        for (Path part : parts.files()) {
            for (String line : Files.readAllLines(part)) {
                text.append(line).append('\n');
                sum = sum.add(overdue(line));
            }
        }
        text.append(TRAILER)
                .append(file.records())
                .append('|')
                .append(sum.toPlainString())
                .append('\n');
        return List.of(Files.writeString(folder.resolve(file.name() + ".dat"), text));
    }

    private static BigDecimal overdue(String line) {
        return new BigDecimal(line.substring(line.lastIndexOf('|') + 1));
    }

    @Override
    public Reading read(Path file) throws IOException {
        return new Records(Files.newBufferedReader(file));
    }

    @Override
    public String ending() {
        return ".dat";
    }

    @Override
    public int linesBefore() {
        return 0;
    }

    @Override
    public int linesBehind() {
        return 1;
    }

    private static final class Records implements Reading {

        private final BufferedReader lines;
        private String trailer = "END|0|0";
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
            } else if (line.startsWith(TRAILER)) {
                trailer = line;
                return null;
            }
            records++;
            sum = sum.add(overdue(line));
            return new Line(records, Sha256.of(line.getBytes(StandardCharsets.UTF_8)), overdue(line));
        }

        @Override
        public List<Total> totals() {
            String[] stated = trailer.split("\\|");
            List<Total> totals = new ArrayList<>();
            totals.add(total("trailer records", stated[1], BigDecimal.valueOf(records), "lines before it"));
            totals.add(total("trailer overdue", stated[2], sum, "amounts before it"));
            return totals;
        }

        private static Total total(String name, String stated, BigDecimal counted, String countedAs) {
            return new Total(name, new BigDecimal(stated), counted, "the trailer", countedAs);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}

package io.arrears.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A written delivery read back: headers and rows by feed name, and rows by feed name and account id. */
record Delivery(
        Map<String, List<String>> headers, Map<String, List<CSVRecord>> rows, Map<String, List<CSVRecord>> byAccount) {

    static final Delivery NONE = new Delivery(Map.of(), Map.of(), Map.of());

    static Delivery write(SampleSpec spec, Path dir) {
        try {
            SampleLedger.write(spec, dir);
            return read(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Delivery read(Path dir) throws IOException {
        var delivery = new Delivery(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>());
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var files = Files.newDirectoryStream(dir)) {
            for (var file : files) {
                var feed = file.getFileName().toString().replace(".csv", "");
                try (var parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
                    delivery.headers.put(feed, parser.getHeaderNames());
                    delivery.rows.put(feed, parser.getRecords());
                }
            }
        }
        delivery.rows.forEach((feed, rows) -> rows.stream()
                .filter(row -> row.isMapped("account_id"))
                .forEach(row -> delivery.byAccount
                        .computeIfAbsent(feed + " " + row.get("account_id"), key -> new ArrayList<>())
                        .add(row)));
        return delivery;
    }

    List<CSVRecord> rows(String feed) {
        return rows.getOrDefault(feed, List.of());
    }

    List<String> column(String feed, String column) {
        return rows(feed).stream().map(row -> row.get(column)).toList();
    }

    List<CSVRecord> of(String feed, String accountId) {
        return byAccount.getOrDefault(feed + " " + accountId, List.of());
    }

    /** The sum of some columns of a row, an empty field counting nothing. */
    static BigDecimal sum(CSVRecord row, List<String> columns) {
        var cells = new ArrayList<BigDecimal>();
        for (var column : columns) {
            if (!row.get(column).isEmpty()) {
                cells.add(new BigDecimal(row.get(column)));
            }
        }
        return cells.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

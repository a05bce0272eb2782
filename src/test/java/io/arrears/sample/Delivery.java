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

    Map<String, CSVRecord> byId(String feed, String id) {
        var found = new HashMap<String, CSVRecord>();
        rows(feed).forEach(row -> found.put(row.get(id), row));
        return found;
    }

    /** Bureau facts by key, of each borrower or of each account; a story's own left out. */
    Map<String, Map<String, String>> facts(String owner) {
        var facts = new LinkedHashMap<String, Map<String, String>>();
        for (var row : rows("bureau_facts")) {
            if (!row.get(owner).isEmpty() && !row.get("key").equals("five_class")) {
                facts.computeIfAbsent(row.get(owner), id -> new LinkedHashMap<>())
                        .merge(row.get("key"), row.get("value"), (one, other) -> one + " and " + other);
            }
        }
        return facts;
    }

    /** The weighted sum of the eighteen characters leaves 1 modulo 11 (GB 11643). */
    static boolean isResidentId(String number) {
        int sum = 0;
        for (int i = 0; i < 18; i++) {
            sum += (1 << (17 - i)) % 11 * "0123456789X".indexOf(number.charAt(i));
        }
        return number.length() == 18 && sum % 11 == 1;
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

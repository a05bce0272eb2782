package io.arrears.report;

import io.arrears.publish.Csv;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a list of the published folder row by row; one that is not there has no rows. */
final class CsvRows {

    private CsvRows() {}

    static void each(Path file, Consumer<CSVRecord> use) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = Csv.READ.parse(reader)) {
            parser.forEach(use);
        } catch (UncheckedIOException e) {
            throw new IOException(file + " is no CSV: " + e.getMessage(), e);
        }
    }
}

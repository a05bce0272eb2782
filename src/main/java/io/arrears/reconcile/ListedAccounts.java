package io.arrears.reconcile;

import io.arrears.publish.Csv;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a file with an account_id in its first column, read back from its bytes one at a time. */
public final class ListedAccounts implements ByAccount<CSVRecord>, AutoCloseable {

    private final Reader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private @Nullable CSVRecord next;

    public ListedAccounts(Path file) throws IOException {
        this.reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        this.parser = Csv.READ.parse(reader);
        this.rows = parser.iterator();
        advance();
    }

    @Override
    public @Nullable String key() {
        return next == null ? null : next.get(0);
    }

    @Override
    public @Nullable CSVRecord take(String account) {
        CSVRecord row = next;
        if (row == null || !row.get(0).equals(account)) {
            return null;
        }
        advance();
        return row;
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }

    static BigDecimal amount(CSVRecord row, String column) {
        return new BigDecimal(row.get(column));
    }

    @Override
    public void close() throws IOException {
        parser.close();
        reader.close();
    }
}

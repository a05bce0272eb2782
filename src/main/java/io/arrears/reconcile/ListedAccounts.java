package io.arrears.reconcile;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.publish.Csv;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows with an account_id in their first column, in key order, read back from files that follow each other; one in memory. */
public final class ListedAccounts implements ByAccount<CSVRecord>, AutoCloseable {

    private final Iterator<Path> files;
    private final CSVFormat format;
    private final Predicate<CSVRecord> which;
    private @Nullable CSVParser open;
    private Iterator<CSVRecord> rows = List.<CSVRecord>of().iterator();
    private @Nullable CSVRecord next;

    private ListedAccounts(List<Path> files, CSVFormat format, Predicate<CSVRecord> which) throws IOException {
        this.files = files.iterator();
        this.format = format;
        this.which = which;
        advance();
    }

    /** A file with a header. */
    public static ListedAccounts of(Path file) throws IOException {
        return of(file, row -> true);
    }

    /** Those rows of a file with a header that are meant; they must be in key order, whatever stands between them. */
    public static ListedAccounts of(Path file, Predicate<CSVRecord> which) throws IOException {
        return new ListedAccounts(List.of(file), Csv.READ, which);
    }

    /** Part files, which have none. */
    public static ListedAccounts ofParts(List<Path> parts) throws IOException {
        return new ListedAccounts(parts, Csv.FORMAT, row -> true);
    }

    /** No rows at all. */
    public static ListedAccounts none() throws IOException {
        return new ListedAccounts(List.of(), Csv.READ, row -> true);
    }

    @Override
    public @Nullable String key() {
        return next == null ? null : account(next);
    }

    @Override
    public @Nullable CSVRecord take(String account) {
        CSVRecord row = next;
        if (row == null || !account(row).equals(account)) {
            return null;
        }
        try {
            advance();
        } catch (IOException e) {
            throw new UncheckedIOException("the rows after " + account + " cannot be read", e);
        }
        return row;
    }

    private static String account(CSVRecord row) {
        return Csv.value(row.get(0));
    }

    /** Takes every row up to this account's last; whether it has any. Rows before it, which nobody asked for, are passed over. */
    boolean takeAll(String account) {
        boolean found = false;
        for (String key = key(); key != null && key.compareTo(account) <= 0; key = key()) {
            take(key);
            found |= key.equals(account);
        }
        return found;
    }

    /** This account's rows; rows before it, which nobody asked for, are passed over. */
    List<CSVRecord> upTo(String account) {
        for (String key = key(); key != null && key.compareTo(account) < 0; key = key()) {
            take(key);
        }
        return all(account);
    }

    /** This account's rows, which are then behind; none when it is not its turn. */
    List<CSVRecord> all(String account) {
        List<CSVRecord> rows = new ArrayList<>();
        for (CSVRecord row = take(account); row != null; row = take(account)) {
            rows.add(row);
        }
        return rows;
    }

    private void advance() throws IOException {
        do {
            next = read();
        } while (next != null && !which.test(next));
    }

    private @Nullable CSVRecord read() throws IOException {
        while (!rows.hasNext() && files.hasNext()) {
            close();
            Reader reader = Files.newBufferedReader(files.next(), StandardCharsets.UTF_8);
            CSVParser parser = format.parse(reader);
            open = parser;
            rows = parser.iterator();
        }
        return rows.hasNext() ? rows.next() : null;
    }

    /**
     * An amount of a row.
     *
     * @throws Refused (3) when it is none: somebody changed the file
     */
    static BigDecimal amount(CSVRecord row, String column) {
        try {
            return new BigDecimal(row.get(column));
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    ExitCode.DIFFERENCE,
                    "the row of account " + row.get(0) + " has no amount in column " + column
                            + "; somebody changed the file: 'arrears verify' says which");
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }
}

package io.arrears.bench;

import io.arrears.run.KeyRange;
import io.arrears.store.jdbc.Sql;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What reading the ledger and writing its list costs at least: one connection streams the night's own four queries one
 * after the other and takes every value, then a buffered writer writes as many lines of as many bytes as the list has.
 */
final class BareRead {

    private static final String[] QUERIES = {"accounts", "instalments", "entries", "agreements"};

    private BareRead() {}

    static double seconds(Connection connection, Path list, Path target) throws SQLException, IOException {
        long lines;
        try (var read = Files.lines(list)) {
            lines = read.count();
        }
        String line = "x".repeat((int) (Files.size(list) / Math.max(1, lines)) - 2) + "\r\n";
        long start = System.nanoTime();
        long sum = 0;
        for (String query : QUERIES) {
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            sum += read(connection, Sql.of("ledger").get("all", query), List.of(now), List.of(now));
        }
        try (BufferedWriter writer = Files.newBufferedWriter(target)) {
            for (long i = 0; i < lines; i++) {
                writer.write(line);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.println("values " + Long.toHexString(sum) + ", lines " + lines);
        return seconds;
    }

    /** The same of the standings and their arrears, with as many bytes written as a bureau's files have. */
    static double standings(Connection connection, Path files, Path target) throws SQLException, IOException {
        long bytes = 0;
        try (var paths = Files.walk(files)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        String line = "x".repeat(998) + "\r\n";
        long start = System.nanoTime();
        long sum = 0;
        for (String query : new String[] {"standings", "arrears"}) {
            sum += read(connection, Sql.of("standing").get("all", query), List.of(), List.of(Long.MAX_VALUE, 0L));
        }
        try (BufferedWriter writer = Files.newBufferedWriter(target)) {
            for (long i = 0; i < bytes / line.length(); i++) {
                writer.write(line);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.println("values " + Long.toHexString(sum) + ", bytes " + bytes);
        return seconds;
    }

    private static long read(Connection connection, String sql, List<Object> first, List<Object> last)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            List<Object> parameters = new ArrayList<>(first);
            parameters.addAll(List.of(Bench.LENDER, KeyRange.FIRST, KeyRange.LAST));
            parameters.addAll(last);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                int[] types = types(rows.getMetaData());
                long sum = 0;
                while (rows.next()) {
                    for (int column = 1; column < types.length; column++) {
                        sum = 31 * sum + hash(rows, column, types[column]);
                    }
                }
                return sum;
            }
        }
    }

    private static int[] types(ResultSetMetaData columns) throws SQLException {
        int[] types = new int[columns.getColumnCount() + 1];
        for (int column = 1; column < types.length; column++) {
            types[column] = columns.getColumnType(column);
        }
        return types;
    }

    /** Takes the value as its natural type, so that nothing of the decoding is left out. */
    private static long hash(ResultSet rows, int column, int type) throws SQLException {
        if (type == Types.BIGINT || type == Types.INTEGER) {
            return rows.getLong(column);
        }
        Object value =
                switch (type) {
                    case Types.DATE -> rows.getObject(column, LocalDate.class);
                    case Types.TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
                    default -> rows.getString(column);
                };
        return value == null ? 0 : value.hashCode();
    }
}

package io.arrears.bench;

import io.arrears.feed.Feed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What loading the ledger costs at least: its rows inserted on one connection in batches of 2,000, a commit a batch, into
 * empty tables of the same schema. Only the inserting is timed; the rows are read in blocks of 20,000 in between.
 */
final class BareInsert {

    private static final int BATCH = 2_000;
    private static final int BLOCK = 20_000;

    private BareInsert() {}

    static double seconds(Connection from, Connection to, String schema) throws SQLException {
        long nanos = 0;
        to.setAutoCommit(false);
        for (Feed feed : Feed.values()) {
            try (Statement read = from.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
                read.setFetchSize(Integer.MIN_VALUE);
                try (ResultSet rows = read.executeQuery("SELECT * FROM " + feed.table())) {
                    int columns = rows.getMetaData().getColumnCount();
                    String sql = "INSERT INTO " + schema + "." + feed.table() + " VALUES ("
                            + String.join(", ", Collections.nCopies(columns, "?")) + ")";
                    try (PreparedStatement insert = to.prepareStatement(sql)) {
                        List<Object[]> block = block(rows, columns);
                        while (!block.isEmpty()) {
                            long start = System.nanoTime();
                            insert(to, insert, block);
                            nanos += System.nanoTime() - start;
                            block = block(rows, columns);
                        }
                    }
                }
            }
        }
        return nanos / 1e9;
    }

    private static List<Object[]> block(ResultSet rows, int columns) throws SQLException {
        List<Object[]> block = new ArrayList<>();
        while (block.size() < BLOCK && rows.next()) {
            Object[] row = new Object[columns];
            for (int i = 0; i < columns; i++) {
                row[i] = rows.getObject(i + 1);
            }
            block.add(row);
        }
        return block;
    }

    private static void insert(Connection connection, PreparedStatement insert, List<Object[]> block)
            throws SQLException {
        for (int i = 0; i < block.size(); i++) {
            Object[] row = block.get(i);
            for (int column = 0; column < row.length; column++) {
                insert.setObject(column + 1, row[column]);
            }
            insert.addBatch();
            if ((i + 1) % BATCH == 0 || i + 1 == block.size()) {
                insert.executeBatch();
                connection.commit();
            }
        }
    }
}

package io.arrears.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one query streamed in the order of their account, handed out account by account.
 *
 * <p>It holds a connection of its own: MySQL streams one result a connection. The first column is the account id.
 */
public final class Cursor<T> implements AutoCloseable {

    /** Makes a value of the current row. */
    public interface RowReader<T> {
        T read(Columns row) throws SQLException;
    }

    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Columns columns;
    private final RowReader<T> reader;
    private byte @Nullable [] keyBytes; // an account may be the empty one, which is all of a person
    private @Nullable String key;

    public Cursor(DataSource pool, String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        this.connection = pool.getConnection();
        this.reader = reader;
        try {
            connection.setReadOnly(true);
            boolean mySql = connection.getMetaData().getDatabaseProductName().startsWith("MySQL");
            this.statement = connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            statement.setFetchSize(mySql ? Integer.MIN_VALUE : 1000);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            this.rows = statement.executeQuery().unwrap(ResultSet.class);
            this.columns = new Columns(rows, mySql);
            advance();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The account of the next row; none at the end. */
    @Nullable
    public String key() {
        return key;
    }

    /** The rows of one account; rows of accounts before it, which nobody asked for, are passed over. */
    public List<T> take(String account) throws SQLException {
        List<T> taken = null;
        String next = key;
        while (next != null) {
            int side = next.compareTo(account);
            if (side > 0) {
                break;
            }
            if (side == 0) {
                taken = taken == null ? new ArrayList<>() : taken;
                taken.add(reader.read(columns));
            }
            next = advance();
        }
        return taken == null ? List.of() : taken;
    }

    private @Nullable String advance() throws SQLException {
        if (!rows.next()) {
            key = null;
            return null;
        }
        byte[] bytes = columns.bytes(1);
        if (!Arrays.equals(bytes, keyBytes)) {
            keyBytes = bytes;
            key = new String(bytes, StandardCharsets.US_ASCII);
        }
        return key;
    }

    /** Rows that nobody has read are given up before the connection goes back to the pool, which resets it. */
    @Override
    public void close() throws SQLException {
        try (connection;
                statement;
                rows) {
            key = null;
        }
    }
}

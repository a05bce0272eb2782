package io.arrears.store.imports;

import io.arrears.feed.Feed;
import io.arrears.feed.Owner;
import io.arrears.ledger.Handles;
import io.arrears.store.jdbc.Sql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts rows of one feed into its ledger table, one batch a chunk. */
public final class LedgerRows {

    /** A row as the table has it; {@code revision} 0: the ledger has it already. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a ledger has tens of millions of them
    public record LedgerRow(
            @Nullable Object[] values,
            String lender,
            int revision,
            boolean arrives,
            LocalDateTime knownAt,
            byte[] digest) {}

    private static final Sql SQL = Sql.of("import-load");

    private final JdbcTemplate jdbc;
    private final boolean ofAccount;
    private final int[] telephones;
    private final String insert;
    private final long importId;

    public LedgerRows(JdbcTemplate jdbc, Feed feed, long importId) {
        this.jdbc = jdbc;
        this.ofAccount = feed.owner() == Owner.ACCOUNT;
        this.telephones = feed.layout().digits();
        this.insert = SQL.get(feed.table());
        this.importId = importId;
    }

    public void insert(List<LedgerRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(insert, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int i) throws SQLException {
                bind(statement, rows.get(i));
            }

            @Override
            public int getBatchSize() {
                return rows.size();
            }
        });
    }

    private void bind(PreparedStatement statement, LedgerRow row) throws SQLException {
        int at = 1;
        for (Object value : row.values()) {
            bind(statement, at++, value);
        }
        for (int telephone : telephones) {
            bind(statement, at++, Handles.digits((String) row.values()[telephone]));
        }
        if (ofAccount) {
            statement.setString(at++, row.lender());
        }
        statement.setInt(at++, row.revision());
        statement.setObject(at++, row.knownAt());
        statement.setLong(at++, importId);
        statement.setBytes(at, row.digest());
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.NULL);
        } else if (value instanceof Long number) {
            statement.setLong(at, number);
        } else if (value instanceof String text) {
            statement.setString(at, text);
        } else {
            statement.setObject(at, value);
        }
    }
}

package io.arrears.store.jdbc;

import io.arrears.reconcile.ByAccount;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** One value an account, streamed from a query; closing it gives its connection back. */
public final class AccountCursor<T> implements ByAccount<T>, AutoCloseable {

    private final Cursor<T> rows;

    public AccountCursor(Cursor<T> rows) {
        this.rows = rows;
    }

    @Override
    public @Nullable String key() {
        return rows.key();
    }

    /** The last of several values of one account; accounts before it are passed over. */
    @Override
    public @Nullable T take(String account) {
        try {
            T last = null;
            for (T value : rows.take(account)) {
                last = value;
            }
            return last;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the accounts cannot be read on", e);
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}

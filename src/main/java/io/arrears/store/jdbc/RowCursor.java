package io.arrears.store.jdbc;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.springframework.dao.DataAccessResourceFailureException;

/** The rows of a query in the order of their accounts, streamed one by one; closing it gives its connection back. */
public final class RowCursor<T> implements Iterator<T>, AutoCloseable {

    private final Cursor<T> rows;
    private Iterator<T> ofAccount = Collections.emptyIterator();

    public RowCursor(Cursor<T> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return ofAccount.hasNext() || rows.key() != null;
    }

    @Override
    public T next() {
        if (!ofAccount.hasNext()) {
            String account = rows.key();
            if (account == null) {
                throw new NoSuchElementException();
            }
            try {
                ofAccount = rows.take(account).iterator();
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("the rows cannot be read on", e);
            }
        }
        return ofAccount.next();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}

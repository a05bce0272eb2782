package io.arrears.batch;

import io.arrears.run.KeyRange;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads one item an account in key order, and resumes after the last account of the last committed chunk: no rows are
 * counted and none are read again.
 */
abstract class KeyedReader<T> implements ItemStreamReader<T> {

    private static final String DONE = "done";

    private final KeyRange range;
    private String done = "";

    /** An item and the account it belongs to. */
    record Keyed<T>(String account, T item) {}

    KeyedReader(KeyRange range) {
        this.range = range;
    }

    abstract void open(KeyRange rest) throws SQLException;

    abstract @Nullable Keyed<T> next() throws SQLException;

    abstract void closeCursors() throws SQLException;

    @Override
    public void open(ExecutionContext context) {
        done = context.getString(DONE, range.after());
        try {
            open(range.resumedAfter(done));
        } catch (SQLException e) {
            throw new ItemStreamException("the ledger cannot be read", e);
        }
    }

    @Override
    public @Nullable T read() throws SQLException {
        Keyed<T> next = next();
        if (next == null) {
            return null;
        }
        done = next.account();
        return next.item();
    }

    @Override
    public void update(ExecutionContext context) {
        context.putString(DONE, done);
    }

    @Override
    public void close() {
        try {
            closeCursors();
        } catch (SQLException e) {
            throw new ItemStreamException("the ledger's cursors cannot be closed", e);
        }
    }
}

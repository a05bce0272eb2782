package io.arrears.batch;

import io.arrears.store.jdbc.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

/** Somebody else in the program's MySQL, in a transaction that ends with {@link #close}. */
final class Rival implements AutoCloseable {

    private static final String POSITION =
            "SELECT MAX(step_execution_id) FROM BATCH_STEP_EXECUTION WHERE step_name = ?";

    private final Connection connection;
    private CompletableFuture<Void> waiting = CompletableFuture.completedFuture(null);

    Rival(DatabaseSettings database) {
        try {
            connection = DriverManager.getConnection(database.url(), database.user(), database.password());
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has written more than any chunk, so that of two in a deadlock the server rolls back the other. */
    void weigh() {
        execute(
                "INSERT INTO lenders (lender) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)"
                        + " SELECT CONCAT('rival-', i) FROM n");
    }

    /** Holds the row in which a step saves its position. */
    void lockPosition(String step) {
        number(
                "SELECT step_execution_id FROM BATCH_STEP_EXECUTION_CONTEXT WHERE step_execution_id = ? FOR UPDATE",
                position(step));
    }

    /** Asks for the rows that others have written to a table and not committed, and waits beside its caller. */
    void askFor(String table) {
        waiting = CompletableFuture.runAsync(() -> execute("SELECT * FROM " + table + " FOR UPDATE"));
    }

    /** Ends the connection that has written the step's position and not committed it; returns when the server has dropped it. */
    void killWriter(String step) {
        long writer = number(
                "SELECT t.processlist_id FROM performance_schema.data_locks l JOIN performance_schema.threads t USING (thread_id)"
                        + " WHERE l.object_schema = DATABASE() AND l.object_name = 'BATCH_STEP_EXECUTION_CONTEXT'"
                        + " AND l.lock_type = 'RECORD' AND l.lock_data = ?",
                position(step));
        execute("KILL " + writer);
        while (number("SELECT COUNT(*) FROM performance_schema.threads WHERE processlist_id = ?", writer) > 0) {
            Thread.onSpinWait();
        }
    }

    private long position(String step) {
        try (PreparedStatement query = connection.prepareStatement(POSITION)) {
            query.setString(1, step);
            return first(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql, long parameter) {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, parameter);
            return first(query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long first(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            waiting.join();
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

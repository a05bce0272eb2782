package io.arrears.store.imports;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.publish.Home;
import io.arrears.store.jdbc.Denied;
import io.arrears.store.jdbc.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One import at a time: a locked file for the processes of one machine, a locked row for the machines of one database.
 *
 * <p>Both go with their process, so whoever holds them knows that an unfinished import is dead. It keeps one connection.
 */
public final class ImportLock {

    private static final Sql SQL = Sql.of("import-state");

    private final FileChannel file;
    private final @Nullable Connection row;

    private ImportLock(FileChannel file, @Nullable Connection row) {
        this.file = file;
        this.row = row;
    }

    /**
     * Does the work while nobody else imports.
     *
     * @throws Refused (75) when another import holds the lock
     */
    public static <T> T holding(Home home, DataSource dataSource, Supplier<T> work) {
        ImportLock lock = take(home, dataSource);
        try {
            return work.get();
        } finally {
            lock.close();
        }
    }

    private static ImportLock take(Home home, DataSource dataSource) {
        Path path = home.begin(Home.LOCKS).resolve("_import.lock");
        ImportLock half = null;
        try {
            FileChannel file = FileChannel.open(Home.file(path), StandardOpenOption.WRITE);
            half = new ImportLock(file, null);
            if (isLocked(file)) {
                Connection connection = dataSource.getConnection();
                half = new ImportLock(file, connection);
                if (lockRow(connection)) {
                    return half;
                }
            }
            half.close();
            throw new Refused(ExitCode.LOCKED, "another import is running; wait for it to end");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + path, e);
        } catch (SQLException e) {
            if (half != null) {
                half.close();
            }
            throw Denied.in(e)
                    .orElseGet(() ->
                            new Refused(ExitCode.FAILED, "the database cannot be reached (" + e.getMessage() + ")"));
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static boolean lockRow(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(SQL.get("lock"))) {
            return rs.next();
        }
    }

    private void close() {
        try {
            if (row != null) {
                row.rollback();
                row.setAutoCommit(true);
                row.close();
            }
        } catch (SQLException e) {
            // the connection is gone, and the lock with it
        }
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

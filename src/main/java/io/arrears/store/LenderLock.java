package io.arrears.store;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.store.jdbc.DatabaseSettings;
import io.arrears.store.jdbc.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One run of a lender at a time, on any host: a lock on a file and, on MySQL, one in the database.
 *
 * <p>Both go with the process that holds them, so whoever gets the lock knows that the last holder is dead. The database's
 * is held by a connection outside the pool; should it be lost, this process stops at once, before another can take over
 * what it was doing.
 */
public final class LenderLock implements AutoCloseable {

    private static final Sql SQL = Sql.of("locks");
    private static final long PING_MILLIS = 10_000;

    private final FileChannel file;
    private final @Nullable Connection connection;

    private LenderLock(FileChannel file, @Nullable Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Takes the lock or refuses with exit 75.
     *
     * @param path the lock file, which exists
     */
    public static LenderLock take(String lender, Path path, DatabaseSettings settings) {
        FileChannel file = lockFile(lender, path);
        try {
            return new LenderLock(file, settings.isMySql() ? lockDatabase(lender, settings) : null).kept();
        } catch (SQLException e) {
            close(file);
            throw new Refused(ExitCode.FAILED, "the lock of " + lender + " cannot be asked for: " + e.getMessage());
        } catch (Refused e) {
            close(file);
            throw e;
        }
    }

    private static FileChannel lockFile(String lender, Path path) {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw locked(lender);
            }
            return file;
        } catch (IOException e) {
            throw new Refused(ExitCode.FAILED, "the lock file " + path + " cannot be opened: " + e.getMessage());
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Connection lockDatabase(String lender, DatabaseSettings settings) throws SQLException {
        Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        try (PreparedStatement take = connection.prepareStatement(SQL.get("take"))) {
            connection.createStatement().execute(SQL.get("short_timeout"));
            take.setString(1, lender);
            try (ResultSet taken = take.executeQuery()) {
                if (taken.next() && taken.getInt(1) == 1) {
                    return connection;
                }
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw locked(lender);
    }

    private static Refused locked(String lender) {
        return new Refused(
                ExitCode.LOCKED,
                "another run of " + lender + " holds its lock; 'arrears status' shows what it is doing");
    }

    private LenderLock kept() {
        Connection held = connection;
        if (held != null) {
            Thread keeper = new Thread(() -> keep(held), "lender-lock");
            keeper.setDaemon(true);
            keeper.start();
        }
        return this;
    }

    @SuppressWarnings("BusyWait")
    private static void keep(Connection held) {
        try {
            while (true) {
                Thread.sleep(PING_MILLIS);
                if (held.isClosed()) {
                    return;
                }
                if (!held.isValid(20)) {
                    System.err.println(
                            "arrears: the database lock was lost; stopping at once, 'arrears restart' resumes");
                    Runtime.getRuntime().halt(ExitCode.FAILED.code());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                // said in words, since a server may notice a closed connection only a moment later
                connection.createStatement().execute(SQL.get("release"));
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock's connection cannot be closed", e);
        } finally {
            close(file);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

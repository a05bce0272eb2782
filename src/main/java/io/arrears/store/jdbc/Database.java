package io.arrears.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.arrears.ExitCode;
import io.arrears.Refused;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;

/** Opens the database: a pool, the tables of {@code sql/migration}, and Spring Batch's own. */
public final class Database {

    private static final int H2_IN_USE = 90020;

    /**
     * So often the pool sees whether one connection is free, and else opens one for whoever waits. It can forget him: it leaves a
     * request alone while another connection is free for a moment, and a thread that had that one before takes it without a word.
     */
    private static final Duration LOOKED_AFTER = Duration.ofSeconds(5);

    private Database() {}

    /**
     * A pool onto a migrated database.
     *
     * @throws Refused when it cannot be reached (1), or the embedded one is held by another process (75)
     */
    public static HikariDataSource open(DatabaseSettings settings, int connections) {
        System.setProperty("com.zaxxer.hikari.housekeeping.periodMs", String.valueOf(LOOKED_AFTER.toMillis()));
        HikariConfig config = new HikariConfig();
        config.setPoolName("arrears");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setAutoCommit(true);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setInitializationFailTimeout(-1);
        if (settings.isMySql()) {
            config.addDataSourceProperty("rewriteBatchedStatements", "true");
            config.addDataSourceProperty("netTimeoutForStreamingResults", "86400");
            config.addDataSourceProperty("characterEncoding", "UTF-8");
            config.addDataSourceProperty("useServerPrepStmts", "false"); // cursors read text, see Columns
        }
        // The pool would try for half a minute, and then not say why.
        try (Connection first = DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            if (settings.isMySql()) {
                lockTables(first);
            }
            return migrated(config, settings);
        } catch (SQLException e) {
            if (!settings.isMySql() && isOutOfSpace(e)) {
                return readOnly(config, settings);
            }
            throw refusal(e);
        }
    }

    /** An embedded database cannot be opened for writing on a full disk, or not brought up to date; what it holds can still be read. */
    private static HikariDataSource readOnly(HikariConfig config, DatabaseSettings settings) {
        config.setJdbcUrl(settings.url() + ";ACCESS_MODE_DATA=r");
        return new HikariDataSource(config);
    }

    private static boolean isOutOfSpace(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }

    private static HikariDataSource migrated(HikariConfig config, DatabaseSettings settings) {
        HikariDataSource pool = new HikariDataSource(config);
        try {
            new Migrations(pool, settings.isMySql(), repeated -> {}).run();
            return pool;
        } catch (Refused e) {
            pool.close();
            throw e;
        } catch (FlywayException | DataAccessException e) {
            pool.close();
            if (!settings.isMySql() && isOutOfSpace(e)) {
                return readOnly(config, settings);
            }
            throw new Refused(
                    ExitCode.FAILED,
                    "the database's tables cannot be brought up to date: " + inOneLine(e)
                            + "; once that is mended, any command goes on with it");
        }
    }

    /** Two commands may start at once; the lock goes with the connection. H2 lets in one process alone. */
    private static void lockTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet taken = statement.executeQuery(Sql.of("locks").get("take_tables"))) {
            if (!taken.next() || taken.getInt(1) != 1) {
                throw new Refused(
                        ExitCode.LOCKED,
                        "another arrears command is bringing the database's tables up to date; wait for it, then do this again");
            }
        }
    }

    private static Refused refusal(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
                return new Refused(
                        ExitCode.LOCKED,
                        "another arrears command holds the embedded database; wait for it, or use MySQL (ARREARS_DB_URL) to run commands side by side");
            }
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException || cause instanceof CertificateException) {
                return new Refused(
                        ExitCode.FAILED,
                        "the database's server does not prove that it is the one of ARREARS_DB_URL (" + inOneLine(e)
                                + "); name its CA's certificate in ARREARS_DB_CA and name the"
                                + " host as its certificate does; ARREARS_DB_TLS=encrypt or off does without the proof");
            }
        }
        return new Refused(
                ExitCode.FAILED,
                "the database cannot be reached (" + inOneLine(e)
                        + "); check ARREARS_DB_URL, ARREARS_DB_USER and the password");
    }

    /** What the driver says, and what made it say so: "Communications link failure: Connection refused". */
    private static String inOneLine(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return root == e || root.getMessage() == null
                ? said
                : said + ": " + root.getMessage().lines().findFirst().orElse("");
    }
}

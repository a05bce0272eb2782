package io.arrears.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.arrears.ExitCode;
import io.arrears.Refused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Opens the database: a pool, the tables of {@code sql/migration}, and Spring Batch's own. */
public final class Database {

    private static final String TRIGGERS = "classpath:sql/triggers/";
    private static final int H2_IN_USE = 90020;

    private Database() {}

    /**
     * A pool onto a migrated database.
     *
     * @throws Refused when it cannot be reached (1), or the embedded one is held by another process (75)
     */
    public static HikariDataSource open(DatabaseSettings settings, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("arrears");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
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
            return migrated(new HikariDataSource(config), settings);
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private static HikariDataSource migrated(HikariDataSource pool, DatabaseSettings settings) {
        try {
            migrate(pool, settings);
            createBatchTables(pool, settings);
            return pool;
        } catch (Refused e) {
            pool.close();
            throw e;
        } catch (FlywayException e) {
            pool.close();
            throw new Refused(ExitCode.FAILED, "the database's tables cannot be brought up to date: " + e.getMessage());
        }
    }

    private static void migrate(DataSource pool, DatabaseSettings settings) {
        Flyway flyway = Flyway.configure()
                .dataSource(pool)
                .locations("classpath:sql/migration", TRIGGERS + vendor(settings))
                .table("schema_history")
                .load();
        if (settings.isMySql()
                && Stream.of(flyway.info().pending())
                        .anyMatch(pending -> pending.getPhysicalLocation().contains("triggers"))) {
            requireTriggerRights(new JdbcTemplate(pool));
        }
        flyway.migrate();
    }

    /** Asked before anything is made: MySQL could not take back the half of it. */
    private static void requireTriggerRights(JdbcTemplate jdbc) {
        Sql sql = Sql.of("database");
        boolean needsSuper = Boolean.TRUE.equals(jdbc.queryForObject(sql.get("triggers_need_super"), Boolean.class));
        if (needsSuper
                && jdbc.queryForList(sql.get("grants"), String.class).stream()
                        .noneMatch(
                                grant -> grant.contains("SUPER") || grant.startsWith("GRANT ALL PRIVILEGES ON *.*"))) {
            throw new Refused(
                    ExitCode.FAILED,
                    "this user may not make the triggers that keep the audit trail append-only, since MySQL writes a binary log;"
                            + " let an administrator say 'SET GLOBAL log_bin_trust_function_creators = 1' while the tables are made");
        }
    }

    /** Spring Batch's own script, which may be run again after a kill in its midst; its last object tells that it is done. */
    private static void createBatchTables(DataSource pool, DatabaseSettings settings) {
        String vendor = vendor(settings);
        try {
            Integer last =
                    new JdbcTemplate(pool).queryForObject(Sql.of("batch-tables").get(vendor), Integer.class);
            if (last != null && last > 0) {
                return;
            }
        } catch (BadSqlGrammarException e) {
            // the table is not there yet
        }
        ResourceDatabasePopulator script = new ResourceDatabasePopulator(
                new ClassPathResource("org/springframework/batch/core/schema-" + vendor + ".sql"));
        script.setContinueOnError(true);
        DatabasePopulatorUtils.execute(script, pool);
    }

    private static String vendor(DatabaseSettings settings) {
        return settings.isMySql() ? "mysql" : "h2";
    }

    private static Refused refusal(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
                return new Refused(
                        ExitCode.LOCKED,
                        "another arrears command holds the embedded database; wait for it, or use MySQL (ARREARS_DB_URL) to run commands side by side");
            }
        }
        return new Refused(
                ExitCode.FAILED,
                "the database cannot be reached (" + inOneLine(e)
                        + "); check ARREARS_DB_URL, ARREARS_DB_USER and the password");
    }

    /** What the driver says, and what made it say so: "Communications link failure: Connection refused". */
    private static String inOneLine(SQLException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return root == e || root.getMessage() == null ? said : said + ": " + root.getMessage();
    }
}

package io.arrears.store.jdbc;

import io.arrears.ExitCode;
import io.arrears.Refused;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Brings the tables up to date, our own and Spring Batch's, and may be cut at any statement: the next start does again what is
 * not on record as done. Whoever calls it holds the lock of the database's tables.
 */
public final class Migrations {

    private static final Sql SQL = Sql.of("database");

    private final DataSource pool;
    private final JdbcTemplate jdbc;
    private final String vendor;
    private final Flyway flyway;

    public Migrations(DataSource pool, boolean isMySql, Consumer<String> repeated) {
        this(
                pool,
                isMySql,
                repeated,
                "classpath:sql/migration",
                "classpath:sql/triggers/" + (isMySql ? "mysql" : "h2"));
    }

    /**
     * @param repeated is told each statement that had been done before a cut
     * @param locations the folders of the migrations
     */
    public Migrations(DataSource pool, boolean isMySql, Consumer<String> repeated, String... locations) {
        this.pool = new Repeatable(pool, repeated);
        this.jdbc = new JdbcTemplate(pool);
        this.vendor = isMySql ? "mysql" : "h2";
        this.flyway = Flyway.configure()
                .dataSource(this.pool)
                .locations(locations)
                .table("schema_history")
                .load();
    }

    public void run() {
        completeHistory();
        forgetFailures();
        if (vendor.equals("mysql")
                && Stream.of(flyway.info().pending())
                        .anyMatch(pending -> pending.getPhysicalLocation().contains("triggers"))) {
            requireTriggerRights();
        }
        flyway.migrate();
        createBatchTables();
    }

    /** Flyway makes its table by several statements and takes it for whole when it is there. */
    private void completeHistory() {
        if (count("history_table") == 1 && count("history_index_" + vendor) == 0) {
            JdbcTemplate again = new JdbcTemplate(pool);
            again.execute(SQL.get("complete_history_key"));
            again.execute(SQL.get("complete_history_index"));
        }
    }

    /** A migration that failed is on record as failed, where this could be said; it is run again. */
    private void forgetFailures() {
        if (count("history_table") == 0) {
            return;
        }
        for (MigrationInfo migration : flyway.info().all()) {
            if (migration.getState() == MigrationState.FAILED) {
                jdbc.update(SQL.get("forget_failure"), migration.getScript());
            }
        }
    }

    private int count(String statement) {
        Integer count = jdbc.queryForObject(SQL.get(statement), Integer.class);
        return count == null ? 0 : count;
    }

    /** Asked before anything is made: MySQL could not take back the half of it. */
    private void requireTriggerRights() {
        boolean needsSuper = Boolean.TRUE.equals(jdbc.queryForObject(SQL.get("triggers_need_super"), Boolean.class));
        if (needsSuper
                && jdbc.queryForList(SQL.get("grants"), String.class).stream()
                        .noneMatch(
                                grant -> grant.contains("SUPER") || grant.startsWith("GRANT ALL PRIVILEGES ON *.*"))) {
            throw new Refused(
                    ExitCode.FAILED,
                    "this user may not make the triggers that keep the audit trail append-only, since MySQL writes a binary log;"
                            + " let an administrator say 'SET GLOBAL log_bin_trust_function_creators = 1' while the tables are made");
        }
    }

    /** Spring Batch's own script; its last object tells that it is done. */
    private void createBatchTables() {
        try {
            Integer last = jdbc.queryForObject(Sql.of("batch-tables").get(vendor), Integer.class);
            if (last != null && last > 0) {
                return;
            }
        } catch (BadSqlGrammarException e) {
            // the table is not there yet
        }
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(
                        new ClassPathResource("org/springframework/batch/core/schema-" + vendor + ".sql")),
                pool);
    }
}

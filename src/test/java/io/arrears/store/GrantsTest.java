package io.arrears.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.Refused;
import io.arrears.audit.Event;
import io.arrears.batch.GrantedNights;
import io.arrears.store.jdbc.Database;
import io.arrears.store.jdbc.DatabaseSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail takes additions only, and nobody may do more in the database than what they are there for. */
class GrantsTest {

    private static final List<String> FORBIDDEN = List.of(
            "UPDATE audit_event SET event = '{}'",
            "DELETE FROM audit_event",
            "TRUNCATE TABLE audit_event",
            "DROP TRIGGER audit_event_no_delete",
            "DROP TABLE audit_event",
            "UPDATE checkpoint SET digest = ''",
            "DELETE FROM entries",
            "UPDATE entries SET amount = 0",
            "UPDATE contacts SET erased_at = NULL",
            "DELETE FROM erasures",
            "UPDATE standing_history SET balance = 0",
            "CREATE TABLE mine (id INT)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_event_is_neither_changed_nor_deleted_not_even_by_the_owner(Databases kind) {
        try (var pool = Database.open(kind.fresh(folder), 2)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            jdbc.update("INSERT INTO lenders (lender) VALUES ('north')");
            Event event = Event.of(Event.What.RUN_STARTED, Instant.EPOCH);
            new TransactionTemplate(new JdbcTransactionManager(pool))
                    .executeWithoutResult(status -> new AuditStore(pool).append("north", event));
            for (String statement : FORBIDDEN.subList(0, 2)) {
                assertThatThrownBy(() -> jdbc.update(statement))
                        .as(statement)
                        .isInstanceOf(DataAccessException.class)
                        .hasStackTraceContaining("is append-only");
            }
            assertThat(new AuditStore(pool).all("north")).hasSize(1);
        }
    }

    @Test
    void the_batch_can_do_its_work_and_no_more_and_the_auditor_can_read() throws Exception {
        assumeTrue(Databases.hasMySql(), "no Docker engine answers");
        Grants grants = Grants.on(Databases.MYSQL.fresh(folder));
        try (var pool = Database.open(grants.owner(), 2)) {
            assertThat(ungranted(new JdbcTemplate(pool)))
                    .as("tables that sql/grants.sql forgets")
                    .isEmpty();
        }
        DatabaseSettings batch = grants.batch();
        GrantedNights.run(folder, batch);
        requireForbidden(batch, FORBIDDEN);

        DatabaseSettings auditor = grants.auditor();
        requireForbidden(auditor, FORBIDDEN);
        requireForbidden(auditor, List.of("INSERT INTO lenders (lender) VALUES ('mine')"));
        try (var pool = Database.open(auditor, 2)) {
            assertThat(new AuditStore(pool).all("harbour")).isNotEmpty();
        }
    }

    @Test
    void who_may_not_make_triggers_is_told_so_before_anything_is_made() {
        assumeTrue(Databases.hasMySql(), "no Docker engine answers");
        Grants grants = new Grants(Databases.MYSQL.fresh(folder));
        DatabaseSettings owner = grants.as("owner");
        try (var pool = Database.open(Databases.MYSQL.fresh(folder), 2)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            jdbc.execute("CREATE USER '" + owner.user() + "'@'%' IDENTIFIED BY '" + owner.password() + "'");
            jdbc.execute("GRANT ALL ON " + grants.schema() + ".* TO '" + owner.user() + "'@'%'");
            jdbc.execute("SET GLOBAL log_bin_trust_function_creators = 0");
            try {
                assertThatThrownBy(() -> Database.open(owner, 2))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("SET GLOBAL log_bin_trust_function_creators = 1");
            } finally {
                jdbc.execute("SET GLOBAL log_bin_trust_function_creators = 1");
            }
            Database.open(owner, 2).close();
            jdbc.execute("SET GLOBAL log_bin_trust_function_creators = 0");
            try {
                Database.open(owner, 2).close();
            } finally {
                jdbc.execute("SET GLOBAL log_bin_trust_function_creators = 1");
            }
        }
    }

    private static void requireForbidden(DatabaseSettings user, List<String> statements) {
        try (var pool = Database.open(user, 2)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            for (String statement : statements) {
                assertThatThrownBy(() -> jdbc.execute(statement))
                        .as("%s: %s", user.user(), statement)
                        .hasStackTraceContaining("command denied");
            }
        }
    }

    private static List<String> ungranted(JdbcTemplate jdbc) {
        return jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT IN"
                        + " (SELECT table_name FROM information_schema.table_privileges WHERE table_schema = DATABASE()"
                        + " AND grantee LIKE '%batch%')",
                String.class);
    }
}

package io.arrears.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tables are made whole, wherever their making was cut. */
class MigrationsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_an_older_program_left_failed_is_mended(Databases kind) {
        DatabaseSettings settings = kind.fresh(folder);
        Database.open(settings, 4).close();
        JdbcTemplate jdbc =
                new JdbcTemplate(new DriverManagerDataSource(settings.url(), settings.user(), settings.password()));
        List<String> made = new Tables(jdbc.getDataSource(), settings.isMySql()).schema();
        Integer last = jdbc.queryForObject("SELECT MAX(installed_rank) FROM schema_history", Integer.class);
        jdbc.update("UPDATE schema_history SET success = FALSE WHERE installed_rank = ?", last);
        Database.open(settings, 4).close();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM schema_history WHERE success = FALSE", Integer.class))
                .isZero();
        assertThat(new Tables(jdbc.getDataSource(), settings.isMySql()).schema())
                .isEqualTo(made);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_on_record_was_never_edited(Databases kind) {
        DatabaseSettings settings = kind.fresh(folder);
        Database.open(settings, 4).close();
        List<String> checksums = new JdbcTemplate(
                        new DriverManagerDataSource(settings.url(), settings.user(), settings.password()))
                .queryForList(
                        "SELECT CONCAT(script, ' ', checksum) FROM schema_history WHERE version IS NOT NULL"
                                + " ORDER BY installed_rank LIMIT 11",
                        String.class);
        String trigger = kind == Databases.MYSQL ? "343327349" : "1364878298";
        assertThat(checksums)
                .containsExactly(
                        "V1__ledger.sql -1289868082",
                        "V2__imports.sql 1572776149",
                        "V3__runs.sql 1711496783",
                        "V4__audit.sql 1757453722",
                        "V5__furnish.sql -840593365",
                        "V6__audit_steps.sql -1342731906",
                        "V7__reconcile.sql 1006766290",
                        "V8__audit_append_only.sql " + trigger,
                        "V9__checkpoints.sql -578064630",
                        "V10__withheld.sql 238347211",
                        "V11__erasures.sql -1119959950");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_commands_may_start_at_once(Databases kind) throws Exception {
        if (kind == Databases.H2) {
            return;
        }
        DatabaseSettings settings = kind.fresh(folder);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Callable<Void> open = () -> {
            Database.open(settings, 4).close();
            return null;
        };
        for (Future<Void> opened : two.invokeAll(List.of(open, open))) {
            opened.get();
        }
        two.shutdown();
        assertThat(new JdbcTemplate(new DriverManagerDataSource(settings.url(), settings.user(), settings.password()))
                        .queryForList("SELECT version FROM schema_history GROUP BY version HAVING COUNT(*) > 1"))
                .isEmpty();
    }
}

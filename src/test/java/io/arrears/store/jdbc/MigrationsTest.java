package io.arrears.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.store.Databases;
import io.arrears.store.Starts;
import io.arrears.store.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tables are made whole, wherever their making was cut. */
class MigrationsTest {

    private static final long SEED = Long.getLong("arrears.seed", System.nanoTime());

    @TempDir
    Path folder;

    /** The newest migration at each place, of the older ones a sample on MySQL, whose tables take long to make. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_cut_at_any_statement_of_any_level_is_made_good_by_the_next_start(Databases kind) {
        System.out.println("seed " + SEED);
        int share = kind == Databases.H2 ? 1 : 8;
        requireSame(kind, share, SEED % 2 == 0);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    @Tag("soak")
    void a_kill_and_a_failure_at_every_statement_of_every_level_are_made_good(Databases kind) {
        requireSame(kind, 1, true);
        requireSame(kind, 1, false);
    }

    private void requireSame(Databases kind, int share, boolean killsFirst, String... migrations) {
        try (Starts levels = new Starts(kind.fresh(folder.resolve("levels" + killsFirst)), migrations);
                Starts cut = new Starts(kind.fresh(folder.resolve("cut" + killsFirst)), migrations)) {
            int newest = levels.levelByLevel() - 1;
            int cuts = cut.cutEverywhere(
                    (level, next) -> level >= newest || Math.floorMod((SEED + next).hashCode(), share) == 0,
                    killsFirst);
            System.out.printf("%s: %d starts cut, %d statements found done%n", kind, cuts, cut.repeated.size());
            assertThat(cut.repeated).as("there was something to do again").isNotEmpty();
            assertThat(cut.tables.all()).containsExactlyInAnyOrderElementsOf(levels.tables.all());
        }
    }

    /** From empty tables, and with nothing but whole starts after it. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void one_start_makes_good_what_was_cut_in_an_empty_database(Databases kind) {
        new Random(SEED).ints(2, 0, 120).forEach(place -> requireWhole(kind, place, place % 2 == 0));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    @Tag("soak")
    void one_start_makes_good_each_cut_in_an_empty_database(Databases kind) {
        int share = kind == Databases.H2 ? 1 : 7;
        for (int place = 0; requireWhole(kind, place, true) && requireWhole(kind, place, false); place += share) {}
    }

    private boolean requireWhole(Databases kind, int place, boolean kills) {
        try (Starts starts = new Starts(kind.fresh(folder.resolve("empty" + place + kills)))) {
            boolean cut = starts.cutAt(place, kills);
            starts.whole();
            assertThat(starts.tables.schema())
                    .as("cut in front of statement %d, %s", place, kills ? "killed" : "failed")
                    .isEqualTo(whole(kind));
            assertThat(starts.tables.failures()).isZero();
            return cut;
        }
    }

    private List<String> whole(Databases kind) {
        if (whole.isEmpty()) {
            try (Starts starts = new Starts(kind.fresh(folder.resolve("whole")))) {
                starts.whole();
                whole = starts.tables.schema();
            }
        }
        return whole;
    }

    private List<String> whole = List.of();

    static Stream<Arguments> unrepeatable() {
        return Databases.available().flatMap(kind -> Stream.of(
                        "UPDATE runs SET restarts = restarts + 1; CREATE TABLE z (a INT PRIMARY KEY);",
                        "CREATE TABLE z (a INT); INSERT INTO z SELECT restarts FROM runs; CREATE TABLE y (a INT PRIMARY KEY);",
                        "UPDATE runs SET message = '' WHERE restarts = 0; ALTER TABLE runs DROP COLUMN message;",
                        "ALTER TABLE runs RENAME COLUMN message TO said; CREATE TABLE z (a INT PRIMARY KEY);")
                .map(migration -> Arguments.of(kind, migration)));
    }

    @ParameterizedTest
    @MethodSource("unrepeatable")
    void a_migration_that_cannot_be_done_again_is_found_by_the_same_cuts(Databases kind, String migration)
            throws IOException {
        String migrations = migrations(migration);
        assertThatThrownBy(() -> requireSame(kind, 1, true, migrations))
                .isInstanceOf(AssertionError.class)
                .hasMessageNotContaining("something to do again");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_migration_that_can_be_done_again_passes_them(Databases kind) throws IOException {
        requireSame(kind, 1, true, migrations("""
                ALTER TABLE runs ADD COLUMN extra INT;
                UPDATE runs SET extra = restarts WHERE extra IS NULL;
                ALTER TABLE runs MODIFY COLUMN extra BIGINT;
                CREATE TABLE z (a INT PRIMARY KEY, b INT);
                INSERT INTO z (a, b) VALUES (1, 2);
                CREATE INDEX z_b ON z (b);
                DROP INDEX z_b ON z;
                ALTER TABLE runs DROP COLUMN message;
                """));
    }

    /** A folder of two migrations: what is there, and what is tried. */
    private String migrations(String tried) throws IOException {
        Path made = Files.createDirectories(folder.resolve("made"));
        Files.writeString(
                made.resolve("V1__made.sql"),
                "CREATE TABLE runs (run_id INT PRIMARY KEY, restarts INT NOT NULL, message VARCHAR(9) NOT NULL);");
        Files.writeString(made.resolve("V2__tried.sql"), tried);
        return "filesystem:" + made;
    }

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

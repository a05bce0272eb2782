package io.arrears.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tables are made whole, wherever their making was cut. */
class MigrationsTest {

    @TempDir
    Path folder;

    /** As it is without a cut. */
    private List<String> whole(Databases kind, String... more) {
        try (Life life = new Life(kind.fresh(folder.resolve("whole")), more)) {
            life.goesOn(Integer.MAX_VALUE, Cut.ANY, true);
            assertThat(life.repeated).as("no two migrations make the same").isEmpty();
            return life.tables.schema();
        }
    }

    /** As it is, rows and all, when each level was filled and then brought to the next without a cut. */
    private List<String> levelByLevel(Databases kind, String... more) {
        try (Life life = new Life(kind.fresh(folder.resolve("levels")), more)) {
            if (more.length > 0) {
                life.bringUp();
            }
            while (!life.goesOn(1, Cut.ON_RECORD, true)) {
                assertThat(life.repeated).isEmpty();
            }
            return life.tables.all();
        }
    }

    /**
     * One database that is opened and cut, one statement further each time, by turns as if the process were killed and by a
     * statement that fails, until nothing is left to do; each level has a row in each of its tables.
     */
    private List<String> cutEverywhere(Databases kind, String... more) {
        try (Life life = new Life(kind.fresh(folder.resolve("cut")), more)) {
            if (more.length > 0) {
                life.bringUp(); // what is ours is cut elsewhere
            }
            List<String> before = List.of();
            int statements = 1;
            for (int opened = 1; !life.goesOn(statements, Cut.ANY, life.level == 0 || opened % 2 == 0); opened++) {
                List<String> now = life.tables.all();
                statements = now.equals(before) ? statements + 1 : 1; // an INSERT that no commit followed is gone
                before = now;
                assertThat(opened).as("it gets on").isLessThan(1000);
                if (Boolean.getBoolean("told")) { System.out.println(opened + " " + statements + " " + java.time.LocalTime.now()); }
            }
            assertThat(life.repeated).as("there was something to do again").isNotEmpty();
            return life.tables.all();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_cut_at_any_statement_is_made_good_by_the_next_start(Databases kind) {
        List<String> cut = cutEverywhere(kind);
        assertThat(cut).isEqualTo(levelByLevel(kind));
        assertThat(cut).containsAll(whole(kind));
    }

    static Stream<Arguments> unrepeatable() {
        return Databases.available()
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, "UPDATE runs SET restarts = restarts + 1; CREATE TABLE z (a INT PRIMARY KEY);"),
                        Arguments.of(kind, "CREATE TABLE z (a INT); INSERT INTO z SELECT restarts FROM runs;"
                                + " CREATE TABLE y (a INT PRIMARY KEY);"),
                        Arguments.of(kind, "ALTER TABLE runs RENAME COLUMN message TO said; CREATE TABLE z (a INT);")));
    }

    @ParameterizedTest
    @MethodSource("unrepeatable")
    void a_migration_that_cannot_be_done_again_is_found_by_the_same_cuts(Databases kind, String migration)
            throws IOException {
        String more = added(migration);
        List<String> whole = levelByLevel(kind, more);
        assertThatThrownBy(() -> assertThat(cutEverywhere(kind, more)).isEqualTo(whole))
                .isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_migration_that_can_be_done_again_passes_them(Databases kind) throws IOException {
        String more = added("""
                ALTER TABLE runs ADD COLUMN extra INT;
                UPDATE runs SET extra = restarts WHERE extra IS NULL;
                ALTER TABLE runs MODIFY COLUMN extra BIGINT;
                CREATE TABLE z (a INT PRIMARY KEY, b INT);
                INSERT INTO z (a, b) VALUES (1, 2);
                CREATE INDEX z_b ON z (b);
                DROP INDEX z_b ON z;
                ALTER TABLE z DROP COLUMN b;
                """);
        assertThat(cutEverywhere(kind, more)).isEqualTo(levelByLevel(kind, more));
    }

    private String added(String migration) throws IOException {
        Path file = Files.createDirectories(folder.resolve("more")).resolve("V9000__more.sql");
        Files.writeString(file, migration);
        return "filesystem:" + file.getParent();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_an_older_program_left_failed_is_mended(Databases kind) {
        DatabaseSettings settings = kind.fresh(folder);
        Database.open(settings, 4).close();
        JdbcTemplate jdbc = new JdbcTemplate(
                new DriverManagerDataSource(settings.url(), settings.user(), settings.password()));
        List<String> made = new Tables(jdbc.getDataSource(), settings.isMySql()).schema();
        Integer last = jdbc.queryForObject("SELECT MAX(installed_rank) FROM schema_history", Integer.class);
        jdbc.update("UPDATE schema_history SET success = FALSE WHERE installed_rank = ?", last);
        Database.open(settings, 4).close();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM schema_history WHERE success = FALSE", Integer.class))
                .isZero();
        assertThat(new Tables(jdbc.getDataSource(), settings.isMySql()).schema()).isEqualTo(made);
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

    /** A database through its starts. */
    private static final class Life implements AutoCloseable {

        private final DatabaseSettings settings;
        private final String[] more;
        private final Connection keptOpen;
        private final DriverManagerDataSource source;
        private int level;
        final Tables tables;
        final List<String> repeated = new ArrayList<>();

        Life(DatabaseSettings settings, String... more) {
            this.settings = settings;
            this.more = more;
            this.source = new DriverManagerDataSource(settings.url(), settings.user(), settings.password());
            this.tables = new Tables(source, settings.isMySql());
            try {
                this.keptOpen = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Our own migrations, and a row in each table. */
        void bringUp() {
            new Migrations(source, settings.isMySql(), repeated::add).run();
            level = tables.level();
            tables.fill();
        }

        /** Opens it once more, for so many statements; whether nothing is left to do. */
        boolean goesOn(int statements, Predicate<String> counted, boolean kills) {
            Cut cut = new Cut(source, statements, counted, kills);
            try {
                new Migrations(cut, settings.isMySql(), repeated::add, more).run();
            } catch (RuntimeException e) {
                assertThat(cut.happened()).as("only the cut ends a start: %s", e).isTrue();
            }
            closed(cut);
            assertThat(cut.faults()).isEmpty();
            if (tables.level() > level) {
                level = tables.level();
                tables.fill();
            }
            return !cut.happened();
        }

        private static void closed(Cut cut) {
            try {
                cut.closeAll();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try {
                keptOpen.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.batch.Fork;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A MySQL server whose settings let nobody write, or nothing long: one line that says what to do, and exit 2. */
class ServerSettingsTest {

    private static final String NIGHT = "run --lender harbour --as-of 2026-10-31";

    @TempDir
    Path folder;

    private DatabaseSettings database = new DatabaseSettings("", "", "");

    @BeforeEach
    void make() {
        assumeTrue(Databases.hasMySql(), "no Docker engine answers, so no test runs on MySQL");
        database = Databases.MYSQL.fresh(folder);
    }

    @Test
    void a_server_that_is_read_only_is_told() throws SQLException {
        String load = "import " + folder.resolve("delivery");
        Map<String, Told> before = type("generate --accounts 20 --out " + folder.resolve("delivery"), load);
        before.get(load).require(0, "done");
        try {
            set("super_read_only = ON");
            Map<String, Told> told = type(NIGHT, load);
            for (String command : List.of(NIGHT, load)) {
                requireOneLine(told.get(command), "write to the server that is not read-only");
            }
        } finally {
            set("super_read_only = OFF");
            set("read_only = OFF");
        }
        type(NIGHT).get(NIGHT).require(0, "harbour 2026-10-31");
    }

    @Test
    void a_server_that_takes_small_packets_only_is_told_and_the_import_goes_on_once_it_takes_more()
            throws SQLException {
        String load = "import " + folder.resolve("delivery");
        type("generate --accounts 400 --out " + folder.resolve("delivery"), "status");
        try {
            set("max_allowed_packet = 4096");
            requireOneLine(type(load).get(load), "let an administrator raise max_allowed_packet");
        } finally {
            set("max_allowed_packet = DEFAULT");
        }
        type("restart").get("restart").require(0, "done");
    }

    private static void requireOneLine(Told told, String advice) {
        told.require(2, advice);
        assertThat(told.text().lines()).singleElement().asString().startsWith("arrears: ");
    }

    private void set(String setting) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL " + setting);
        }
    }

    private Map<String, Told> type(String... commands) {
        Home home = new Home(folder.resolve("home"));
        Path jobs = Path.of("jobs").toAbsolutePath();
        return Told.by(new Fork(new Settings(home, jobs, database)), List.of(commands));
    }
}

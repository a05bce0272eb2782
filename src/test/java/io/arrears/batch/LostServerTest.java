package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.arrears.ExitCode;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line to the database's server is cut in the middle of a night, every connection at once, and stays so. */
class LostServerTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 31);
    private static final int CUTS = 4;

    @TempDir
    Path folder;

    private DatabaseSettings database;

    @Test
    void a_night_whose_server_is_lost_says_so_in_a_line_and_goes_on_later() throws IOException {
        assumeThat(Databases.hasMySql()).isTrue();
        database = Databases.onThisHost(Databases.MYSQL.fresh(folder));
        Path delivery = folder.resolve("delivery");
        SampleLedger.write(new SampleSpec(300, 7, FIRST, List.of(SampleLender.HARBOUR)), delivery);
        assertThat(by(database).run("import", delivery.toString()).exitCode()).isZero();
        long whole;
        try (Cable cable = new Cable(port(), Long.MAX_VALUE)) {
            assertThat(through(cable).run(night(0)).exitCode()).isZero();
            whole = cable.carried();
        }
        for (int cut = 1; cut < CUTS; cut++) {
            try (Cable cable = new Cable(port(), whole * cut / CUTS)) {
                requireLost(through(cable).run(night(cut)));
            }
            assertThat(by(database).run("restart").exitCode()).isZero();
            assertThat(by(database).run(night(cut)).exitCode()).isZero();
        }
        assertThat(by(database).run("verify", home().out("harbour").toString()).exitCode())
                .isZero();
    }

    private static void requireLost(Fork.Ended ended) {
        assertThat(ended.exitCode()).as("%s", ended.output()).isEqualTo(ExitCode.FAILED.code());
        assertThat(ended.output())
                .isNotEmpty()
                .allMatch(line -> line.startsWith("arrears: ") && line.matches(".*'arrears (restart|status)'.*"));
    }

    private static String[] night(int after) {
        return new String[] {
            "run", "--lender", "harbour", "--as-of", FIRST.plusDays(after).toString()
        };
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private Fork by(DatabaseSettings settings) {
        return new Fork(new Settings(home(), Path.of("jobs"), settings, 100));
    }

    private Fork through(Cable cable) {
        String url = database.url().replaceFirst(":\\d+/", ":" + cable.port() + "/");
        return by(new DatabaseSettings(url, database.user(), database.password()));
    }

    private int port() {
        return Integer.parseInt(database.url().replaceFirst(".*:(\\d+)/.*", "$1"));
    }
}

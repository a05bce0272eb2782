package io.arrears.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.publish.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of calls that are withheld since nobody knows who was contacted (L4). */
class UnknownAttemptsTextTest {

    private static final String NIGHT = "run --lender harbour --as-of 2026-11-02";

    @TempDir
    Path folder;

    @Test
    void run_and_status_say_what_lifts_it_until_the_log_is_there() throws IOException {
        Path ledger = folder.resolve("ledger");
        Path log = folder.resolve("log");
        type("generate --accounts 60 --seed 5 --out " + ledger, "import " + ledger);
        Files.createDirectories(log);
        Files.writeString(
                log.resolve("control.csv"), "business_date,feed,rows,amount\n2026-11-02,contact_attempts,0,\n");

        Map<String, Told> told =
                type(NIGHT, NIGHT + " --full", "status", "import " + log, NIGHT + " --sequence", "status --runs 2");

        long unknown = Files.readAllLines(
                        new Home(folder.resolve("home")).out("harbour").resolve("2026-11-02/withheld.csv"))
                .stream()
                .filter(row -> row.contains(",ATTEMPTS_UNKNOWN,"))
                .count();
        String line = "ATTEMPTS UNKNOWN: contact_attempts does not reach 2026-11-02, so " + unknown
                + " of the withheld are not called, visited or asked";
        for (String command : List.of(NIGHT, NIGHT + " --full", "status")) {
            told.get(command).require(0, line);
            assertThat(told.get(command).text()).contains("then 'arrears run --sequence --lender harbour --as-of");
        }
        for (String command : List.of(NIGHT + " --sequence", "status --runs 2")) {
            told.get(command).require(0, "2026-11-02.2");
            assertThat(told.get(command).text()).doesNotContain("ATTEMPTS UNKNOWN");
        }
    }

    private Map<String, Told> type(String... commands) {
        return Told.by(CliTest.fork(folder), List.of(commands));
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.AuditEvent;
import io.arrears.delivery.ImportRequest;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.run.Run;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleSpec;
import io.arrears.store.AuditStore;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyChangeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @TempDir
    Path folder;

    private Path lenders;

    @BeforeEach
    void jobs() throws IOException {
        lenders = Files.createDirectories(folder.resolve("jobs").resolve("lenders"));
        Files.copy(Path.of("jobs", "lenders", "common.yaml"), lenders.resolve("common.yaml"));
        policy("grace-days: 0");
    }

    private void policy(String line) throws IOException {
        Files.writeString(lenders.resolve("harbour.yaml"), "include: common.yaml\nlender: harbour\n" + line + "\n");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_change_of_policy_assesses_everybody_anew_and_is_an_audit_event(Databases kind) throws Exception {
        Path ledger = Files.createDirectories(folder.resolve("ledger"));
        SampleLedger.write(SampleSpec.of(300, 3), ledger);
        Settings settings = new Settings(new Home(folder), folder.resolve("jobs"), kind.fresh(folder));
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            application.imports().run(ImportRequest.of(ledger, "tester"));
            Run first = application.nights().run("harbour", DAY, null, false).run();
            Run second = application
                    .nights()
                    .run("harbour", DAY.plusDays(1), null, false)
                    .run();
            policy("grace-days: 5");
            Nights.Outcome third = application.nights().run("harbour", DAY.plusDays(2), null, false);

            assertThat(List.of(first.full(), second.full(), third.run().full())).containsExactly(true, false, true);
            assertThat(Files.readString(third.folder().resolve("delinquency.csv")))
                    .as("somebody is within five days of grace")
                    .containsPattern(",OPEN,[1-5],0,M0,");
            assertThat(new AuditStore(application.pool()).all("harbour"))
                    .map(AuditEvent::json)
                    .filteredOn(json -> json.contains("\"what\":\"policy changed\""))
                    .singleElement()
                    .asString()
                    .contains(
                            "\"run\":" + third.run().id(),
                            "\"before\":\"" + first.lender().digest(),
                            "\"after\":\"" + third.run().lender().digest());

            policy("grace-days: 0");
            Nights.Outcome replay = application
                    .nights()
                    .replay("harbour", DAY.plusDays(2), third.run().cutoff());
            assertThat(Files.mismatch(
                            replay.folder().resolve("delinquency.csv"),
                            third.folder().resolve("delinquency.csv")))
                    .as("a replay takes the policy of its night")
                    .isEqualTo(-1);
        }
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.audit.FolderCheck;
import io.arrears.publish.Home;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleSpec;
import io.arrears.store.DatabaseSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/** An import, two nights that tell a bureau, and a replay, on a database that somebody else made. */
public final class GrantedNights {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    private GrantedNights() {}

    public static void run(Path folder, DatabaseSettings user) throws Exception {
        Path ledger = folder.resolve("ledger");
        SampleLedger.write(SampleSpec.of(60, 3), ledger);
        Settings settings = new Settings(new Home(folder.resolve("home")), Path.of("jobs"), user);
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            ImportOutcome imported = application.imports().run(ImportRequest.of(ledger, "tester"));
            assertThat(imported.exitCode()).as(imported.message()).isEqualTo(ExitCode.DONE);
            Nights nights = application.nights();
            nights.run("harbour", DAY, null, false);
            Nights.Outcome second = nights.run("harbour", DAY.plusDays(2), null, false);
            assertThat(FolderCheck.of(second.folder()).differences()).isEmpty();
            nights.replay("harbour", second.run().asOf(), second.run().cutoff());
        }
    }
}

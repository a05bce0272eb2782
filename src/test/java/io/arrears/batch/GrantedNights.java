package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.audit.FolderCheck;
import io.arrears.delivery.ImportRequest;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleSpec;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Two imports, one of which erases a contact, two nights that tell a bureau, and a replay, on a database that somebody else made. */
public final class GrantedNights {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    private GrantedNights() {}

    /** A delivery in which the person of the first contact asked to be forgotten. */
    private static Path erasing(Path ledger, Path delivery) throws IOException {
        List<String> contacts = Files.readAllLines(ledger.resolve("contacts.csv"));
        String erased = contacts.get(1).replaceAll(",[^,]*(,[^,]*,[^,]*)$", ",2026-10-01T10:00:00Z$1");
        Files.createDirectories(delivery);
        Files.write(delivery.resolve("contacts.csv"), List.of(contacts.get(0), erased));
        return delivery;
    }

    public static void run(Path folder, DatabaseSettings user) throws Exception {
        Path ledger = folder.resolve("ledger");
        SampleLedger.write(SampleSpec.of(62, 3), ledger);
        Settings settings = new Settings(new Home(folder.resolve("home")), Path.of("jobs"), user);
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            ImportOutcome imported = application.imports().run(ImportRequest.of(ledger, "tester"));
            assertThat(imported.exitCode()).as(imported.message()).isEqualTo(ExitCode.DONE);
            assertThat(application
                            .imports()
                            .run(ImportRequest.of(erasing(ledger, folder.resolve("erasing")), "tester"))
                            .message())
                    .isEmpty();
            Nights nights = application.nights();
            nights.run("harbour", DAY, null, false);
            Nights.Outcome second = nights.run("harbour", DAY.plusDays(2), null, false);
            assertThat(FolderCheck.of(second.folder()).differences()).isEmpty();
            nights.replay("harbour", second.run().asOf(), second.run().cutoff());
        }
    }
}

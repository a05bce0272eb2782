package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.AuditEvent;
import io.arrears.run.Run;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyChangeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    @TempDir
    Path folder;

    private static void policy(Book book, String line) throws IOException {
        Files.writeString(
                book.settings.jobs().resolve("lenders").resolve("harbour.yaml"),
                "include: common.yaml\nlender: harbour\n" + line + "\n");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_change_of_policy_assesses_everybody_anew_and_is_an_audit_event(Databases kind) throws Exception {
        try (Book book = Book.on(kind, folder).open()) {
            policy(book, "grace-days: 0");
            book.deliver(SampleSpec.of(308, 3), "ledger");
            Run first = book.run(DAY).run();
            Run second = book.run(DAY.plusDays(1)).run();
            policy(book, "grace-days: 5");
            Nights.Outcome third = book.run(DAY.plusDays(2));

            assertThat(List.of(first.full(), second.full(), third.run().full())).containsExactly(true, false, true);
            assertThat(Files.readString(third.folder().resolve("delinquency.csv")))
                    .as("somebody is within five days of grace")
                    .containsPattern(",OPEN,[1-5],0,M0,");
            assertThat(book.application.audit().all("harbour"))
                    .map(AuditEvent::json)
                    .filteredOn(json -> json.contains("\"what\":\"policy changed\""))
                    .singleElement()
                    .asString()
                    .contains(
                            "\"run\":" + third.run().id(),
                            "\"before\":\"" + first.lender().digest(),
                            "\"after\":\"" + third.run().lender().digest());

            policy(book, "grace-days: 0");
            Nights.Outcome replay = book.application
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

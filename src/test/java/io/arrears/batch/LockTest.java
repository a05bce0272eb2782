package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.night.Settings;
import io.arrears.night.Withdrawals;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One run of a lender at a time, whichever process asks. */
class LockTest {

    @TempDir
    Path elsewhere;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void nothing_of_a_lender_begins_while_another_process_is_at_work(Databases kind) throws Exception {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Portfolio other = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Run unfinished = NightsTest.stuck(lender, "2026-02-28");
        Nights nights = lender.book.application.nights();
        Settings settings = lender.book.settings;
        try (LockHolder holder = new LockHolder(lender.name, settings.home().root(), settings.database())) {
            refused(ExitCode.LOCKED, "holds its lock", () -> lender.run("2026-03-01"));
            refused(ExitCode.LOCKED, "holds its lock", () -> nights.restart(lender.name));
            refused(ExitCode.LOCKED, "holds its lock", () -> nights.abandon(unfinished.id(), "mine now"));
            assertThat(lender.last()).isEqualTo(unfinished);
            assertThat(other.run("2026-02-28").wasThereAlready()).isFalse();
        }
        assertThat(nights.abandon(unfinished.id(), "its process is dead").id()).isEqualTo(unfinished.id());
        Run published = lender.run("2026-03-01").run();
        try (LockHolder holder = new LockHolder(lender.name, settings.home().root(), settings.database())) {
            refused(ExitCode.LOCKED, "holds its lock", () -> lender.book
                    .application
                    .withdrawals()
                    .withdraw(
                            published.id(),
                            new Withdrawals.Request(
                                    TwoPeople.of(List.of("ann", "bob")), new Reason("a wrong ledger"), false)));
            assertThat(lender.last()).isEqualTo(published);
        }
    }

    @Test
    void on_mysql_the_lock_holds_from_one_machine_to_another() throws Exception {
        assumeThat(Databases.hasMySql()).as("a Docker engine for MySQL").isTrue();
        Portfolio lender = SharedBook.on(Databases.MYSQL)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        try (LockHolder holder = new LockHolder(lender.name, elsewhere, lender.book.settings.database())) {
            refused(ExitCode.LOCKED, "holds its lock", () -> lender.run("2026-02-28"));
            assertThat(lender.book.application.runs().ofLender(lender.name)).isEmpty();
        }
        assertThat(lender.run("2026-02-28").wasThereAlready()).isFalse();
    }
}

package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static io.arrears.batch.NightsTest.stuck;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run of which the work is gone is not resumed, and what is said to do instead helps. */
class WorkInHandTest {

    private static final String NIGHT = "2026-02-28";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_run_whose_work_folder_is_gone_is_abandoned_and_run_anew(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = cutOff(lender);
        work(lender, run).delete();
        require(lender, run, "is not here");
        assertThat(lender.listed(NIGHT)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_part_that_is_gone_is_a_damaged_work_folder(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = cutOff(lender);
        Files.delete(work(lender, run).part("delinquency.csv", 0));
        require(lender, run, "delinquency.csv.00000 is gone, though ");
        assertThat(lender.listed(NIGHT)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_part_that_is_too_short_is_a_damaged_work_folder(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = cutOff(lender);
        Files.writeString(work(lender, run).part("delinquency.csv", 0), "A");
        require(lender, run, "delinquency.csv.00000 holds 1 bytes, though ");
        assertThat(lender.listed(NIGHT)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_home_that_never_had_the_work_folder_publishes_nothing(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = cutOff(lender);
        Home other = new Home(folder.resolve("other"));
        Settings settings = new Settings(
                other, lender.book.settings.jobs(), lender.book.settings.database(), lender.book.settings.chunk());
        Clock clock = Clock.fixed(lender.book.now(), ZoneOffset.UTC);
        try (var context = Context.start(settings, clock, lender.book.application.pool())) {
            Nights nights = new Program(context, settings).nights();
            refused(ExitCode.USAGE, "If another host or ARREARS_HOME has it", () -> nights.restart(lender.name));
        }
        assertThat(other.out(lender.name)).doesNotExist();
        assertThat(lender.book.application.nights().restart(lender.name))
                .singleElement()
                .satisfies(night -> assertThat(night.run().id()).isEqualTo(run.id()));
    }

    private static Portfolio lender(Databases kind) {
        return SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
    }

    /** A run that has written all there is to write, and is not published. */
    private static Run cutOff(Portfolio lender) throws IOException {
        Run run = stuck(lender, NIGHT);
        new WorkFolder(lender.folder(NIGHT)).delete();
        return run;
    }

    private static void require(Portfolio lender, Run run, String damage) {
        Nights nights = lender.book.application.nights();
        assertThat(nights.damage(run)).get().asString().contains(damage, "'arrears abandon " + run.id());
        refused(ExitCode.USAGE, damage, () -> nights.restart(lender.name));
        nights.abandon(run.id(), "its work is gone");
        assertThat(lender.run(NIGHT).wasThereAlready()).isFalse();
    }

    private static WorkFolder work(Portfolio lender, Run run) {
        return new WorkFolder(lender.book.settings.home().work(lender.name, run.id()));
    }
}

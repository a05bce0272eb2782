package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.batch.Nights.Outcome;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run is given up whole, unless it is being published. */
class AbandonTest {

    private static final List<String> TABLES = List.of("standing", "arrear", "review");

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_an_abandoned_run_wrote_is_gone_and_its_night_can_be_run_anew(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Nights nights = lender.book.application.nights();
        Run run = NightsTest.stuck(lender, "2026-02-28");
        Path work = lender.book.settings.home().work(lender.name, run.id());
        assertThat(work.resolve("parts")).isDirectory();
        for (String table : TABLES) {
            assertThat(lender.book.count(table, run)).as(table).isPositive();
        }

        assertThat(nights.abandon(run.id(), "the wrong day").id()).isEqualTo(run.id());

        assertThat(work).doesNotExist();
        for (String table : TABLES) {
            assertThat(lender.book.count(table, run)).as(table).isZero();
        }
        assertThat(lender.last().state()).isEqualTo(Run.State.ABANDONED);
        assertThat(lender.last().message()).isEqualTo("the wrong day");
        assertThat(nights.restart(lender.name)).isEmpty();
        refused(ExitCode.USAGE, "is not unfinished", () -> nights.abandon(run.id(), "again"));

        Files.delete(lender.folder("2026-02-28").resolve("mine.txt"));
        Files.delete(lender.folder("2026-02-28"));
        Outcome anew = lender.run("2026-02-28");
        assertThat(anew.run().id()).isGreaterThan(run.id());
        assertThat(lender.listed("2026-02-28")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_run_that_is_being_published_only_rolls_forward(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Nights nights = lender.book.application.nights();
        Run run = NightsTest.stuck(lender, "2026-02-28");
        lender.book.progress().publishing(run, "0".repeat(64), null);

        refused(ExitCode.USAGE, "only rolls forward", () -> nights.abandon(run.id(), "too late"));

        assertThat(lender.last().state()).isEqualTo(Run.State.PUBLISHING);
        assertThat(lender.book.count("standing", run)).isEqualTo(1);
        refused(ExitCode.FAILED, "does not hold the manifest", () -> nights.restart(lender.name));
        assertThat(lender.last().state()).isEqualTo(Run.State.PUBLISHING);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_was_left_when_abandoning_was_cut_off_goes_with_the_next_command(Databases kind) throws IOException {
        Portfolio lender = lender(kind);
        Run run = NightsTest.stuck(lender, "2026-02-28");
        lender.book.progress().end(run, Run.State.ABANDONED, "killed just after", lender.book.now());
        assertThat(lender.book.count("standing", run)).isEqualTo(1);

        lender.run("2026-03-01");

        assertThat(lender.book.count("standing", run)).isZero();
        assertThat(lender.book.settings.home().work(lender.name, run.id())).doesNotExist();
        assertThat(lender.book.application.runs().find(run.id()).finishedAt()).isEqualTo(lender.book.now());
    }

    /** One loan that is overdue, with a reversal of nothing, which stands in review.csv. */
    private static Portfolio lender(Databases kind) {
        return SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .reversed("A", "2026-02-10", "10.00")
                .deliver();
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.publish.Home;
import io.arrears.run.Run;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which night may run, what it may see, and what becomes of one that cannot end. */
class NightsTest {

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_published_night_is_found_done_and_left_alone(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Nights.Outcome first = lender.run("2026-02-28");
        assertThat(first.wasThereAlready()).isFalse();
        Map<String, String> before = state(first.folder());
        lender.paid("A", "2026-02-10", "40.00").deliver();

        Nights.Outcome again = lender.run("2026-02-28");

        assertThat(again.wasThereAlready()).isTrue();
        assertThat(again.run().id()).isEqualTo(first.run().id());
        assertThat(again.folder()).isEqualTo(first.folder());
        assertThat(state(first.folder())).isEqualTo(before).hasSize(10);
        assertThat(lender.book.application.runs().ofLender(lender.name)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void as_of_dates_only_move_forward(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        lender.run("2026-02-28");
        refused(ExitCode.USAGE, "only move forward", () -> lender.run("2026-02-27"));
        assertThat(lender.book.application.runs().ofLender(lender.name)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_cutoff_lies_neither_in_the_future_nor_before_the_last_one(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Instant now = lender.book.now();
        refused(ExitCode.USAGE, "lies in the future", () -> lender.run("2026-02-01", now.plusNanos(1000)));
        assertThat(lender.book.application.runs().ofLender(lender.name)).isEmpty();

        Instant cutoff = now.minusSeconds(3600);
        assertThat(lender.run("2026-02-01", cutoff).run().cutoff()).isEqualTo(cutoff);
        refused(ExitCode.USAGE, "only grows", () -> lender.run("2026-02-02", cutoff.minusNanos(1000)));
        assertThat(lender.run("2026-02-02", cutoff).run().cutoff()).isEqualTo(cutoff);
        assertThat(lender.run("2026-02-03").run().cutoff()).isEqualTo(now);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_abandoned_runs_cutoff_bounds_the_next_one_too(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Run run = stuck(lender, "2026-02-28");
        lender.book.application.nights().abandon(run.id(), "a try");
        refused(
                ExitCode.USAGE,
                "only grows",
                () -> lender.run("2026-03-01", run.cutoff().minusNanos(1000)));
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_known_after_the_cutoff_does_not_exist_for_the_run(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .paid("A", "2026-02-10", "2026-02-10T12:00:00Z", "30.00")
                .paid("A", "2026-02-10", "2026-02-10T12:00:00.000001Z", "20.00")
                .deliver();
        lender.run("2026-02-27", Instant.parse("2026-02-10T12:00:00Z"));
        assertThat(lender.listed("2026-02-27")).singleElement().asString().contains(",70.00,");

        lender.loan("A", "2026-01-01", "2026-02-15").deliver(); // a correction, known just after that cutoff
        lender.run("2026-02-28", Instant.parse("2026-02-10T12:00:00Z"));
        assertThat(lender.listed("2026-02-28")).singleElement().asString().contains(",27,27,M1,");
        lender.run("2026-03-01", Instant.parse("2026-02-10T12:00:00.000001Z"));
        assertThat(lender.listed("2026-03-01"))
                .singleElement()
                .asString()
                .contains(",14,14,M1,")
                .contains(",50.00,");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_foreign_folder_is_not_overwritten_and_its_night_goes_on_once_it_is_away(Databases kind) throws IOException {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Run run = stuck(lender, "2026-02-28");
        Path foreign = lender.folder("2026-02-28").resolve("mine.txt");
        assertThat(foreign).hasContent("mine");
        assertThat(run.state()).isEqualTo(Run.State.STARTED);

        refused(ExitCode.FAILED, "is unfinished", () -> lender.run("2026-03-01"));
        refused(
                ExitCode.FAILED,
                "is there already",
                () -> lender.book.application.nights().restart(lender.name));
        Files.delete(foreign);
        Files.delete(foreign.getParent());
        assertThat(lender.book.application.nights().restart(lender.name))
                .singleElement()
                .satisfies(night -> assertThat(night.run().id()).isEqualTo(run.id()))
                .satisfies(night -> assertThat(night.run().restarts()).isEqualTo(2));
        assertThat(lender.listed("2026-02-28")).hasSize(1);
        assertThat(lender.book.application.nights().restart(lender.name)).isEmpty();
        lender.run("2026-03-01");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void no_run_starts_while_an_import_of_its_lender_is_loading(Databases kind) {
        Portfolio lender = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        Portfolio other = SharedBook.on(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .deliver();
        String state = "UPDATE imports SET state = ? WHERE import_id ="
                + " (SELECT MIN(import_id) FROM import_lenders WHERE lender = ?)"; // later ones are of all lenders
        lender.book.jdbc.update(state, "LOADING", lender.name);
        try {
            refused(ExitCode.FAILED, "'arrears restart' completes it", () -> lender.run("2026-02-28"));
            assertThat(lender.book.application.runs().ofLender(lender.name)).isEmpty();
            assertThat(other.run("2026-02-28").wasThereAlready()).isFalse();
        } finally {
            lender.book.jdbc.update(state, "DONE", lender.name);
        }
        assertThat(lender.run("2026-02-28").wasThereAlready()).isFalse();
    }

    /** A night that cannot be published, since somebody else's folder stands in its place. */
    static Run stuck(Portfolio lender, String asOf) throws IOException {
        Home.folder(lender.folder(asOf));
        Files.writeString(lender.folder(asOf).resolve("mine.txt"), "mine");
        refused(ExitCode.FAILED, "is there already", () -> lender.run(asOf));
        return lender.last();
    }

    static void refused(ExitCode exitCode, String message, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOf(Refused.class)
                .hasMessageContaining(message)
                .extracting(refused -> ((Refused) refused).exitCode())
                .isEqualTo(exitCode);
    }

    /** Every path of a folder with its time of change and its content. */
    private static Map<String, String> state(Path folder) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.toList()) {
                FileTime changed = Files.getLastModifiedTime(path);
                state.put(path.toString(), changed + (Files.isDirectory(path) ? "" : Files.readString(path)));
            }
        }
        return state;
    }
}

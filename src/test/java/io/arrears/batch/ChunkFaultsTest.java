package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.arrears.batch.FaultedBook.Command;
import io.arrears.batch.FaultedBook.Outcome;
import io.arrears.batch.Faults.Call;
import io.arrears.batch.Faults.How;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** In every step of chunks a writer, the saving of its position or its commit fails once; what is resumed lacks nothing. */
class ChunkFaultsTest {

    @TempDir
    static Path folder;

    /** Every fault is logged at length. */
    @BeforeAll
    static void logNothing() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(Level.WARN);
    }

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private static final Map<Databases, FaultedBook> BOOKS = new EnumMap<>(Databases.class);

    /** A place in a chunk at which something fails. */
    private enum Place {
        WRITER(Call.STATEMENT, How.REFUSED, ".*INTO (?!BATCH_).*"),
        LOST_WRITER(Call.STATEMENT, How.LOST, ".*INTO (?!BATCH_).*"),
        WRITTEN_FILE(Call.WRITE, How.REFUSED, ".*/parts/.*"),
        UPDATE_OF_FILES(Call.FORCE, How.REFUSED, ".*/parts/.*"),
        UPDATE_OF_POSITION(Call.STATEMENT, How.REFUSED, "UPDATE BATCH_STEP_EXECUTION_CONTEXT .*"),
        COMMIT(Call.COMMIT, How.REFUSED, "UPDATE BATCH_STEP_EXECUTION .*"),
        COMMIT_THAT_CAME_ABOUT(Call.COMMIT, How.LOST, "UPDATE BATCH_STEP_EXECUTION .*"),
        COMMIT_LEFT_OPEN(Call.COMMIT, How.LEFT_OPEN, "UPDATE BATCH_STEP_EXECUTION .*");

        final Call call;
        final How how;
        final String what;

        Place(Call call, How how, String what) {
            this.call = call;
            this.how = how;
            this.what = what;
        }

        FaultedBook.Disturbance once(String step) {
            return (program, faults) -> faults.once(how, in(step));
        }

        /** At the second such call of a step: in or behind its second chunk, where it has one. */
        Faults.Rule in(String step) {
            return in(step, 2);
        }

        Faults.Rule in(String step, int number) {
            AtomicInteger seen = new AtomicInteger();
            return (called, at, made) -> called == call
                    && at.matches(step)
                    && made.replaceAll("\\s+", " ").trim().matches(what)
                    && seen.incrementAndGet() == number;
        }
    }

    private static FaultedBook book(Databases kind) {
        return BOOKS.computeIfAbsent(kind, fresh -> {
            try {
                return new FaultedBook(fresh, folder.resolve(fresh.name()));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    static Stream<Arguments> steps() {
        return Databases.available().flatMap(ChunkFaultsTest::steps);
    }

    /** Each of a night and an import on MySQL, where a disturbed night takes its time; all of them with -Dfaults.all=true. */
    private static Stream<Arguments> steps(Databases kind) {
        if (kind == Databases.MYSQL && !Boolean.getBoolean("faults.all")) {
            return Stream.of(
                    Arguments.of(kind, Command.RUN, "furnish-range:.*"),
                    Arguments.of(kind, Command.IMPORT, "load-entries"));
        }
        return Stream.concat(
                Stream.of("assess-range:.*", "furnish-range:.*", "list-range:.*")
                        .map(step -> Arguments.of(kind, Command.RUN, step)),
                Stream.of("load-borrowers", "load-entries", "open-rejects")
                        .map(step -> Arguments.of(kind, Command.IMPORT, step)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_step_that_fails_goes_on_behind_what_it_committed(Databases kind, Command command, String step)
            throws IOException {
        int disturbed = 0;
        for (Place place : Place.values()) {
            Outcome outcome = book(kind).disturbed(command, place.once(step));
            assertThat(outcome.differences())
                    .as("%s, ends %s", outcome.struck(), outcome.ends())
                    .isEmpty();
            disturbed += outcome.isDisturbed() ? 1 : 0;
        }
        assertThat(disturbed).as("places at which %s was disturbed", step).isGreaterThan(3);
    }

    /** Those of them that write a second chunk into tables. */
    static Stream<Arguments> longSteps() {
        return steps().filter(step ->
                List.of("assess-range:.*", "furnish-range:.*", "load-entries").contains(step.get()[2]));
    }

    /** As a kill does: nothing more is written, not even that the step failed. */
    @ParameterizedTest
    @MethodSource("longSteps")
    void a_step_lost_before_its_first_commit_goes_on_where_the_attempt_before_had_come(
            Databases kind, Command command, String step) throws IOException {
        Faults.Rule write = Place.WRITER.in(step, 1);
        AtomicBoolean gone = new AtomicBoolean();
        Outcome outcome = book(kind)
                .disturbed(
                        command,
                        Place.COMMIT.once(step),
                        (program, faults) -> faults.arm(How.LOST, (call, at, what) -> {
                            gone.compareAndSet(false, write.strikes(call, at, what));
                            return gone.get() && call.isOfDatabase();
                        }));
        assertThat(outcome.isDisturbed()).as("both attempts are cut off").isTrue();
        assertThat(outcome.differences())
                .as("%s, ends %s", outcome.struck(), outcome.ends())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_commit_that_fails_while_a_stop_is_under_way_neither_loses_nor_repeats_anything(
            Databases kind, Command command, String step) throws IOException {
        int disturbed = 0;
        for (Place place : List.of(Place.COMMIT, Place.COMMIT_THAT_CAME_ABOUT, Place.COMMIT_LEFT_OPEN)) {
            Faults.Rule commit = place.in(step);
            Faults.Rule write = Place.WRITER.in(step);
            Outcome outcome = book(kind)
                    .disturbed(
                            command,
                            (program, faults) -> faults.once(place.how, (call, at, what) -> {
                                if (write.strikes(call, at, what)) {
                                    program.stop();
                                }
                                return commit.strikes(call, at, what);
                            }));
            assertThat(outcome.differences())
                    .as("%s, ends %s", outcome.struck(), outcome.ends())
                    .isEmpty();
            disturbed += outcome.isDisturbed() ? 1 : 0;
        }
        assertThat(disturbed).isPositive();
    }
}

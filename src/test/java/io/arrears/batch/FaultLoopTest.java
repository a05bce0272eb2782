package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.arrears.batch.FaultedBook.Command;
import io.arrears.batch.FaultedBook.Outcome;
import io.arrears.batch.Faults.Call;
import io.arrears.batch.Faults.How;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A night again and again, its n-th call of the database failing, then its n-th call of the file system, n = 1, 2, 3 … until a
 * night meets no fault: in the end each is as if nothing had failed.
 */
class FaultLoopTest {

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime() % 1_000_000);

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @TempDir
    Path folder;

    /** What fails, of which calls, and whether it goes on failing until the command has ended. */
    private record Fault(String name, Predicate<Call> calls, How how, boolean lasting) {

        FaultedBook.Disturbance at(int n) {
            AtomicInteger count = new AtomicInteger();
            Faults.Rule nth = (call, step, what) -> {
                if (!calls.test(call)) {
                    return false;
                }
                int number = count.incrementAndGet();
                return lasting ? number >= n : number == n;
            };
            return (program, faults) -> faults.arm(how, nth);
        }
    }

    private static final List<Fault> DATABASE = List.of(
            new Fault("refused", Call::isOfDatabase, How.REFUSED, false),
            new Fault("lost", Call::isOfDatabase, How.LOST, false),
            new Fault("commit left open", Call.COMMIT::equals, How.LEFT_OPEN, false),
            new Fault("database gone", Call::isOfDatabase, How.LOST, true));

    private static final List<Fault> FILES = List.of(
            new Fault("file", call -> !call.isOfDatabase(), How.REFUSED, false),
            new Fault(
                    "disk full",
                    call -> call == Call.OPEN || call == Call.WRITE || call == Call.FORCE,
                    How.REFUSED,
                    true));

    @Test
    void a_night_whose_nth_call_fails_is_in_the_end_one_where_none_did() throws IOException {
        System.out.println("FaultLoopTest: -Dfaults.seed=" + SEED);
        int phase = new Random(SEED).nextInt(100);
        FaultedBook book = new FaultedBook(Databases.H2, folder);
        Loop loop = new Loop(book, 1 + phase, 100, Integer.MAX_VALUE);
        DATABASE.forEach(loop::all);
        FILES.forEach(loop::all);
        loop.requireNone();
    }

    @Test
    @Tag("soak")
    void every_call_of_the_database_may_fail_on_h2() throws IOException {
        Loop loop = new Loop(new FaultedBook(Databases.H2, folder), 1, 1, Integer.MAX_VALUE);
        DATABASE.forEach(loop::all);
        loop.requireNone();
    }

    @Test
    @Tag("soak")
    void every_call_of_the_file_system_may_fail_on_h2() throws IOException {
        Loop loop = new Loop(new FaultedBook(Databases.H2, folder), 1, 1, Integer.MAX_VALUE);
        FILES.forEach(loop::all);
        loop.requireNone();
    }

    /** One call in twenty-five: a few hundred faults, since each night there takes its time. */
    @Test
    @Tag("soak")
    void a_few_hundred_calls_of_a_night_on_mysql_may_fail() throws IOException {
        assumeThat(Databases.hasMySql()).isTrue();
        System.out.println("FaultLoopTest: -Dfaults.seed=" + SEED);
        int phase = new Random(SEED).nextInt(25);
        Loop loop = new Loop(new FaultedBook(Databases.MYSQL, folder), 1 + phase, 25, Integer.MAX_VALUE);
        DATABASE.forEach(loop::all);
        FILES.forEach(loop::all);
        loop.requireNone();
    }

    /** Every fault is logged at length, and each is one of thousands. */
    @BeforeAll
    static void logNothing() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(Level.WARN);
    }

    private static final class Loop {
        private final FaultedBook book;
        private final int from;
        private final int step;
        private final int most;
        private final List<String> wrong = new ArrayList<>();
        private int injected;

        Loop(FaultedBook book, int from, int step, int most) {
            this.book = book;
            this.from = from;
            this.step = step;
            this.most = most;
        }

        void all(Fault fault) {
            for (Command command : Command.values()) {
                int n = from;
                while (n <= most && disturb(fault, command, n)) {
                    n += step;
                }
                System.out.println("FaultLoopTest: " + fault.name() + " in " + command + " up to call " + n + "; "
                        + injected + " injected, " + wrong.size() + " wrong");
            }
        }

        private boolean disturb(Fault fault, Command command, int n) {
            try {
                Outcome outcome = book.disturbed(command, fault.at(n));
                if (Boolean.getBoolean("faults.print")) {
                    System.out.println(fault.name() + " " + n + " of " + command + ": " + outcome.struck() + " -> "
                            + outcome.ends());
                }
                if (!outcome.isDisturbed()) {
                    return false;
                }
                injected++;
                List<String> found = new ArrayList<>(outcome.differences());
                outcome.ends().stream().filter(end -> end.startsWith("THROWN")).forEach(found::add);
                if (!found.isEmpty()) {
                    String text = fault.name() + " " + n + " of " + command + ", " + outcome.struck() + "\n    ends "
                            + outcome.ends() + "\n    " + found;
                    System.out.println("WRONG " + text);
                    wrong.add(text);
                }
                return true;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        void requireNone() {
            System.out.println("FaultLoopTest: " + injected + " faults injected, " + wrong.size() + " differences");
            assertThat(injected).isGreaterThan(10);
            assertThat(wrong).as("seed %d", SEED).isEmpty();
        }
    }
}

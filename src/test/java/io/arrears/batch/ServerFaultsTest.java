package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.arrears.batch.FaultedBook.Command;
import io.arrears.batch.FaultedBook.Outcome;
import io.arrears.batch.Faults.Call;
import io.arrears.batch.Faults.How;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What a MySQL server itself does to a chunk of a night or an import: a lock not had in time, a deadlock, a connection killed. */
class ServerFaultsTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @TempDir
    static Path folder;

    private static final Pattern WRITING = Pattern.compile("(?:INSERT|REPLACE)\\b.*? INTO (?!BATCH_)(\\w+)");

    /** MySQL's own, in seconds. */
    private static final int DEFAULT_WAIT = 50;

    private static FaultedBook book;

    @BeforeAll
    static void make() throws IOException {
        assumeTrue(Databases.hasMySql(), "no Docker engine answers, so no test runs on MySQL");
        LOG.setLevel(Level.OFF); // every fault is logged at length
        book = new FaultedBook(Databases.MYSQL, folder);
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(Level.WARN);
        if (Databases.hasMySql()) {
            waitForLocks(DEFAULT_WAIT);
        }
    }

    /** Of the whole server, for connections made from now on; in seconds. */
    private static void waitForLocks(int seconds) {
        try (Rival rival = new Rival(Databases.MYSQL.fresh(folder))) {
            rival.execute("SET GLOBAL innodb_lock_wait_timeout = " + seconds);
        }
    }

    /** What happens, at a chunk of a step before this call is made, and what the server then says. */
    private enum Fault {
        LOCK_WAIT(Call.STATEMENT, "UPDATE BATCH_STEP_EXECUTION_CONTEXT .*", "Lock wait timeout exceeded") {
            @Override
            void strike(Rival rival, String step, String table) {
                rival.lockPosition(step);
            }
        },
        DEADLOCK(Call.STATEMENT, "UPDATE BATCH_STEP_EXECUTION_CONTEXT .*", "Deadlock found") {
            @Override
            void strike(Rival rival, String step, String table) {
                rival.weigh();
                rival.lockPosition(step);
                rival.askFor(table);
            }
        },
        KILLED(Call.COMMIT, "UPDATE BATCH_STEP_EXECUTION .*", "Connection is closed") {
            @Override
            void strike(Rival rival, String step, String table) {
                rival.killWriter(step);
            }
        };

        final Call call;
        final String what;
        final String said;

        Fault(Call call, String what, String said) {
            this.call = call;
            this.what = what;
            this.said = said;
        }

        /** The table is the one that the chunk has last written to. */
        abstract void strike(Rival rival, String step, String table);
    }

    /** What fails, in which command and step, at which of its chunks that write. */
    static Stream<Arguments> steps() {
        List<Arguments> all = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            all.add(Arguments.of(fault, Command.RUN, "assess-range:.*", 2));
            all.add(Arguments.of(fault, Command.IMPORT, "load-entries", 2));
        }
        all.add(Arguments.of(Fault.LOCK_WAIT, Command.RUN, "furnish-range:.*", 2));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_chunk_that_the_server_rolls_back_is_written_by_the_restart(
            Fault fault, Command command, String step, int chunk) throws IOException {
        waitForLocks(
                fault == Fault.LOCK_WAIT ? 2 : DEFAULT_WAIT); // a deadlock ends by itself, however late the other asks
        Outcome outcome = book.disturbed(
                command,
                (program, faults) -> faults.arm(
                        How.REFUSED,
                        new Striking(fault, step, chunk, program.settings().database())));
        assertThat(outcome.ends())
                .singleElement()
                .asString()
                .startsWith("FAILED: ")
                .contains(fault.said);
        assertThat(outcome.differences()).as("ends %s", outcome.ends()).isEmpty();
    }

    /** Makes no call fail itself: somebody else is in the database while the one call lasts. */
    private static final class Striking implements Faults.Rule {
        private final Fault fault;
        private final String step;
        private final DatabaseSettings database;
        private final int chunk;
        private int seen;
        private String victim = "";
        private final Map<String, String> written = new HashMap<>();
        private @Nullable Rival rival;

        Striking(Fault fault, String step, int chunk, DatabaseSettings database) {
            this.fault = fault;
            this.step = step;
            this.chunk = chunk;
            this.database = database;
        }

        @Override
        public synchronized boolean strikes(Call call, String at, String made) {
            if (rival != null && at.equals(victim)) {
                rival.close();
                rival = null;
            }
            if (!at.matches(step)) {
                return false;
            }
            String sql = made.replaceAll("\\s+", " ").trim();
            Matcher writing = WRITING.matcher(sql);
            if (call == Call.STATEMENT && writing.lookingAt()) {
                written.put(at, writing.group(1));
            }
            String table = written.get(at);
            if (call == fault.call && sql.matches(fault.what) && table != null && ++seen == chunk) {
                victim = at;
                rival = new Rival(database);
                fault.strike(rival, at, table);
            }
            if (call == Call.COMMIT) {
                written.remove(at);
            }
            return false;
        }
    }
}

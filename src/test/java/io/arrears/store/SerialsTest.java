package io.arrears.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.Submission;
import io.arrears.lender.Lender;
import io.arrears.lender.LenderFile;
import io.arrears.run.Run;
import io.arrears.store.bureau.SubmissionSerials;
import io.arrears.store.jdbc.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Two lenders of one data provider that name their files in the same instant. */
class SerialsTest {

    private static final Instant NOW = Instant.parse("2026-09-02T20:00:00Z");
    private static final int FULL_FILE = 1_000_000;

    @TempDir
    Path folder;

    private final CyclicBarrier both = new CyclicBarrier(2);

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void the_same_serial_taken_at_once_is_given_once(Databases kind) throws Exception {
        assertThat(serials(kind, List.of(1L), names -> waiting(names, 0))).containsExactly(1, 2);
    }

    /** Each holds what the other wants: MySQL takes one of them back. An embedded H2 would wait for a minute, and is used alone. */
    @Test
    void a_deadlock_is_tried_again() throws Exception {
        assumeTrue(Databases.hasMySql(), "no Docker engine answers, so no test runs on MySQL");
        AtomicBoolean turn = new AtomicBoolean();
        assertThat(serials(Databases.MYSQL, List.of((long) FULL_FILE, 1L), names -> {
                    List<Submission> order = new ArrayList<>(names);
                    if (turn.getAndSet(true)) {
                        Collections.reverse(order);
                    }
                    return waiting(order, 1);
                }))
                .containsExactly(1, 3);
    }

    private interface Order {
        List<Submission> of(List<Submission> names);
    }

    /** The first serials that two lenders get, lowest first. */
    private List<Integer> serials(Databases kind, List<Long> counts, Order order) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (var pool = Database.open(kind.fresh(folder), 4)) {
            SubmissionSerials store = new SubmissionSerials(pool, new JdbcTransactionManager(pool));
            List<Future<Integer>> given = new ArrayList<>();
            for (long run = 1; run <= 2; run++) {
                Run of = run(run);
                Bureau bureau = ordered(of.lender().bureaus().get(0), order);
                given.add(threads.submit(() -> store.allocate(bureau, of, "210", counts)));
            }
            List<Integer> serials = new ArrayList<>();
            for (Future<Integer> serial : given) {
                serials.add(serial.get());
            }
            Collections.sort(serials);
            assertThat(new JdbcTemplate(pool).queryForObject("SELECT COUNT(*) FROM submission", Integer.class))
                    .isEqualTo(2 * counts.size());
            return serials;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Run run(long id) {
        Lender read = LenderFile.load(Path.of("jobs"), "harbour");
        Lender lender = new Lender(
                "lender-" + id,
                read.policy(),
                read.brake(),
                read.freshness(),
                read.nights(),
                read.maxRejects(),
                read.controlsRequired(),
                read.requiredFeeds(),
                read.unknownRejects(),
                read.bureaus(),
                read.language(),
                read.text(),
                read.digest());
        return new Run(
                id,
                lender,
                LocalDate.of(2026, 9, 2),
                1,
                Run.State.STARTED,
                NOW,
                NOW,
                null,
                NOW,
                "test",
                false,
                null,
                0,
                null,
                null,
                Set.of(),
                null,
                null,
                null);
    }

    /** The bureau, whose files are named in this order the first time that a lender asks. */
    private static Bureau ordered(Bureau bureau, Order order) {
        AtomicBoolean asked = new AtomicBoolean();
        return (Bureau) Proxy.newProxyInstance(
                Bureau.class.getClassLoader(), new Class<?>[] {Bureau.class}, (proxy, method, arguments) -> {
                    try {
                        if (!method.getName().equals("submissions") || asked.getAndSet(true)) {
                            return method.invoke(bureau, arguments);
                        }
                        return order.of(bureau.files()
                                .plan(
                                        (String) arguments[0],
                                        (Instant) arguments[1],
                                        (Integer) arguments[2],
                                        counts(arguments[3])));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<Long> counts(Object given) {
        List<Long> counts = new ArrayList<>();
        ((List<?>) given).forEach(count -> counts.add((Long) count));
        return counts;
    }

    /** A list before whose element of this number both lenders wait for each other. */
    private List<Submission> waiting(List<Submission> names, int number) {
        return new AbstractList<>() {
            @Override
            public Submission get(int index) {
                if (index == number) {
                    try {
                        both.await();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    }
                }
                return names.get(index);
            }

            @Override
            public int size() {
                return names.size();
            }
        };
    }
}

package io.arrears.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.FileFormat;
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
import java.util.function.UnaryOperator;
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

    /** An underscore is no placeholder: what only looks alike takes no serial away. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void names_that_only_look_alike_have_serials_of_their_own(Databases kind) {
        try (var pool = Database.open(kind.fresh(folder), 4)) {
            SubmissionSerials store = new SubmissionSerials(pool, new JdbcTransactionManager(pool));
            Bureau bureau = run(1).lender().bureaus().get(0);
            assertThat(store.allocate(named(bureau, "AXB%"), run(1), "210", List.of(1L)))
                    .isEqualTo(1);
            assertThat(store.allocate(named(bureau, "A_B%"), run(2), "210", List.of(1L)))
                    .isEqualTo(1);
            assertThat(store.allocate(named(bureau, "A_B%"), run(3), "210", List.of(1L)))
                    .isEqualTo(2);
        }
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
                read.contacts(),
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
        FileFormat files = instead(
                FileFormat.class,
                bureau.files(),
                "plan",
                planned -> asked.getAndSet(true) ? planned : order.of(submissions(planned)));
        return instead(Bureau.class, bureau, "files", any -> files);
    }

    /** The bureau, whose files have names that begin otherwise. */
    private static Bureau named(Bureau bureau, String prefix) {
        FileFormat plan = instead(FileFormat.class, bureau.files(), "plan", planned -> submissions(planned).stream()
                .map(file -> new Submission(
                        prefix + file.serial(), file.kind(), file.serial(), file.from(), file.to(), file.records()))
                .toList());
        FileFormat files = instead(FileFormat.class, plan, "prefix", any -> prefix);
        return instead(Bureau.class, bureau, "files", any -> files);
    }

    private static List<Submission> submissions(Object planned) {
        return ((List<?>) planned).stream().map(Submission.class::cast).toList();
    }

    /** The same, but for what one of its methods gives. */
    private static <T> T instead(Class<T> type, T whole, String name, UnaryOperator<Object> change) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object given = method.invoke(whole, arguments);
                        return method.getName().equals(name) ? change.apply(given) : given;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
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

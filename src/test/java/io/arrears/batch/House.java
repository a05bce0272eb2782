package io.arrears.batch;

import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.store.Databases;
import io.arrears.store.run.RunProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The running program on one kind of database, for all tests of this JVM; each test has lenders of its own in it. */
final class House {

    private static final Map<Databases, House> OPEN = new EnumMap<>(Databases.class);

    final Settings settings;
    final Application application;
    final JdbcTemplate jdbc;
    private final AtomicInteger lenders = new AtomicInteger();
    private Instant now = Instant.parse("2026-04-01T06:00:00Z");

    private House(Databases kind, Path folder) throws IOException {
        Path policies = Files.createDirectories(folder.resolve("jobs").resolve("lenders"));
        Files.copy(Path.of("jobs", "lenders", "common.yaml"), policies.resolve("common.yaml"));
        settings = new Settings(new Home(folder.resolve("home")), folder.resolve("jobs"), kind.fresh(folder), 3);
        application = Application.open(settings, clock());
        jdbc = new JdbcTemplate(application.pool());
    }

    static synchronized House on(Databases kind) {
        return OPEN.computeIfAbsent(kind, House::open);
    }

    /** A house of one test alone, where what other tests reject is nobody's of its lenders. */
    static House alone(Databases kind) {
        return open(kind);
    }

    private static House open(Databases kind) {
        try {
            Path folder = Files.createTempDirectory("house");
            House house = new House(kind, folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                house.application.close();
                new WorkFolder(folder).delete();
            }));
            return house;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new lender, with these lines in its file. */
    Portfolio lender(String... policy) {
        return new Portfolio(this, "lender-" + lenders.incrementAndGet(), policy);
    }

    Instant now() {
        return now;
    }

    /** Turns the clock; never back. */
    void turnTo(Instant instant) {
        now = instant;
    }

    /** To leave a run where a kill would have left it. */
    RunProgress progress() {
        return new RunProgress(application.pool(), new JdbcTransactionManager(application.pool()));
    }

    /** Time goes by only here and above: whatever was imported before is known to runs that start after. */
    void aSecondLater() {
        now = now.plusSeconds(1);
    }

    /** A clock that stands still. */
    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}

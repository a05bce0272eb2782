package io.arrears.batch;

import com.zaxxer.hikari.HikariDataSource;
import io.arrears.Refused;
import io.arrears.delinquency.NastyLoan;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.publish.WorkFolder;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportStore;
import io.arrears.store.jdbc.Database;
import io.arrears.store.jdbc.DatabaseSettings;
import io.arrears.store.jdbc.Denied;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A small book that had a night before, and tonight's delivery and night, run with faults and without any.
 *
 * <p>Each command is a process of its own in all but name: it wires the program anew over the database and the files.
 */
final class FaultedBook {

    static final LocalDate BEFORE = LocalDate.of(2026, 9, 30);
    static final LocalDate TONIGHT = LocalDate.of(2026, 10, 31);

    private static final String LENDER = Book.LENDER;
    private static final int CHUNK = 3;
    private static final int NASTY = 6;
    private static final int TWO_CHUNKS = 160; // of an import, beside other rows

    /** One of the two commands of a night. */
    enum Command {
        IMPORT,
        RUN
    }

    private final Path folder;
    private final Databases kind;
    private final Path jobs;
    private final Path first;
    private final Path second;
    private final Map<Command, Path> homes = new TreeMap<>();
    private final Map<Command, DatabaseSettings> databases = new TreeMap<>();
    private Map<String, String> files = Map.of();
    private Map<String, List<String>> tables = Map.of();
    private int copies;

    /** The state before each command of tonight, and what an undisturbed night leaves. */
    FaultedBook(Databases kind, Path folder) throws IOException {
        this.kind = kind;
        this.folder = folder;
        Settings settings = Book.on(kind, folder).chunk(CHUNK).settings();
        this.jobs = settings.jobs();
        this.first = folder.resolve("first");
        this.second = folder.resolve("second");
        deliveries();
        Path nasty = folder.resolve("nasty");
        Path later = folder.resolve("later");
        NastyBook loans = new NastyBook(LENDER, "cash-loan", 0, NASTY);
        Instant early =
                NastyLoan.OPENED.plusDays(60).atStartOfDay(ZoneOffset.UTC).toInstant();
        FeedRows.write(nasty, FeedRows.named(loans.rows(early)));
        FeedRows.write(later, FeedRows.named(loans.rows(now(BEFORE))));
        Faults none = new Faults();
        try (HikariDataSource pool = Database.open(settings.database(), 40)) {
            command(settings, pool, none, BEFORE, program -> program.load(first));
            command(settings, pool, none, BEFORE, program -> program.load(nasty));
            command(settings, pool, none, BEFORE, program -> program.run(BEFORE));
            command(settings, pool, none, BEFORE.plusDays(1), program -> program.load(later));
            Book.sendAll(pool, now(BEFORE).plusSeconds(1));
        }
        keep(Command.IMPORT, settings);
        try (HikariDataSource pool = Database.open(settings.database(), 40)) {
            command(settings, pool, none, TONIGHT, program -> program.load(second));
        }
        keep(Command.RUN, settings);
        try (HikariDataSource pool = Database.open(settings.database(), 40)) {
            command(settings, pool, none, TONIGHT, program -> program.run(TONIGHT));
            files = NightFiles.in(settings.home().out(LENDER).resolve(TONIGHT.toString()));
            tables = tables(pool);
        }
    }

    /** The ledger until the night before, one row of it unreadable; then the rest, that row and another unreadable one. */
    private void deliveries() throws IOException {
        BookBuilder.sample(new SampleSpec(14, 7, TONIGHT, List.of(SampleLender.HARBOUR)), first);
        Files.delete(first.resolve("control.csv"));
        Files.createDirectories(second);
        List<String> entries = Files.readAllLines(first.resolve("entries.csv"));
        List<String> early = new ArrayList<>(entries.subList(0, 1));
        List<String> late = new ArrayList<>(entries.subList(0, 1));
        Predicate<String> isLate = row -> row.contains(",2026-10-");
        entries.stream().skip(1).forEach(row -> (isLate.test(row) ? late : early).add(row));
        String spoiled = early.remove(early.size() - 1);
        early.add(spoiled.replaceAll("\\d{4}-\\d{2}-\\d{2}", "some day"));
        late.add(spoiled);
        late.add(late.get(1).replaceFirst("^[^,]+", "E-UNREADABLE").replaceAll("\\d{4}-\\d{2}-\\d{2}", "some day"));
        String account = late.get(1).split(",", -1)[1];
        for (int i = 0; i < TWO_CHUNKS; i++) {
            late.add("E-CENT-" + i + "," + account + ",REPAYMENT,2026-10-20,2026-10-20T08:00:00Z,0.01,,,,,,,");
        }
        Files.write(first.resolve("entries.csv"), early);
        Files.write(second.resolve("entries.csv"), late);
        List<String> borrowers = Files.readAllLines(first.resolve("borrowers.csv"));
        Files.write(second.resolve("borrowers.csv"), borrowers.subList(0, 4));
    }

    private static Instant now(LocalDate night) {
        return TurnedClock.after(night);
    }

    private void keep(Command next, Settings settings) throws IOException {
        Path kept = folder.resolve("before-" + next);
        BookBuilder.copy(settings.home().root(), kept);
        homes.put(next, kept);
        databases.put(next, kind.copy(settings.database(), kept));
    }

    /** What became of one night that was disturbed. */
    record Outcome(@Nullable String struck, List<String> ends, List<String> differences) {

        boolean isDisturbed() {
            return struck != null;
        }
    }

    /** What is armed before a command begins. */
    interface Disturbance {
        void in(Program program, Faults faults);
    }

    /** Runs tonight from a command on, with a fault in each of its first attempts; then what `status` names until nothing is left to do. */
    Outcome disturbed(Command from, Disturbance... disturbances) throws IOException {
        Path place = Files.createDirectory(folder.resolve("night-" + ++copies));
        Path home = place.resolve("home");
        BookBuilder.copy(homes.get(from), home);
        DatabaseSettings database = kind.copy(databases.get(from), place);
        Faults faults = new Faults();
        Settings settings = new Settings(new Home(FaultyFiles.on(home, faults)), jobs, database, CHUNK);
        List<String> ends = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        String struck;
        try (HikariDataSource pool = kind.pool(database)) {
            Tried tried = new Tried(settings, pool, faults, ends);
            boolean done = false;
            List<String> all = new ArrayList<>();
            for (Disturbance disturbance : disturbances) {
                boolean isResumed = tried.isAnythingLeft();
                done = tried.go(program -> {
                    disturbance.in(program, faults);
                    if (isResumed) {
                        program.resume();
                    } else {
                        program.tonight(from, second);
                    }
                });
                if (faults.struck() != null) {
                    all.add(faults.struck());
                }
                faults.disarm();
            }
            struck = all.size() < disturbances.length ? null : String.join("; ", all);
            for (int i = 0; !done || tried.isAnythingLeft(); i++) {
                if (i == 5) {
                    differences.add("still not done: " + ends);
                    break;
                }
                done = tried.isAnythingLeft()
                        ? tried.go(Program::resume) | done
                        : tried.go(program -> program.tonight(from, second));
            }
            if (from == Command.IMPORT) {
                tried.go(program -> program.run(TONIGHT));
            }
            compare(home, pool, differences);
        }
        kind.drop(database);
        if (differences.isEmpty()) {
            new WorkFolder(place).delete();
        }
        return new Outcome(struck, ends, differences);
    }

    private final class Tried {
        private final Settings settings;
        private final HikariDataSource pool;
        private final Faults faults;
        private final List<String> ends;

        Tried(Settings settings, HikariDataSource pool, Faults faults, List<String> ends) {
            this.settings = settings;
            this.pool = pool;
            this.faults = faults;
            this.ends = ends;
        }

        /** Whether it ended with exit 0. */
        boolean go(Program.Work work) {
            try {
                command(settings, pool, faults, TONIGHT, work);
                return true;
            } catch (Refused e) {
                ends.add(e.exitCode() + ": " + e.getMessage());
                return false;
            } catch (UncheckedIOException e) {
                ends.add("FAILED: " + e.getMessage());
                return false;
            } catch (RuntimeException e) {
                Optional<Refused> reported = Denied.orLost(e);
                if (reported.isPresent()) {
                    ends.add(reported.get().exitCode() + ": " + reported.get().getMessage());
                    return false;
                }
                ends.add("THROWN " + e);
                return false;
            }
        }

        /** Whether `status` would name something to restart. */
        boolean isAnythingLeft() {
            return new ImportStore(pool, Clock.systemUTC()).unfinished().isPresent()
                    || !new RunStore(pool).unfinished().isEmpty();
        }
    }

    private static void command(
            Settings settings, HikariDataSource pool, Faults faults, LocalDate night, Program.Work work) {
        Clock clock = Clock.fixed(now(night), ZoneOffset.UTC);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().registerSingleton("settings", settings);
            context.getBeanFactory().registerSingleton("dataSource", FaultyPool.on(pool, faults));
            context.getBeanFactory().registerSingleton("home", settings.home());
            context.getBeanFactory().registerSingleton("clock", clock);
            context.register(Context.class);
            context.refresh();
            work.of(new Program(context, settings));
        }
    }

    private void compare(Path home, HikariDataSource pool, List<String> differences) throws IOException {
        Path out = home.resolve("out").resolve(LENDER);
        try (Stream<Path> nights = Files.list(out)) {
            List<String> names = nights.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
            if (!names.equals(List.of(BEFORE.toString(), TONIGHT.toString()))) {
                differences.add("published: " + names);
                return;
            }
        }
        Map<String, String> written = NightFiles.in(out.resolve(TONIGHT.toString()));
        if (!written.equals(files)) {
            differences.add("other bytes: " + differing(files, written));
        }
        Map<String, List<String>> left = tables(pool);
        if (!left.equals(tables)) {
            differences.add("other rows: " + differing(tables, left));
        }
        Integer published = new JdbcTemplate(pool)
                .queryForObject("SELECT COUNT(*) FROM runs WHERE state = 'PUBLISHED'", Integer.class);
        if (published == null || published != 2) {
            differences.add(published + " runs are published");
        }
        try (Stream<Path> tree = Files.walk(home)) {
            List<String> leftovers = tree.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .filter(name -> name.startsWith("work/") || name.contains("/spool/") || name.endsWith(".new"))
                    .toList();
            if (!leftovers.isEmpty()) {
                differences.add("left behind: " + leftovers);
            }
        }
    }

    private static String differing(Map<String, ?> expected, Map<String, ?> found) {
        Map<String, Object> differing = new TreeMap<>();
        expected.forEach((name, value) -> {
            Object other = found.get(name);
            if (!value.equals(other)) {
                differing.put(name, "expected " + value + " found " + other);
            }
        });
        found.keySet().stream()
                .filter(name -> !expected.containsKey(name))
                .forEach(name -> differing.put(name, "more"));
        String text = differing.toString();
        return text.substring(0, Math.min(3000, text.length()));
    }

    /** What counts of a night, whichever import brought it. */
    private static Map<String, List<String>> tables(HikariDataSource pool) {
        Map<String, List<String>> tables =
                TableRows.ofTables(new JdbcTemplate(pool), TableRows.BUT_IMPORT, ForkedBook.COUNTING);
        tables.replaceAll((name, rows) -> rows.stream()
                .map(row -> row.replaceAll("import \\d+", "import"))
                .sorted()
                .toList());
        return tables;
    }
}

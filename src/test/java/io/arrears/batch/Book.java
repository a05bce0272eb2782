package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.delivery.ImportRequest;
import io.arrears.feed.Feed;
import io.arrears.furnish.Reported;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.jdbc.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** A made-up ledger of six hundred accounts, two nights of one of its lenders, and what both leave behind. */
record Book(Settings settings, Path delivery) {

    static final String LENDER = "harbour";
    static final List<LocalDate> NIGHTS = List.of(LocalDate.of(2024, 6, 30), LocalDate.of(2024, 7, 31));

    /** The tables of what counts: the ledger, the standings, what bureaus were told. */
    static final List<String> COUNTING = Stream.concat(
                    Stream.of(Feed.values()).map(Feed::table),
                    Stream.of(
                            "rejects",
                            "erasures",
                            "standing",
                            "arrear",
                            "review",
                            "standing_history",
                            "furnished",
                            "submission",
                            "submission_state",
                            "pending"))
            .toList();

    private static final Instant NOW = Instant.parse("2024-08-01T02:00:00Z");
    private static final int CHUNK = 40;
    private static final SampleSpec SPEC =
            new SampleSpec(600, 7, NIGHTS.get(0), List.of(SampleLender.HARBOUR, SampleLender.MERIDIAN));

    /** A delivery, and beside it an empty home and an empty database. */
    static Book fresh(Databases kind, Path folder) {
        Path delivery = folder.resolve("delivery");
        try {
            SampleLedger.write(SPEC, delivery);
            Files.delete(delivery.resolve("control.csv"));
            spoil(delivery.resolve("entries.csv"), 5);
            spoil(delivery.resolve("instalments.csv"), 9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Home home = new Home(folder.resolve("home"));
        return new Book(new Settings(home, jobs(folder), kind.fresh(folder), CHUNK), delivery);
    }

    /** The lender's files, its bureau told from May on. */
    private static Path jobs(Path folder) {
        Path jobs = folder.resolve("jobs");
        Path policy = jobs.resolve("lenders").resolve(LENDER + ".yaml");
        try {
            ReportedBook.copy(Path.of("jobs"), jobs);
            Files.writeString(
                    policy,
                    Files.readString(policy).replace("from: 2026-10-01", "from: 2024-05-01") + "nights: on-demand\n");
            return jobs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program in a JVM of its own, whose clock stands still: names and headers of submissions have the time in them. */
    Fork fork() {
        return new Fork(settings).with("-Dkill.clock=" + NOW);
    }

    /** Marks every submission as sent. */
    void send() {
        try (var pool = Database.open(settings.database(), 2)) {
            SubmissionStore submissions = new SubmissionStore(pool);
            new JdbcTemplate(pool)
                    .queryForList("SELECT submission FROM submission", String.class)
                    .forEach(name -> submissions.move(
                            submissions.find("pboc", name).orElseThrow(),
                            new SubmissionStore.Move(Reported.State.SENT, "tester", null, null, NOW)));
        }
    }

    /** Repeats a row with an amount or a date that nobody can read: a reject that holds its account. */
    private static void spoil(Path feed, int line) throws IOException {
        String row = Files.readAllLines(feed).get(line);
        Files.writeString(feed, row.replaceAll("\\d{4}-\\d{2}-\\d{2}", "some day") + "\r\n", StandardOpenOption.APPEND);
    }

    /** Imports the delivery, in this process. */
    void load() {
        try (Application application = Application.open(settings, Clock.systemUTC())) {
            ImportRequest request = ImportRequest.of(delivery, "tester");
            assertThat(application.imports().run(request).exitCode()).isEqualTo(ExitCode.DONE);
        }
    }

    String[] importing() {
        return new String[] {"import", delivery.toString()};
    }

    static String[] night(LocalDate asOf) {
        return new String[] {"run", "--lender", LENDER, "--as-of", asOf.toString()};
    }

    Path published(LocalDate asOf) {
        return settings.home().out(LENDER).resolve(asOf.toString());
    }

    /** The data files of a published night by name; manifest.json also tells of restarts. */
    Map<String, String> files(LocalDate asOf) {
        return ReportedBook.files(published(asOf));
    }

    /** What is left in the home that is no output and no database: files by their paths. */
    List<String> leftovers() {
        try (Stream<Path> tree = Files.walk(settings.home().root())) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> settings.home().root().relativize(file).toString())
                    .filter(name -> name.startsWith("work/") || name.contains("/spool/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every row of the ledger, of what is known of imports, and of the standings, in the order of their text. */
    Map<String, List<String>> tables() {
        List<String> names = new ArrayList<>(COUNTING);
        names.addAll(List.of("import_files", "import_lenders", "import_accounts", "import_ids"));
        Map<String, List<String>> tables = new TreeMap<>();
        try (var pool = Database.open(settings.database(), 2)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            for (String name : names) {
                tables.put(name, jdbc.query("SELECT * FROM " + name, (row, i) -> {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(text(row.getObject(column)));
                    }
                    return String.join("|", values);
                }));
                tables.get(name).sort(null);
            }
        }
        return tables;
    }

    static String text(Object value) throws SQLException {
        if (value instanceof Clob text) {
            return text.getSubString(1, (int) text.length());
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof java.sql.Timestamp at ? at.toLocalDateTime().toString() : String.valueOf(value);
    }
}

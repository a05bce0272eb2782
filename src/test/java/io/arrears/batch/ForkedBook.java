package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.delivery.ImportRequest;
import io.arrears.feed.Feed;
import io.arrears.night.Settings;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import io.arrears.store.jdbc.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger of six hundred made-up accounts whose import and two nights run in processes of their own, and what they leave behind. */
record ForkedBook(Settings settings, Path delivery) {

    static final String LENDER = Book.LENDER;
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
    private static final SampleSpec SPEC =
            new SampleSpec(600, 7, NIGHTS.get(0), List.of(SampleLender.HARBOUR, SampleLender.MERIDIAN));

    /** A delivery, and beside it an empty home and an empty database; the bureau is told from May on. */
    static ForkedBook fresh(Databases kind, Path folder) {
        Path delivery = folder.resolve("delivery");
        BookBuilder.sample(SPEC, delivery);
        try {
            Files.delete(delivery.resolve("control.csv"));
            spoil(delivery.resolve("entries.csv"), 5);
            spoil(delivery.resolve("instalments.csv"), 9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Settings settings = Book.on(kind, folder)
                .ladder()
                .policy("from: 2026-08-01", "from: 2024-05-01")
                .chunk(40)
                .settings();
        return new ForkedBook(settings, delivery);
    }

    /** The program in a JVM of its own, whose clock stands still: names and headers of submissions have the time in them. */
    Fork fork() {
        return new Fork(settings).with("-Dkill.clock=" + NOW);
    }

    /** Marks every submission as sent. */
    void send() {
        try (var pool = Database.open(settings.database(), 2)) {
            Book.sendAll(pool, NOW);
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
        return NightFiles.in(published(asOf));
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
        try (var pool = Database.open(settings.database(), 2)) {
            return TableRows.ofTables(new JdbcTemplate(pool), TableRows.ALL, names);
        }
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.delivery.ImportRequest;
import io.arrears.furnish.Reported;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.run.Run;
import io.arrears.sample.SampleLedger;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.imports.ImportOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** A few dozen made-up accounts that the PBOC is told of, night by night, on a clock that only the test turns. */
final class ReportedBook implements AutoCloseable {

    static final String LENDER = "harbour";
    static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    final Path folder;
    final Settings settings;
    final Application application;
    final JdbcTemplate jdbc;
    final SubmissionStore submissions;
    private final boolean full;
    private Instant now = Instant.parse("2026-08-01T02:00:00Z");
    private int deliveries;

    /** @param full whether each night looks at every account */
    ReportedBook(Databases kind, Path folder, boolean full, String... policy) {
        this(kind, folder, full, true, policy);
        Path ledger = folder.resolve("ledger");
        try {
            SampleLedger.write(new SampleSpec(60, 7, LAST_DAY, List.of(SampleLender.HARBOUR)), ledger);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        load(ledger);
    }

    /** One without accounts, whose months are told on their last day. */
    static ReportedBook empty(Databases kind, Path folder, boolean full, String... policy) {
        return new ReportedBook(kind, folder, full, false, policy);
    }

    private ReportedBook(Databases kind, Path folder, boolean full, boolean waitsForMonths, String... policy) {
        this.folder = folder;
        this.full = full;
        try {
            Path jobs = Files.createDirectories(folder.resolve("jobs"));
            copy(Path.of("jobs"), jobs);
            if (waitsForMonths) {
                twoDaysAfterMonths(jobs.resolve("bureaus").resolve("pboc.yaml"));
            }
            settings = new Settings(new Home(folder.resolve("home")), jobs, kind.fresh(folder), 7);
            application = Application.open(settings, clock());
            jdbc = new JdbcTemplate(application.pool());
            submissions = new SubmissionStore(application.pool());
            policy("from: 2026-10-01", "from: 2026-08-01");
            policy("furnish:", "nights: on-demand\nfurnish:");
            for (int i = 0; i < policy.length; i += 2) {
                policy(policy[i], policy[i + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Months are told two days after their end, so that these nights see both what is due at once and what waits for its run. */
    private static void twoDaysAfterMonths(Path file) throws IOException {
        String text = Files.readString(file);
        String words = "months: {settle: month-end, submit: +0d}";
        assertThat(text).contains(words);
        Files.writeString(file, text.replace(words, words.replace("+0d", "+2d")));
    }

    /** Replaces words of the lender's file. */
    void policy(String words, String others) {
        Path file = settings.jobs().resolve("lenders").resolve(LENDER + ".yaml");
        try {
            String text = Files.readString(file);
            assertThat(text).contains(words);
            Files.writeString(file, text.replace(words, others));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Imports rows of one feed, header first. */
    void deliver(String feed, String... rows) {
        Path delivery = folder.resolve("delivery-" + ++deliveries);
        try {
            Files.createDirectories(delivery);
            Files.writeString(delivery.resolve(feed + ".csv"), String.join("\n", rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        load(delivery);
    }

    /** Imports rows of several feeds at once, each header first, however many of them are rejected. */
    void deliver(Map<String, List<String>> feeds) {
        Path delivery = folder.resolve("delivery-" + ++deliveries);
        try {
            Files.createDirectories(delivery);
            for (Map.Entry<String, List<String>> feed : feeds.entrySet()) {
                Files.write(delivery.resolve(feed.getKey() + ".csv"), feed.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        load(new ImportRequest(delivery, new BigDecimal(100), false, Set.of(), "tester"));
    }

    private void load(Path delivery) {
        load(ImportRequest.of(delivery, "tester"));
    }

    private void load(ImportRequest request) {
        Path delivery = request.folder();
        ImportOutcome outcome = application.imports().run(request);
        assertThat(outcome.exitCode())
                .as("%s of %s", outcome.message(), delivery)
                .isEqualTo(ExitCode.DONE);
    }

    /** Delivers rows of the sample's ledger, those that begin so, once more and otherwise. */
    void correct(String feed, String start, UnaryOperator<String> change) {
        List<String> rows = new ArrayList<>(rows(feed, "").subList(0, 1));
        rows(feed, start).stream().map(change).forEach(rows::add);
        assertThat(rows).as(start).hasSizeGreaterThan(1).doesNotContainAnyElementsOf(rows(feed, start));
        deliver(feed, rows.toArray(String[]::new));
    }

    private List<String> rows(String feed, String start) {
        try (Stream<String> lines = Files.lines(folder.resolve("ledger").resolve(feed + ".csv"))) {
            return lines.filter(line -> line.startsWith(start)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two in the morning after a day. */
    ReportedBook after(LocalDate day) {
        now = day.plusDays(1).atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC);
        return this;
    }

    void later(int seconds) {
        now = now.plusSeconds(seconds);
    }

    Instant now() {
        return now;
    }

    Nights.Outcome run(LocalDate asOf) {
        return run(LENDER, asOf);
    }

    Nights.Outcome run(String lender, LocalDate asOf) {
        after(asOf);
        return application.nights().run(lender, asOf, null, full);
    }

    /** A night whose files are all sent at once. */
    Nights.Outcome runAndSend(LocalDate asOf) {
        Nights.Outcome night = run(asOf);
        later(1);
        moveAll(Reported.State.PREPARED, Reported.State.SENT);
        return night;
    }

    /** Another lender of the same data provider. */
    String second() throws IOException {
        SampleLender kite = new SampleLender(
                "kite",
                "K",
                "CN",
                SampleLender.HARBOUR.zone(),
                SampleLender.HARBOUR.bureaus(),
                SampleLender.HARBOUR.products(),
                true);
        Path policies = settings.jobs().resolve("lenders");
        String policy = Files.readString(policies.resolve(LENDER + ".yaml"));
        Files.writeString(policies.resolve("kite.yaml"), policy.replace("lender: harbour", "lender: kite"));
        Path ledger = folder.resolve("ledger-kite");
        SampleLedger.write(new SampleSpec(20, 7, LAST_DAY, List.of(kite)), ledger);
        load(ledger);
        return kite.name();
    }

    /** The rows of a list, without its header. */
    static List<String> list(Nights.Outcome night, String file) {
        return files(night.folder()).get(file).lines().skip(1).toList();
    }

    long count(String table, Run run) {
        Long count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE lender = ? AND run_id = ?",
                Long.class,
                run.lender().name(),
                run.id());
        return count == null ? 0 : count;
    }

    /** Submissions as they stand now, by their names. */
    List<String> inState(Reported.State state) {
        return jdbc.queryForList(
                "SELECT s.submission FROM submission_state s WHERE state = ? AND `number` ="
                        + " (SELECT MAX(n.`number`) FROM submission_state n WHERE n.submission = s.submission)"
                        + " ORDER BY submission",
                String.class,
                state.name());
    }

    void move(String submission, Reported.State to) {
        submissions.move(
                submissions.find(submission).orElseThrow(), new SubmissionStore.Move(to, "tester", null, null, now));
    }

    void moveAll(Reported.State from, Reported.State to) {
        inState(from).forEach(submission -> move(submission, to));
    }

    /** The bureau answers every file that was sent, and refuses the records of one kind, or of any, of some accounts. */
    void answer(String refusedKind, String refusedAccounts) {
        moveAll(Reported.State.SENT, Reported.State.ACCEPTED);
        jdbc.update(
                "INSERT INTO refusal (lender, account_id, bureau, environment, run_id, kind, part, ordinal, answered_at, reason,"
                        + " code, tag)"
                        + " SELECT lender, account_id, bureau, environment, run_id, kind, part, ordinal, ?, 1, 'BLE019', 'Month'"
                        + " FROM furnished WHERE kind LIKE ? AND account_id LIKE ?",
                LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                refusedKind,
                refusedAccounts);
    }

    /** Every row of some tables, as text. */
    Map<String, List<String>> tables(String... names) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String name : names) {
            tables.put(
                    name,
                    jdbc
                            .query("SELECT * FROM " + name, (row, i) -> {
                                StringBuilder text = new StringBuilder();
                                for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
                                    text.append(row.getString(c)).append('|');
                                }
                                return text.toString();
                            })
                            .stream()
                            .sorted()
                            .toList());
        }
        return tables;
    }

    /** The data files below a folder by their paths; manifest.json and report.html also tell of restarts and replays. */
    static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                if (!List.of("manifest.json", "audit.jsonl", "checkpoint.json", "report.html")
                        .contains(file.getFileName().toString())) {
                    files.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies a tree of files. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

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

    @Override
    public void close() {
        application.close();
    }
}

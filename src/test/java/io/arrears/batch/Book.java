package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.delivery.ImportRequest;
import io.arrears.furnish.Reported;
import io.arrears.night.Settings;
import io.arrears.run.Run;
import io.arrears.sample.SampleLender;
import io.arrears.sample.SampleSpec;
import io.arrears.store.Databases;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.run.RunProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A ledger of a test's own with its home, its settings and its nights, on a clock that only the test turns. */
final class Book implements AutoCloseable {

    static final String LENDER = "harbour";
    static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    final Path folder;
    final Settings settings;
    final Application application;
    final JdbcTemplate jdbc;
    final SubmissionStore submissions;
    private final TurnedClock clock;
    private final boolean full;
    private int deliveries;
    private int lenders;

    Book(Path folder, Settings settings, TurnedClock clock, boolean full) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.full = full;
        application = Application.open(settings, clock);
        jdbc = new JdbcTemplate(application.pool());
        submissions = new SubmissionStore(application.pool());
    }

    static BookBuilder on(Databases kind, Path folder) {
        return new BookBuilder(kind, folder);
    }

    /** A new lender whose loans are plain ones, with these lines in its file. */
    Portfolio lender(String... policy) {
        return new Portfolio(this, "lender-" + ++lenders, policy);
    }

    /** Replaces words of the lender's file. */
    void policy(String words, String others) {
        BookBuilder.replace(settings.jobs().resolve("lenders").resolve(LENDER + ".yaml"), words, others);
    }

    /** Imports rows of one feed, header first. */
    void deliver(String feed, String... rows) {
        load(ImportRequest.of(delivery(Map.of(feed, List.of(rows))), "tester"));
    }

    /** Imports rows of several feeds at once, each header first, however many of them are rejected. */
    void deliver(Map<String, List<String>> feeds) {
        ImportOutcome outcome = offer(feeds, new BigDecimal(100));
        assertThat(outcome.exitCode()).as(outcome.message()).isEqualTo(ExitCode.DONE);
    }

    /** The same, refused as a whole beyond so many rejects. */
    ImportOutcome offer(Map<String, List<String>> feeds, BigDecimal maxRejectsPercent) {
        return application
                .imports()
                .run(new ImportRequest(delivery(feeds), maxRejectsPercent, false, Set.of(), "tester"));
    }

    /** Imports a made-up ledger. */
    void deliver(SampleSpec spec, String name) {
        BookBuilder.sample(spec, folder.resolve(name));
        load(ImportRequest.of(folder.resolve(name), "tester"));
    }

    private Path delivery(Map<String, List<String>> feeds) {
        return FeedRows.write(folder.resolve("delivery-" + ++deliveries), FeedRows.named(feeds));
    }

    private void load(ImportRequest request) {
        ImportOutcome outcome = application.imports().run(request);
        assertThat(outcome.exitCode())
                .as("%s of %s", outcome.message(), request.folder())
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
    Book after(LocalDate day) {
        turnTo(TurnedClock.after(day));
        return this;
    }

    void later(int seconds) {
        turnTo(now().plusSeconds(seconds));
    }

    void turnTo(Instant instant) {
        clock.turnTo(instant);
    }

    Instant now() {
        return clock.instant();
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
        deliver(new SampleSpec(20, 7, LAST_DAY, List.of(kite)), "ledger-kite");
        return kite.name();
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
        move(submissions, submission, to, now());
    }

    private static void move(SubmissionStore submissions, String submission, Reported.State to, Instant at) {
        submissions.move(
                submissions.find(submission).orElseThrow(), new SubmissionStore.Move(to, "tester", null, null, at));
    }

    /** Marks every submission of a database as sent. */
    static void sendAll(DataSource pool, Instant at) {
        SubmissionStore submissions = new SubmissionStore(pool);
        new JdbcTemplate(pool)
                .queryForList("SELECT submission FROM submission ORDER BY submission", String.class)
                .forEach(name -> move(submissions, name, Reported.State.SENT, at));
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
                LocalDateTime.ofInstant(now(), ZoneOffset.UTC),
                refusedKind,
                refusedAccounts);
    }

    /** Every row of some tables, as text. */
    Map<String, List<String>> tables(String... names) {
        return TableRows.ofTables(jdbc, TableRows.ALL, List.of(names));
    }

    /** To leave a run where a kill would have left it. */
    RunProgress progress() {
        return new RunProgress(application.pool(), new JdbcTransactionManager(application.pool()));
    }

    @Override
    public void close() {
        application.close();
    }
}

package io.arrears.batch;

import com.zaxxer.hikari.HikariDataSource;
import io.arrears.delivery.ImportRequest;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.jdbc.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A fresh database, a fresh home, and the import's beans as the program wires them. */
final class ImportContext implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T06:00:00Z"), ZoneOffset.UTC);

    private final HikariDataSource pool;
    private final AnnotationConfigApplicationContext context;
    private final Path folder;
    private final Home home;
    final JdbcTemplate jdbc;
    final FailingCommits commits;
    final Imports imports;

    ImportContext(Databases kind, Path folder) {
        this.folder = folder;
        this.home = new Home(folder.resolve("home"));
        Settings settings = new Settings(home, Path.of("jobs"), kind.fresh(folder));
        this.pool = Database.open(settings.database(), 6);
        this.jdbc = new JdbcTemplate(pool);
        this.commits = new FailingCommits(new JdbcTransactionManager(pool));
        this.context = new AnnotationConfigApplicationContext();
        context.registerBean("dataSource", javax.sql.DataSource.class, () -> pool);
        context.registerBean("transactionManager", PlatformTransactionManager.class, () -> commits);
        context.registerBean(Home.class, () -> home);
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(Clock.class, () -> CLOCK);
        context.register(Foundation.class, ImportJob.class, Imports.class);
        context.refresh();
        this.imports = context.getBean(Imports.class);
    }

    /** A delivery of these files; each is a name and its lines. */
    Path delivery(String name, Map<String, List<String>> files) {
        return FeedRows.write(folder.resolve(name), files);
    }

    ImportOutcome run(Path delivery) {
        return imports.run(ImportRequest.of(delivery, "tester"));
    }

    Home home() {
        return home;
    }

    List<String> rejected(ImportOutcome outcome) {
        try {
            return Files.readAllLines(outcome.rejectedCsv());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run of the lender that has started, with its cutoff. */
    void started(String lender, String cutoff) {
        jdbc.update("INSERT INTO lenders (lender) VALUES (?) ON DUPLICATE KEY UPDATE lender = VALUES(lender)", lender);
        Long id = jdbc.queryForObject("SELECT COALESCE(MAX(run_id), 0) + 1 FROM runs", Long.class);
        LocalDateTime at = LocalDateTime.parse(cutoff);
        jdbc.update(
                "INSERT INTO runs (run_id, lender, as_of, sequence, state, cutoff, started_at, generated_at,"
                        + " engine_version, policy, policy_digest, full_assessment, restarts)"
                        + " VALUES (?, ?, ?, 1, 'STARTED', ?, ?, ?, 'test', '', '', FALSE, 0)",
                id,
                lender,
                at.toLocalDate(),
                at,
                at,
                at);
    }

    /** The rows of a statement as text, in its order. */
    List<String> rows(String sql, Object... values) {
        return TableRows.of(jdbc, TableRows.ALL, sql, values);
    }

    /** What the feeds' tables and the rejects say, whichever import wrote it. */
    List<List<String>> ledger() {
        return Stream.of(
                        "SELECT * FROM borrowers ORDER BY borrower_id, revision",
                        "SELECT * FROM accounts ORDER BY account_id, revision",
                        "SELECT * FROM instalments ORDER BY account_id, schedule_version, `number`, revision",
                        "SELECT * FROM entries ORDER BY entry_id, revision",
                        "SELECT feed, row_key, account_id, state, opened_at, closed_at FROM rejects ORDER BY row_key")
                .map(sql -> TableRows.of(jdbc, TableRows.BUT_IMPORT, sql))
                .toList();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}

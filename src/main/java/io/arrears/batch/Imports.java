package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.audit.Event;
import io.arrears.delivery.Delivery;
import io.arrears.delivery.ImportFolder;
import io.arrears.delivery.ImportRequest;
import io.arrears.publish.Home;
import io.arrears.store.AuditStore;
import io.arrears.store.contact.Objections;
import io.arrears.store.imports.CoreViews;
import io.arrears.store.imports.ImportEnding;
import io.arrears.store.imports.ImportLock;
import io.arrears.store.imports.ImportOutcome;
import io.arrears.store.imports.ImportStore;
import io.arrears.store.imports.RejectStore;
import io.arrears.store.imports.RejectStore.Discarded;
import io.arrears.store.imports.ViewCounts;
import io.arrears.store.imports.ViewsRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports, one at a time: a delivery's folder into the ledger's tables, or nothing of it.
 *
 * <p>An unfinished import (killed, or its database lost) is always resumed before another one begins, under its own id and
 * with its rows known from the same instant.
 */
@Component
public final class Imports {

    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final Home home;
    private final ImportLaunch launch;
    private final ImportStore store;
    private final ImportEnding ending;
    private final Clock clock;

    public Imports(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JobRepository repository,
            JobOperator operator,
            @Qualifier(ImportJob.NAME) Job job,
            Home home,
            Clock clock) {
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
        this.home = home;
        this.clock = clock;
        this.store = new ImportStore(dataSource, clock);
        this.ending = new ImportEnding(dataSource, transactions, clock);
        this.launch = new ImportLaunch(store, ending, new ViewCounts(dataSource), repository, operator, job, home);
    }

    /**
     * Imports a folder, after any import that is unfinished.
     *
     * @return how it ended; when the unfinished one fails again, how that one did, and nothing else was begun
     * @throws Refused when there is nothing to import (2), a file is of no feed (4), or another import runs (75)
     */
    public ImportOutcome run(ImportRequest request) {
        Delivery.of(request.folder());
        return afterTheUnfinished(() -> {
            long importId = create(request.folder().toAbsolutePath().toString(), request.user());
            return launch.start(importId, request);
        });
    }

    /**
     * Imports what changed in a core system's views, after any import that is unfinished.
     *
     * @return how it ended; done with no feeds when nothing changed
     * @throws Refused when the schema shows no view of a feed's name (2), or another import runs (75)
     */
    public ImportOutcome fromViews(ViewsRequest request) {
        CoreViews views = new CoreViews(dataSource, request.schema());
        views.feeds();
        return afterTheUnfinished(() -> pull(views, request));
    }

    private ImportOutcome afterTheUnfinished(Supplier<ImportOutcome> next) {
        return ImportLock.holding(home, dataSource, () -> {
            new Objections(new JdbcTemplate(dataSource), home).requireKey(ExitCode.USAGE);
            return launch.resume()
                    .filter(earlier -> earlier.exitCode() == ExitCode.FAILED)
                    .orElseGet(next);
        });
    }

    private ImportOutcome pull(CoreViews views, ViewsRequest asked) {
        long importId = create(views.source(), asked.user());
        Path source = Home.folder(new ImportFolder(home.importFolder(importId)).source());
        try {
            views.pull(importId, source, asked.full(), asked.mayBeEmpty());
        } catch (Refused e) {
            ending.refused(importId, e.getMessage(), Map.of());
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + source, e);
        }
        if (isEmpty(source)) {
            ending.done(importId, Map.of());
            return launch.outcome(importId, null);
        }
        ImportRequest request = new ImportRequest(source, asked.maxRejectsPercent(), false, Set.of(), asked.user());
        return launch.start(importId, request);
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** An import that was begun and has not ended; empty when there is none. */
    public Optional<Long> unfinished() {
        return store.unfinished();
    }

    /** Goes on with an unfinished import; empty when there is none. */
    public Optional<ImportOutcome> resume() {
        return ImportLock.holding(home, dataSource, launch::resume);
    }

    /**
     * Closes the open rejects of a row that will never arrive, on the word of two people; returns how many there were.
     *
     * @param reference {@code IMPORT:FEED:LINE}, or {@code FEED:KEY} like {@code instalments:A17 1 3}
     * @throws Refused (2) when none is open
     */
    public int discard(String reference, Reason reason, TwoPeople people) {
        RejectStore rejects = new RejectStore(new JdbcTemplate(dataSource));
        AuditStore audit = new AuditStore(dataSource);
        Integer closed = transaction.execute(status -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Discarded discarded = rejects.discard(reference, reason, people, now);
            Event event = Event.of(Event.What.REJECTS_DISCARDED, now)
                    .on(reference)
                    .counts(Map.of("rejects", discarded.rejects()))
                    .people(people.names())
                    .reason(reason.text());
            discarded.lenders().forEach(lender -> audit.append(lender, event));
            return discarded.rejects();
        });
        return Objects.requireNonNull(closed);
    }

    private long create(String source, String user) {
        return Objects.requireNonNull(transaction.execute(status -> store.create(source, user)));
    }
}

package io.arrears.store.run;

import io.arrears.Refused;
import io.arrears.lender.Lender;
import io.arrears.lender.SkippedNights;
import io.arrears.reconcile.Acceptance;
import io.arrears.run.Run;
import io.arrears.store.AuditStore;
import io.arrears.store.LenderStore;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How a run begins, under the lock of its lender's row: its number, its place among the nights, what it is to assess. */
public final class RunBeginning {

    private static final Sql SQL = Sql.of("runs");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RunStore runs;
    private final RunRefusals refusals;
    private final LenderStore lenders;
    private final AuditStore audit;
    private final FreshnessStore freshness;

    public RunBeginning(DataSource pool, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(pool);
        this.transaction = new TransactionTemplate(transactions);
        this.runs = new RunStore(pool);
        this.refusals = new RunRefusals(jdbc, runs, new SubmissionStore(pool));
        this.lenders = new LenderStore(pool, transactions);
        this.audit = new AuditStore(pool);
        this.freshness = new FreshnessStore(jdbc);
    }

    /** What a new run is asked to be. */
    public record Request(
            Lender lender,
            LocalDate asOf,
            Instant cutoff,
            Instant now,
            String engineVersion,
            boolean full,
            String user,
            @Nullable Acceptance accepted,
            @Nullable SkippedNights skipped) {}

    /**
     * Starts a run: from here on its cutoff bounds what any later import can make known. It assesses all accounts if asked
     * to, on a first night, and after a change of policy or rules.
     *
     * @throws Refused while an import of the lender is unfinished (1), or when the cutoff goes back (2)
     */
    public Run start(Request request) {
        String lender = request.lender().name();
        return begun(lender, () -> {
            refusals.goingBack(request);
            refusals.beforeLastMove(lender, request.now());
            Run previous = runs.lastPublished(lender).orElse(null);
            boolean full = request.full()
                    || previous == null
                    || runs.isAnyWithdrawn(lender, previous.id(), Long.MAX_VALUE)
                    || !previous.isBy(request.lender(), request.engineVersion());
            long id = required(jdbc.queryForObject(SQL.get("next_id"), Long.class));
            int sequence = 1
                    + runs.published(lender, request.asOf()).map(Run::sequence).orElse(0);
            Run run = insert(id, request, sequence, request.now(), full, previous == null ? null : previous.id());
            freshness.note(run, runs.publishedBefore(lender, request.asOf(), request.cutoff()));
            RunEvents.started(run, previous).forEach(event -> audit.append(lender, event));
            return run;
        });
    }

    /**
     * Starts a replay: it sees what counted before its night, and nothing it writes ever counts. With the cutoff of a
     * published run of that night it is that run again: its policy, its generation time, its predecessor.
     */
    public Run startReplay(Request request) {
        String lender = request.lender().name();
        return begun(lender, () -> {
            Run original = runs.publishedAt(lender, request.asOf(), request.cutoff());
            refusals.withdrawn(original, request);
            Run before = runs.publishedBefore(lender, request.asOf(), request.cutoff());
            long id = required(jdbc.queryForObject(SQL.get("next_replay_id"), Long.class));
            int sequence = 1 + required(jdbc.queryForObject(SQL.get("replays"), Integer.class, lender, request.asOf()));
            if (original == null) {
                Run replay = insert(id, request, sequence, request.now(), true, before == null ? null : before.id());
                freshness.note(replay, before);
                return replay;
            }
            Request again = new Request(
                    original.lender(),
                    request.asOf(),
                    original.cutoff(),
                    request.now(),
                    original.engineVersion(),
                    true,
                    request.user(),
                    original.accepted(),
                    original.skipped());
            Run replay = insert(id, again, sequence, original.generatedAt(), true, original.previousRun());
            freshness.copy(replay, original);
            return replay;
        });
    }

    private Run begun(String lender, Supplier<Run> begin) {
        for (int attempt = 1; ; attempt++) {
            try {
                return required(transaction.execute(status -> {
                    lenders.lock(lender);
                    refusals.whileLoading(lender);
                    return begin.get();
                }));
            } catch (DuplicateKeyException e) {
                if (attempt == 20) {
                    throw e;
                }
                // a run of another lender took the same number at the same time: take the next
            }
        }
    }

    private Run insert(
            long id, Request request, int sequence, Instant generatedAt, boolean full, @Nullable Long previous) {
        Acceptance accepted = request.accepted();
        SkippedNights skipped = request.skipped();
        jdbc.update(
                SQL.get("insert"),
                id,
                request.lender().name(),
                request.asOf(),
                sequence,
                Rows.utc(request.cutoff()),
                Rows.utc(request.now()),
                Rows.utc(generatedAt),
                request.engineVersion(),
                request.lender().text(),
                request.lender().digest(),
                full,
                previous,
                accepted == null ? null : RunRow.names(accepted.identities()),
                accepted == null ? null : accepted.byOne(),
                accepted == null ? null : accepted.byTwo(),
                accepted == null ? null : accepted.reason(),
                skipped == null ? null : skipped.first(),
                skipped == null ? null : skipped.last(),
                skipped == null ? null : skipped.count());
        return runs.find(id);
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the database gave nothing");
        }
        return value;
    }
}

package io.arrears.store;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.Event;
import io.arrears.furnish.Bureau;
import io.arrears.lender.Lender;
import io.arrears.lender.SkippedNights;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Identity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of runs: how they begin, how far they have come. */
public final class RunStore {

    private static final Sql SQL = Sql.of("runs");
    private static final int MESSAGE = 2000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AuditStore audit;
    private final FreshnessStore freshness;
    private final CheckpointStore checkpoints;
    private final SubmissionStore submissions;
    private final LastCutoff cutoffs;

    public RunStore(DataSource pool, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(pool);
        this.transaction = new TransactionTemplate(transactions);
        this.audit = new AuditStore(pool);
        this.freshness = new FreshnessStore(jdbc);
        this.checkpoints = new CheckpointStore(pool);
        this.submissions = new SubmissionStore(pool, transactions);
        this.cutoffs = new LastCutoff(jdbc);
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
            Instant last = cutoffs.of(lender, request.now());
            if (last != null && request.cutoff().isBefore(last)) {
                throw new Refused(
                        ExitCode.USAGE,
                        "the cutoff " + request.cutoff() + " lies before that of an earlier run of " + lender + ", "
                                + last + "; what a run may see only grows");
            }
            refuseBeforeLastMove(lender, request.now());
            Run previous = lastPublished(lender).orElse(null);
            boolean full = request.full()
                    || previous == null
                    || isAnyWithdrawn(lender, previous.id(), Long.MAX_VALUE)
                    || !previous.lender().digest().equals(request.lender().digest())
                    || !previous.engineVersion().equals(request.engineVersion());
            long id = required(jdbc.queryForObject(SQL.get("next_id"), Long.class));
            int sequence =
                    1 + published(lender, request.asOf()).map(Run::sequence).orElse(0);
            Run run = insert(id, request, sequence, request.now(), full, previous == null ? null : previous.id());
            freshness.note(run, first("published_before", lender, request.asOf(), Rows.utc(request.cutoff())));
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
            Run original = first("published_at_cutoff", lender, request.asOf(), Rows.utc(request.cutoff()));
            refuseWithdrawn(original, request);
            Run before = first("published_before", lender, request.asOf(), Rows.utc(request.cutoff()));
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

    /** Whether a night was taken back between two, which neither of them knows of. */
    private boolean isAnyWithdrawn(String lender, long after, long before) {
        return required(jdbc.queryForObject(SQL.get("withdrawn_between"), Long.class, lender, after, before)) > 0;
    }

    /** Whether a night was taken back between this run and the one that counts as before it. */
    public boolean followsWithdrawn(Run run) {
        long own = run.isReplay() ? original(run).map(Run::id).orElse(0L) : run.id();
        return isAnyWithdrawn(run.lender().name(), run.previousRunOrZero(), own);
    }

    /** The as-of dates of nights that were taken back, but not what was sent of them. */
    public List<LocalDate> keptTold(String lender) {
        return jdbc.queryForList(SQL.get("kept_told"), LocalDate.class, lender);
    }

    private void refuseWithdrawn(@Nullable Run original, Request request) {
        Run withdrawn = original != null
                ? null
                : first("withdrawn_at_cutoff", request.lender().name(), request.asOf(), Rows.utc(request.cutoff()));
        if (withdrawn != null) {
            throw new Refused(
                    ExitCode.USAGE,
                    withdrawn
                            + " had this cutoff and was withdrawn, so it is not told again; the folder it gave is kept"
                            + " under withdrawn/, and without --cutoff a replay tells what is known of that day by now");
        }
    }

    private Run begun(String lender, Supplier<Run> begin) {
        for (int attempt = 1; ; attempt++) {
            try {
                return required(transaction.execute(status -> {
                    lock(lender);
                    refuseWhileLoading(lender);
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

    /** What is told of a night is what had become of the files when it was generated, so none may move before that (S15). */
    private void refuseBeforeLastMove(String lender, Instant generatedAt) {
        Instant moved = submissions.lastMove(lender);
        if (moved != null && generatedAt.isBefore(moved)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "the clock says " + generatedAt + ", but a bureau's file of " + lender + " was moved at " + moved
                            + "; a night is generated after that. Set the clock right, then run again");
        }
    }

    private void refuseWhileLoading(String lender) {
        List<Long> loading = jdbc.queryForList(SQL.get("loading_imports"), Long.class, lender);
        if (!loading.isEmpty()) {
            throw new Refused(
                    ExitCode.FAILED,
                    "import " + loading.get(0) + " of " + lender
                            + " is unfinished; 'arrears restart' completes it, then run again");
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
        return find(id);
    }

    private @Nullable Run first(String query, Object... parameters) {
        return jdbc.query(SQL.get(query), RunRow::of, parameters).stream()
                .findFirst()
                .orElse(null);
    }

    /** Locks the lender's row until the transaction ends: imports and runs of a lender begin one after the other. */
    public void lock(String lender) {
        jdbc.update(SQL.get("add_lender"), lender);
        jdbc.queryForObject(SQL.get("lock_lender"), String.class, lender);
    }

    public Run find(long id) {
        return required(jdbc.queryForObject(SQL.get("find"), RunRow::of, id));
    }

    /** A run by its number; none if there never was one. */
    public Optional<Run> known(long id) {
        return Optional.ofNullable(first("find", id));
    }

    /** The lender's last published run before this one; none on its first night. */
    public @Nullable Run previous(Run run) {
        Long previous = run.previousRun();
        return previous == null ? null : find(previous);
    }

    public List<Run> unfinished() {
        return jdbc.query(SQL.get("unfinished"), RunRow::of);
    }

    /** The runs of a lender, newest first, at most 200. */
    public List<Run> ofLender(String lender) {
        return jdbc.query(SQL.get("of_lender"), RunRow::of, lender);
    }

    public Optional<Run> lastPublished(String lender) {
        return jdbc.query(SQL.get("last_published"), RunRow::of, lender).stream()
                .findFirst();
    }

    public Optional<Run> published(String lender, LocalDate asOf) {
        return jdbc.query(SQL.get("published_as_of"), RunRow::of, lender, asOf).stream()
                .findFirst();
    }

    /** The last run before this one that told a bureau what was due to it; none if no run has. */
    public @Nullable Run previousTelling(Run run, String bureau) {
        Run previous = previous(run);
        while (previous != null && previous.withheld().contains(bureau)) {
            previous = previous(previous);
        }
        return previous;
    }

    /** The bureaus that a run tells: a replay those that were told then, and nobody of what is known only now. */
    public List<Bureau> told(Run run) {
        List<Bureau> all = run.lender().bureaus();
        if (!run.isReplay()) {
            return all;
        }
        return original(run)
                .map(then -> all.stream()
                        .filter(bureau ->
                                !then.withheld().contains(bureau.furnishing().bureau()))
                        .toList())
                .orElse(List.of());
    }

    /** The published run that a replay with its cutoff tells again; none for a replay of what is known by now. */
    public Optional<Run> original(Run replay) {
        return Optional.ofNullable(
                first("published_at_cutoff", replay.lender().name(), replay.asOf(), Rows.utc(replay.cutoff())));
    }

    /** The policy of the run that was published for a night with exactly this cutoff. */
    public Optional<Lender> publishedWith(String lender, LocalDate asOf, Instant cutoff) {
        return Optional.ofNullable(first("published_at_cutoff", lender, asOf, Rows.utc(cutoff)))
                .map(Run::lender);
    }

    /** The digest of the manifest of each of a lender's published folders, by the folder's name. */
    public Map<String, String> manifests(String lender) {
        Map<String, String> manifests = new HashMap<>();
        jdbc.query(
                SQL.get("manifests"),
                row -> {
                    LocalDate asOf = row.getObject("as_of", LocalDate.class);
                    manifests.put(Run.folderName(asOf, row.getInt("sequence")), row.getString("manifest_digest"));
                },
                lender);
        return manifests;
    }

    public List<String> lenders() {
        return jdbc.queryForList(SQL.get("lenders"), String.class);
    }

    /** Says something in the trail of every lender, in all of them or in none. */
    public void tellAll(Event event) {
        transaction.executeWithoutResult(status -> lenders().forEach(lender -> audit.append(lender, event)));
    }

    /** A run that was cut off goes on. */
    public void restarted(Run run, Instant now) {
        transaction.executeWithoutResult(status -> {
            if (!run.isReplay()) {
                audit.append(run.lender().name(), RunEvents.restarted(run, now));
            }
            jdbc.update(SQL.get("count_restart"), run.id());
        });
    }

    /** Keeps the files for some bureaus back; a run that is resumed says so anew, of those that differ then. */
    public void withhold(Run run, Set<String> bureaus, Instant now) {
        if (bureaus.equals(find(run.id()).withheld())) {
            return;
        }
        String names = bureaus.isEmpty() ? null : String.join(" ", new TreeSet<>(bureaus));
        transaction.executeWithoutResult(status -> {
            requireOne(run, jdbc.update(SQL.get("withhold"), names, run.id()));
            if (!run.isReplay()) {
                audit.append(run.lender().name(), RunEvents.withheld(run, names == null ? "nobody" : names, now));
            }
        });
    }

    /**
     * Keeps of what two people would let go out what does differ: of no other identity does the run, its manifest or the trail
     * ever say that it was accepted. A replay says what its night did.
     */
    public void accept(Run run, Set<Identity> differing, Instant now) {
        Acceptance asked = run.accepted();
        if (asked == null || run.isReplay()) {
            return;
        }
        Set<Identity> identities = new TreeSet<>(asked.identities());
        identities.retainAll(differing);
        String lender = run.lender().name();
        transaction.executeWithoutResult(status -> {
            requireOne(
                    run,
                    jdbc.update(SQL.get("accept"), identities.isEmpty() ? null : RunRow.names(identities), run.id()));
            if (!identities.isEmpty()) {
                audit.appendOnce(lender, RunEvents.accepted(run, asked.of(identities), now), run.id(), "accept");
            }
        });
    }

    /** From here on the run only rolls forward. */
    public void publishing(Run run, String manifestDigest, CheckpointStore.@Nullable Kept checkpoint) {
        transaction.executeWithoutResult(status -> {
            if (checkpoint != null) {
                checkpoints.keep(run.lender().name(), checkpoint);
            }
            requireOne(run, jdbc.update(SQL.get("publishing"), manifestDigest, run.id()));
        });
    }

    /** From here on what the run wrote counts; its files are prepared as of its generation, whenever that is said. */
    public Run published(Run run, Instant now) {
        Event event = RunEvents.published(find(run.id()), now);
        transaction.executeWithoutResult(status -> {
            requireOne(run, jdbc.update(SQL.get("end"), "PUBLISHED", null, run.id()));
            if (!run.isReplay()) {
                submissions.prepared(run, run.generatedAt());
            }
            audit.append(run.lender().name(), event);
        });
        return find(run.id());
    }

    /** Ends a run that is not to be published: refused or abandoned. */
    public Run end(Run run, Run.State state, String why, Instant now) {
        String message = why.substring(0, Math.min(why.length(), MESSAGE));
        transaction.executeWithoutResult(status -> {
            requireOne(run, jdbc.update(SQL.get("end"), state.name(), message, run.id()));
            if (!run.isReplay()) {
                audit.append(run.lender().name(), RunEvents.ended(run, state, why, now));
            }
        });
        return find(run.id());
    }

    /** Now, but after the cutoff of every run of the lender that has started: under its lock, what is said then no such run sees. */
    public Instant afterLastCutoff(String lender, Instant now) {
        Instant last = cutoffs.of(lender, now);
        Instant micros = now.truncatedTo(ChronoUnit.MICROS);
        return last == null || micros.isAfter(last) ? micros : last.plus(1, ChronoUnit.MICROS);
    }

    private static void requireOne(Run run, int updated) {
        if (updated != 1) {
            throw new Refused(ExitCode.FAILED, run + " was ended by somebody else meanwhile; 'arrears status' tells");
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the database gave nothing");
        }
        return value;
    }
}

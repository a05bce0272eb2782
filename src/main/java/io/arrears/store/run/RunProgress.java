package io.arrears.store.run;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.Event;
import io.arrears.reconcile.Acceptance;
import io.arrears.reconcile.Identity;
import io.arrears.run.Run;
import io.arrears.store.AuditStore;
import io.arrears.store.CheckpointStore;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How a run that has begun goes on to its end; each step of it is said in its lender's trail as it is taken. */
public final class RunProgress {

    private static final Sql SQL = Sql.of("runs");
    private static final String UNDERWAY = Rows.words(Run.State.class, Run.State::isUnderway);
    private static final int MESSAGE = 2000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RunStore runs;
    private final AuditStore audit;
    private final CheckpointStore checkpoints;
    private final SubmissionStore submissions;

    public RunProgress(DataSource pool, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(pool);
        this.transaction = new TransactionTemplate(transactions);
        this.runs = new RunStore(pool);
        this.audit = new AuditStore(pool);
        this.checkpoints = new CheckpointStore(pool);
        this.submissions = new SubmissionStore(pool);
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
        if (bureaus.equals(runs.find(run.id()).withheld())) {
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
            requireOne(run, jdbc.update(SQL.get("publishing"), manifestDigest, run.id(), UNDERWAY));
        });
    }

    /** From here on what the run wrote counts; its files are prepared as of its generation, whenever that is said. */
    public Run published(Run run, Instant now) {
        Event event = RunEvents.published(runs.find(run.id()), now);
        transaction.executeWithoutResult(status -> {
            requireOne(run, jdbc.update(SQL.get("end"), "PUBLISHED", null, run.id(), UNDERWAY));
            if (!run.isReplay()) {
                submissions.prepared(run, run.generatedAt());
            }
            audit.append(run.lender().name(), event);
        });
        return runs.find(run.id());
    }

    /** Ends a run that is not to be published: refused or abandoned. */
    public Run end(Run run, Run.State state, String why, Instant now) {
        String message = why.substring(0, Math.min(why.length(), MESSAGE));
        transaction.executeWithoutResult(status -> {
            requireOne(run, jdbc.update(SQL.get("end"), state.name(), message, run.id(), UNDERWAY));
            if (!run.isReplay()) {
                audit.append(run.lender().name(), RunEvents.ended(run, state, why, now));
            }
        });
        return runs.find(run.id());
    }

    private static void requireOne(Run run, int updated) {
        if (updated != 1) {
            throw new Refused(ExitCode.FAILED, run + " was ended by somebody else meanwhile; 'arrears status' tells");
        }
    }
}

package io.arrears.store.run;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.audit.Event;
import io.arrears.furnish.Reported;
import io.arrears.run.Run;
import io.arrears.run.Withdrawal;
import io.arrears.store.AuditStore;
import io.arrears.store.LenderStore;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.bureau.SubmissionStore.Filed;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a published night back in the database: each step may be done again after a kill. */
public final class WithdrawalStore {

    private static final Sql SQL = Sql.of("withdrawals");
    private static final int MOST_NAMED = 5;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RunStore runs;
    private final LenderStore lenders;
    private final AuditStore audit;
    private final SubmissionStore submissions;
    private final RunRemains remains;

    public WithdrawalStore(DataSource pool, PlatformTransactionManager transactions, RunStore runs) {
        this.jdbc = new JdbcTemplate(pool);
        this.transaction = new TransactionTemplate(transactions);
        this.runs = runs;
        this.lenders = new LenderStore(pool, transactions);
        this.audit = new AuditStore(pool);
        this.submissions = new SubmissionStore(pool);
        this.remains = new RunRemains(pool, transactions);
    }

    /**
     * From here on the night does not count, and only rolls on to its end: its files that nobody released are void.
     *
     * @throws Refused (2) when a file of it is on its way, or was told and is not to stay so
     */
    public Run begin(Run run, Withdrawal withdrawal) {
        String lender = run.lender().name();
        transaction.executeWithoutResult(status -> {
            lenders.lock(lender);
            List<Filed> files = submissions.ofRun(run);
            refuseWhileUnderway(run, files, withdrawal.keepsTold());
            refuseIfHeardSince(run, withdrawal);
            int begun = jdbc.update(
                    SQL.get("begin"),
                    Rows.utc(withdrawal.at()),
                    withdrawal.byOne(),
                    withdrawal.byTwo(),
                    withdrawal.reason(),
                    withdrawal.keepsTold(),
                    run.id());
            if (begun != 1) {
                throw new Refused(ExitCode.FAILED, run + " is not published any more; 'arrears status' tells");
            }
            files.stream()
                    .filter(file ->
                            file.state() == Reported.State.SENT && file.since().isAfter(withdrawal.at()))
                    .forEach(file -> move(file, Reported.State.SENT, withdrawal));
            files.stream()
                    .filter(file -> file.state() == Reported.State.PREPARED)
                    .forEach(file -> move(file, Reported.State.VOID, withdrawal));
            audit.append(lender, RunEvents.withdrawn(run, withdrawal));
        });
        return runs.find(run.id());
    }

    /**
     * What was imported after the night of a clock ahead of time is known only from that time on: taken back, its payments would be
     * heard by nobody until then.
     */
    private void refuseIfHeardSince(Run run, Withdrawal withdrawal) {
        if (!run.cutoff().isAfter(withdrawal.at())) {
            return;
        }
        jdbc.queryForList(SQL.get("known_after"), Long.class, run.lender().name(), Rows.utc(run.cutoff())).stream()
                .findFirst()
                .ifPresent(id -> {
                    throw new Refused(
                            ExitCode.USAGE,
                            "import " + id + " was loaded after " + run
                                    + ", whose clock was ahead: its rows are known only"
                                    + " from " + run.cutoff()
                                    + " on, so no night before that would see them. Restore the"
                                    + " database from before that import, then withdraw");
                });
    }

    /** A file that was sent by a clock ahead of time is sent as of now, or no night before that time would know it. */
    private void move(Filed file, Reported.State to, Withdrawal withdrawal) {
        submissions.move(
                file,
                new SubmissionStore.Move(
                        to,
                        withdrawal.byOne(),
                        withdrawal.byTwo(),
                        "run " + file.run() + " is withdrawn",
                        withdrawal.at()));
        audit.append(
                file.lender(),
                Event.of(Event.What.SUBMISSION_MOVED, withdrawal.at())
                        .run(file.run())
                        .on(file.bureau() + " " + file.submission().name())
                        .before(file.state().name())
                        .after(to.name())
                        .people(List.of(withdrawal.byOne(), withdrawal.byTwo()))
                        .reason("run " + file.run() + " is withdrawn"));
    }

    private static void refuseWhileUnderway(Run run, List<Filed> files, boolean keepsTold) {
        List<Filed> underway = files.stream()
                .filter(file -> file.state() == Reported.State.RELEASED)
                .toList();
        if (!underway.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    named(underway) + " of " + run + ": a released file may have been handed over; 'arrears bureau"
                            + " void' it, or say that it is sent, then withdraw");
        }
        List<Filed> reported = files.stream()
                .filter(file -> file.state() != Reported.State.PREPARED && file.state() != Reported.State.VOID)
                .toList();
        if (!reported.isEmpty() && !keepsTold) {
            throw new Refused(
                    ExitCode.USAGE,
                    named(reported) + " of " + run
                            + ": what a bureau was sent is not taken back here; the next night mends"
                            + " it. Only the night of a wrong clock is withdrawn all the same, with --keep-told: what"
                            + " was sent of it stays told");
        }
    }

    private static String named(List<Filed> files) {
        String named = files.stream()
                .limit(MOST_NAMED)
                .map(file -> file.bureau() + " " + file.submission().name() + " is " + file.state())
                .collect(Collectors.joining(", "));
        return files.size() <= MOST_NAMED ? named : named + " and " + (files.size() - MOST_NAMED) + " more";
    }

    /** What the run wrote goes, what it replaced holds again, and what its void files say is told to nobody. */
    public void undo(Run run) {
        remains.dropWritten(run);
        restoreReplaced(run);
        submissions.ofRun(run).stream()
                .filter(file -> file.state() == Reported.State.VOID)
                .forEach(this::setAside);
        remains.dropPending(run);
    }

    private void restoreReplaced(Run run) {
        remains.inBatches(SQL.get("replaced"), run, keys -> {
            for (String statement : List.of("restore_arrears", "restore_reviews", "restore_standing")) {
                jdbc.batchUpdate(SQL.get(statement), keys);
            }
            for (String statement : List.of("drop_arrear_history", "drop_review_history", "drop_standing_history")) {
                jdbc.batchUpdate(SQL.get(statement), keys);
            }
        });
    }

    private void setAside(Filed file) {
        Object[] records = SubmissionRecords.ofFile(file);
        jdbc.update(SQL.get("keep_furnished"), records);
        while (jdbc.update(SQL.get("drop_furnished"), records) > 0) {
            // in batches, so that no one of them locks a whole book
        }
    }

    /** The night's as-of date is free again. */
    public Run end(Run run) {
        jdbc.update(SQL.get("end"), run.id());
        return runs.find(run.id());
    }
}

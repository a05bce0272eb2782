package io.arrears.store.run;

import io.arrears.run.Run;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run leaves behind when it is published, refused or abandoned. */
public final class RunRemains {

    private static final Sql SQL = Sql.of("run-remains");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public RunRemains(DataSource pool, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(pool);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Moves the standings that a published run replaced to history, or removes what a run wrote that is not published. Safe
     * to run again after a kill; {@link #finished} then tells that it is done.
     */
    public void clear(Run run) {
        switch (run.state()) {
            case PUBLISHED -> {
                if (run.isReplay()) {
                    dropWritten(run);
                    dropFurnished(run);
                } else {
                    dropAll("drop_earlier_pending", run.lender().name(), run.id());
                    for (String kept : List.of("keep_history", "keep_arrears", "keep_reviews")) {
                        jdbc.update(SQL.get(kept), run.lender().name(), run.id());
                    }
                    dropInBatches("superseded", run);
                }
            }
            case REFUSED, ABANDONED -> {
                dropWritten(run);
                dropFurnished(run);
            }
            case STARTED, PUBLISHING, WITHDRAWING, WITHDRAWN -> throw new IllegalStateException(run + " has not ended");
        }
        jdbc.update(SQL.get("drop_night_accounts"), run.id());
        jdbc.update(SQL.get("drop_night_overdue"), run.id());
    }

    public void finished(Run run, Instant now) {
        jdbc.update(SQL.get("finished"), Rows.utc(now), run.id());
    }

    /** Runs that have ended, but were cut off before what they left was cleared away. */
    public List<Run> uncleared() {
        return jdbc.query(SQL.get("uncleared"), RunRow::of, Rows.words(Run.State.class, Run.State::leavesRemains));
    }

    /** Removes the standings that a run wrote. */
    void dropWritten(Run run) {
        dropInBatches("written", run);
    }

    /** Removes what a run that is not published, or only told again, has left. */
    private void dropFurnished(Run run) {
        dropAll("drop_furnished", run.lender().name(), run.id());
        dropPending(run);
        jdbc.update(SQL.get("drop_submissions"), run.lender().name(), run.id());
    }

    /** Removes what a run would have told one bureau; its serials are free again. */
    public void dropFurnished(Run run, String bureau) {
        dropAll("drop_furnished_of_bureau", run.lender().name(), run.id(), bureau);
        jdbc.update(SQL.get("drop_submissions_of_bureau"), run.lender().name(), run.id(), bureau);
    }

    void dropPending(Run run) {
        dropAll("drop_pending", run.lender().name(), run.id());
    }

    /** Some rows at a time, so that no one statement locks a whole book. */
    private void dropAll(String statement, Object... parameters) {
        int dropped;
        do {
            dropped = jdbc.update(SQL.get(statement), parameters);
        } while (dropped > 0);
    }

    private void dropInBatches(String which, Run run) {
        inBatches(SQL.get(which), run, keys -> {
            jdbc.batchUpdate(SQL.get("drop_arrears"), keys);
            jdbc.batchUpdate(SQL.get("drop_reviews"), keys);
            jdbc.batchUpdate(SQL.get("drop_standing"), keys);
        });
    }

    /**
     * Hands over lender, account and run of each row, in key order, each batch in a transaction and from where the one before ended, so
     * that what is done is not looked at again.
     *
     * @param query of lender, run and first account; what was handed over is in it no more
     */
    void inBatches(String query, Run run, Consumer<List<Object[]>> batch) {
        String from = "";
        while (true) {
            List<Object[]> keys = jdbc.query(
                    query,
                    (row, i) -> new Object[] {run.lender().name(), row.getString(1), row.getLong(2)},
                    run.lender().name(),
                    run.id(),
                    from);
            if (keys.isEmpty()) {
                return;
            }
            from = (String) keys.get(keys.size() - 1)[1];
            transaction.executeWithoutResult(status -> batch.accept(keys));
        }
    }
}

package io.arrears.store.account;

import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Standing;
import io.arrears.reconcile.ByAccount;
import io.arrears.reconcile.WorklistCheck;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Streams what each account owes by its standing as a run has it: one in memory. */
public final class OverdueScan implements ByAccount<WorklistCheck.Owed>, AutoCloseable {

    private final StandingScan standings;
    private final LocalDate asOf;
    private final Policy policy;

    OverdueScan(DataSource pool, Run run) throws SQLException {
        this.standings =
                StandingScan.now(pool, Scope.all(run.lender().name(), KeyRange.ALL), run.standingsUpTo(), run.id());
        this.asOf = run.asOf();
        this.policy = run.lender().policy();
    }

    @Override
    public @Nullable String key() {
        return standings.key();
    }

    /** Accounts before it are passed over; a closed account owes nothing. */
    @Override
    public WorklistCheck.@Nullable Owed take(String account) {
        try {
            StandingScan.Pair pair = standings.take(account);
            return pair == null ? null : owed(pair.current());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the standings cannot be read on", e);
        }
    }

    private WorklistCheck.Owed owed(Standing standing) {
        Delinquency figures = Delinquency.on(asOf, standing, policy);
        boolean isOpen = !standing.isClosed();
        return new WorklistCheck.Owed(
                standing.currency(),
                isOpen ? figures.reportedDpd() : 0,
                isOpen ? figures.overdue().total() : 0);
    }

    @Override
    public void close() throws SQLException {
        standings.close();
    }
}

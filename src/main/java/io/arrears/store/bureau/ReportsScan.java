package io.arrears.store.bureau;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.reconcile.AccountReports;
import io.arrears.reconcile.ByAccount;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.jdbc.AccountCursor;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Streams what was reported of every account and what the ledger says of it, merged to one {@link AccountReports} an account in key
 * order: only what they mean is read, not what the records said.
 */
public final class ReportsScan implements ByAccount<AccountReports>, AutoCloseable {

    private static final Sql SQL = Sql.of("reconcile-bureaus");

    private final Run run;
    private final ReportedScan reported;
    private final AccountCursor<Standing> standings;
    private final LedgerViewScan ledger;

    private record Standing(
            String product,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate repaidOn) {}

    ReportsScan(DataSource pool, Run run, Bureau bureau) throws SQLException {
        this.run = run;
        Scope all = Scope.all(run.lender().name(), KeyRange.ALL);
        SubmissionStates states = SubmissionStates.of(new JdbcTemplate(pool), run, bureau.terms());
        this.reported = ReportedScan.meanings(pool, all, run, bureau, states);
        try {
            this.standings = new AccountCursor<>(new Cursor<>(
                    pool,
                    all.sql(SQL, "standings"),
                    ReportsScan::standing,
                    all.parameters(run.standingsUpTo(), run.id())));
        } catch (SQLException | RuntimeException e) {
            reported.close();
            throw e;
        }
        try {
            this.ledger = new LedgerViewScan(pool, all, run, bureau.terms());
        } catch (SQLException | RuntimeException e) {
            standings.close();
            reported.close();
            throw e;
        }
    }

    private static Standing standing(Columns row) throws SQLException {
        return new Standing(row.word(2), row.date(3), row.dateOrNull(4), row.dateOrNull(5));
    }

    @Override
    public @Nullable String key() {
        String one = reported.key();
        String other = standings.key();
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }

    @Override
    public @Nullable AccountReports take(String account) {
        try {
            List<ReportedScan.Kept> kept = reported.take(account);
            Standing standing = standings.take(account);
            if (kept.isEmpty() && standing == null) {
                return null;
            }
            return new AccountReports(
                    standing == null ? null : view(account, standing),
                    kept.stream().map(ReportedScan.Kept::reported).toList(),
                    kept.stream()
                            .filter(record -> record.place().run() == 0)
                            .map(ReportedScan.Kept::reported)
                            .findFirst()
                            .orElse(null),
                    kept.stream()
                            .filter(record -> record.place().run() == run.id())
                            .map(ReportedScan.Kept::reported)
                            .toList());
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("what was reported cannot be read on", e);
        }
    }

    private @Nullable AccountView view(String account, Standing standing) throws SQLException {
        LedgerViewScan.Agreed agreed = ledger.take(account);
        return agreed == null
                ? null
                : agreed.view(standing.product(), standing.openedOn(), standing.closedOn(), standing.repaidOn());
    }

    @Override
    public void close() throws SQLException {
        try (reported;
                standings;
                ledger) {
            return;
        }
    }
}

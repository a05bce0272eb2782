package io.arrears.store.bureau;

import io.arrears.furnish.Bureau;
import io.arrears.reconcile.FilesCheck;
import io.arrears.run.Run;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.RowCursor;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the identities of bureaus ask of the database. */
public final class BureauQueries {

    private static final Sql SQL = Sql.of("reconcile-bureaus");

    private final DataSource pool;

    public BureauQueries(DataSource pool) {
        this.pool = pool;
    }

    /** What a run kept of its records of one kind, in the order in which they stand in the files. */
    public RowCursor<FilesCheck.Kept> kept(Run run, Bureau bureau, String kind) throws SQLException {
        return new RowCursor<>(new Cursor<>(
                pool,
                SQL.get("kept"),
                row -> new FilesCheck.Kept(row.id(1), row.id(2), MeaningColumns.amount(row.wordOrNull(3))),
                run.lender().name(),
                run.id(),
                bureau.terms().bureau(),
                kind));
    }

    /** What was reported of every account, beside what the ledger says of it. */
    public ReportsScan reports(Run run, Bureau bureau) throws SQLException {
        return new ReportsScan(pool, run, bureau);
    }

    /**
     * What a bureau holds, account by account, beside the standings as a run has them.
     *
     * @param original the run itself, or the one that it tells again
     * @param movedSince the run before, where only what has moved since is looked at; none for every account
     */
    public OnFileScan holdings(Run run, Run original, @Nullable Run movedSince, Bureau bureau) throws SQLException {
        return new OnFileScan(pool, run, original, movedSince, bureau);
    }
}

package io.arrears.store;

import io.arrears.furnish.Bureau;
import io.arrears.reconcile.BureauFiles;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What the identities of bureaus ask of the database. */
public final class BureauQueries {

    private static final Sql SQL = Sql.of("reconcile-bureaus");

    private final DataSource pool;

    public BureauQueries(DataSource pool) {
        this.pool = pool;
    }

    /** What a run kept of its records of one kind, in the order in which they stand in the files. */
    public RowCursor<BureauFiles.Kept> kept(Run run, Bureau bureau, String kind) throws SQLException {
        return new RowCursor<>(new Cursor<>(
                pool,
                SQL.get("kept"),
                row -> new BureauFiles.Kept(row.id(1), row.id(2), bureau.overdue(FurnishedFacts.read(row.word(3)))),
                run.lender().name(),
                run.id(),
                bureau.furnishing().bureau(),
                kind));
    }
}

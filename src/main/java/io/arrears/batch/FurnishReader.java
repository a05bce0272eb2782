package io.arrears.batch;

import io.arrears.furnish.Bureau;
import io.arrears.furnish.Dossier;
import io.arrears.night.ReportingScope;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.bureau.DossierScan;
import io.arrears.store.bureau.SubmissionStates;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads everything that decides what a bureau is told of one partition's accounts. */
class FurnishReader extends KeyedReader<Dossier> {

    private final DataSource pool;
    private final Run run;
    private final ReportingScope furnished;
    private final Bureau bureau;
    private final SubmissionStates states;
    private @Nullable DossierScan dossiers;

    FurnishReader(
            DataSource pool,
            Run run,
            ReportingScope furnished,
            Bureau bureau,
            SubmissionStates states,
            KeyRange range) {
        super(range);
        this.pool = pool;
        this.run = run;
        this.furnished = furnished;
        this.bureau = bureau;
        this.states = states;
    }

    @Override
    void open(KeyRange range) throws SQLException {
        Scope scope = furnished.all() ? Scope.all(run.lender().name(), range) : Scope.touched(run, range);
        dossiers = new DossierScan(pool, scope, run, bureau, states, furnished.restatesAll());
    }

    @Override
    @Nullable
    Keyed<Dossier> next() throws SQLException {
        if (dossiers == null) {
            throw new IllegalStateException("not open");
        }
        Dossier dossier = dossiers.next();
        return dossier == null ? null : new Keyed<>(dossier.account(), dossier);
    }

    @Override
    void closeCursors() throws SQLException {
        try (DossierScan closing = dossiers) {
            dossiers = null;
        }
    }
}

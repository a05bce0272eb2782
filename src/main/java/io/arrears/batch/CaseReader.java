package io.arrears.batch;

import io.arrears.ladder.Case;
import io.arrears.ladder.law.Zones;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.contact.CaseScan;
import io.arrears.store.contact.Objections;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads everything that decides who is contacted about one partition's accounts. */
class CaseReader extends KeyedReader<Case> {

    private final DataSource pool;
    private final Run run;
    private final @Nullable Run previous;
    private final Objections objections;
    private final Zones zones;
    private @Nullable CaseScan cases;

    CaseReader(DataSource pool, Objections objections, Run run, @Nullable Run previous, Zones zones, KeyRange range) {
        super(range);
        this.pool = pool;
        this.run = run;
        this.previous = previous;
        this.objections = objections;
        this.zones = zones;
    }

    @Override
    void open(KeyRange range) throws SQLException {
        cases = new CaseScan(
                pool,
                objections.known(run.lender().name(), run.cutoff()),
                Scope.overdue(run, range),
                zones,
                run.asOf(),
                previous == null ? null : previous.cutoff(),
                run.cutoff());
    }

    @Override
    @Nullable
    Keyed<Case> next() throws SQLException {
        if (cases == null) {
            throw new IllegalStateException("not open");
        }
        Case next = cases.next();
        return next == null ? null : new Keyed<>(next.account(), next);
    }

    @Override
    void closeCursors() throws SQLException {
        try (CaseScan closing = cases) {
            cases = null;
        }
    }
}

package io.arrears.batch;

import io.arrears.ledger.FactsAtCutoffs;
import io.arrears.night.Assessed;
import io.arrears.night.Assessor;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.LedgerScan;
import io.arrears.store.account.Scope;
import io.arrears.store.account.StandingScan;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads one partition's accounts, facts and published standings side by side, and assesses each account as soon as it is
 * read: a chunk keeps in memory what changed, not the facts of all its accounts.
 */
class AssessReader extends KeyedReader<Optional<Assessed>> {

    private final DataSource pool;
    private final Run run;
    private final @Nullable Run previous;
    private final Assessor assessor;
    private @Nullable LedgerScan ledger;
    private @Nullable StandingScan standings;

    /** @param previous the lender's last published run; none on its first night */
    AssessReader(DataSource pool, Run run, @Nullable Run previous, KeyRange range) {
        super(range);
        this.pool = pool;
        this.run = run;
        this.previous = previous;
        this.assessor = new Assessor(run, previous);
    }

    @Override
    void open(KeyRange range) throws SQLException {
        Scope scope = Scope.of(run, range);
        ledger = new LedgerScan(pool, scope, previous == null ? null : previous.cutoff(), run.cutoff());
        standings = StandingScan.now(pool, scope, run.standingsUpTo(), 0);
    }

    @Override
    @Nullable
    Keyed<Optional<Assessed>> next() throws SQLException {
        if (ledger == null || standings == null) {
            throw new IllegalStateException("not open");
        }
        FactsAtCutoffs heard = ledger.nextHeard();
        if (heard == null) {
            return null;
        }
        String key = heard.now().account().id().value();
        StandingScan.Pair pair = standings.take(key);
        return new Keyed<>(key, assessor.assess(heard, pair == null ? null : pair.published()));
    }

    @Override
    void closeCursors() throws SQLException {
        try (LedgerScan closingLedger = ledger;
                StandingScan closingStandings = standings) {
            ledger = null;
            standings = null;
        }
    }
}

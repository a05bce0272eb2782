package io.arrears.batch;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.publish.AccountToList;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.AcceptedReviewStore;
import io.arrears.store.account.OpenRejectScan;
import io.arrears.store.account.Scope;
import io.arrears.store.account.StandingScan;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads one partition's accounts to be listed: every standing as this run has it, every open reject, and what was accepted. */
class ListReader extends KeyedReader<AccountToList> {

    private final DataSource pool;
    private final Run run;
    private @Nullable StandingScan standings;
    private @Nullable OpenRejectScan rejects;
    private Map<String, List<AcceptedReview>> accepted = Map.of();

    ListReader(DataSource pool, Run run, KeyRange range) {
        super(range);
        this.pool = pool;
        this.run = run;
    }

    @Override
    void open(KeyRange range) throws SQLException {
        Scope scope = Scope.all(run.lender().name(), range);
        accepted = new AcceptedReviewStore(pool).standing(run.lender().name(), range, run.cutoff());
        standings = run.isReplay()
                ? StandingScan.then(pool, scope, run.previousRunOrZero(), run.id())
                : StandingScan.now(pool, scope, run.previousRunOrZero(), run.id());
        rejects = new OpenRejectScan(pool, run.lender().name(), range, run.cutoff());
    }

    @Override
    @Nullable
    Keyed<AccountToList> next() throws SQLException {
        if (standings == null || rejects == null) {
            throw new IllegalStateException("not open");
        }
        String key = first(standings.key(), rejects.key());
        if (key == null) {
            return null;
        }
        StandingScan.Pair pair = standings.take(key);
        return new Keyed<>(
                key,
                new AccountToList(
                        key,
                        pair == null ? null : pair.published(),
                        pair == null ? null : pair.own(),
                        rejects.take(key),
                        accepted.getOrDefault(key, List.of())));
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) <= 0 ? a : b;
    }

    @Override
    void closeCursors() throws SQLException {
        try (StandingScan closingStandings = standings;
                OpenRejectScan closingRejects = rejects) {
            standings = null;
            rejects = null;
        }
    }
}

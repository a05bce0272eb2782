package io.arrears.store.bureau;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.ReportingTerms;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Streams when each account became known and was sold, and whether a {@code furnish_block} is in force, as a run knows it. */
final class LedgerViewScan implements AutoCloseable {

    private static final Sql SQL = Sql.of("reconcile-held");

    private final Cursor<Agreed> rows;

    /** What is known of an account beside its standing. */
    record Agreed(LocalDate knownOn, @Nullable LocalDate soldOn, boolean isBlocked) {

        AccountView view(
                String product, LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate repaidOn) {
            return new AccountView(product, openedOn, closedOn, repaidOn, soldOn, knownOn, isBlocked);
        }
    }

    LedgerViewScan(DataSource pool, Scope scope, Run run, ReportingTerms terms) throws SQLException {
        Object cutoff = Rows.utc(run.cutoff());
        LocalDate eventsUntil = terms.calendar().on(run.asOf()).eventsUntil();
        LocalDate generatedOn = LocalDate.ofInstant(run.generatedAt(), terms.zone());
        Object[] first = {cutoff, eventsUntil, cutoff, terms.bureau(), cutoff, generatedOn, cutoff};
        this.rows = new Cursor<>(
                pool,
                scope.sql(SQL, "ledger"),
                row -> new Agreed(
                        LocalDate.ofInstant(row.instant(2), terms.zone()),
                        row.dateOrNull(3),
                        "yes".equals(row.wordOrNull(4))),
                Stream.of(first, scope.parameters(cutoff)).flatMap(Stream::of).toArray());
    }

    /** What is known of an account; none where it is not known yet. */
    @Nullable
    Agreed take(String account) throws SQLException {
        List<Agreed> known = rows.take(account);
        return known.isEmpty() ? null : known.get(0);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}

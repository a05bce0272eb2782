package io.arrears.store.bureau;

import io.arrears.delinquency.Standing;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Meaning.Subject;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Tradeline;
import io.arrears.reconcile.AccountOnFile;
import io.arrears.reconcile.AccountsOnFile;
import io.arrears.reconcile.LedgerAccount;
import io.arrears.run.KeyRange;
import io.arrears.run.Run;
import io.arrears.store.account.Scope;
import io.arrears.store.account.StandingScan;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Streams what a bureau holds and the standings as a run has them, merged to one {@link AccountOnFile} an account in key order: of
 * every account, or of those only that tonight, a file's way or an answer has moved since the run before.
 */
public final class OnFileScan implements AccountsOnFile, AutoCloseable {

    private static final Sql SQL = Sql.of("reconcile-held");

    /** Gives one result back. */
    private interface Closing {
        void close() throws SQLException;
    }

    private final Run run;
    private final Bureau bureau;
    private final @Nullable Run movedSince;
    private final @Nullable SubmissionStates moved;
    private final Map<Long, LocalDate> nights = new HashMap<>();
    private final Deque<Closing> open = new ArrayDeque<>();
    private final ReportedScan reported;
    private final StandingScan standings;
    private final LedgerViewScan agreed;
    private final List<Cursor<Long>> written = new ArrayList<>();

    /**
     * @param original the run itself, or the one that it tells again
     * @param movedSince the run before, where only what has moved since is looked at; none for every account
     */
    OnFileScan(DataSource pool, Run run, Run original, @Nullable Run movedSince, Bureau bureau) throws SQLException {
        this.run = run;
        this.bureau = bureau;
        this.movedSince = movedSince;
        String lender = run.lender().name();
        ReportingTerms furnishing = bureau.terms();
        JdbcTemplate jdbc = new JdbcTemplate(pool);
        jdbc.query(
                SQL.get("nights"),
                row -> {
                    nights.put(row.getLong(1), Rows.date(row, 2));
                },
                lender,
                original.id());
        this.moved = movedSince == null ? null : SubmissionStates.moved(jdbc, run, movedSince, furnishing);
        if (movedSince != null) {
            jdbc.update(SQL.get("note_told"), run.id(), lender, run.id(), furnishing.bureau());
        }
        Scope scope = movedSince == null ? Scope.all(lender, KeyRange.ALL) : Scope.touched(run, KeyRange.ALL);
        try {
            this.reported = ReportedScan.with(pool, scope, run, bureau, SubmissionStates.of(jdbc, run, furnishing));
            open.push(reported::close);
            this.standings = StandingScan.now(pool, scope, run.standingsUpTo(), run.id());
            open.push(standings::close);
            this.agreed = new LedgerViewScan(pool, scope, run, furnishing);
            open.push(agreed::close);
            for (String runs : run.isReplay() ? List.of("written", "replaced") : List.of("written")) {
                Cursor<Long> ids =
                        new Cursor<>(pool, scope.sql(SQL, runs), row -> row.number(2), scope.parameters(original.id()));
                open.push(ids::close);
                written.add(ids);
            }
        } catch (SQLException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public @Nullable AccountOnFile next() throws SQLException {
        for (String account = first(); account != null; account = first()) {
            List<ReportedScan.Kept> kept = reported.take(account);
            StandingScan.Pair standing = standings.take(account);
            if (moved == null || kept.stream().anyMatch(this::hasMoved)) {
                List<Reported> records =
                        kept.stream().map(ReportedScan.Kept::reported).toList();
                return new AccountOnFile(
                        account,
                        kept.stream()
                                .filter(record -> record.place().run() == 0)
                                .map(record -> record.reported().reportedOn())
                                .findFirst()
                                .orElse(null),
                        holding(records, Subject.ACCOUNT, bureau::onFile),
                        bureau.contracts()
                                .map(contracts -> holding(records, Subject.CONTRACT, contracts::onFile))
                                .orElse(null),
                        standing == null ? null : ledger(account, standing));
            }
        }
        return null;
    }

    private @Nullable String first() {
        String one = reported.key();
        String other = standings.key();
        return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
    }

    private boolean hasMoved(ReportedScan.Kept record) {
        Instant answeredAt = record.answeredAt();
        return record.place().run() == run.id()
                || (record.place().run() != 0 && moved != null && moved.exists(record.place()))
                || (answeredAt != null && movedSince != null && !answeredAt.isBefore(movedSince.generatedAt()));
    }

    private static AccountOnFile.Holding holding(
            List<Reported> records, Subject whom, Function<List<Reported>, Tradeline> onFile) {
        LocalDate reportedUpTo = Reported.sinceRetraction(records, whom).stream()
                .filter(record -> record.meaning().isReportOf(whom))
                .map(Reported::reportedOn)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<Reported> soon = records.stream()
                .map(record -> record.state().isUnderway() ? record.as(Reported.State.SENT) : record)
                .toList();
        return new AccountOnFile.Holding(reportedUpTo, onFile.apply(records), onFile.apply(soon));
    }

    private @Nullable LedgerAccount ledger(String account, StandingScan.Pair standing) throws SQLException {
        long by = 0;
        for (Cursor<Long> runs : written) {
            for (long id : runs.take(account)) {
                by = Math.max(by, id);
            }
        }
        LocalDate since = nights.getOrDefault(by, run.asOf());
        LedgerViewScan.Agreed known = agreed.take(account);
        if (known == null) {
            return null;
        }
        Standing now = standing.current();
        return new LedgerAccount(now, since, known.view(now.product(), now.openedOn(), now.closedOn(), now.repaidOn()));
    }

    @Override
    public void close() throws SQLException {
        SQLException failed = null;
        for (Closing closing : open) {
            try {
                closing.close();
            } catch (SQLException e) {
                failed = failed == null ? e : failed;
            }
        }
        open.clear();
        if (failed != null) {
            throw failed;
        }
    }
}

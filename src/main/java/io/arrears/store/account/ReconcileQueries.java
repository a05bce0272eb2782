package io.arrears.store.account;

import io.arrears.delinquency.EntryTally;
import io.arrears.delinquency.ReviewCode;
import io.arrears.reconcile.Entries;
import io.arrears.reconcile.Portfolios;
import io.arrears.run.Run;
import io.arrears.store.KnownFrom;
import io.arrears.store.jdbc.AccountCursor;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the identities ask of the database: sums, made there, of the standings as a run has them and of the ledger. */
public final class ReconcileQueries {

    private static final Sql SQL = Sql.of("reconcile");

    private final DataSource pool;
    private final JdbcTemplate jdbc;

    public ReconcileQueries(DataSource pool) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
    }

    /** The open accounts of one product and currency whose oldest arrear fell due on one day; none has none. */
    public record Open(
            String product, String currency, @Nullable LocalDate oldestDueOn, long accounts, long principal) {}

    public List<Open> open(Run run) {
        return jdbc.query(
                SQL.get("open"),
                (row, i) -> new Open(
                        row.getString(1), row.getString(2), Rows.dateOrNull(row, 3), row.getLong(4), row.getLong(5)),
                standingsOn(run));
    }

    /** Minor units overdue, without what is accrued. */
    public Map<Portfolios.Key, Long> overdue(Run run) {
        Map<Portfolios.Key, Long> overdue = new HashMap<>();
        jdbc.query(
                SQL.get("overdue"),
                row -> {
                    overdue.put(new Portfolios.Key(row.getString(1), row.getString(2)), row.getLong(3));
                },
                standingsOn(run));
        return overdue;
    }

    /** What the core system says of the as-of date; empty when nothing known by the cutoff does. */
    public Map<Portfolios.Key, Portfolios.Figures> controls(Run run) {
        Map<Portfolios.Key, Portfolios.Figures> controls = new HashMap<>();
        Object cutoff = Rows.utc(run.cutoff());
        jdbc.query(
                SQL.get("controls"),
                row -> {
                    controls.put(
                            new Portfolios.Key(row.getString(1), row.getString(2)),
                            new Portfolios.Figures(row.getLong(3), row.getLong(4), row.getLong(5)));
                },
                run.lender().name(),
                run.asOf(),
                cutoff,
                cutoff);
        return controls;
    }

    /** By currency, what became of the entries. */
    public Map<String, EntryTally> tallies(Run run) {
        Map<String, EntryTally> tallies = new HashMap<>();
        jdbc.query(
                SQL.get("tallies"),
                row -> {
                    tallies.put(
                            row.getString(1),
                            new EntryTally(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getLong(7),
                                    row.getLong(8),
                                    row.getLong(9)));
                },
                standings(run));
        return tallies;
    }

    /** By currency, every entry known at the run's cutoff. */
    public Map<String, Entries.Posted> posted(Run run) {
        List<String> currencies = currencies(run);
        if (currencies.size() == 1) {
            List<Entries.Posted> all = jdbc
                    .query(
                            SQL.get("posted_in_all"),
                            (row, i) ->
                                    row.getInt(3) > 1 ? Optional.<Entries.Posted>empty() : Optional.of(posted(row, 1)),
                            run.lender().name(),
                            Rows.utc(run.cutoff()))
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
            if (!all.isEmpty()) {
                return Map.of(currencies.get(0), all.get(0));
            }
        }
        return posted(run, Rows.instant(KnownFrom.ALWAYS).minusSeconds(1));
    }

    /** By currency, what the entries heard since an earlier cutoff add. */
    public Map<String, Entries.Posted> posted(Run run, Instant since) {
        Map<String, Entries.Posted> posted = new HashMap<>();
        Object from = Rows.utc(since);
        Object to = Rows.utc(run.cutoff());
        jdbc.query(
                SQL.get("posted"),
                row -> {
                    posted.put(row.getString(1), posted(row, 2));
                },
                from,
                run.lender().name(),
                from,
                to,
                to);
        return posted;
    }

    private static Entries.Posted posted(ResultSet row, int first) throws SQLException {
        BigDecimal amount = row.getBigDecimal(first + 1);
        return new Entries.Posted(row.getLong(first), amount == null ? BigDecimal.ZERO : amount);
    }

    private List<String> currencies(Run run) {
        return jdbc.queryForList(
                SQL.get("currencies"), String.class, run.lender().name(), Rows.utc(run.cutoff()));
    }

    /** Each account's currency. */
    public AccountCursor<String> currenciesByAccount(Run run) throws SQLException {
        return new AccountCursor<>(new Cursor<>(
                pool,
                SQL.get("currencies_by_account"),
                row -> row.word(2),
                run.lender().name(),
                Rows.utc(run.cutoff())));
    }

    /** Each open account with the due date of its oldest arrear, in key order. */
    public AccountCursor<Open> openByAccount(Run run) throws SQLException {
        return new AccountCursor<>(new Cursor<>(
                pool,
                SQL.get("open_by_account"),
                row -> new Open(row.word(2), row.word(3), row.dateOrNull(4), 1, row.number(5)),
                standingsOn(run)));
    }

    /** Each account that only a review's entry keeps open, in key order, with its product, currency and balance. */
    public AccountCursor<Open> keptOpenByAccount(Run run) throws SQLException {
        return new AccountCursor<>(new Cursor<>(
                pool,
                SQL.get("open_with_review_by_account"),
                row -> new Open(row.word(2), row.word(3), null, 1, row.number(4)),
                standingsOn(run, Rows.words(ReviewCode.class, ReviewCode::isKeepingOpen))));
    }

    /** Each account's entries as its standing has them: how many, and what they add up to. */
    public AccountCursor<Entries.Posted> talliesByAccount(Run run) throws SQLException {
        return new AccountCursor<>(
                new Cursor<>(pool, SQL.get("tallies_by_account"), ReconcileQueries::posted, standings(run)));
    }

    /** Each account's entries as the ledger has them. */
    public AccountCursor<Entries.Posted> postedByAccount(Run run) throws SQLException {
        Object cutoff = Rows.utc(run.cutoff());
        return new AccountCursor<>(new Cursor<>(
                pool,
                SQL.get("posted_by_account"),
                ReconcileQueries::posted,
                run.lender().name(),
                cutoff,
                cutoff));
    }

    /** What each open account owes, as delinquency.csv reckons it, in key order. */
    public OverdueScan overdueByAccount(Run run) throws SQLException {
        return new OverdueScan(pool, run);
    }

    private static Entries.Posted posted(Columns row) throws SQLException {
        return new Entries.Posted(row.number(2), BigDecimal.valueOf(row.number(3)));
    }

    private static Object[] standings(Run run) {
        return new Object[] {run.lender().name(), run.id(), run.standingsUpTo(), run.id()};
    }

    private static Object[] standingsOn(Run run, Object... rest) {
        return Stream.of(standings(run), new Object[] {run.asOf()}, rest)
                .flatMap(Stream::of)
                .toArray();
    }
}

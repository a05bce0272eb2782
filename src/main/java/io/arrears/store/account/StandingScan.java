package io.arrears.store.account;

import io.arrears.delinquency.Arrear;
import io.arrears.delinquency.EntryTally;
import io.arrears.delinquency.ObligationKind;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.delinquency.Standing;
import io.arrears.ledger.AccountId;
import io.arrears.ledger.Components;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Streams standings in key order: of each account the one that counted at a published run, and the one that a run in
 * progress has written itself.
 */
public final class StandingScan implements AutoCloseable {

    private static final Sql SQL = Sql.of("standing");

    /** An account's standing as published and as this run has it; this run has none where nothing changed. */
    public record Pair(
            @Nullable Standing published, @Nullable Standing own) {

        public Standing current() {
            Standing current = own == null ? published : own;
            if (current == null) {
                throw new IllegalStateException("a pair of nothing");
            }
            return current;
        }
    }

    private record OfRun<T>(long run, T row) {}

    private final long ownRun;
    private final @Nullable Cursor<OfRun<Standing>> replaced;
    private final Cursor<OfRun<Standing>> standings;
    private final Cursor<OfRun<Arrear>> arrears;
    private final Cursor<OfRun<Review>> reviews;

    private StandingScan(
            DataSource pool, Scope scope, long published, long ownRun, @Nullable Cursor<OfRun<Standing>> replaced)
            throws SQLException {
        this.ownRun = ownRun;
        this.replaced = replaced;
        Object[] parameters = scope.parameters(published, ownRun);
        this.standings = new Cursor<>(pool, scope.sql(SQL, "standings"), StandingScan::standing, parameters);
        this.arrears = new Cursor<>(pool, scope.sql(SQL, "arrears"), StandingScan::arrear, parameters);
        this.reviews = new Cursor<>(pool, scope.sql(SQL, "reviews"), StandingScan::review, parameters);
    }

    /**
     * What counts now, and what a run in progress has written.
     *
     * @param published the last published run; 0 for none
     * @param ownRun the run in progress; 0 for none
     */
    public static StandingScan now(DataSource pool, Scope scope, long published, long ownRun) throws SQLException {
        return new StandingScan(pool, scope, published, ownRun, null);
    }

    /** What counted when a run was the last one published, though it may have been replaced since. */
    public static StandingScan then(DataSource pool, Scope scope, long published, long ownRun) throws SQLException {
        Cursor<OfRun<Standing>> replaced =
                new Cursor<>(pool, SQL.get("replaced"), StandingScan::standing, scope.parameters(published, published));
        return new StandingScan(pool, scope, published, ownRun, replaced);
    }

    /** The next account with a standing; none at the end. */
    public @Nullable String key() {
        return standings.key();
    }

    /** The standings of one account; none when it has none yet. */
    public @Nullable Pair take(String account) throws SQLException {
        List<OfRun<Standing>> forms = standings.take(account);
        List<OfRun<Arrear>> arrearsOfAll = arrears.take(account);
        List<OfRun<Review>> reviewsOfAll = reviews.take(account);
        if (forms.isEmpty()) {
            return null;
        }
        OfRun<Standing> published = replaced == null
                ? null
                : replaced.take(account).stream().findFirst().orElse(null);
        OfRun<Standing> own = null;
        for (OfRun<Standing> form : forms) {
            if (form.run() == ownRun) {
                own = form;
            } else if (published == null || form.run() > published.run()) {
                published = form;
            }
        }
        return new Pair(
                published == null ? null : whole(published, arrearsOfAll, reviewsOfAll),
                own == null ? null : whole(own, arrearsOfAll, reviewsOfAll));
    }

    private static Standing whole(OfRun<Standing> form, List<OfRun<Arrear>> arrears, List<OfRun<Review>> reviews) {
        return form.row().with(of(form.run(), arrears), of(form.run(), reviews));
    }

    private static <T> List<T> of(long run, List<OfRun<T>> rows) {
        return rows.isEmpty()
                ? List.of()
                : rows.stream().filter(row -> row.run() == run).map(OfRun::row).toList();
    }

    private static OfRun<Standing> standing(Columns row) throws SQLException {
        AccountId id = new AccountId(row.id(1));
        return new OfRun<>(
                row.number(2),
                new Standing(
                        id,
                        row.word(3),
                        Currency.getInstance(row.word(4)),
                        row.date(5),
                        row.integerOrNull(6),
                        row.number(7),
                        row.number(8),
                        row.dateOrNull(9),
                        row.dateOrNull(10),
                        row.dateOrNull(11),
                        row.dateOrNull(12),
                        row.dateOrNull(26),
                        lastPayment(row),
                        row.integerOrNull(15),
                        row.flag(16),
                        row.dateOrNull(17),
                        entries(row),
                        List.of(),
                        List.of()));
    }

    private static Standing.@Nullable LastPayment lastPayment(Columns row) throws SQLException {
        LocalDate paidOn = row.dateOrNull(13);
        return paidOn == null ? null : new Standing.LastPayment(paidOn, row.number(14));
    }

    private static EntryTally entries(Columns row) throws SQLException {
        return new EntryTally(
                row.number(18),
                row.number(19),
                row.number(20),
                row.number(21),
                row.number(22),
                row.number(23),
                row.number(24),
                row.number(25));
    }

    private static OfRun<Arrear> arrear(Columns row) throws SQLException {
        return new OfRun<>(
                row.number(2),
                new Arrear(
                        ObligationKind.valueOf(row.word(3)),
                        row.id(4),
                        row.date(5),
                        new Components(row.number(6), row.number(7), row.number(8), row.number(9), row.number(10)),
                        row.flag(11)));
    }

    private static OfRun<Review> review(Columns row) throws SQLException {
        return new OfRun<>(row.number(2), new Review(ReviewCode.valueOf(row.word(3)), row.id(4), row.word(5)));
    }

    @Override
    public void close() throws SQLException {
        try (Cursor<OfRun<Standing>> closing = replaced;
                standings;
                arrears;
                reviews) {
            return;
        }
    }
}

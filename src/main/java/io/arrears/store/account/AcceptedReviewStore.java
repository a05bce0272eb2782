package io.arrears.store.account;

import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.ledger.AccountFacts;
import io.arrears.run.KeyRange;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What two people accepted of reviews. People write them one by one, so they are few and read as a whole. */
public final class AcceptedReviewStore {

    private static final Sql SQL = Sql.of("accepted-reviews");

    private final DataSource pool;
    private final JdbcTemplate jdbc;

    public AcceptedReviewStore(DataSource pool) {
        this.pool = pool;
        this.jdbc = new JdbcTemplate(pool);
    }

    /** By account, of each entry the newest acceptance known at a cutoff, whether it still stands or not. */
    public Map<String, List<AcceptedReview>> known(String lender, KeyRange range, Instant cutoff) {
        Map<String, Map<Review, AcceptedReview>> newest = new HashMap<>();
        jdbc.query(
                SQL.get("known"),
                row -> {
                    AcceptedReview accepted = accepted(row);
                    newest.computeIfAbsent(row.getString(1), any -> new LinkedHashMap<>())
                            .put(accepted.review(), accepted);
                },
                lender,
                range.after(),
                range.upTo(),
                Rows.utc(cutoff));
        Map<String, List<AcceptedReview>> byAccount = new HashMap<>();
        newest.forEach((account, reviews) -> byAccount.put(account, List.copyOf(reviews.values())));
        return byAccount;
    }

    /** Those of them that stand by the facts known at the cutoff, which one scan reads of all such accounts. */
    public Map<String, List<AcceptedReview>> standing(String lender, KeyRange range, Instant cutoff)
            throws SQLException {
        Map<String, List<AcceptedReview>> known = known(lender, range, cutoff);
        if (known.isEmpty()) {
            return known;
        }
        Map<String, List<AcceptedReview>> standing = new HashMap<>();
        try (LedgerScan scan = new LedgerScan(pool, Scope.accepted(lender, range), cutoff)) {
            for (AccountFacts facts = scan.next(); facts != null; facts = scan.next()) {
                AccountFacts now = facts;
                String account = facts.account().id().value();
                standing.put(
                        account,
                        known.getOrDefault(account, List.of()).stream()
                                .filter(accepted -> accepted.stands(now))
                                .toList());
            }
        }
        return standing;
    }

    /** In the caller's transaction. */
    public void accept(String lender, String account, AcceptedReview accepted) {
        jdbc.update(
                SQL.get("insert"),
                lender,
                account,
                accepted.review().code().name(),
                accepted.review().subject(),
                accepted.fact(),
                Rows.utc(accepted.at()),
                accepted.people().get(0),
                accepted.people().get(1),
                accepted.reason());
    }

    private static AcceptedReview accepted(ResultSet row) throws SQLException {
        return new AcceptedReview(
                new Review(ReviewCode.valueOf(row.getString(2)), row.getString(3)),
                row.getString(4),
                Rows.instant(row, 5),
                List.of(row.getString(6), row.getString(7)),
                row.getString(8));
    }
}

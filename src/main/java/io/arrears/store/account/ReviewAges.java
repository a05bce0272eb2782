package io.arrears.store.account;

import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Since which night each entry of a review has stood there without a break. */
public final class ReviewAges {

    private static final Sql SQL = Sql.of("review-ages");

    private final JdbcTemplate jdbc;

    public ReviewAges(DataSource pool) {
        this.jdbc = new JdbcTemplate(pool);
    }

    /** An entry that counts, and the as-of date of the first of the nights that had it one after the other. */
    public record Aged(String account, Review review, LocalDate since) {}

    /** Those of a lender as of a published run, by account. */
    public List<Aged> of(String lender, long published) {
        Map<String, Walk> walks = new LinkedHashMap<>();
        jdbc.query(
                SQL.get("standings"),
                row -> {
                    walks.computeIfAbsent(row.getString(1), any -> new Walk()).step(row);
                },
                lender,
                published,
                lender,
                published,
                lender,
                published,
                lender,
                published);
        List<Aged> aged = new ArrayList<>();
        walks.forEach(
                (account, walk) -> walk.ended().forEach((review, since) -> aged.add(new Aged(account, review, since))));
        return aged;
    }

    /** One account's standings from the newest back. */
    private static final class Walk {

        private final Map<Review, LocalDate> since = new LinkedHashMap<>();
        private final Set<Review> unbroken = new HashSet<>();
        private final Set<Review> ofRun = new HashSet<>();
        private LocalDate asOf = LocalDate.MAX;
        private long run;
        private boolean isNewest = true;

        void step(ResultSet row) throws SQLException {
            long next = row.getLong(2);
            if (run != 0 && next != run) {
                endRun();
            }
            run = next;
            asOf = Rows.date(row, 3);
            String code = row.getString(4);
            if (code != null) {
                ofRun.add(new Review(ReviewCode.valueOf(code), row.getString(5)));
            }
        }

        private void endRun() {
            if (isNewest) {
                unbroken.addAll(ofRun);
            }
            unbroken.retainAll(ofRun);
            unbroken.forEach(review -> since.put(review, asOf));
            ofRun.clear();
            isNewest = false;
        }

        Map<Review, LocalDate> ended() {
            endRun();
            return since;
        }
    }
}

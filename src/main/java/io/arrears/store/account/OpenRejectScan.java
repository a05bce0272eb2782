package io.arrears.store.account;

import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.run.KeyRange;
import io.arrears.store.imports.RejectStore;
import io.arrears.store.jdbc.Columns;
import io.arrears.store.jdbc.Cursor;
import io.arrears.store.jdbc.Rows;
import io.arrears.store.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Streams the rejects that are open as a cutoff sees them, in key order of their accounts. */
public final class OpenRejectScan implements AutoCloseable {

    private final Cursor<Review> rejects;

    public OpenRejectScan(DataSource pool, String lender, KeyRange range, Instant cutoff) throws SQLException {
        LocalDateTime at = Rows.utc(cutoff);
        this.rejects = new Cursor<>(
                pool,
                Sql.of("ledger").get("rejects"),
                OpenRejectScan::review,
                range.after(),
                range.upTo(),
                at,
                at,
                lender,
                at);
    }

    /** The next account with an open reject; none at the end. */
    public @Nullable String key() {
        return rejects.key();
    }

    public List<Review> take(String account) throws SQLException {
        return rejects.take(account);
    }

    /** The subject names the feed and the row's key: {@code entries:E1}. */
    private static Review review(Columns row) throws SQLException {
        return new Review(ReviewCode.OPEN_REJECT, RejectStore.shown(row.word(3), row.word(5)));
    }

    @Override
    public void close() throws SQLException {
        rejects.close();
    }
}

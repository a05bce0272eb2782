package io.arrears.batch;

import io.arrears.delivery.ValidRow;
import io.arrears.feed.Feed;
import io.arrears.store.KnownFrom;
import io.arrears.store.imports.LedgerRows.LedgerRow;
import java.time.LocalDateTime;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * When a row is known: at the later of posted_at, where its feed has one, and when the lender's rows of this import are.
 *
 * <p>A borrower who is new is nobody's yet, so no run has missed them: they are known always, and whatever cutoff sees an account sees
 * its borrower, also where two lenders' clocks are apart.
 */
class KnownAtStamper implements ItemProcessor<ValidRow, LedgerRow> {

    private static final String POSTED_AT = "posted_at";

    private final KnownFrom knownFrom;
    private final int postedAt;
    private final boolean isOfBorrowers;

    KnownAtStamper(Feed feed, KnownFrom knownFrom) {
        this.knownFrom = knownFrom;
        this.isOfBorrowers = feed == Feed.BORROWERS;
        this.postedAt = feed.layout().has(POSTED_AT) ? feed.layout().position(POSTED_AT) : -1;
    }

    @Override
    public LedgerRow process(ValidRow row) {
        if (isOfBorrowers && row.revision() == 1) {
            return known(row, KnownFrom.ALWAYS);
        }
        LocalDateTime knownAt = knownFrom.of(row.lender());
        if (postedAt >= 0 && row.values()[postedAt] instanceof LocalDateTime posted && posted.isAfter(knownAt)) {
            knownAt = posted;
        }
        return known(row, knownAt);
    }

    private static LedgerRow known(ValidRow row, LocalDateTime at) {
        return new LedgerRow(row.values(), row.lender(), row.revision(), row.arrives(), at, row.digest());
    }
}

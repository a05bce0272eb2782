package io.arrears.batch;

import io.arrears.delivery.ValidRow;
import io.arrears.feed.Feed;
import io.arrears.store.KnownFrom;
import io.arrears.store.LedgerRows.LedgerRow;
import java.time.LocalDateTime;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** When a row is known: at the later of posted_at, where its feed has one, and when the lender's rows of this import are. */
class Knowing implements ItemProcessor<ValidRow, LedgerRow> {

    private static final String POSTED_AT = "posted_at";

    private final KnownFrom knownFrom;
    private final int postedAt;

    Knowing(Feed feed, KnownFrom knownFrom) {
        this.knownFrom = knownFrom;
        this.postedAt = feed.layout().has(POSTED_AT) ? feed.layout().position(POSTED_AT) : -1;
    }

    @Override
    public LedgerRow process(ValidRow row) {
        LocalDateTime knownAt = knownFrom.of(row.lender());
        if (postedAt >= 0 && row.values()[postedAt] instanceof LocalDateTime posted && posted.isAfter(knownAt)) {
            knownAt = posted;
        }
        return new LedgerRow(row.values(), row.lender(), row.revision(), row.arrives(), knownAt, row.digest());
    }
}

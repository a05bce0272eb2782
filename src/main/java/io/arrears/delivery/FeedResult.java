package io.arrears.delivery;

import io.arrears.feed.Feed;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What validation found in one file; {@code rows = loaded + corrected + unchanged + repeated + rejected + setAside}.
 *
 * @param rows data rows
 * @param loaded rows that are new to the ledger
 * @param corrected rows that the ledger has in another form
 * @param unchanged rows that it has as they are
 * @param repeated rows that stand in the file before
 * @param setAside credits and charges of zero, which move nothing (D21)
 * @param amount sum over all data rows of what control.csv states for the feed
 * @param delivered whose good rows it has, known ones too
 * @param lenders whose rows it loads or misses
 * @param shared it also loads or misses rows of no one lender
 */
public record FeedResult(
        Feed feed,
        long bytes,
        String sha256,
        long rows,
        long loaded,
        long corrected,
        long unchanged,
        long repeated,
        long rejected,
        long setAside,
        BigDecimal amount,
        Set<String> delivered,
        Set<String> lenders,
        boolean shared) {}

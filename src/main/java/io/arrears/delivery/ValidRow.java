package io.arrears.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A row that passed validation and waits to be loaded.
 *
 * @param ordinal the how-many-eth data row of its file
 * @param lender whose it is, empty for rows about borrowers
 * @param revision the revision to insert, {@link #KNOWN} when the ledger has the row as it is
 * @param arrives an open reject waits for this row's key
 * @param digest of the values (see {@link io.arrears.feed.RowCodec})
 * @param values in the layout's order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a ledger has tens of millions of them
public record ValidRow(
        long ordinal,
        String lender,
        int revision,
        boolean arrives,
        byte[] digest,
        @Nullable Object[] values) {

    public static final int KNOWN = 0;
}

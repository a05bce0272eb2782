package io.arrears.delivery;

import io.arrears.feed.Column.Reference;
import io.arrears.feed.Feed;
import io.arrears.feed.Row;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What validation asks of the ledger, a chunk of rows at a time, and where it notes what this delivery adds to it.
 *
 * <p>Notes are of accepted rows only; they last as long as the import.
 */
public interface Ledger {

    /** The accounts among these ids that the ledger or this delivery has. */
    Map<String, AccountRef> accounts(Collection<String> ids);

    /** Those of these ids that the ledger or this delivery has. */
    Set<String> existing(Reference reference, Collection<String> ids);

    /** Those of these contacts whose person asked the ledger to be forgotten. */
    Set<String> erased(Collection<String> contacts);

    /** The newest forms, by key, of the rows that the ledger already has; lenders stand beside their rows. */
    Map<String, KnownRow> known(Feed feed, List<Row> rows, List<String> lenders);

    /** Those of these keys for which a reject is open. */
    Set<String> awaited(Feed feed, Collection<String> keys);

    void noteAccounts(Map<String, AccountRef> accounts);

    /** Notes borrowers or contacts. */
    void note(Feed feed, Collection<String> ids);

    /** Takes notes back: their rows turned out to contradict each other. */
    void forget(Feed feed, Collection<String> ids);
}

package io.arrears.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a person is not to be contacted: at all, or only as far as account, contact, channel and telephone say; each that is absent
 * stands for all.
 *
 * @param kind as the core system says it; one that nobody knows stops everything (L3)
 * @param handle digits of the telephone
 * @param toOn the last day on which it holds; none without an end
 */
public record Stop(
        String id,
        String borrowerId,
        @Nullable AccountId account,
        @Nullable String contactId,
        @Nullable String channel,
        @Nullable String handle,
        String kind,
        LocalDate fromOn,
        @Nullable LocalDate toOn) {

    @Override
    public String toString() {
        return "Stop[" + id + "]";
    }
}

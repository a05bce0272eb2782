package io.arrears.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to contact somebody about an account, or theirs to contact the lender.
 *
 * @param id of the attempt
 * @param contactId of the contact it went to; none where it went to a party of the loan
 * @param outcome as the core system says it: a word that nobody knows counts against every cap (L15)
 * @param party BORROWER where the core system does not say and names no contact
 * @param partyId borrower id of the co-borrower or guarantor
 * @param handle digits of the telephone; none: the one on file then (L6)
 * @param direction OUTGOING where the core system does not say
 * @param people how many of the lender's people came
 */
public record Attempt(
        String id,
        AccountId account,
        @Nullable String contactId,
        String channel,
        Instant attemptedAt,
        String outcome,
        ContactedParty party,
        @Nullable String partyId,
        @Nullable String handle,
        Direction direction,
        @Nullable Integer people) {

    @Override
    public String toString() {
        return "Attempt[" + id + "]";
    }
}

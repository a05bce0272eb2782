package io.arrears.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else who answers for an account.
 *
 * @param amount how much of it, in minor units; none if not limited
 */
public record Party(
        String id,
        PartyRole role,
        Person person,
        @Nullable Long amount,
        LocalDate fromOn,
        @Nullable LocalDate toOn) {

    /** Whether it answers for the account on a day. */
    public boolean holdsOn(LocalDate day) {
        return !fromOn.isAfter(day) && (toOn == null || toOn.isAfter(day));
    }
}

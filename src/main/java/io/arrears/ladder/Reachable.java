package io.arrears.ladder;

import io.arrears.ladder.law.PartyType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be contacted about an account.
 *
 * @param id a borrower's id, or a contact's
 * @param person the same for one person over all accounts and ids; of a contact, whose id is not known, for one number
 * @param handle the digits of the phone on file; none if there is none
 * @param phoneSince when that number became known
 * @param limit how much of the debt a guarantor answers for, in minor units; none if not limited
 */
public record Reachable(
        PartyType type,
        String id,
        String person,
        @Nullable String handle,
        Instant phoneSince,
        List<ZoneId> zones,
        @Nullable Long limit) {

    @Override
    public String toString() {
        return "Reachable[" + type + " " + id + "]";
    }
}

package io.arrears.ladder.law;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person may be contacted about an account by a channel on a day.
 *
 * @param partyId a borrower's id, or a contact's
 * @param person the same for one person over all accounts and ids
 * @param handle the digits of the person's number; none if none is known
 * @param zone by whose calendar attempts are counted
 */
public record Asked(
        String account,
        PartyType party,
        String partyId,
        String person,
        @Nullable String handle,
        Channel channel,
        LocalDate day,
        ZoneId zone) {

    @Override
    public String toString() {
        return "Asked[" + account + " " + party + " " + partyId + " " + channel + " " + day + "]";
    }
}

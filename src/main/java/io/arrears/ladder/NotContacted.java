package io.arrears.ladder;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.PartyType;
import io.arrears.ladder.law.Withheld;
import org.jspecify.annotations.Nullable;

/**
 * One that the ladder asked for and that is withheld; without a party, an account that stands below its first stage.
 *
 * @param stage its name; none below the first
 */
public record NotContacted(
        String account,
        String borrower,
        @Nullable String stage,
        @Nullable PartyType party,
        @Nullable String partyId,
        @Nullable Channel channel,
        Withheld why) {}

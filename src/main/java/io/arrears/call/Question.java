package io.arrears.call;

import io.arrears.ladder.law.Channel;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * May this party be contacted about this account by this channel at this instant?
 *
 * @param party a borrower's id, or a contact's
 * @param attempts what was done since the night, in the columns of contact_attempts.csv; none where nothing is told
 * @param night the folder that the list comes from that is being called; none for the newest
 */
public record Question(
        String lender,
        String account,
        String party,
        Channel channel,
        OffsetDateTime at,
        @Nullable Path attempts,
        @Nullable String night) {

    @Override
    public String toString() {
        return "Question[" + lender + " " + account + " " + party + " " + channel + " " + at + "]";
    }
}

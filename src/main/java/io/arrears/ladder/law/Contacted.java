package io.arrears.ladder.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to reach a person, as caps count it: whom it touched, on which number, and what came of it.
 *
 * @param id of the attempt
 * @param account that it was made for
 * @param person who was to be reached: the same for one person over all accounts and ids
 * @param handle the digits of the number; none where there was none
 * @param channel none for a word that is no channel of ours, which counts against every cap
 */
public record Contacted(
        String id,
        String account,
        String person,
        @Nullable String handle,
        @Nullable Channel channel,
        Instant at,
        Outcome outcome,
        boolean isIncoming) {

    /** In the order of time. */
    public static final Comparator<Contacted> ORDER =
            Comparator.comparing(Contacted::at).thenComparing(Contacted::id);

    /** Whether it is a call, or may have been one. */
    public boolean isCall() {
        return mayBe(Channel::isCall);
    }

    /** Whether it was by such a channel; one that is no channel of ours, or an agency's own, may have been any. */
    boolean mayBe(Predicate<Channel> meant) {
        return channel == null || channel == Channel.AGENCY || meant.test(channel);
    }

    /** Whether whoever was meant was asked: an answer, or a word that may be one. */
    public boolean isAsked() {
        return !isIncoming && (outcome.isReached() || outcome == Outcome.UNKNOWN);
    }

    public LocalDate on(ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    @Override
    public String toString() {
        return "Contacted[" + id + "]";
    }
}

package io.arrears.ladder.law;

import java.util.function.Predicate;

/** What a count counts of what the lender did, and which channels a used up count closes; what comes in counts for nothing (L15). */
public enum Unit {
    /** Calls that somebody answered. */
    CALL_CONNECTED(Channel::isCall, Outcome::isConnected),
    /** Calls that nobody answered. */
    DIAL_UNANSWERED(Channel::isCall, Outcome::isFailed),
    /** Calls that rang, answered or not. */
    CALL_PLACED(Channel::isCall, Outcome::isPlaced),
    /** Attempts by whatever channel that the person meant answered. */
    PERSON_REACHED(channel -> true, Outcome::isReached),
    VISIT(channel -> channel == Channel.VISIT, outcome -> true),
    MESSAGE(Channel::isMessage, outcome -> true);

    private final Predicate<Channel> used;
    private final Predicate<Outcome> counted;

    Unit(Predicate<Channel> used, Predicate<Outcome> counted) {
        this.used = used;
        this.counted = counted;
    }

    /** Whether a line by this channel would use some of it up. */
    public boolean isUsedBy(Channel channel) {
        return used.test(channel);
    }

    /** A channel or an outcome that nobody knows may have been one that counts. */
    public boolean counts(Contacted contacted) {
        return !contacted.isIncoming()
                && contacted.mayBe(used)
                && (contacted.outcome() == Outcome.UNKNOWN || counted.test(contacted.outcome()));
    }
}

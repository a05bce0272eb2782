package io.arrears.ladder.law;

import java.util.function.Predicate;

/** What a count counts, and which channels a used up count closes. */
public enum Unit {
    /** Outgoing calls that somebody answered. */
    CALL_CONNECTED(true, contacted -> contacted.isCall() && contacted.outcome().isConnected()),
    /** Outgoing calls that nobody answered. */
    DIAL_UNANSWERED(true, contacted -> contacted.isCall() && contacted.outcome().isFailed()),
    /** Outgoing calls that rang, answered or not. */
    CALL_PLACED(true, contacted -> contacted.isCall() && contacted.outcome().isPlaced()),
    /** Outgoing calls on which the person meant answered. */
    PERSON_REACHED(true, contacted -> contacted.isCall() && contacted.outcome().isReached()),
    VISIT(false, contacted -> contacted.channel() == null || contacted.channel() == Channel.VISIT),
    MESSAGE(false, contacted -> contacted.channel() == null || isMessage(contacted.channel()));

    private final boolean isOfCalls;
    private final Predicate<Contacted> counted;

    Unit(boolean isOfCalls, Predicate<Contacted> counted) {
        this.isOfCalls = isOfCalls;
        this.counted = counted;
    }

    private static boolean isMessage(Channel channel) {
        return channel == Channel.SMS || channel == Channel.APP || channel == Channel.EMAIL;
    }

    /** Whether a line by this channel would use some of it up. */
    public boolean isUsedBy(Channel channel) {
        return isOfCalls ? channel.isCall() : this == VISIT ? channel == Channel.VISIT : isMessage(channel);
    }

    boolean counts(Contacted contacted) {
        boolean isUnknown = contacted.outcome() == Outcome.UNKNOWN && (!isOfCalls || contacted.isCall());
        return !contacted.isIncoming() && ((isUnknown && isPossible(contacted)) || counted.test(contacted));
    }

    private boolean isPossible(Contacted contacted) {
        return contacted.channel() == null || isUsedBy(contacted.channel());
    }
}

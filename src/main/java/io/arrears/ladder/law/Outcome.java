package io.arrears.ladder.law;

import java.util.Locale;
import java.util.stream.Stream;

/** What came of an attempt (L15); a word that is none of these counts against every cap, and neither as failed nor as reached. */
public enum Outcome {
    ANSWERED,
    CONVERSATION,
    WRONG_PERSON,
    REFUSED,
    UNANSWERED,
    VOICEMAIL,
    BUSY,
    INVALID_NUMBER,
    SENT,
    NOT_DELIVERED,
    UNKNOWN;

    /** The outcome of this word, in whatever case. */
    public static Outcome of(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        return Stream.of(values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Somebody answered, whoever it was. */
    boolean isConnected() {
        return switch (this) {
            case ANSWERED, CONVERSATION, WRONG_PERSON, REFUSED -> true;
            case UNANSWERED, VOICEMAIL, BUSY, INVALID_NUMBER, SENT, NOT_DELIVERED, UNKNOWN -> false;
        };
    }

    /** Nobody answered. */
    boolean isFailed() {
        return switch (this) {
            case UNANSWERED, VOICEMAIL, BUSY, INVALID_NUMBER -> true;
            case ANSWERED, CONVERSATION, WRONG_PERSON, REFUSED, SENT, NOT_DELIVERED, UNKNOWN -> false;
        };
    }

    /** The person that was meant answered. */
    boolean isReached() {
        return switch (this) {
            case ANSWERED, CONVERSATION, REFUSED -> true;
            case WRONG_PERSON, UNANSWERED, VOICEMAIL, BUSY, INVALID_NUMBER, SENT, NOT_DELIVERED, UNKNOWN -> false;
        };
    }

    /** He said that he does not want to be asked, which holds for ever (L10). */
    public boolean isRefusal() {
        return this == REFUSED;
    }

    /** A rest is a cap, too, so a word that nobody knows starts one. */
    public boolean mayBeConversation() {
        return this == CONVERSATION || this == UNKNOWN;
    }

    /** It rang: a busy line and a number out of service are no calls (12 CFR 1006.14(b)(4)). */
    boolean isPlaced() {
        return this != BUSY && this != INVALID_NUMBER;
    }
}

package io.arrears.ladder.law;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways in which a person is contacted, in the order in which the lists have them. */
public enum Channel {
    APP,
    SMS,
    EMAIL,
    AUTO_CALL,
    CALL,
    LETTER,
    VISIT,
    AGENCY,
    LEGAL;

    /** A voice call, by a person or by a machine: both count alike (L15). */
    public boolean isCall() {
        return this == CALL || this == AUTO_CALL;
    }

    public boolean isMessage() {
        return this == APP || this == SMS || this == EMAIL;
    }

    /** Whether it asks for a phone on file; the others are the dialling system's to resolve (L8). */
    public boolean needsPhone() {
        return isCall() || this == SMS;
    }

    /** Whether it is an account's own, and not one of the person's over all accounts (L7). */
    public boolean isAccounts() {
        return this == LETTER || this == AGENCY || this == LEGAL;
    }

    /** The one of this name, in whatever case; none for any other word. */
    public static Optional<Channel> of(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        return Stream.of(values())
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }

    /** Whether a word of a delivery means this one: a word that is no channel may mean any, and a machine's call is a call, too. */
    public boolean isMeant(String word) {
        return of(word).map(channel -> channel == this || (channel == CALL && isCall()))
                .orElse(true);
    }
}

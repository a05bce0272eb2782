package io.arrears.ladder.law;

import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/** What a rule limits, by its kind (L13). */
public sealed interface Limit {

    /**
     * From when to when, by the clock of the person, to the second: from is in it, to is not. Where to is not later than from it ends
     * the next day, and belongs to the day on which it begins (L14).
     */
    record Window(LocalTime from, LocalTime to, Set<Channel> channels) implements Limit {
        public Window {
            channels = Set.copyOf(channels);
        }
    }

    /** Over whom a count runs: the person over all accounts, one number over all accounts, or the person and one debt. */
    enum Per {
        PERSON,
        HANDLE,
        DEBT
    }

    /**
     * At most so many of a unit.
     *
     * @param days calendar days, today the last of them; 0 for ever
     */
    record Count(Unit unit, Per per, int days, int atMost, Set<PartyType> parties) implements Limit {
        public Count {
            parties = Set.copyOf(parties);
        }
    }

    /** No call on so many days from the day of a conversation on, that day the first of them. */
    record CoolOff(int days, Per per) implements Limit {}

    /** When a third person may be asked: calls to the debtor that failed in a row, days without reaching him, a number that is none. */
    record Sequence(int failedInARow, int unreachableDays, boolean onInvalidNumber) implements Limit {}

    /** A notice of a kind so many days before a line by these channels. */
    record Precondition(String notice, int days, Set<Channel> channels) implements Limit {
        public Precondition {
            channels = Set.copyOf(channels);
        }
    }

    /** At least so many people on a visit. */
    record People(int atLeast) implements Limit {}

    /** Channels by which a party is never contacted. */
    record Party(Set<PartyType> parties, Set<Channel> never) implements Limit {
        public Party {
            parties = Set.copyOf(parties);
            never = Set.copyOf(never);
        }
    }

    /** At most so much is said to a party. */
    record Said(Set<PartyType> parties, Content atMost) implements Limit {
        public Said {
            parties = Set.copyOf(parties);
        }
    }

    /** Whom a stop keeps from being contacted (L18). */
    enum Stopped {
        PERSON,
        ACCOUNT,
        CONTACTS
    }

    /** What a stop of each kind stops; of a kind that is not named, everything (L3). */
    record Stops(Map<String, Set<Stopped>> kinds) implements Limit {
        public Stops {
            kinds = Map.copyOf(kinds);
        }
    }
}

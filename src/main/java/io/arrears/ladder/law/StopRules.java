package io.arrears.ladder.law;

import io.arrears.ladder.law.Limit.Stopped;
import io.arrears.ladder.law.Limits.Held;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which stops keep a person from being contacted; a kind that no rule names stops everybody, whoever it is about (L3, L18, L26). */
public final class StopRules {

    private static final Citation UNKNOWN = Citation.policy("stops");

    private final List<Held<Limit.Stops>> rules;
    private final String borrower;
    private final List<StopOn> stops;

    /**
     * @param borrower of the account, as a person
     * @param stops of every person who answers for the account, and of its contacts
     */
    public StopRules(Limits limits, String borrower, List<StopOn> stops) {
        this.rules = limits.of(Limit.Stops.class);
        this.borrower = borrower;
        this.stops = stops;
    }

    public List<Withheld> withheld(Asked asked) {
        List<Withheld> reasons = new ArrayList<>();
        for (StopOn stop : stops) {
            if (holds(stop, asked)) {
                List<Withheld> found = new ArrayList<>();
                for (Held<Limit.Stops> held : rules) {
                    @Nullable Set<Stopped> stopped = held.limit().kinds().get(kind(stop));
                    if (stopped != null && reaches(stop, stopped, asked)) {
                        found.add(why(stop, held.rule().citation()));
                    }
                }
                if (rules.stream().noneMatch(held -> held.limit().kinds().containsKey(kind(stop)))) {
                    found.add(why(stop, UNKNOWN));
                }
                reasons.addAll(found);
            }
        }
        return reasons;
    }

    /** From when on a person is incapable, so that others may be asked for him (L17). */
    public @Nullable LocalDate incapableSince(LocalDate day) {
        return stops.stream()
                .filter(stop -> kind(stop).equals("INCAPABLE")
                        && stop.person().equals(borrower)
                        && stop.contactId() == null
                        && isInForce(stop, day))
                .map(StopOn::from)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static boolean holds(StopOn stop, Asked asked) {
        return isInForce(stop, asked.day())
                && (stop.channel() == null || asked.channel().isMeant(stop.channel()))
                && (stop.account() == null || stop.account().equals(asked.account()))
                && (stop.handle() == null || stop.handle().equals(asked.handle()));
    }

    private static boolean isInForce(StopOn stop, LocalDate day) {
        return !stop.from().isAfter(day) && (stop.to() == null || !stop.to().isBefore(day));
    }

    private boolean reaches(StopOn stop, Set<Stopped> stopped, Asked asked) {
        if (stop.contactId() != null) {
            return asked.party() == PartyType.CONTACT && stop.contactId().equals(asked.partyId());
        }
        boolean isBorrowers = stop.person().equals(borrower);
        return stop.person().equals(asked.person())
                || (isBorrowers && stopped.contains(Stopped.ACCOUNT))
                || (isBorrowers && stopped.contains(Stopped.CONTACTS) && asked.party() == PartyType.CONTACT);
    }

    private static Withheld why(StopOn stop, Citation citation) {
        LocalDate until = stop.to() == null ? null : stop.to().plusDays(1);
        return new Withheld(kind(stop), citation, stop.id(), until);
    }

    private static String kind(StopOn stop) {
        return stop.kind().strip().toUpperCase(Locale.ROOT);
    }
}

package io.arrears.ladder.law;

import io.arrears.ladder.law.Limits.Held;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often a person may be contacted: counts over days, and the rest after a conversation (L15).
 *
 * <p>Example: three calls answered on 21 November and at most 3 a day: no call on the 21st, until the 22nd.
 */
public final class Caps {

    private final Limits limits;
    private final List<Contacted> log;

    /** @param log every attempt that may touch one of those who are asked for */
    public Caps(Limits limits, List<Contacted> log) {
        this.limits = limits;
        this.log = log;
    }

    /** Every count that is used up, and every rest that is not over. */
    public List<Withheld> withheld(Asked asked) {
        List<Withheld> reasons = new ArrayList<>();
        for (LawRule rule : limits.rules()) {
            if (rule.limit() instanceof Limit.Count count && isAsked(count, asked)) {
                usedUp(rule, count, asked).ifPresent(reasons::add);
            } else if (rule.limit() instanceof Limit.CoolOff rest
                    && asked.channel().isCall()) {
                resting(rule, rest, asked).ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    /** How many more of each unit the line allows, of the strictest rule. */
    public Map<Unit, Integer> left(Asked asked) {
        Map<Unit, Integer> left = new EnumMap<>(Unit.class);
        for (Held<Limit.Count> held : limits.of(Limit.Count.class)) {
            Limit.Count count = held.limit();
            if (isAsked(count, asked)) {
                int used = counted(count, asked, asked.day()).size();
                left.merge(count.unit(), Math.max(0, count.atMost() - used), Math::min);
            }
        }
        return left;
    }

    private static boolean isAsked(Limit.Count count, Asked asked) {
        return count.unit().isUsedBy(asked.channel()) && count.parties().contains(asked.party());
    }

    private Optional<Withheld> usedUp(LawRule rule, Limit.Count count, Asked asked) {
        List<Contacted> counted = counted(count, asked, asked.day());
        if (counted.size() < count.atMost()) {
            return Optional.empty();
        }
        LocalDate until = null;
        if (count.days() > 0 && count.atMost() > 0) {
            until = asked.day().plusDays(1);
            while (counted(count, asked, until).size() >= count.atMost()) {
                until = until.plusDays(1);
            }
        }
        String last = counted.stream().max(Contacted.ORDER).map(Contacted::id).orElse("");
        return Optional.of(new Withheld(
                rule.key(), rule.citation(), counted.size() + " of " + count.atMost() + ", last " + last, until));
    }

    private Optional<Withheld> resting(LawRule rule, Limit.CoolOff rest, Asked asked) {
        return log.stream()
                .filter(contacted -> contacted.isCall()
                        && contacted.outcome().mayBeConversation()
                        && touches(rest.per(), contacted, asked))
                .max(Comparator.comparing(Contacted::at))
                .map(last -> new Withheld(
                        rule.key(),
                        rule.citation(),
                        last.id(),
                        last.on(asked.zone()).plusDays(rest.days())))
                .filter(why -> asked.day().isBefore(end(why)));
    }

    private static LocalDate end(Withheld why) {
        @Nullable LocalDate until = why.until();
        return until == null ? LocalDate.MAX : until;
    }

    private List<Contacted> counted(Limit.Count count, Asked asked, LocalDate day) {
        return log.stream()
                .filter(contacted -> count.unit().counts(contacted)
                        && touches(count.per(), contacted, asked)
                        && isWithin(count.days(), contacted.on(asked.zone()), day))
                .toList();
    }

    private static boolean isWithin(int days, LocalDate contacted, LocalDate day) {
        return !contacted.isAfter(day) && (days == 0 || contacted.isAfter(day.minusDays(days)));
    }

    private static boolean touches(Limit.Per per, Contacted contacted, Asked asked) {
        return switch (per) {
            case PERSON -> contacted.person().equals(asked.person());
            case HANDLE -> asked.handle() != null && asked.handle().equals(contacted.handle());
            case DEBT ->
                contacted.account().equals(asked.account())
                        && contacted.person().equals(asked.person());
        };
    }
}

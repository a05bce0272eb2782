package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which schedule version counts which entry, as seen at the end of a day, and what each version asks for (D8).
 *
 * <p>The day matters on a payoff's day alone: there the latest credits pay the new version, and one that is reversed makes
 * room for an earlier one.
 */
final class Attribution {

    private static final Comparator<Entry> LATEST_FIRST =
            Comparator.comparing(Entry::postedAt).thenComparing(Entry::id).reversed();

    private final AccountFacts facts;
    private final List<Entry> entries;
    private final Reversals reversals;
    private final List<Phase> phases;
    private final Policy policy;
    private final LocalDate asOf;
    private final Map<LocalDate, Map<Integer, Set<String>>> paidAtOnce = new HashMap<>(0);

    /** What an entry that moves money does to one version's schedule, and the day on which it counts there. */
    record Acting(Entry entry, LocalDate actsOn) {

        static final Comparator<Acting> ORDER = Comparator.comparing(Acting::actsOn)
                .thenComparing(acting -> acting.entry.postedAt())
                .thenComparing(acting -> acting.entry.id());

        void applyTo(Schedule schedule) {
            if (entry.type() == EntryType.REFUND) {
                schedule.refund(entry);
            } else {
                schedule.credit(entry, actsOn);
            }
        }
    }

    /** @param entries in D3's order */
    Attribution(
            AccountFacts facts,
            List<Entry> entries,
            Reversals reversals,
            List<Phase> phases,
            Policy policy,
            LocalDate asOf) {
        this.facts = facts;
        this.entries = entries;
        this.reversals = reversals;
        this.phases = phases;
        this.policy = policy;
        this.asOf = asOf;
    }

    /** The day on which a phase counts an entry, given that the entry is not the next one's; none where it does not. */
    @Nullable
    LocalDate counts(int index, Entry entry, LocalDate seen) {
        return isOfPayoffDay(index, entry)
                ? isTakenAtOnce(index, entry, seen) ? entry.valueOn() : null
                : phases.get(index).counts(entry);
    }

    /** Whether one of the phases from an index on counts an entry, each as it was left. */
    boolean isCountedFrom(int index, Entry entry) {
        for (int i = index; i < phases.size(); i++) {
            if (counts(i, entry, lastDay(i)) != null) {
                return true;
            }
        }
        return false;
    }

    /** The last day on which a phase is in force, by the day of the assessment. */
    LocalDate lastDay(int index) {
        return index + 1 < phases.size() ? phases.get(index + 1).from().minusDays(1) : asOf;
    }

    /** Whether what a phase counts depends on the day from which it is seen. */
    boolean dependsOnDay(int index) {
        Phase phase = phases.get(index);
        return phase.by() != null && phase.by().type().isPaidAtOnce();
    }

    /**
     * Credits and refunds that count in a phase, in the order in which they act there.
     *
     * @param seen the day from which this phase is seen
     * @param nextSeen the day from which the next one is seen
     */
    List<Acting> movements(int index, LocalDate seen, LocalDate nextSeen) {
        List<Acting> movements = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            boolean moves = entry.type().isCredit() || entry.type() == EntryType.REFUND;
            if (moves && !entry.valueOn().isAfter(asOf) && !isOfNext(index, entry, nextSeen)) {
                LocalDate actsOn = counts(index, entry, seen);
                if (actsOn != null) {
                    movements.add(new Acting(entry, actsOn));
                }
            }
        }
        movements.sort(Acting.ORDER);
        return movements;
    }

    private boolean isOfNext(int index, Entry entry, LocalDate seen) {
        if (index + 1 == phases.size()) {
            return false;
        }
        return isOfPayoffDay(index + 1, entry)
                ? isTakenAtOnce(index + 1, entry, seen)
                : phases.get(index + 1).begins(entry);
    }

    /** A phase's schedule before any credit, with those of the charges it counts that are let in. */
    Schedule schedule(int index, Predicate<Entry> charges, long carried, boolean traced) {
        Phase phase = phases.get(index);
        List<Obligation> obligations = new ArrayList<>();
        for (Instalment instalment : facts.instalments()) {
            if (instalment.version() == phase.version()) {
                obligations.add(Obligation.of(instalment, policy));
            }
        }
        for (Entry entry : entries) {
            if (entry.type().isCharge() && phase.counts(entry) != null && charges.test(entry)) {
                obligations.add(Obligation.of(entry));
            }
        }
        obligations.sort(Obligation.ORDER);
        return new Schedule(
                phase.version(), obligations, policy, facts.account().currency(), carried, traced);
    }

    /** What the phase before had unpaid when a phase took over, without the credits and charges that the latter counts (D19). */
    Schedule unpaidBefore(int index) {
        LocalDate from = phases.get(index).from();
        Predicate<Entry> stood = entry -> {
            Entry reversal = reversals.byTarget().get(entry.id());
            return (reversal == null || phases.get(index).begins(reversal)) && counts(index, entry, from) == null;
        };
        Schedule unpaid = schedule(index - 1, stood, 0, false);
        for (Acting acting : movements(index - 1, from.minusDays(1), from)) {
            if (stood.test(acting.entry)) {
                acting.applyTo(unpaid);
            }
        }
        return unpaid;
    }

    private boolean isOfPayoffDay(int index, Entry entry) {
        return dependsOnDay(index)
                && entry.type().isCredit()
                && entry.valueOn().equals(phases.get(index).from());
    }

    /** Of a credit that is reversed by then: whether it was taken until its reversal. */
    private boolean isTakenAtOnce(int index, Entry credit, LocalDate seen) {
        Entry reversal = reversals.byTarget().get(credit.id());
        if (reversal == null || reversal.valueOn().isAfter(seen)) {
            return takenAtOnce(index, seen).contains(credit.id());
        }
        return reversal.valueOn().equals(credit.valueOn())
                || takenAtOnce(index, reversal.valueOn().minusDays(1)).contains(credit.id());
    }

    private Set<String> takenAtOnce(int index, LocalDate seen) {
        return paidAtOnce
                .computeIfAbsent(seen, day -> new HashMap<>(2))
                .computeIfAbsent(index, any -> payAtOnce(index, seen));
    }

    /** The credits of a payoff's day that pay it, the latest first, after what it counts of days before. */
    private Set<String> payAtOnce(int index, LocalDate seen) {
        Phase phase = phases.get(index);
        LocalDate from = phase.from();
        Predicate<Entry> stands = entry -> reversals.stands(entry, seen);
        Schedule owed = schedule(
                index, charge -> stands.test(charge) && !charge.valueOn().isAfter(from), 0, false);
        List<Entry> ofDay = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.type().isCredit() && stands.test(entry)) {
                if (entry.valueOn().equals(from)) {
                    ofDay.add(entry);
                } else if (entry.valueOn().isBefore(from) && phase.counts(entry) != null) {
                    owed.credit(entry, from);
                }
            }
        }
        ofDay.sort(LATEST_FIRST);
        Set<String> taken = new HashSet<>();
        for (Entry credit : ofDay) {
            if (owed.settledFrom() != Schedule.NEVER) {
                break;
            }
            owed.credit(credit, from);
            taken.add(credit.id());
        }
        return taken;
    }
}

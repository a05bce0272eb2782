package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which schedule version counts which entry, as seen at the end of a day, and what each version asks for (D8).
 *
 * <p>The day from which it is seen matters on a {@link PayoffDay} alone.
 */
final class Attribution {

    private final AccountFacts facts;
    private final List<Entry> entries;
    private final Reversals reversals;
    private final List<VersionPeriod> phases;
    private final Policy policy;
    private final LocalDate asOf;
    private final List<@Nullable PayoffDay> payoffDays = new ArrayList<>(1);
    private final @Nullable LineActs line;
    private final Set<LocalDate> daysOfUnknownCredits;

    /** @param entries in D3's order */
    Attribution(
            AccountFacts facts,
            List<Entry> entries,
            Reversals reversals,
            VersionPeriod.Course course,
            Policy policy,
            LocalDate asOf) {
        this.facts = facts;
        this.entries = entries;
        this.reversals = reversals;
        this.phases = course.phases();
        this.policy = policy;
        this.asOf = asOf;
        this.line = facts.account().isLine() ? new LineActs(facts, course.plans(), policy, asOf) : null;
        this.daysOfUnknownCredits = line == null ? Set.of() : line.daysOfUnknownCredits();
        for (int i = 0; i < phases.size(); i++) {
            Agreement by = phases.get(i).by();
            boolean isPaidAtOnce = by != null && by.type().isPaidAtOnce();
            payoffDays.add(isPaidAtOnce ? new PayoffDay(this, i, phases.get(i), entries, reversals) : null);
        }
    }

    /** The day on which a phase counts an entry, given that the entry is not the next one's; none where it does not. */
    @Nullable
    LocalDate counts(int index, Entry entry, LocalDate seen) {
        PayoffDay day = payoffDayOf(index, entry);
        return day == null ? phases.get(index).counts(entry) : day.counts(entry, seen) ? entry.valueOn() : null;
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
        return payoffDays.get(index) != null || !daysOfUnknownCredits.isEmpty();
    }

    /** Whether from this day on a credit counts on another day than before. */
    boolean movesCreditsOn(LocalDate day) {
        return daysOfUnknownCredits.contains(day);
    }

    /**
     * Credits and refunds that count in a phase, in the order in which they act there.
     *
     * @param seen the day from which this phase is seen
     * @param nextSeen the day from which the next one is seen
     */
    List<Act> movements(int index, LocalDate seen, LocalDate nextSeen) {
        return movements(index, seen, entry -> isOfNext(index, entry, nextSeen));
    }

    private List<Act> movements(int index, LocalDate seen, Predicate<Entry> isOfNext) {
        List<Act> movements = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            boolean moves = entry.type().isCredit() || entry.type() == EntryType.REFUND;
            if ((moves || addsTo(line, entry)) && !entry.valueOn().isAfter(asOf) && !isOfNext.test(entry)) {
                LocalDate actsOn = counts(index, entry, seen);
                if (actsOn != null) {
                    movements.add(moves ? moved(entry, actsOn, seen) : new Act.Adds(entry, actsOn));
                }
            }
        }
        if (line != null) {
            movements.addAll(line.made(phases.get(index), index + 1 < phases.size() ? phases.get(index + 1) : null));
        }
        LocalDate refundedLast =
                payoffDays.get(index) == null ? null : phases.get(index).from();
        movements.sort(Act.order(refundedLast));
        return movements;
    }

    /** Whether an entry makes a line owe more on its day; of a loan charges are known from the start, and draws move nothing. */
    private static boolean addsTo(@Nullable LineActs line, Entry entry) {
        return line != null && (entry.type().isCharge() || entry.type() == EntryType.DISBURSEMENT);
    }

    private Act moved(Entry entry, LocalDate actsOn, LocalDate seen) {
        return new Act.Moves(
                entry, line == null || !entry.type().isCredit() ? actsOn : line.counts(entry, actsOn, seen));
    }

    private boolean isOfNext(int index, Entry entry, LocalDate seen) {
        if (index + 1 == phases.size()) {
            return false;
        }
        PayoffDay day = payoffDayOf(index + 1, entry);
        return day == null ? phases.get(index + 1).begins(entry) : day.counts(entry, seen);
    }

    /** A phase's schedule before any credit, with those of the charges it counts that are let in. */
    Schedule schedule(int index, Predicate<Entry> charges, long carried, boolean traced) {
        VersionPeriod phase = phases.get(index);
        List<Obligation> obligations = new ArrayList<>();
        for (Instalment instalment : facts.instalments()) {
            if (instalment.version() == phase.version()) {
                obligations.add(Obligation.of(instalment, policy));
            }
        }
        if (line != null) {
            obligations.sort(Obligation.ORDER);
            return new LineSchedule(
                    phase.version(),
                    obligations,
                    policy,
                    facts.account().currency(),
                    carried,
                    traced,
                    line.endsOn(),
                    line.lastKnown());
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

    /** What is wrong with a later version (D19); none when it asks for what was unpaid. */
    @Nullable
    Review judge(int index) {
        LocalDate from = phases.get(index).from();
        return later(index).review(mayAskFor(index, credit -> counts(index, credit, from) != null));
    }

    /** How well a later version asks for what was unpaid, were it these credits of its first day that it counts. */
    WholeSchedule.Fit fit(int index, Predicate<Entry> ofItsDay) {
        return later(index).fit(mayAskFor(index, ofItsDay));
    }

    private WholeSchedule later(int index) {
        return new WholeSchedule(
                facts.account(), facts.instalments(), phases.get(index).version());
    }

    private WholeSchedule.Range mayAskFor(int index, Predicate<Entry> ofItsDay) {
        LocalDate since =
                index == 1 ? facts.account().openedOn() : phases.get(index - 1).from();
        long drawn = line == null
                ? WholeSchedule.drawn(entries, since, phases.get(index).from())
                : 0;
        return WholeSchedule.Range.of(phases.get(index), unpaidBefore(index, ofItsDay), policy, drawn);
    }

    /** What the phase before had unpaid when a phase took over, without the credits and charges that the latter counts (D19). */
    private Schedule unpaidBefore(int index, Predicate<Entry> ofItsDay) {
        VersionPeriod phase = phases.get(index);
        Predicate<Entry> stood = entry -> {
            Entry reversal = reversals.byTarget().get(entry.id());
            boolean isCounted = payoffDayOf(index, entry) == null ? phase.counts(entry) != null : ofItsDay.test(entry);
            return !isCounted && (reversal == null || phase.begins(reversal));
        };
        Predicate<Entry> isLater =
                entry -> payoffDayOf(index, entry) == null ? phase.begins(entry) : ofItsDay.test(entry);
        Schedule unpaid = schedule(index - 1, stood, 0, false);
        for (Act act : movements(index - 1, phase.from().minusDays(1), isLater)) {
            Entry entry = act.entry();
            if (entry == null || stood.test(entry)) {
                act.applyTo(unpaid);
            }
        }
        return unpaid;
    }

    /** The payoff's day that an entry is of; none for all other entries. */
    private @Nullable PayoffDay payoffDayOf(int index, Entry entry) {
        PayoffDay day = payoffDays.get(index);
        return day == null || !day.isOf(entry) ? null : day;
    }
}

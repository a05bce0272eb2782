package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Follows one account from its opening to a day: phase by phase of its schedule (D8), and in each phase from one day on
 * which something was posted to the next, taking credits in D3's order and starting over where a reversal acts (D2).
 */
final class Walk {

    private final AccountFacts facts;
    private final Policy policy;
    private final LocalDate asOf;
    private final boolean traced;
    private final List<Entry> entries;
    private final Reversals reversals;
    private final Phase.Course course;
    private final List<Review> reviews;
    private final List<Posting> postings = new ArrayList<>(0);
    private final Stretches stretches;
    private final List<Schedule> books = new ArrayList<>(1);
    private boolean restructured;
    private Schedule inForce;

    /** What an entry that moves money does to one phase's schedule, and the day on which it counts there. */
    private record Movement(Entry entry, LocalDate actsOn) {

        static final Comparator<Movement> ORDER = Comparator.comparing(Movement::actsOn)
                .thenComparing(m -> m.entry.postedAt())
                .thenComparing(m -> m.entry.id());

        void applyTo(Schedule schedule) {
            if (entry.type() == EntryType.REFUND) {
                schedule.refund(entry);
            } else {
                schedule.credit(entry, actsOn);
            }
        }
    }

    /** @param entries in D3's order */
    Walk(AccountFacts facts, List<Entry> entries, Policy policy, LocalDate asOf, boolean traced) {
        this.facts = facts;
        this.policy = policy;
        this.asOf = asOf;
        this.traced = traced;
        this.entries = entries;
        this.reversals = Reversals.of(entries, asOf);
        this.stretches = new Stretches(policy.grace().days());
        Set<Integer> versions = versions(facts.instalments());
        List<Agreement> agreements = new ArrayList<>(facts.agreements());
        agreements.sort(Agreement.ORDER);
        this.course = Phase.course(agreements, versions, policy.zone(), asOf);
        this.reviews = new ArrayList<>(reversals.setAside());
        reviews.addAll(course.setAside());
        if (versions.isEmpty()) {
            reviews.add(
                    new Review(ReviewCode.NO_INSTALMENTS, facts.account().id().value()));
        }
        this.inForce = follow();
        reviewReversalsOfEarlierVersions();
    }

    private static Set<Integer> versions(List<Instalment> instalments) {
        Set<Integer> versions = new TreeSet<>();
        int last = 0;
        for (Instalment instalment : instalments) {
            if (versions.isEmpty() || instalment.version() != last) {
                last = instalment.version();
                versions.add(last);
            }
        }
        return versions;
    }

    Schedule inForce() {
        return inForce;
    }

    Stretches stretches() {
        return stretches;
    }

    Reversals reversals() {
        return reversals;
    }

    List<Review> reviews() {
        return reviews;
    }

    List<Posting> postings() {
        return postings;
    }

    List<Phase> phases() {
        return course.phases();
    }

    /** Whether D8 sets an agreement effective by the day aside. */
    boolean setsAside(Agreement agreement) {
        return course.setAside().stream().anyMatch(review -> review.subject().equals(agreement.id()));
    }

    /** What each version in turn did with the money that no later one counts itself, so that money counts once. */
    List<Schedule> books() {
        return books;
    }

    boolean restructured() {
        return restructured;
    }

    private Schedule follow() {
        List<Phase> phases = phases();
        long carried = 0;
        Schedule schedule = follow(0, carried);
        for (int i = 1; i < phases.size(); i++) {
            long switched = phases.get(i).from().toEpochDay();
            long oldestBefore = schedule.firstAgeing();
            long oldestAfter = fresh(phases.get(i), phases.get(i).from(), 0).firstAgeing();
            restructured |= oldestBefore < switched && oldestAfter > oldestBefore;
            Schedule left = leftBehind(i - 1, carried);
            reviewRefunds(left);
            books.add(left);
            carried = left.unallocatedOfAll();
            schedule = follow(i, carried);
        }
        reviewRefunds(schedule);
        books.add(schedule);
        return schedule;
    }

    private void reviewRefunds(Schedule schedule) {
        schedule.refundsBeyond().forEach(id -> reviews.add(new Review(ReviewCode.REFUND_BEYOND_UNALLOCATED, id)));
    }

    /**
     * What a phase leaves behind of the facts that no later one counts itself: a late credit, refund or charge counts in
     * both (D8), but its money moved once.
     */
    private Schedule leftBehind(int index, long carried) {
        Phase phase = phases().get(index);
        Phase next = phases().get(index + 1);
        List<Phase> heirs = phases().subList(index + 1, phases().size());
        LocalDate lastDay = next.from().minusDays(1);
        List<Movement> movements = movements(phase, next);
        movements.removeIf(movement -> isCountedBy(heirs, movement.entry));
        Schedule schedule = schedule(phase, heirs, lastDay, carried, false);
        int taken = take(movements, 0, lastDay, schedule);
        take(movements, taken, next.from(), schedule);
        return schedule;
    }

    private static boolean isCountedBy(List<Phase> heirs, Entry entry) {
        for (Phase heir : heirs) {
            if (heir.counts(entry) != null) {
                return true;
            }
        }
        return false;
    }

    private Schedule follow(int index, long carried) {
        List<Phase> phases = phases();
        Phase phase = phases.get(index);
        Phase next = index + 1 < phases.size() ? phases.get(index + 1) : null;
        List<Movement> movements = movements(phase, next);
        long to = next == null ? asOf.toEpochDay() + 1 : next.from().toEpochDay();
        long[] days = days(phase, movements, to);
        Schedule schedule = fresh(phase, LocalDate.ofEpochDay(days[0]), carried);
        int taken = 0;
        for (int i = 0; i < days.length; i++) {
            LocalDate day = LocalDate.ofEpochDay(days[i]);
            if (i > 0 && reversesOn(day)) {
                schedule = fresh(phase, day, carried);
                taken = 0;
            }
            taken = take(movements, taken, day, schedule);
            stretches.observe(days[i], i + 1 < days.length ? days[i + 1] : to, schedule);
        }
        take(movements, taken, LocalDate.ofEpochDay(to), schedule);
        postings.addAll(schedule.postings());
        return schedule;
    }

    /** Credits and refunds that count in a phase, in the order in which they act there. */
    private List<Movement> movements(Phase phase, @Nullable Phase next) {
        List<Movement> movements = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            boolean moves = entry.type().isCredit() || entry.type() == EntryType.REFUND;
            if (moves && !entry.valueOn().isAfter(asOf) && (next == null || !next.begins(entry))) {
                LocalDate actsOn = phase.counts(entry);
                if (actsOn != null) {
                    movements.add(new Movement(entry, actsOn));
                }
            }
        }
        movements.sort(Movement.ORDER);
        return movements;
    }

    /** The distinct days of a phase on which its schedule can change by a posting, ascending; its first day is one. */
    private long[] days(Phase phase, List<Movement> movements, long to) {
        long[] days = new long[movements.size() + reversals.byTarget().size() + 1];
        int n = 0;
        for (Movement movement : movements) {
            days[n++] = movement.actsOn.toEpochDay();
        }
        for (Entry reversal : reversals.byTarget().values()) {
            days[n++] = reversal.valueOn().toEpochDay();
        }
        long from = phase.by() == null
                ? Math.min(facts.account().openedOn().toEpochDay(), to - 1)
                : phase.from().toEpochDay();
        if (phase.by() == null && !movements.isEmpty()) {
            from = Math.min(from, movements.get(0).actsOn.toEpochDay());
        }
        days[n] = from;
        Arrays.sort(days);
        int kept = 0;
        for (long day : days) {
            boolean repeated = kept > 0 && days[kept - 1] == day;
            if (day >= from && day < to && !repeated) {
                days[kept++] = day;
            }
        }
        return Arrays.copyOf(days, kept);
    }

    private boolean reversesOn(LocalDate day) {
        for (Entry reversal : reversals.byTarget().values()) {
            if (reversal.valueOn().equals(day)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes the movements up to a day that still stand on it; returns how many are behind. On the day of the switch to
     * the next version only those are left that belong to the earlier one (D8).
     */
    private int take(List<Movement> movements, int from, LocalDate day, Schedule schedule) {
        int i = from;
        for (; i < movements.size() && !movements.get(i).actsOn.isAfter(day); i++) {
            if (reversals.stands(movements.get(i).entry, day)) {
                movements.get(i).applyTo(schedule);
            }
        }
        return i;
    }

    /** A phase's schedule before any credit, as seen at the end of a day. */
    private Schedule fresh(Phase phase, LocalDate day, long carried) {
        return schedule(phase, List.of(), day, carried, traced);
    }

    /** The same, without the charges that {@code heirs} count themselves. */
    private Schedule schedule(Phase phase, List<Phase> heirs, LocalDate day, long carried, boolean traced) {
        List<Obligation> obligations = new ArrayList<>();
        for (Instalment instalment : facts.instalments()) {
            if (instalment.version() == phase.version()) {
                obligations.add(Obligation.of(instalment, policy));
            }
        }
        for (Entry entry : entries) {
            boolean owed = phase.counts(entry) != null && !isCountedBy(heirs, entry);
            if (entry.type().isCharge() && owed && reversals.stands(entry, day)) {
                obligations.add(Obligation.of(entry));
            }
        }
        obligations.sort(Obligation.ORDER);
        long tolerance = policy.toleranceIn(facts.account().currency());
        return new Schedule(phase.version(), obligations, policy, tolerance, carried, traced);
    }

    /** D8: what an earlier version consumed cannot be taken back from the one in force; somebody must look. */
    private void reviewReversalsOfEarlierVersions() {
        Phase last = phases().get(phases().size() - 1);
        for (Entry target : entries) {
            Entry reversal = reversals.byTarget().get(target.id());
            boolean counted = target.type().isCredit() || target.type().isCharge();
            if (reversal != null && counted && last.counts(target) == null && last.counts(reversal) != null) {
                reviews.add(new Review(ReviewCode.REVERSAL_OF_EARLIER_VERSION, reversal.id()));
            }
        }
    }
}

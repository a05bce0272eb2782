package io.arrears.delinquency;

import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which credits of the day on which a payoff or settlement comes into force count in it, as seen at the end of a day (D8).
 *
 * <p>The latest first, until it is paid. Where it does not ask for what the others of the day then left unpaid (D19), what its
 * makers knew of is read off what it asks for.
 *
 * <p>Example: 1030 pay off 1000 of principal and are paid twice. Had the makers known of the first payment, they would ask for less: so
 * it counts in the payoff, too, and is unallocated.
 */
final class PayoffDay {

    /** So many credits of one day are tried in every combination; of more the latest pay. */
    private static final int MOST_COMBINED = 10;

    private static final Comparator<Entry> LATEST_FIRST =
            Comparator.comparing(Entry::postedAt).thenComparing(Entry::id).reversed();

    private final Attribution attribution;
    private final int index;
    private final VersionPeriod phase;
    private final List<Entry> entries;
    private final Reversals reversals;
    private final Map<LocalDate, Set<String>> takenByDay = new HashMap<>(2);

    PayoffDay(Attribution attribution, int index, VersionPeriod phase, List<Entry> entries, Reversals reversals) {
        this.attribution = attribution;
        this.index = index;
        this.phase = phase;
        this.entries = entries;
        this.reversals = reversals;
    }

    /** Whether an entry is a credit of the day, or a refund of it. */
    boolean isOf(Entry entry) {
        boolean moves = entry.type().isCredit() || entry.type() == EntryType.REFUND;
        return moves && entry.valueOn().equals(phase.from());
    }

    /** Whether one of them counts; of a credit that is reversed by then, whether it did until its reversal. Refunds do. */
    boolean counts(Entry entry, LocalDate seen) {
        return counts(entry, seen, taken(seen));
    }

    private boolean counts(Entry entry, LocalDate seen, Set<String> taken) {
        Entry reversal = reversals.byTarget().get(entry.id());
        if (entry.type() == EntryType.REFUND) {
            return true;
        } else if (reversal == null || reversal.valueOn().isAfter(seen)) {
            return taken.contains(entry.id());
        }
        return reversal.valueOn().equals(entry.valueOn())
                || counts(entry, reversal.valueOn().minusDays(1));
    }

    private Set<String> taken(LocalDate seen) {
        Set<String> known = takenByDay.get(seen);
        if (known == null) {
            known = choose(seen);
            takenByDay.put(seen, known);
        }
        return known;
    }

    private Set<String> choose(LocalDate seen) {
        List<Entry> ofDay = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.type().isCredit() && isOf(entry) && reversals.stands(entry, seen)) {
                ofDay.add(entry);
            }
        }
        ofDay.sort(LATEST_FIRST);
        Set<String> latest = new HashSet<>();
        for (Entry credit : ofDay) {
            if (isPaid(seen, latest)) {
                break;
            }
            latest.add(credit.id());
        }
        int fitsLatest = fits(seen, latest);
        boolean isTold = fitsLatest >= rank(WholeSchedule.Fit.EXACT, false);
        return isTold || ofDay.size() > MOST_COMBINED ? latest : unknownToIt(seen, ofDay, latest, fitsLatest);
    }

    /** Of all combinations that fit best the one with the fewest credits, the latest of them; none better, the latest that pay. */
    private Set<String> unknownToIt(LocalDate seen, List<Entry> ofDay, Set<String> latest, int fitsLatest) {
        Set<String> best = latest;
        int fitsBest = fitsLatest;
        for (Set<String> combination : combinations(ofDay)) {
            int fits = fits(seen, combination);
            if (fits > fitsBest) {
                best = combination;
                fitsBest = fits;
            }
        }
        return best;
    }

    private static List<Set<String>> combinations(List<Entry> credits) {
        List<Set<String>> combinations = new ArrayList<>(1 << credits.size());
        for (int bits = 0; bits < 1 << credits.size(); bits++) {
            Set<String> combination = new HashSet<>();
            for (int i = 0; i < credits.size(); i++) {
                if ((bits & 1 << i) != 0) {
                    combination.add(credits.get(i).id());
                }
            }
            combinations.add(combination);
        }
        combinations.sort(Comparator.comparingInt(Set::size)); // stable: of one size the latest first
        return combinations;
    }

    /** By what the version asks for, then by whether they pay it. */
    private int fits(LocalDate seen, Set<String> taken) {
        return rank(attribution.fit(index, entry -> counts(entry, seen, taken)), isPaid(seen, taken));
    }

    private static int rank(WholeSchedule.Fit fit, boolean isPaid) {
        return fit == WholeSchedule.Fit.NOT_WHOLE ? 0 : 2 * fit.ordinal() + (isPaid ? 1 : 0);
    }

    /** Whether these credits pay it, after what it counts of days before. */
    private boolean isPaid(LocalDate seen, Set<String> taken) {
        LocalDate from = phase.from();
        Predicate<Entry> stands = entry -> reversals.stands(entry, seen);
        Schedule owed = attribution.schedule(
                index, charge -> stands.test(charge) && !charge.valueOn().isAfter(from), 0, false);
        for (Entry entry : entries) {
            boolean isLate = entry.valueOn().isBefore(from) && phase.counts(entry) != null;
            if (entry.type().isCredit() && stands.test(entry) && (isLate || taken.contains(entry.id()))) {
                owed.credit(entry, from);
            }
        }
        return owed.settledFrom() != Schedule.NEVER;
    }
}

package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.ClassFact;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The assessment: what the facts of one account say under the lender's policy at the end of a day (D1-D11, D19-D21).
 *
 * <p>A pure function of its three arguments: the same facts give the same standing, any night, any machine.
 *
 * <p>Example: {@code assess(facts, policy, LocalDate.of(2026, 3, 31))} of a loan with 1000 due on 10 February and on 10
 * March and no entries has two arrears, {@code oldestDueOn} 10 February and {@code episodeStartedOn} 11 February.
 */
public final class Assessment {

    private Assessment() {}

    /** The account's standing at the end of {@code asOf}. */
    public static Standing assess(AccountFacts facts, Policy policy, LocalDate asOf) {
        List<Entry> entries = inOrder(facts);
        PrincipalDays seen = PrincipalDays.of(facts, policy, asOf);
        return standing(facts, entries, Walk.of(facts, entries, policy, asOf, false, seen), seen, policy, asOf);
    }

    /** The entries in D3's order. */
    static List<Entry> inOrder(AccountFacts facts) {
        List<Entry> entries = new ArrayList<>(facts.entries());
        entries.sort(Entry.ORDER);
        return entries;
    }

    /** @param seen watched the walk; none where what the account costs is not asked */
    static Standing standing(
            AccountFacts facts,
            List<Entry> entries,
            Walk walk,
            @Nullable PrincipalDays seen,
            Policy policy,
            LocalDate asOf) {
        Schedule schedule = walk.inForce();
        long today = asOf.toEpochDay();
        long oldest = schedule.firstAgeing();
        LocalDate oldestDueOn = policy.arrearFrom(oldest) <= today ? LocalDate.ofEpochDay(oldest) : null;
        AllInCost cost = seen == null ? null : AllInCost.of(walk, seen, policy, asOf);
        LocalDate wakesOn = NextChange.next(facts, walk, oldestDueOn, policy, asOf);
        return new Standing(
                facts.account().id(),
                facts.account().product(),
                facts.account().currency(),
                facts.account().openedOn(),
                isWithoutVersion(facts, schedule) ? null : schedule.version(),
                schedule.balance(),
                schedule.unallocated(),
                oldestDueOn,
                walk.stretches().episodeStartedOn(),
                chargedOffOn(entries, walk.reversals(), asOf),
                walk.stretches().closedOn(),
                walk.stretches().repaidOn(),
                lastPayment(entries, walk.reversals(), asOf),
                fiveClass(facts, asOf),
                walk.restructured(),
                cost == null ? wakesOn : cost.crossing(wakesOn),
                EntryTally.of(entries, walk, asOf),
                schedule.arrears(today),
                reviews(facts, walk, cost, policy, asOf));
    }

    /** What the walk set aside, and what is charged beyond what may be (L19). */
    private static List<Review> reviews(
            AccountFacts facts, Walk walk, @Nullable AllInCost cost, Policy policy, LocalDate asOf) {
        List<Review> reviews = new ArrayList<>(walk.reviews());
        String account = facts.account().id().value();
        if (cost != null && cost.isBeyond()) {
            reviews.add(new Review(ReviewCode.COST_BEYOND_CAP, account));
        }
        Policy.Accrual accrual = policy.accrual();
        if (accrual != null
                && accrual.isUndisclosed(facts.account().openedOn())
                && !walk.inForce().arrears(asOf.toEpochDay()).isEmpty()) {
            reviews.add(new Review(ReviewCode.RATE_UNDISCLOSED, account));
        }
        return reviews;
    }

    /** A line's statements stand outside every version, until one replaces them. */
    private static boolean isWithoutVersion(AccountFacts facts, Schedule schedule) {
        return facts.instalments().isEmpty() || (facts.account().isLine() && schedule.version() == 0);
    }

    private static @Nullable LocalDate chargedOffOn(List<Entry> entries, Reversals reversals, LocalDate asOf) {
        for (Entry entry : entries) {
            if (entry.type() == EntryType.WRITE_OFF
                    && !entry.valueOn().isAfter(asOf)
                    && reversals.stands(entry, asOf)) {
                return entry.valueOn();
            }
        }
        return null;
    }

    private static Standing.@Nullable LastPayment lastPayment(
            List<Entry> entries, Reversals reversals, LocalDate asOf) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (entry.isPayment() && !entry.valueOn().isAfter(asOf) && reversals.stands(entry, asOf)) {
                return new Standing.LastPayment(entry.valueOn(), entry.amount());
            }
        }
        return null;
    }

    private static @Nullable Integer fiveClass(AccountFacts facts, LocalDate asOf) {
        return facts.classFacts().stream()
                .filter(fact -> !fact.effectiveOn().isAfter(asOf))
                .max(ClassFact.ORDER)
                .map(ClassFact::fiveClass)
                .orElse(null);
    }
}

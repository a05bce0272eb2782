package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that led to one account's figures on one day: the schedule in force, every entry and where each part of it
 * went, and what was set aside. It comes from the same walk as the standing, so it cannot tell another story.
 *
 * @param cost none where no cap binds the account (L19)
 * @param versions the schedule versions in the order they came into force, the last being in force
 * @param obligations of the version in force, in D3's order
 * @param unbilled principal of a line that nothing asks for yet; 0 of a loan
 * @param entries all entries known, in D3's order
 */
public record Explanation(
        AccountFacts facts,
        Policy policy,
        Delinquency figures,
        @Nullable AllInCost cost,
        List<Version> versions,
        List<Obliged> obligations,
        long unbilled,
        List<Told> entries) {

    /** A schedule version, from when, and by which agreement; the first has none. */
    public record Version(
            int number,
            @Nullable LocalDate from,
            @Nullable String agreement,
            @Nullable AgreementType type) {}

    /** An obligation: as agreed, as moved to a business day (D1), what it was and what is left of it. */
    public record Obliged(
            ObligationKind kind,
            String reference,
            LocalDate dueOn,
            Components owed,
            Components rest,
            boolean isArrear) {

        public long paid() {
            return owed.total() - rest.total();
        }
    }

    /** An entry, what became of it by the day, and where its money went. */
    public record Told(Entry entry, @Nullable LocalDate reversedOn, boolean isComing, List<Posting> postings) {}

    /** Explains an account on a day; the figures are those of {@link Assessment#assess}. */
    public static Explanation of(AccountFacts facts, Policy policy, LocalDate asOf) {
        List<Entry> entries = new ArrayList<>(facts.entries());
        entries.sort(Entry.ORDER);
        PrincipalDays seen = PrincipalDays.of(facts, policy, asOf);
        Walk walk = Walk.of(facts, entries, policy, asOf, true, seen);
        Standing standing = Assessment.standing(facts, entries, walk, seen, policy, asOf);
        return new Explanation(
                facts,
                policy,
                Delinquency.on(asOf, standing, policy),
                seen == null ? null : AllInCost.of(walk, seen, policy, asOf),
                walk.phases().stream().map(Explanation::version).toList(),
                walk.inForce().obligations().stream()
                        .map(obligation -> obliged(obligation, standing))
                        .toList(),
                walk.inForce().unbilled(),
                entries.stream().map(entry -> told(entry, walk, asOf)).toList());
    }

    private static Version version(VersionPeriod phase) {
        return phase.by() == null
                ? new Version(phase.version(), null, null, null)
                : new Version(
                        phase.version(),
                        phase.from(),
                        phase.by().id(),
                        phase.by().type());
    }

    private static Obliged obliged(Obligation obligation, Standing standing) {
        boolean isArrear = standing.arrears().stream()
                .anyMatch(arrear ->
                        arrear.kind() == obligation.kind && arrear.reference().equals(obligation.reference));
        return new Obliged(
                obligation.kind, obligation.reference, obligation.dueOn, obligation.owed, obligation.rests(), isArrear);
    }

    private static Told told(Entry entry, Walk walk, LocalDate asOf) {
        Entry reversal = walk.reversals().byTarget().get(entry.id());
        List<Posting> postings = walk.postings().stream()
                .filter(posting -> posting.entryId().equals(entry.id()))
                .sorted(Comparator.comparingInt(Posting::scheduleVersion))
                .toList();
        return new Told(
                entry,
                reversal == null ? null : reversal.valueOn(),
                entry.valueOn().isAfter(asOf),
                postings);
    }
}

package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Component;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the amounts of a {@link Settlement} are made of: where the money went, and what is left of what was agreed.
 *
 * <p>Amounts are minor units. A credit that several versions count went where the newest of them put it (D8).
 *
 * <p>Example: 1000 due on 10 March and on 10 April, 2000 paid on 5 March: of March nothing was prepaid, and 1000 was paid ahead on
 * the 5th; in April all that falls due was prepaid.
 *
 * @param principalForgiven principal that a waiver took, or that a later version no longer lists, of whatever month
 * @param prepaid of what falls due in the month, what was paid before its first day
 * @param fellDueBefore what was paid in the month of instalments that fell due in it before a change of version
 * @param refunded of the month's payments, the overpayment that refunds of the month gave back, be it after the day
 * @param lastRefunded the same of the payments of the last payment's day
 * @param cameTo by entry, what each credit of the month forgave, or paid without what was given back of it
 * @param paidAhead of the month's payments by the borrower, by day, what pays instalments of later months; paying no more than the
 *     next instalment within a month before its day is no paying ahead
 * @param dueToday what is unpaid of instalments that fall due on the day itself
 * @param chargesLeft unpaid charges, where nothing but charges is owed, on a line without a statement, too; else 0
 * @param isMatured whether every instalment of the version in force fell due before the month; of a line, whether it has ended, too,
 *     and all was asked for
 * @param extendedTo the last due date that an extension, plan or holiday agreed on; none while the first schedule stands
 */
public record Particulars(
        long principalForgiven,
        long prepaid,
        long fellDueBefore,
        long refunded,
        long lastRefunded,
        Map<String, Long> cameTo,
        SortedMap<LocalDate, Long> paidAhead,
        long dueToday,
        long chargesLeft,
        boolean isMatured,
        @Nullable LocalDate extendedTo) {

    /** @param valid the entries that stand on the day, in D3's order */
    static Particulars of(AccountFacts facts, List<Entry> valid, Walk walk, LocalDate day) {
        Went went = new Went(valid, refunds(facts, day), walk);
        Schedule schedule = walk.inForce();
        List<Obligation> instalments = schedule.obligations().stream()
                .filter(obligation -> !obligation.kind.isCharge())
                .toList();
        LocalDate monthBegan = day.withDayOfMonth(1);
        return new Particulars(
                Math.addExact(went.principalWaived(lent(facts, valid, walk)), notListedAnyMore(facts, walk)),
                prepaid(instalments, schedule, day),
                FellDue.before(walk, day).paidInMonth(day),
                went.refunded(monthBegan, day),
                went.lastRefunded(day),
                went.cameTo(monthBegan, day),
                went.ahead(monthBegan, day),
                instalments.stream()
                        .filter(instalment -> instalment.dueOn.equals(day) && !schedule.isNegligible(instalment.rest()))
                        .mapToLong(Obligation::rest)
                        .sum(),
                chargesLeft(schedule, instalments, day),
                !instalments.isEmpty()
                        && schedule.hasAskedForAll(day)
                        && instalments.get(instalments.size() - 1).dueOn.isBefore(monthBegan),
                extendedTo(facts, walk.phases()));
    }

    /** All that are known of the day's month, since what was given back was not kept. */
    private static List<Entry> refunds(AccountFacts facts, LocalDate day) {
        LocalDate monthEnds = YearMonth.from(day).atEndOfMonth();
        Reversals reversals = Reversals.of(Assessment.inOrder(facts), monthEnds);
        return facts.entries().stream()
                .filter(entry -> entry.type() == EntryType.REFUND
                        && Settlement.inMonth(entry.valueOn(), monthEnds)
                        && reversals.stands(entry, monthEnds))
                .toList();
    }

    private static long prepaid(List<Obligation> instalments, Schedule schedule, LocalDate day) {
        return instalments.stream()
                .filter(instalment -> Settlement.inMonth(instalment.dueOn, day))
                .flatMap(instalment -> schedule.postings().stream().filter(instalment::isPaidBy))
                .filter(posting -> posting.actsOn().isBefore(day.withDayOfMonth(1)))
                .mapToLong(Posting::amount)
                .sum();
    }

    private static long chargesLeft(Schedule schedule, List<Obligation> instalments, LocalDate day) {
        boolean isKnown = !instalments.isEmpty() || schedule.owesWithoutRows();
        boolean onlyCharges = isKnown
                && schedule.withinTolerance(schedule.unbilled())
                && instalments.stream().allMatch(schedule::withinTolerance);
        return onlyCharges
                ? schedule.obligations().stream()
                        .filter(obligation -> obligation.kind.isCharge() && !obligation.dueOn.isAfter(day))
                        .mapToLong(Obligation::rest)
                        .sum()
                : 0;
    }

    /** By the first schedule; of a line what was drawn. */
    private static long lent(AccountFacts facts, List<Entry> valid, Walk walk) {
        if (facts.account().isLine()) {
            return valid.stream()
                    .filter(entry -> entry.type() == EntryType.DISBURSEMENT)
                    .mapToLong(Entry::amount)
                    .reduce(0, Math::addExact);
        }
        int first = walk.phases().get(0).version();
        return facts.instalments().stream()
                .filter(instalment -> instalment.version() == first)
                .mapToLong(instalment -> instalment.owed().principal())
                .sum();
    }

    /** Principal that was unpaid when a version came and that it does not list; rests within tolerance may be left out (D19). */
    private static long notListedAnyMore(AccountFacts facts, Walk walk) {
        long forgiven = 0;
        List<Schedule> books = walk.books();
        for (int i = 0; i + 1 < books.size(); i++) {
            Schedule before = books.get(i);
            long unpaid = before.obligations().stream()
                    .filter(obligation -> !before.withinTolerance(obligation))
                    .mapToLong(obligation -> obligation.rest(Component.PRINCIPAL))
                    .sum();
            int next = walk.phases().get(i + 1).version();
            long listed = facts.instalments().stream()
                    .filter(instalment -> instalment.version() == next)
                    .mapToLong(instalment -> instalment.owed().principal())
                    .sum();
            forgiven += Math.max(0, unpaid + Math.max(0, before.unbilled()) - listed);
        }
        return forgiven;
    }

    private static @Nullable LocalDate extendedTo(AccountFacts facts, List<VersionPeriod> phases) {
        for (int i = phases.size() - 1; i > 0; i--) {
            int version = phases.get(i).version();
            if (isExtension(phases.get(i).by())) {
                return facts.instalments().stream()
                        .filter(instalment -> instalment.version() == version)
                        .map(Instalment::dueOn)
                        .max(LocalDate::compareTo)
                        .orElse(null);
            }
        }
        return null;
    }

    private static boolean isExtension(@Nullable Agreement agreement) {
        return agreement != null
                && switch (agreement.type()) {
                    case EXTENSION, INSTALMENT_PLAN, PAYMENT_HOLIDAY -> true;
                    case PAYOFF, SETTLEMENT, TRANSFER, PROMISE, AGENCY, LIMIT_CHANGE, LINE_END, CONTACT_TERMS -> false;
                };
    }
}

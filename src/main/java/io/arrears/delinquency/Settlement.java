package io.arrears.delinquency;

import static java.time.temporal.ChronoUnit.MONTHS;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.Entry;
import io.arrears.ledger.PaidBy;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau's monthly record tells of one account on a settlement day: its figures at the end of the day, and what
 * fell due, was paid and was agreed in the day's calendar month up to it.
 *
 * <p>Amounts are minor units. The figures are those of {@link Assessment#assess}, and all the rest is read off the same
 * walk. A payment is a REPAYMENT or a RECOVERY; what is reversed by the day never happened (D2).
 *
 * <p>Example: 1000 due on 10 February, on 10 March and on 10 April, 1000 paid on 20 February and on 10 March. On 28
 * February 1000 was due and 1000 paid, late; the episode ended on the 20th and two instalments are to come. On 31 March
 * 1000 was due and 1000 paid, in time, and one is to come.
 *
 * @param dueInMonth as scheduled, paid or not, by the version in force on the day; neither older arrears nor charges
 * @param lastDueInMonth the last due date (D1) of the instalments in {@code dueInMonth}; without one, of those that fell due in the
 *     month before a change of version and were paid
 * @param lastPaid all payments of the last payment's value date, of whatever month; 0 without one
 * @param paidLate whether an instalment in {@code dueInMonth}, or one that fell due in the month before a change of version, is paid to within tolerance (D7) and the threshold's floor, and was
 *     not yet by money valued up to the end of its grace
 * @param instalmentsToCome due after the day with any rest, in the version in force
 * @param episodeEndedOn when the last episode ended since the opening (D11); none while the account is in one
 * @param monthEntries of every type, reversals too, in D3's order
 * @param monthAgreements effective in the month and not set aside, in D8's order
 * @param monthsLater calendar months from the last due date before the month's first change of version to that of the
 *     version in force; negative for an earlier one, 0 without a change
 * @param paidBy who made the payments of the month
 * @param particulars what these amounts are made of
 */
public record Settlement(
        Delinquency figures,
        long dueInMonth,
        @Nullable LocalDate lastDueInMonth,
        long paidInMonth,
        long lastPaid,
        boolean paidLate,
        int instalmentsToCome,
        @Nullable LocalDate episodeEndedOn,
        List<Entry> monthEntries,
        List<Agreement> monthAgreements,
        int monthsLater,
        Set<PaidBy> paidBy,
        Particulars particulars) {

    /** What the facts of an account say on a settlement day; of one opened later {@link Standing#isOpened} is false. */
    public static Settlement on(AccountFacts facts, Policy policy, LocalDate day) {
        List<Entry> entries = Assessment.inOrder(facts);
        PrincipalDays seen = PrincipalDays.of(facts, policy, day);
        Walk walk = Walk.of(facts, entries, policy, day, true, seen);
        Standing standing = Assessment.standing(facts, entries, walk, seen, policy, day);
        List<Entry> valid = entries.stream()
                .filter(entry ->
                        !entry.valueOn().isAfter(day) && walk.reversals().stands(entry, day))
                .toList();
        List<Entry> ofMonth =
                valid.stream().filter(entry -> inMonth(entry.valueOn(), day)).toList();
        FellDue before = FellDue.before(walk, day);
        List<Obligation> due = walk.inForce().obligations().stream()
                .filter(obligation -> !obligation.kind.isCharge() && inMonth(obligation.dueOn, day))
                .toList();
        return new Settlement(
                Delinquency.on(day, standing, policy),
                due.stream().mapToLong(instalment -> instalment.owed.total()).reduce(0, Math::addExact),
                due.isEmpty() ? before.last() : due.get(due.size() - 1).dueOn,
                paid(ofMonth),
                lastPaid(valid, standing.lastPayment()),
                due.stream().anyMatch(instalment -> paidLate(instalment, walk.inForce(), valid, policy))
                        || before.paid().stream()
                                .anyMatch(paid -> paidLate(paid.instalment(), paid.schedule(), valid, policy)),
                toCome(walk.inForce(), day),
                episodeEndedOn(walk.stretches(), facts),
                ofMonth,
                agreements(facts, walk, day),
                facts.account().isLine() ? 0 : monthsLater(facts, walk.phases(), policy, day),
                paidBy(ofMonth),
                Particulars.of(facts, valid, walk, day));
    }

    public Standing standing() {
        return figures.standing();
    }

    static boolean inMonth(LocalDate date, LocalDate day) {
        return !date.isAfter(day) && !date.isBefore(day.withDayOfMonth(1));
    }

    private static long paid(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.isPayment())
                .mapToLong(Entry::amount)
                .reduce(0, Math::addExact);
    }

    private static long lastPaid(List<Entry> valid, Standing.@Nullable LastPayment last) {
        return last == null
                ? 0
                : paid(valid.stream()
                        .filter(entry -> entry.valueOn().equals(last.valueOn()))
                        .toList());
    }

    /** By value dates, since a version that did not know a payment counts it later than it came (D8). */
    private static boolean paidLate(Obligation instalment, Schedule schedule, List<Entry> valid, Policy policy) {
        LocalDate graceEnds = instalment.dueOn.plusDays(policy.grace().days());
        Set<String> inTime = valid.stream()
                .filter(entry -> !entry.valueOn().isAfter(graceEnds))
                .map(Entry::id)
                .collect(toSet());
        long paidInTime = schedule.postings().stream()
                .filter(posting -> instalment.isPaidBy(posting) && inTime.contains(posting.entryId()))
                .mapToLong(Posting::amount)
                .sum();
        return schedule.isNegligible(instalment.rest()) && !schedule.isNegligible(instalment.owed.total() - paidInTime);
    }

    private static int toCome(Schedule schedule, LocalDate day) {
        return Math.toIntExact(schedule.obligations().stream()
                .filter(obligation ->
                        !obligation.kind.isCharge() && obligation.dueOn.isAfter(day) && obligation.rest() > 0)
                .count());
    }

    /** Before its opening nobody is told of an account, so an episode over by then is none. */
    private static @Nullable LocalDate episodeEndedOn(Episodes stretches, AccountFacts facts) {
        LocalDate ended = stretches.episodeEndedOn();
        return ended != null && ended.isAfter(facts.account().openedOn()) ? ended : null;
    }

    private static List<Agreement> agreements(AccountFacts facts, Walk walk, LocalDate day) {
        return facts.agreements().stream()
                .filter(agreement -> inMonth(agreement.effectiveOn(), day) && !walk.setsAside(agreement))
                .sorted(Agreement.ORDER)
                .toList();
    }

    private static int monthsLater(AccountFacts facts, List<VersionPeriod> phases, Policy policy, LocalDate day) {
        for (int i = 1; i < phases.size(); i++) {
            if (inMonth(phases.get(i).from(), day)) {
                YearMonth before = lastDueIn(phases.get(i - 1), facts, policy);
                YearMonth now = lastDueIn(phases.get(phases.size() - 1), facts, policy);
                return Math.toIntExact(MONTHS.between(before, now));
            }
        }
        return 0;
    }

    private static YearMonth lastDueIn(VersionPeriod phase, AccountFacts facts, Policy policy) {
        return facts.instalments().stream()
                .filter(instalment -> instalment.version() == phase.version())
                .map(instalment -> YearMonth.from(policy.dueDate(instalment.dueOn())))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Set<PaidBy> paidBy(List<Entry> entries) {
        return Collections.unmodifiableSet(entries.stream()
                .filter(entry -> entry.isPayment())
                .map(Entry::paidBy)
                .collect(toCollection(() -> EnumSet.noneOf(PaidBy.class))));
    }
}

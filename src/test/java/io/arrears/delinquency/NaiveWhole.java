package io.arrears.delinquency;

import static java.util.Comparator.comparing;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * D19 in the plainest code: each version against a {@link NaiveBook} of a ledger that ends where it begins, from which
 * everything is struck that the version counts itself. What the assessment is held against.
 */
final class NaiveWhole {

    /** {@code SCHEDULE_ROUNDED 1} and so on, of the versions in force by a day. */
    final Set<String> told = new TreeSet<>();

    boolean isWhole = true;

    NaiveWhole(AccountFacts facts, Policy policy, LocalDate day) {
        if (facts.instalments().isEmpty()) {
            return;
        }
        int first =
                facts.instalments().stream().mapToInt(Instalment::version).min().getAsInt();
        List<Instalment> rows = of(facts, first);
        int last = rows.stream().mapToInt(Instalment::number).max().getAsInt();
        int lowest = rows.stream().mapToInt(Instalment::number).min().getAsInt();
        Set<Integer> numbers = new HashSet<>();
        rows.forEach(row -> numbers.add(row.number()));
        boolean gapless = numbers.size() == rows.size() && last - lowest + 1 == rows.size();
        long off = Math.abs(principal(rows) - facts.account().principal());
        tell(first, gapless ? off : Long.MAX_VALUE, rows.size());
        if (last != facts.account().termCount()) {
            told.add("TERM_COUNT_DIFFERS " + first);
        }
        int version = first;
        for (LocalDate switched : switches(facts, day)) {
            NaiveBook after = new NaiveBook(facts, policy, switched);
            if (after.version != version) {
                judge(facts, policy, after);
                version = after.version;
            }
        }
        for (Instalment row : facts.instalments()) {
            boolean named = facts.agreements().stream()
                    .anyMatch(agreement -> agreement.version() != null && agreement.version() == row.version());
            if (row.version() > version && !named) {
                told.add("SCHEDULE_WITHOUT_AGREEMENT " + row.version());
            }
        }
    }

    private static TreeSet<LocalDate> switches(AccountFacts facts, LocalDate day) {
        TreeSet<LocalDate> switches = new TreeSet<>();
        facts.agreements().stream()
                .map(Agreement::effectiveOn)
                .filter(effective -> !effective.isAfter(day))
                .forEach(switches::add);
        return switches;
    }

    private void judge(AccountFacts facts, Policy policy, NaiveBook after) {
        Set<String> counted = new HashSet<>();
        after.counted.forEach(entry -> counted.add(entry.entry().id()));
        Off off = off(facts, policy, after.by(), after.version, counted);
        tell(after.version, off.may(), off.rows());
    }

    /** By how much a version's principal is off: from what it may ask for, and from what was unpaid. */
    record Off(long may, long unpaid, int rows) {

        int fits() {
            return may > rows ? 0 : unpaid > rows ? 1 : 2;
        }
    }

    /** @param counted what the version counts of its first day and before */
    static Off off(AccountFacts facts, Policy policy, Agreement by, int version, Set<String> counted) {
        LocalDate switched = by.effectiveOn();
        Set<String> struck = new HashSet<>(counted);
        for (Entry entry : facts.entries()) {
            boolean charged = entry.type() == EntryType.FEE || entry.type() == EntryType.PENALTY;
            boolean taken = (charged || entry.type() == EntryType.REVERSAL)
                    && NaiveBook.actsOn(entry, by, policy) != null
                    && !entry.valueOn().isBefore(switched);
            boolean lateCharge = charged && NaiveBook.actsOn(entry, by, policy) != null;
            boolean later = entry.valueOn().isAfter(switched)
                    || (entry.valueOn().equals(switched)
                            && !entry.type().isCredit()
                            && entry.postedAt().isAfter(by.postedAt()));
            if (taken || lateCharge || later) {
                struck.add(entry.id());
            }
        }
        List<Entry> left = new ArrayList<>(facts.entries().stream()
                .filter(entry -> !struck.contains(entry.id()) || entry.type() == EntryType.REFUND)
                .toList());
        List<Agreement> agreed = facts.agreements().stream()
                .filter(agreement -> agreement.effectiveOn().isBefore(switched))
                .toList();
        NaiveBook before = new NaiveBook(
                new AccountFacts(facts.account(), facts.instalments(), left, agreed, facts.classFacts()),
                policy,
                switched);
        LocalDate since =
                before.by() == null ? facts.account().openedOn() : before.by().effectiveOn();
        long owed = before.balance();
        long small = before.lines.stream()
                .filter(line ->
                        line.total() <= policy.toleranceIn(facts.account().currency()))
                .mapToLong(line -> line.rests().principal())
                .sum();
        long other = before.lines.stream()
                .mapToLong(line -> line.total() - line.rests().principal())
                .sum();
        long drawn = facts.entries().stream()
                .filter(entry -> entry.type() == EntryType.DISBURSEMENT)
                .filter(entry ->
                        entry.valueOn().isAfter(since) && !entry.valueOn().isAfter(switched))
                .mapToLong(Entry::amount)
                .sum();
        List<Instalment> rows = of(facts, version);
        long asked = principal(rows);
        long least = by.type() == AgreementType.SETTLEMENT ? 0 : owed - small;
        long most = owed + other + accrued(before, policy) + drawn;
        long may = Math.max(least - asked, asked - most);
        long unpaid = by.type() == AgreementType.SETTLEMENT ? may : Math.max(least - asked, asked - owed);
        return new Off(may, unpaid, rows.size());
    }

    private static long accrued(NaiveBook book, Policy policy) {
        if (policy.accrual() == null) {
            return 0;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Arrear arrear : book.arrears()) {
            long base = policy.accrual().base() == Policy.AccrualBase.PRINCIPAL
                    ? arrear.rest().principal()
                    : arrear.rest().total() - arrear.rest().penalty();
            sum = sum.add(BigDecimal.valueOf(
                    base * (book.day.toEpochDay() - arrear.dueOn().toEpochDay())));
        }
        return sum.multiply(policy.accrual().ratePerDay())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private void tell(int version, long off, int rows) {
        if (off > 0) {
            told.add((off <= rows ? "SCHEDULE_ROUNDED " : "SCHEDULE_NOT_WHOLE ") + version);
            isWhole &= off <= rows;
        }
    }

    private static List<Instalment> of(AccountFacts facts, int version) {
        return facts.instalments().stream()
                .filter(row -> row.version() == version)
                .sorted(comparing(Instalment::number))
                .toList();
    }

    private static long principal(List<Instalment> rows) {
        return rows.stream().mapToLong(row -> row.owed().principal()).sum();
    }
}

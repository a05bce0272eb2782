package io.arrears.delinquency;

import io.arrears.ledger.Component;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Where the credits that stand on a day went, each by the newest version that counts it (D8). */
final class Went {

    private final List<Entry> valid;
    private final List<Entry> refunds;
    private final Map<String, List<Posting>> byEntry = new HashMap<>();

    /**
     * @param valid in D3's order
     * @param refunds what was given back by the end of the month, be it after the day
     */
    Went(List<Entry> valid, List<Entry> refunds, Walk walk) {
        this.valid = valid;
        this.refunds = refunds;
        for (Posting posting : walk.postings()) {
            List<Posting> its = byEntry.computeIfAbsent(posting.entryId(), id -> new ArrayList<>(2));
            its.removeIf(earlier -> earlier.scheduleVersion() != posting.scheduleVersion());
            its.add(posting);
        }
    }

    private List<Posting> of(Entry entry) {
        return byEntry.getOrDefault(entry.id(), List.of());
    }

    /**
     * Principal that waivers took: by their own splits, and by those without one no more than money has left unpaid of what was lent,
     * since a payment takes interest first and leaves the waiver to finish the principal.
     */
    long principalWaived(long lent) {
        long money = valid.stream()
                .filter(entry -> entry.type().isPayment())
                .mapToLong(Entry::amount)
                .sum();
        long bySplit = principalWaived(entry -> entry.split() != null);
        return bySplit + Math.min(principalWaived(entry -> entry.split() == null), Math.max(0, lent - money));
    }

    private long principalWaived(Predicate<Entry> which) {
        return valid.stream()
                .filter(entry -> entry.type() == EntryType.WAIVER && which.test(entry))
                .flatMap(entry -> of(entry).stream())
                .filter(Went::isOfPrincipal)
                .mapToLong(Posting::amount)
                .sum();
    }

    private static boolean isOfPrincipal(Posting posting) {
        Posting.Target to = posting.to();
        return to != null && to.component() == Component.PRINCIPAL;
    }

    /** Of the payments of a stretch of days, what found nothing owed and was given back from its first day on. */
    long refunded(LocalDate from, LocalDate to) {
        long overpaid = valid.stream()
                .filter(entry -> entry.isPayment() && isWithin(entry.valueOn(), from, to))
                .mapToLong(this::unallocated)
                .sum();
        return Math.min(overpaid, refundsFrom(from));
    }

    /** The same of the payments of the last payment's day; 0 without one. */
    long lastRefunded(LocalDate day) {
        LocalDate last = valid.stream()
                .filter(Entry::isPayment)
                .map(Entry::valueOn)
                .max(LocalDate::compareTo)
                .orElse(null);
        return last == null ? 0 : refunded(last, day);
    }

    /**
     * What each credit of a stretch of days came to, by its id: of a waiver what it forgave (D20), of a payment what was not given
     * back of it, where refunds take from the newest first.
     */
    Map<String, Long> cameTo(LocalDate from, LocalDate to) {
        Map<String, Long> cameTo = new HashMap<>();
        long refunded = 0;
        for (int i = valid.size() - 1; i >= 0; i--) {
            Entry entry = valid.get(i);
            if (!entry.type().isCredit() || !isWithin(entry.valueOn(), from, to)) {
                continue;
            }
            long lost = unallocated(entry);
            if (entry.type().isPayment()) {
                lost = Math.min(lost, Math.max(0, refundsFrom(entry.valueOn()) - refunded));
                refunded = Math.addExact(refunded, lost);
            }
            cameTo.put(entry.id(), entry.amount() - lost);
        }
        return cameTo;
    }

    private long unallocated(Entry credit) {
        return of(credit).stream()
                .filter(posting -> posting.to() == null)
                .mapToLong(Posting::amount)
                .sum();
    }

    private long refundsFrom(LocalDate day) {
        return refunds.stream()
                .filter(refund -> !refund.valueOn().isBefore(day))
                .mapToLong(Entry::amount)
                .sum();
    }

    /** By day, what the borrower's payments of a stretch of days paid of instalments of later months. */
    SortedMap<LocalDate, Long> ahead(LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Long> ahead = new TreeMap<>();
        for (Entry entry : valid) {
            boolean isBorrowers = entry.type().isPayment() && entry.paidBy() == PaidBy.BORROWER;
            long amount = isBorrowers && isWithin(entry.valueOn(), from, to) ? ahead(entry) : 0;
            if (amount > 0) {
                ahead.merge(entry.valueOn(), amount, Math::addExact);
            }
        }
        return ahead;
    }

    private long ahead(Entry entry) {
        LocalDate paid = entry.valueOn();
        long amount = 0;
        boolean isInTime = true;
        Set<String> instalments = new HashSet<>();
        for (Posting posting : of(entry)) {
            Posting.Target to = posting.to();
            if (to != null && isAhead(to, paid)) {
                amount = Math.addExact(amount, posting.amount());
                instalments.add(to.reference());
                isInTime &= !to.dueOn().isAfter(paid.plusMonths(1));
            }
        }
        boolean isNextInTime = isInTime && instalments.size() == 1;
        return isNextInTime ? 0 : amount;
    }

    private static boolean isAhead(Posting.Target to, LocalDate paid) {
        return !to.kind().isCharge() && to.dueOn().isAfter(paid) && !Settlement.inMonth(paid, to.dueOn());
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}

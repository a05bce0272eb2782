package io.arrears.delinquency;

import io.arrears.ledger.Component;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The obligations of one schedule version in D3's order, and what the credits taken so far have left of them. */
class Schedule {

    static final long NEVER = Long.MAX_VALUE;

    private final int version;
    private final List<Obligation> obligations;
    final Policy policy;
    private final long tolerance;
    private final long floor;
    private final @Nullable List<Posting> postings;
    private final List<String> refundsBeyond = new ArrayList<>(0);
    private final List<String> waiversBeyond = new ArrayList<>(0);
    private final List<String> waiversOfComing = new ArrayList<>(0);
    private final List<Entry> moved = new ArrayList<>();
    private long refunded;
    private long waivedBeyond;
    private long waivedCharges;
    private long unallocated;
    private long carried;
    private int firstOpen;
    private int firstAgeing;
    private int firstAboveTolerance;

    /** @param carried what earlier versions left unallocated, from which refunds take, and draws */
    Schedule(int version, List<Obligation> ordered, Policy policy, Currency currency, long carried, boolean traced) {
        this.version = version;
        this.obligations = ordered;
        this.policy = policy;
        this.tolerance = policy.toleranceIn(currency);
        this.floor = policy.floorIn(currency);
        this.carried = carried;
        this.postings = traced ? new ArrayList<>() : null;
    }

    /** Of a line's account. */
    LineSchedule line() {
        throw new IllegalStateException("an instalment loan is neither drawn nor billed");
    }

    int version() {
        return version;
    }

    List<Obligation> obligations() {
        return obligations;
    }

    /** One more, wherever D3 puts it. */
    void add(Obligation obligation) {
        int at = 0;
        while (at < obligations.size() && Obligation.ORDER.compare(obligations.get(at), obligation) <= 0) {
            at++;
        }
        obligations.add(at, obligation);
        firstOpen = Math.min(firstOpen, at);
        firstAgeing = Math.min(firstAgeing, at);
        firstAboveTolerance = Math.min(firstAboveTolerance, at);
    }

    /** Unpaid principal, due or not. */
    long balance() {
        long balance = 0;
        for (Obligation obligation : obligations) {
            balance = Math.addExact(balance, obligation.rest(Component.PRINCIPAL));
        }
        return balance;
    }

    /** Principal that nothing asks for yet; of a loan the schedule asks for all of it. */
    long unbilled() {
        return 0;
    }

    /** Whether by a day it has asked for all that it will ever ask for; of a loan the schedule has from the start. */
    boolean hasAskedForAll(LocalDate day) {
        return true;
    }

    /** Whether it asks for no more than was owed; of an instalment loan D19 says so. */
    boolean isWhole() {
        return true;
    }

    /** What asks for more than was owed; of an instalment loan D19 judges it. */
    List<Review> faults() {
        return List.of();
    }

    long unallocated() {
        return unallocated;
    }

    /** What no version has found an obligation for and no refund has taken. */
    long unallocatedOfAll() {
        return unallocated + carried;
    }

    /** Where each part of each credit went; empty unless traced. */
    List<Posting> postings() {
        return postings == null ? List.of() : postings;
    }

    /** What credits have paid of the obligations. */
    long allocated() {
        long allocated = 0;
        for (Obligation obligation : obligations) {
            allocated = Math.addExact(allocated, obligation.owed.total() - obligation.rest());
        }
        return allocated;
    }

    /** The principal of its instalments. */
    long lent() {
        long lent = 0;
        for (Obligation obligation : obligations) {
            lent = Math.addExact(lent, obligation.owed.principal());
        }
        return lent;
    }

    /** What credits took of all that is no principal. */
    long chargesPaid() {
        long paid = 0;
        for (Obligation obligation : obligations) {
            long owed = obligation.owed.total() - obligation.owed.principal();
            paid = Math.addExact(paid, owed - obligation.chargesUnpaid());
        }
        return paid;
    }

    /** What is unpaid, due or not, of all that is no principal. */
    long chargesUnpaid() {
        long unpaid = 0;
        for (Obligation obligation : obligations) {
            unpaid = Math.addExact(unpaid, obligation.chargesUnpaid());
        }
        return unpaid;
    }

    /** What refunds have taken, here and from what earlier versions left. */
    long refunded() {
        return refunded;
    }

    /** The credits and refunds taken so far. */
    List<Entry> moved() {
        return moved;
    }

    /** Refunds larger than what was unallocated. */
    List<String> refundsBeyond() {
        return refundsBeyond;
    }

    /** Waivers that found nothing, or not enough, of what they forgive (D20). */
    List<String> waiversBeyond() {
        return waiversBeyond;
    }

    /** How much waivers found nothing of. */
    long waivedBeyond() {
        return waivedBeyond;
    }

    /** What waivers forgave of interest, fees, penalty and damages. */
    long waivedCharges() {
        return waivedCharges;
    }

    /** Waivers that took something of an obligation due after the day on which they act (D20). */
    List<String> waiversOfComing() {
        return waiversOfComing;
    }

    /**
     * Spreads a credit as D3 says: its own split first, then the policy's allocation, the rest unallocated. A waiver forgives
     * nothing but what its split names, and its rest is no money (D20).
     */
    void credit(Entry credit, LocalDate actsOn) {
        moved.add(credit);
        boolean waives = credit.type() == EntryType.WAIVER;
        long comingBefore = waives ? dueAfter(actsOn) : 0;
        long left = credit.amount();
        Components split = credit.split();
        if (split != null) {
            for (Component component : policy.componentOrder()) {
                left -= payComponent(credit, actsOn, component, split.get(component), NEVER);
            }
        }
        if (split == null || !waives) {
            left -= spread(credit, actsOn, left);
        }
        if (left > 0) {
            note(credit, actsOn, null, left);
        }
        if (!waives) {
            unallocated = Math.addExact(unallocated, left);
            return;
        }
        waivedBeyond = Math.addExact(waivedBeyond, left);
        if (left > 0) {
            waiversBeyond.add(credit.id());
        }
        if (dueAfter(actsOn) < comingBefore) {
            waiversOfComing.add(credit.id());
        }
    }

    /** As the policy says; returns what found an obligation. */
    private long spread(Entry credit, LocalDate actsOn, long amount) {
        long left = amount;
        if (policy.allocation() == Policy.Allocation.COMPONENT_FIRST) {
            for (Component component : policy.componentOrder()) {
                left -= payComponent(credit, actsOn, component, left, actsOn.toEpochDay());
            }
        }
        return amount - left + payInOrder(credit, actsOn, left);
    }

    /** What is unpaid of what is due after a day. */
    long dueAfter(LocalDate day) {
        long coming = 0;
        for (Obligation obligation : obligations) {
            coming = obligation.due > day.toEpochDay() ? Math.addExact(coming, obligation.rest()) : coming;
        }
        return coming;
    }

    void refund(Entry refund) {
        moved.add(refund);
        long taken = takeUnallocated(refund.amount());
        refunded = Math.addExact(refunded, taken);
        if (taken < refund.amount()) {
            refundsBeyond.add(refund.id());
        }
    }

    long payComponent(Entry credit, LocalDate actsOn, Component component, long amount, long dueUntil) {
        long left = amount;
        for (int i = firstOpen(); i < obligations.size() && left > 0 && obligations.get(i).due <= dueUntil; i++) {
            left -= pay(credit, actsOn, obligations.get(i), component, left);
        }
        return amount - left;
    }

    long payInOrder(Entry credit, LocalDate actsOn, long amount) {
        long left = amount;
        for (int i = firstOpen(); i < obligations.size() && left > 0; i++) {
            left -= pay(credit, actsOn, obligations.get(i), left);
        }
        return amount - left;
    }

    long pay(Entry credit, LocalDate actsOn, Obligation obligation, long amount) {
        long left = amount;
        for (Component component : policy.componentOrder()) {
            left -= pay(credit, actsOn, obligation, component, left);
        }
        return amount - left;
    }

    /** Takes what is there of what nothing was found for; returns how much. */
    long takeUnallocated(long amount) {
        long fromHere = Math.min(unallocated, amount);
        unallocated -= fromHere;
        long fromEarlier = Math.min(carried, amount - fromHere);
        carried -= fromEarlier;
        return fromHere + fromEarlier;
    }

    long pay(Entry credit, LocalDate actsOn, Obligation obligation, Component component, long amount) {
        long taken = obligation.take(component, amount);
        if (credit.type() == EntryType.WAIVER && component != Component.PRINCIPAL) {
            waivedCharges = Math.addExact(waivedCharges, taken);
        }
        if (taken > 0 && postings != null) {
            note(
                    credit,
                    actsOn,
                    new Posting.Target(obligation.kind, obligation.reference, obligation.dueOn, component),
                    taken);
        }
        return taken;
    }

    void note(Entry credit, LocalDate actsOn, Posting.@Nullable Target target, long amount) {
        if (postings != null) {
            postings.add(new Posting(credit.id(), actsOn, version, target, amount));
        }
    }

    /** Rests only go down, so the first open obligation only moves on. */
    int firstOpen() {
        while (firstOpen < obligations.size() && obligations.get(firstOpen).rest() == 0) {
            firstOpen++;
        }
        return firstOpen;
    }

    /** Whether it is overdue on a day: past due, and an arrear or an unpaid charge (D4). */
    boolean isOverdue(Obligation obligation, long today) {
        return policy.arrearFrom(obligation.due) <= today
                && (ages(obligation) || (obligation.kind.isCharge() && obligation.rest() > 0));
    }

    /** Whether it makes DPD once past due: beyond tolerance, and an instalment or a charge that ages (D4, D7). */
    boolean ages(Obligation obligation) {
        return !withinTolerance(obligation) && (policy.chargesAge() || !obligation.kind.isCharge());
    }

    /** What is overdue on a day, in D3's order. */
    List<Arrear> arrears(long today) {
        List<Arrear> arrears = new ArrayList<>(0);
        for (Obligation obligation : obligations) {
            if (isOverdue(obligation, today)) {
                arrears.add(new Arrear(
                        obligation.kind, obligation.reference, obligation.dueOn, obligation.rests(), ages(obligation)));
            }
        }
        return arrears;
    }

    /** The due days, of those before a day, of which an obligation makes DPD once past due. */
    Set<Long> ageingBefore(long day) {
        Set<Long> due = new TreeSet<>();
        for (int i = 0; i < obligations.size() && obligations.get(i).due < day; i++) {
            if (ages(obligations.get(i))) {
                due.add(obligations.get(i).due);
            }
        }
        return due;
    }

    boolean withinTolerance(Obligation obligation) {
        return withinTolerance(obligation.rest());
    }

    boolean withinTolerance(long rest) {
        return rest <= tolerance;
    }

    /** The due day of the first obligation that makes DPD once past due; {@link #NEVER} when there is none. */
    long firstAgeing() {
        while (firstAgeing < obligations.size() && !ages(obligations.get(firstAgeing))) {
            firstAgeing++;
        }
        return firstAgeing == obligations.size() ? NEVER : reachingFloor();
    }

    /** The due day of the one that takes what ages, oldest first, to the least that is overdue. */
    private long reachingFloor() {
        long ageing = 0;
        for (int i = firstAgeing; i < obligations.size(); i++) {
            Obligation obligation = obligations.get(i);
            ageing += ages(obligation) ? obligation.rest() : 0;
            if (ageing >= floor) {
                return obligation.due;
            }
        }
        return NEVER;
    }

    /** Whether a rest of an instalment would by itself be told as nothing overdue. */
    boolean isNegligible(long rest) {
        return withinTolerance(rest) || rest < floor;
    }

    /**
     * The first day from which, as things stand, nothing is owed beyond tolerance and nothing unpaid is to come (D10):
     * {@link #NEVER} while an obligation is open, and without a schedule.
     */
    long settledFrom() {
        while (firstAboveTolerance < obligations.size() && withinTolerance(obligations.get(firstAboveTolerance))) {
            firstAboveTolerance++;
        }
        if (firstAboveTolerance < obligations.size()) {
            return NEVER;
        }
        return lastRest(true);
    }

    /** The same of all but charges. */
    long repaidFrom() {
        if (settledFrom() != NEVER) {
            return lastRest(false);
        }
        for (int i = firstAboveTolerance; i < obligations.size(); i++) {
            Obligation obligation = obligations.get(i);
            if (!obligation.kind.isCharge() && !withinTolerance(obligation)) {
                return NEVER;
            }
        }
        return lastRest(false);
    }

    /** Whether it says all that is owed though it has no row. */
    boolean owesWithoutRows() {
        return false;
    }

    /** The last due day of a rest within tolerance; {@link #NEVER} without a schedule. */
    private long lastRest(boolean withCharges) {
        long from = Long.MIN_VALUE;
        boolean scheduled = owesWithoutRows();
        for (Obligation obligation : obligations) {
            scheduled |= !obligation.kind.isCharge();
            if (obligation.rest() > 0 && (withCharges || !obligation.kind.isCharge())) {
                from = Math.max(from, obligation.due);
            }
        }
        return scheduled ? from : NEVER;
    }
}

package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Component;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One line's books on one day, written a second time from the sentences of D16 and as slowly as they read: everything that happened
 * is laid out in its order and taken one by one.
 */
final class NaiveLine {

    private record Happening(LocalDate on, int rank, Instant posted, int turn, String id, Runnable then) {}

    private static final class Owed {
        final String reference;
        final int kind;
        final int number;
        final LocalDate due;
        final long[] rest;

        Owed(String reference, int kind, int number, LocalDate due, Components owed) {
            this.reference = reference;
            this.kind = kind;
            this.number = number;
            this.due = due;
            this.rest = new long[] {owed.principal(), owed.interest(), owed.fee(), owed.penalty()};
        }
    }

    private final Policy policy;
    private final List<Owed> owed = new ArrayList<>();
    private long unasked;
    long unallocated;

    /** Versions that replace everything are {@link NaiveBook}'s. */
    static boolean isTooHard(AccountFacts facts) {
        return facts.agreements().stream()
                .anyMatch(
                        agreement -> agreement.version() != null && agreement.type() != AgreementType.INSTALMENT_PLAN);
    }

    NaiveLine(AccountFacts facts, Policy policy, LocalDate asOf) {
        this.policy = policy;
        Set<String> reversed = NaiveBook.reversed(facts.entries(), asOf);
        List<Happening> happened = new ArrayList<>();
        for (Entry entry : facts.entries()) {
            if (reversed.contains(entry.id())) {
                continue;
            }
            switch (entry.type()) {
                case DISBURSEMENT -> happened.add(at(entry, entry.valueOn(), 0, () -> draw(entry.amount())));
                case FEE, PENALTY -> happened.add(at(entry, entry.valueOn(), 0, () -> owed.add(charge(entry))));
                case REFUND ->
                    happened.add(
                            at(entry, entry.valueOn(), 1, () -> unallocated -= Math.min(unallocated, entry.amount())));
                case REPAYMENT, RECOVERY, WAIVER -> {
                    LocalDate on = day(entry, facts.statements(), asOf);
                    happened.add(at(entry, on, 1, () -> credit(entry, on)));
                }
                default -> {}
            }
        }
        for (Statement one : facts.statements()) {
            happened.add(new Happening(one.statementOn(), 1, one.postedAt(), 1, one.id(), () -> {
                unasked -= one.minimum().principal();
                owed.add(new Owed(one.id(), 0, 0, policy.dueDate(one.dueOn()), one.minimum()));
            }));
        }
        for (Agreement one : facts.agreements()) {
            if (one.type() == AgreementType.INSTALMENT_PLAN) {
                happened.add(new Happening(
                        one.effectiveOn(), 1, one.postedAt(), 2, one.id(), () -> plan(one.version(), facts)));
            }
        }
        happened.removeIf(one -> one.on.isAfter(asOf));
        happened.sort(Comparator.comparing(Happening::on)
                .thenComparing(Happening::rank)
                .thenComparing(Happening::posted)
                .thenComparing(Happening::turn)
                .thenComparing(Happening::id));
        happened.forEach(one -> one.then.run());
        sort();
    }

    private static Happening at(Entry entry, LocalDate on, int rank, Runnable then) {
        return new Happening(on, rank, entry.postedAt(), 0, entry.id(), then);
    }

    private static Owed charge(Entry entry) {
        boolean isFee = entry.type() == EntryType.FEE;
        Components amount = Components.of(isFee ? Component.FEE : Component.PENALTY, entry.amount());
        return new Owed(entry.id(), 2, 0, entry.valueOn(), amount);
    }

    /** The newest statement made by the day, dated after the credit, that did not know of it. */
    private LocalDate day(Entry credit, List<Statement> statements, LocalDate asOf) {
        LocalDate on = credit.valueOn();
        for (Statement one : statements) {
            boolean unknown = credit.postedAt().isAfter(one.postedAt())
                    && credit.postedAt()
                            .isAfter(one.statementOn()
                                    .atStartOfDay(policy.zone())
                                    .toInstant());
            boolean between = credit.valueOn().isBefore(one.statementOn())
                    && !one.statementOn().isAfter(asOf);
            on = unknown && between && one.statementOn().isAfter(on) ? one.statementOn() : on;
        }
        return on;
    }

    private void sort() {
        owed.sort(Comparator.comparing((Owed one) -> one.due)
                .thenComparing(one -> one.kind)
                .thenComparing(one -> one.number)
                .thenComparing(one -> one.reference));
    }

    private void draw(long amount) {
        long over = Math.min(unallocated, amount);
        unallocated -= over;
        unasked += amount - over;
    }

    private void plan(int version, AccountFacts facts) {
        sort();
        List<Instalment> rows = facts.instalments().stream()
                .filter(row -> row.version() == version)
                .toList();
        long principal = rows.stream().mapToLong(row -> row.owed().principal()).sum();
        long fromUnasked = Math.min(Math.max(0, unasked), principal);
        unasked -= fromUnasked;
        principal -= fromUnasked;
        for (int kind = 0; kind < 2; kind++) {
            for (Owed one : owed) {
                if (one.kind == kind) {
                    long ceded = Math.min(principal, one.rest[0]);
                    one.rest[0] -= ceded;
                    principal -= ceded;
                }
            }
        }
        rows.forEach(row -> owed.add(
                new Owed(version + "." + row.number(), 1, row.number(), policy.dueDate(row.dueOn()), row.owed())));
    }

    private void credit(Entry credit, LocalDate on) {
        sort();
        long left = credit.amount();
        boolean waives = credit.type() == EntryType.WAIVER;
        Components split = credit.split();
        if (split != null) {
            left -= component(Component.PRINCIPAL, split.principal(), on, false);
            left -= component(Component.INTEREST, split.interest(), on, false);
        }
        if (split == null || !waives) {
            if (policy.allocation() == Policy.Allocation.COMPONENT_FIRST) {
                for (Component component : policy.componentOrder()) {
                    left -= component(component, left, on, true);
                }
            }
            for (boolean coming : new boolean[] {false, true}) {
                for (Owed one : owed) {
                    for (Component component : policy.componentOrder()) {
                        left -= isComing(one, on) == coming ? pay(one, component, left) : 0;
                    }
                }
                left -= coming ? 0 : unasked(left);
            }
        }
        unallocated += waives ? 0 : left;
    }

    private long component(Component component, long amount, LocalDate on, boolean dueOnly) {
        long left = amount;
        for (boolean coming : new boolean[] {false, true}) {
            for (Owed one : owed) {
                boolean taken = isComing(one, on) == coming && !(dueOnly && one.due.isAfter(on));
                left -= taken ? pay(one, component, left) : 0;
            }
            left -= !coming && !dueOnly && component == Component.PRINCIPAL ? unasked(left) : 0;
        }
        return amount - left;
    }

    private static boolean isComing(Owed one, LocalDate on) {
        return one.kind == 1 && one.due.isAfter(on);
    }

    private static long pay(Owed one, Component component, long amount) {
        if (component == Component.DAMAGES) {
            return 0;
        }
        int i = component.ordinal();
        long taken = Math.min(one.rest[i], amount);
        one.rest[i] -= taken;
        return taken;
    }

    private long unasked(long amount) {
        long taken = Math.min(Math.max(0, unasked), amount);
        unasked -= taken;
        return taken;
    }

    List<String> rests() {
        return owed.stream()
                .map(one -> one.reference + " due " + one.due + " "
                        + new Components(one.rest[0], one.rest[1], one.rest[2], one.rest[3]))
                .toList();
    }

    long balance() {
        return unasked + owed.stream().mapToLong(one -> one.rest[0]).sum();
    }
}

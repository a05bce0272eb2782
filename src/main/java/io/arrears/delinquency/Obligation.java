package io.arrears.delinquency;

import io.arrears.ledger.Component;
import io.arrears.ledger.Components;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.Statement;
import java.time.LocalDate;
import java.util.Comparator;

/** One thing owed and what credits have left of it, while one account is assessed. */
final class Obligation {

    private static final Comparator<Obligation> OF_ONE_DAY = Comparator.comparing((Obligation o) -> o.kind.isCharge())
            .thenComparing(o -> o.kind != ObligationKind.STATEMENT)
            .thenComparingInt(o -> o.number)
            .thenComparing(o -> o.reference);

    /** Due date, and of one date statements, instalments and charges, by statement id, number or entry id (D3, D16). */
    static final Comparator<Obligation> ORDER =
            (a, b) -> a.due == b.due ? OF_ONE_DAY.compare(a, b) : Long.compare(a.due, b.due);

    final ObligationKind kind;
    final int number;
    final String reference;
    final LocalDate dueOn;
    final long due;
    Components owed;
    private final long[] rest;
    private long total;

    private Obligation(ObligationKind kind, int number, String reference, LocalDate dueOn, Components owed) {
        this.kind = kind;
        this.number = number;
        this.reference = reference;
        this.dueOn = dueOn;
        this.due = dueOn.toEpochDay();
        this.owed = owed;
        this.rest = new long[] {owed.principal(), owed.interest(), owed.fee(), owed.penalty(), owed.damages()};
        this.total = owed.total();
    }

    static Obligation of(Instalment instalment, Policy policy) {
        return new Obligation(
                ObligationKind.INSTALMENT,
                instalment.number(),
                Integer.toString(instalment.number()),
                policy.dueDate(instalment.dueOn()),
                instalment.owed());
    }

    /** A row of a plan beside the statements of a line: of several plans each has a number 1. */
    static Obligation ofPlan(Instalment row, Policy policy) {
        return new Obligation(
                ObligationKind.INSTALMENT,
                row.number(),
                row.version() + "." + row.number(), // as Arrear.isOfPlan reads it
                policy.dueDate(row.dueOn()),
                row.owed());
    }

    static Obligation of(Statement statement, Policy policy) {
        return new Obligation(
                ObligationKind.STATEMENT, 0, statement.id(), policy.dueDate(statement.dueOn()), statement.minimum());
    }

    /** A charge is due on its value date, never moved (D3). */
    static Obligation of(Entry charge) {
        ObligationKind kind = ObligationKind.of(charge.type());
        return new Obligation(
                kind, 0, charge.id(), charge.valueOn(), Components.of(Component.valueOf(kind.name()), charge.amount()));
    }

    /** Pays at most {@code amount} of one component; returns what it took. */
    long take(Component component, long amount) {
        int i = component.ordinal();
        long taken = Math.min(rest[i], amount);
        rest[i] -= taken;
        total -= taken;
        return taken;
    }

    /** Asks for at most so much less principal, since something else asks for it now; returns how much. */
    long cede(long principal) {
        long ceded = take(Component.PRINCIPAL, principal);
        owed = new Components(owed.principal() - ceded, owed.interest(), owed.fee(), owed.penalty(), owed.damages());
        return ceded;
    }

    boolean isPaidBy(Posting posting) {
        Posting.Target to = posting.to();
        return to != null && to.kind() == kind && to.reference().equals(reference);
    }

    long rest() {
        return total;
    }

    long rest(Component component) {
        return rest[component.ordinal()];
    }

    /** What is unpaid of it that is no principal. */
    long chargesUnpaid() {
        return total - rest(Component.PRINCIPAL);
    }

    Components rests() {
        return new Components(rest[0], rest[1], rest[2], rest[3], rest[4]);
    }
}

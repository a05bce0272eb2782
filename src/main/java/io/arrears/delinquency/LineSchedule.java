package io.arrears.delinquency;

import io.arrears.ledger.Component;
import io.arrears.ledger.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What a line owes (D16): the statements made so far, the plans beside them, charges, and principal that nothing asks for yet.
 *
 * <p>Example: 1000 is drawn, a statement asks for 100 of it, 150 is paid: the 100 are paid, and 50 of the 900 that no statement
 * asks for yet; 850 are owed.
 */
final class LineSchedule extends Schedule {

    private final Currency currency;
    private final long endsOn;
    private final long lastKnown;
    private final List<Review> faults = new ArrayList<>(0);
    private long unbilled;
    private long unbilledPaid;
    private boolean isWhole = true;

    /**
     * @param version one that replaced all that stood before it; 0 before there is one
     * @param endsOn when the line ends; {@link #NEVER} as long as nobody has ended it
     * @param lastKnown the last day on which something known makes it owe more
     */
    LineSchedule(
            int version,
            List<Obligation> ordered,
            Policy policy,
            Currency currency,
            long carried,
            boolean traced,
            long endsOn,
            long lastKnown) {
        super(version, ordered, policy, currency, carried, traced);
        this.currency = currency;
        this.endsOn = endsOn;
        this.lastKnown = lastKnown;
    }

    @Override
    LineSchedule line() {
        return this;
    }

    /** Principal that nothing asks for yet; negative where statements ask for more than was drawn. */
    @Override
    long unbilled() {
        return unbilled;
    }

    @Override
    boolean hasAskedForAll(LocalDate day) {
        return endsOn <= day.toEpochDay() && unbilled <= 0;
    }

    @Override
    List<Review> faults() {
        return faults;
    }

    /** When the line ends, be it after the day; {@link #NEVER} while nobody has ended it. */
    long endsOn() {
        return endsOn;
    }

    /** A draw first takes what was paid and found nothing to pay. */
    void draw(Entry draw) {
        long taken = takeUnallocated(draw.amount());
        unbilledPaid = Math.addExact(unbilledPaid, taken);
        unbilled = Math.addExact(unbilled, draw.amount() - taken);
        if (taken > 0) {
            note(draw, draw.valueOn(), target(draw.valueOn()), taken);
        }
    }

    /** A statement asks for principal that nothing asked for yet. */
    void bill(Obligation statement) {
        unbilled -= statement.owed.principal();
        add(statement);
    }

    /** A plan asks for principal that nothing asks for yet, beyond that for what the oldest statements, then older plans, have unpaid. */
    void plan(int version, List<Obligation> rows) {
        long principal = 0;
        for (Obligation row : rows) {
            principal = Math.addExact(principal, row.owed.principal());
        }
        long balance = balance();
        long left = principal - Math.min(Math.max(0, unbilled), principal);
        unbilled -= principal - left;
        left = cede(ObligationKind.STATEMENT, left);
        left = cede(ObligationKind.INSTALMENT, left);
        if (left > 0) {
            isWhole = false;
            faults.add(WholeSchedule.tooMuch(version, principal, balance, currency));
        }
        rows.forEach(this::add);
    }

    /** Has older obligations ask for less, the oldest first; returns what they did not have. */
    private long cede(ObligationKind kind, long principal) {
        long left = principal;
        for (int i = 0; i < obligations().size() && left > 0; i++) {
            if (obligations().get(i).kind == kind) {
                left -= obligations().get(i).cede(left);
            }
        }
        return left;
    }

    @Override
    boolean isWhole() {
        return isWhole;
    }

    @Override
    long balance() {
        return Math.addExact(super.balance(), unbilled);
    }

    @Override
    long allocated() {
        return Math.addExact(super.allocated(), unbilledPaid);
    }

    @Override
    long dueAfter(LocalDate day) {
        return Math.addExact(super.dueAfter(day), Math.max(0, unbilled));
    }

    /** What is asked for, then what nothing asks for yet, then a plan's coming rows. */
    @Override
    long payInOrder(Entry credit, LocalDate actsOn, long amount) {
        long left = amount;
        for (int i = firstOpen(); i < obligations().size() && left > 0; i++) {
            Obligation obligation = obligations().get(i);
            left -= isComingRow(obligation, actsOn) ? 0 : pay(credit, actsOn, obligation, left);
        }
        left -= payUnbilled(credit, actsOn, left);
        return amount - left + super.payInOrder(credit, actsOn, left);
    }

    @Override
    long payComponent(Entry credit, LocalDate actsOn, Component component, long amount, long dueUntil) {
        long left = amount;
        for (int i = firstOpen(); i < obligations().size() && left > 0; i++) {
            Obligation obligation = obligations().get(i);
            boolean isAsked = obligation.due <= dueUntil && !isComingRow(obligation, actsOn);
            left -= isAsked ? pay(credit, actsOn, obligation, component, left) : 0;
        }
        if (component == Component.PRINCIPAL && dueUntil == NEVER) {
            left -= payUnbilled(credit, actsOn, left);
        }
        return amount - left + super.payComponent(credit, actsOn, component, left, dueUntil);
    }

    private static boolean isComingRow(Obligation obligation, LocalDate actsOn) {
        return obligation.kind == ObligationKind.INSTALMENT && obligation.due > actsOn.toEpochDay();
    }

    private long payUnbilled(Entry credit, LocalDate actsOn, long amount) {
        long taken = Math.min(Math.max(0, unbilled), amount);
        if (taken > 0) {
            unbilled -= taken;
            unbilledPaid = Math.addExact(unbilledPaid, taken);
            note(credit, actsOn, target(actsOn), taken);
        }
        return taken;
    }

    private static Posting.Target target(LocalDate day) {
        return new Posting.Target(ObligationKind.UNBILLED, "", day, Component.PRINCIPAL);
    }

    @Override
    boolean owesWithoutRows() {
        return true;
    }

    /** A balance of zero closes nothing: the line has to have ended, and nothing known to come (D18). */
    @Override
    long settledFrom() {
        return ended(super.settledFrom());
    }

    @Override
    long repaidFrom() {
        return ended(super.repaidFrom());
    }

    private long ended(long from) {
        boolean isSettled = from != NEVER && endsOn != NEVER && withinTolerance(unbilled);
        return isSettled ? Math.max(from, Math.max(endsOn, lastKnown)) : NEVER;
    }
}

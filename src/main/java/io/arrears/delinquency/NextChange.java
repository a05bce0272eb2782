package io.arrears.delinquency;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.ClassFact;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Statement;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The next day on which an account can change though no new fact of it becomes known. */
final class NextChange {

    private NextChange() {}

    static @Nullable LocalDate next(
            AccountFacts facts, Walk walk, @Nullable LocalDate oldestDueOn, Policy policy, LocalDate asOf) {
        long next = Math.min(nextObligation(walk.inForce(), asOf.toEpochDay()), nextFact(facts, asOf));
        LocalDate missingOn = walk.statementMissingOn();
        next = missingOn == null ? next : after(asOf, missingOn, next);
        if (oldestDueOn != null) {
            long graceOver = oldestDueOn.toEpochDay() + policy.grace().days() + 1;
            next = graceOver > asOf.toEpochDay() ? Math.min(next, graceOver) : next;
        }
        return next == Schedule.NEVER ? null : LocalDate.ofEpochDay(next);
    }

    /**
     * The day after an unpaid obligation's due date, when it becomes an arrear or an owed charge; for a rest within
     * tolerance the due date itself, which can close the account (D10).
     */
    private static long nextObligation(Schedule schedule, long today) {
        long next = Schedule.NEVER;
        for (Obligation obligation : schedule.obligations()) {
            if (obligation.due > next) {
                break;
            }
            if (obligation.rest() > 0 && obligation.due >= today) {
                boolean small = schedule.withinTolerance(obligation) && obligation.due > today;
                next = Math.min(next, small ? obligation.due : obligation.due + 1);
            }
        }
        return next;
    }

    private static long nextFact(AccountFacts facts, LocalDate asOf) {
        long next = after(asOf, facts.account().openedOn(), Schedule.NEVER);
        for (Entry entry : facts.entries()) {
            next = after(asOf, entry.valueOn(), next);
        }
        for (Agreement agreement : facts.agreements()) {
            next = after(asOf, agreement.effectiveOn(), next);
        }
        for (Statement statement : facts.statements()) {
            next = after(asOf, statement.statementOn(), next);
        }
        for (ClassFact fact : facts.classFacts()) {
            next = after(asOf, fact.effectiveOn(), next);
        }
        return next;
    }

    private static long after(LocalDate asOf, LocalDate day, long next) {
        return day.isAfter(asOf) ? Math.min(next, day.toEpochDay()) : next;
    }
}

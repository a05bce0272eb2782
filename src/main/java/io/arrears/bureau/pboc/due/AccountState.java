package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.terms.Amount;
import io.arrears.bureau.pboc.terms.FormatOptions;
import io.arrears.bureau.pboc.terms.Rounding;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Particulars;
import io.arrears.delinquency.Settlement;
import io.arrears.delinquency.Standing;
import io.arrears.furnish.AccountView;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.CreditLine;
import io.arrears.ledger.Instalment;
import io.arrears.ledger.PaidBy;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands on a settlement day in the bureau's codes.
 *
 * <p>Example: 49 days past due is AcctStatus 2 and RpyStatus 2; within contractual grace it is 1 and N.
 *
 * @param endedOn when it was closed, or sold, by the day
 */
public record AccountState(
        AccountFacts facts,
        Settlement settlement,
        FormatOptions options,
        @Nullable LocalDate endedOn,
        boolean sold) {

    public static AccountState of(AccountFacts facts, Settlement settlement, FormatOptions options) {
        LocalDate soldOn =
                Agreement.soldOn(facts.agreements(), settlement.figures().asOf());
        Standing standing = settlement.standing();
        LocalDate closedOn = options.closesOnceRepaid() ? standing.repaidOn() : standing.closedOn();
        LocalDate endedOn = AccountView.endedOn(closedOn, soldOn);
        boolean sold = endedOn != null && !endedOn.equals(closedOn);
        return new AccountState(facts, settlement, options, endedOn, sold);
    }

    /**
     * The same account on an earlier day. A closing that did not last is none: the bureau takes nothing after a closed record
     * (R2101205), so a loan that was closed and owes again is told as one that was open all the time.
     */
    AccountState on(Settlement earlier) {
        boolean isOver = endedOn != null && !endedOn.isAfter(earlier.figures().asOf());
        return new AccountState(facts, earlier, options, isOver ? endedOn : null, isOver && sold);
    }

    boolean isEnded() {
        return endedOn != null;
    }

    boolean isOverdue() {
        return !isEnded() && isOverdue(settlement.figures());
    }

    /** Beyond contractual grace and the floor; charges alone make nobody overdue to the bureau (D4, D6). */
    private static boolean isOverdue(Delinquency figures) {
        return figures.reportedDpd() > 0;
    }

    /** What is overdue in all of an open account, at least one unit where anything is (I2100H09). */
    public static long totalOverdue(Delinquency figures, Rounding rounding) {
        return isOverdue(figures)
                ? Math.max(
                        1,
                        rounding.units(
                                Amount.OVERDUE,
                                figures.overdue().total(),
                                figures.standing().currency()))
                : 0;
    }

    /** Due this month of instalments, by each version as long as it was in force, without what was paid of them before it. */
    long dueInMonth() {
        Particulars particulars = settlement.particulars();
        return Math.addExact(settlement.dueInMonth() - particulars.prepaid(), particulars.fellDueBefore());
    }

    /** Paid this month, without an overpayment that was refunded in it. */
    long paidInMonth() {
        return settlement.paidInMonth() - settlement.particulars().refunded();
    }

    /** Unpaid charges of an open account that owes nothing else. */
    long chargesLeft() {
        return isEnded() ? 0 : settlement.particulars().chargesLeft();
    }

    Course course() {
        return Course.of(facts.account());
    }

    /** The limit of a line in force on the day. */
    long limit() {
        CreditLine line = facts.account().line();
        return line == null ? 0 : line.limitOn(settlement.figures().asOf(), facts.agreements());
    }

    /** DueDate: when it ends by what was agreed; an early payoff or a settlement for less moves no such day. */
    LocalDate maturesOn(@Nullable LocalDate agreedAtFirst) {
        return course().dueDate(this, agreedAtFirst);
    }

    /** When the last instalment that was agreed falls due, by the first schedule or an extension, whatever the contract's own end. */
    LocalDate lastInstalmentOn() {
        LocalDate extended = settlement.particulars().extendedTo();
        if (extended != null) {
            return extended;
        }
        int first =
                facts.instalments().stream().mapToInt(Instalment::version).min().orElse(0);
        return facts.instalments().stream()
                .filter(instalment -> instalment.version() == first)
                .map(Instalment::dueOn)
                .max(LocalDate::compareTo)
                .orElse(facts.account().openedOn());
    }

    /** Whether a payment of this very day left nothing overdue; a waiver alone is no recovery (I2100A14). */
    boolean isCuredBy(LocalDate day) {
        Standing.LastPayment paid = settlement.standing().lastPayment();
        return paid != null && paid.valueOn().equals(day) && !isEnded() && !isOverdue();
    }

    boolean isWrittenOff() {
        return !isEnded() && settlement.standing().chargedOffOn() != null && isOverdue();
    }

    String accountStatus(AccountType type) {
        if (isEnded()) {
            return type.closed();
        }
        return isWrittenOff() ? options.writtenOffStatus() : isOverdue() ? "2" : "1";
    }

    String repaymentStatus() {
        if (isEnded()) {
            return endedOtherwise() ? "G" : "C";
        }
        if (isOverdue()) {
            return isWrittenOff() ? "B" : overdueStatus(settlement.figures().dpd());
        }
        if (settlement.paidBy().contains(PaidBy.GUARANTOR)) {
            return "D";
        }
        if (settlement.paidBy().contains(PaidBy.COLLATERAL)) {
            return "Z";
        }
        return isQuiet() ? "*" : settlement.paidLate() ? "M" : "N";
    }

    /** A month in which nothing was due and nothing paid; of a line, in which it was not used either. */
    private boolean isQuiet() {
        return course().isIdle(this)
                && dueInMonth() == 0
                && paidInMonth() == 0
                && chargesLeft() == 0
                && settlement.figures().dpd() == 0;
    }

    /** Sold, or over without its principal being paid: given up after a write-off, or settled for less. */
    private boolean endedOtherwise() {
        return sold || isPrincipalForgiven();
    }

    /** Whether principal was let off that the bureau would be told as overdue: no cents that a payoff's rounding lost. */
    boolean isPrincipalForgiven() {
        long forgiven = settlement.particulars().principalForgiven();
        return forgiven > 0
                && forgiven >= options.threshold().floorIn(settlement.standing().currency());
    }

    /** 1 to 7 by calendar days from the oldest due date, which no grace shifts. */
    static String overdueStatus(int dpd) {
        return dpd <= 180 ? Integer.toString((dpd + 29) / 30) : "7";
    }
}

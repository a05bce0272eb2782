package io.arrears.sample;

/** Reversals that act from their value date on, and those that have no effect and stand in review.csv (D2). */
final class ReversalScenarios {
    private ReversalScenarios() {}

    /** Current until the last repayment, which each plot reverses in its own way. */
    private static Posting lastPaid(AccountDraft t) {
        t.usual().pay(1, 7);
        return t.repay(t.due(8).on(), t.due(8).total());
    }

    static void reversed(AccountDraft t) {
        t.reverse(lastPaid(t), t.daysAgo(4));
    }

    static void reversedAndPaidAgain(AccountDraft t) {
        t.reverse(lastPaid(t), t.daysAgo(4));
        t.repay(t.daysAgo(1), t.due(8).total());
    }

    static void reversedAfterAsOf(AccountDraft t) {
        t.reverse(lastPaid(t), t.asOf().plusDays(2));
    }

    static void reversedFromTheStart(AccountDraft t) {
        var paid = lastPaid(t);
        t.post("REVERSAL", paid.valueOn(), t.at(t.daysAgo(1), 16), paid.amount(), paid.id(), null, null);
    }

    static void postedBeforeItsTarget(AccountDraft t) {
        t.usual().pay(1, 7);
        var late = t.post(
                "REPAYMENT", t.due(8).on(), t.at(t.daysAgo(1), 10), t.due(8).total(), null, null, null);
        t.reverse(late, t.daysAgo(3));
    }

    static void closedThenReopened(AccountDraft t) {
        t.ended().pay(1, 5);
        t.reverse(t.repay(t.due(6).on(), t.due(6).total()), t.daysAgo(8));
    }

    static void writeOffReversed(AccountDraft t) {
        t.reverse(CreditScenarios.writtenOff(t), t.daysAgo(15));
    }

    static void unknownTarget(AccountDraft t) {
        t.reverse(t.accountId() + "E999", t.daysAgo(4), lastPaid(t).amount());
    }

    static void otherAccount(AccountDraft t) {
        var neighbour = new AccountSlot(t.seat.lender(), t.seat.first(), t.seat.local() - 1);
        t.reverse(neighbour.accountId() + "E001", t.daysAgo(4), lastPaid(t).amount());
    }

    static void wrongAmount(AccountDraft t) {
        var paid = lastPaid(t);
        t.reverse(paid.id(), t.daysAgo(4), paid.amount() - 1);
    }

    static void ofAReversal(AccountDraft t) {
        t.reverse(t.reverse(lastPaid(t), t.daysAgo(6)), t.daysAgo(5));
    }

    static void ofADisbursement(AccountDraft t) {
        lastPaid(t);
        t.reverse(t.entries.get(0), t.daysAgo(4));
    }

    static void reversedTwice(AccountDraft t) {
        var paid = lastPaid(t);
        t.reverse(paid, t.daysAgo(6));
        t.reverse(paid, t.daysAgo(4));
    }

    static void beforeItsTarget(AccountDraft t) {
        var paid = lastPaid(t);
        t.reverse(paid, paid.valueOn().minusDays(1));
    }
}

package io.arrears.sample;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What surrounds an account: its opening, those who owe with the borrower, disputes, a committee's opinion. */
final class LifeScenarios {
    private LifeScenarios() {}

    static void openedAfterAsOf(AccountDraft t) {
        t.monthly(12, 1, t.asOf().plusDays(6).plusMonths(1));
    }

    static void openedOnAsOf(AccountDraft t) {
        t.monthly(12, 1, t.asOf().plusMonths(1));
    }

    static void jointLoan(AccountDraft t) {
        t.usual().pay(1, 7);
    }

    static void coBorrower(AccountDraft t) {
        t.usual().pay(1, 6);
        party(t, "CO_BORROWER", null);
    }

    static void guarantor(AccountDraft t) {
        party(t, "GUARANTOR", t.product().decimal(t.principal()));
    }

    private static void party(AccountDraft t, String role, @Nullable BigDecimal amount) {
        var other = new AccountSlot(t.seat.lender(), t.seat.first(), t.seat.local() - 1).borrowerId();
        t.extra(Feed.PARTIES, t.accountId() + "P1", t.accountId(), other, role, amount, t.openedOn(), null);
    }

    static void disputed(AccountDraft t) {
        t.usual().pay(1, 6);
        t.extra(Feed.DISPUTES, t.accountId() + "D1", t.accountId(), t.daysAgo(9), "says it was paid", null, null);
    }

    static void disputeResolved(AccountDraft t) {
        t.usual().pay(1, 8);
        t.extra(
                Feed.DISPUTES,
                t.accountId() + "D1",
                t.accountId(),
                t.daysAgo(60),
                "says it was paid",
                t.daysAgo(48),
                "CORRECTED");
    }

    /** Downgraded by the lender's committee while current; only PBOC's formats know the class. */
    static void classOverridden(AccountDraft t) {
        t.usual().pay(1, 8);
        if (t.seat.lender().bureaus().contains("pboc")) {
            var day = t.daysAgo(16);
            t.extra(
                    Feed.BUREAU_FACTS,
                    t.accountId() + "F1",
                    "pboc",
                    t.accountId(),
                    null,
                    "five_class",
                    "3",
                    day,
                    t.at(day, 17));
        }
    }
}

package io.arrears.sample;

/** How repayments meet a schedule (D3, D5, D7): exactly, late, in part, too much, ahead of time, late in the books. */
final class PaymentScenarios {
    private PaymentScenarios() {}

    static void paysExactly(AccountDraft t) {
        t.usual().pay(1, 8);
    }

    static void paysLate(AccountDraft t) {
        t.monthly(12, 8, t.daysAgo(20));
        for (var due : t.dues(1, 8)) {
            t.repay(due.on().plusDays(11), due.total());
        }
    }

    static void partPayment(AccountDraft t) {
        t.usual().pay(1, 4);
        t.repay(t.due(5).on().plusDays(20), t.due(5).total() / 2);
        t.repay(t.daysAgo(2), t.due(5).total() / 4);
    }

    static void neverPays(AccountDraft t) {
        t.usual();
    }

    static void overpays(AccountDraft t) {
        t.ended().pay(1, 5);
        t.repay(t.due(6).on(), t.due(6).total() + t.units(50));
    }

    static void unallocatedRefunded(AccountDraft t) {
        overpays(t);
        t.post("REFUND", t.daysAgo(5), t.units(50));
    }

    static void refundTooLarge(AccountDraft t) {
        overpays(t);
        t.post("REFUND", t.daysAgo(5), t.units(80));
    }

    static void prepays(AccountDraft t) {
        t.usual().pay(1, 8);
        t.repay(t.daysAgo(3), t.total(9, 11));
    }

    static void prepaysInPart(AccountDraft t) {
        t.usual().pay(1, 8);
        t.repay(t.daysAgo(3), t.due(9).total() + t.due(10).total() / 2);
    }

    static void prepaysEverything(AccountDraft t) {
        t.usual().pay(1, 6);
        t.repay(t.daysAgo(45), t.total(7, 12));
    }

    static void twoOnOneDay(AccountDraft t) {
        t.usual().pay(1, 6);
        var day = t.daysAgo(4);
        t.post("REPAYMENT", day, t.at(day, 15), t.due(7).total() / 2, null, null, null);
        t.post("REPAYMENT", day, t.at(day, 9), t.due(7).total(), null, null, null);
    }

    static void backdated(AccountDraft t) {
        t.usual().pay(1, 6);
        t.post("REPAYMENT", t.due(7).on(), t.at(t.daysAgo(1), 11), t.due(7).total(), null, null, null);
    }

    static void futureDated(AccountDraft t) {
        t.usual().pay(1, 7);
        t.post(
                "REPAYMENT",
                t.asOf().plusDays(5),
                t.at(t.daysAgo(1), 11),
                t.due(8).total(),
                null,
                null,
                null);
    }

    static void restOfOneUnit(AccountDraft t) {
        t.usual().pay(1, 7);
        t.repay(t.due(8).on(), t.due(8).total() - 1);
    }

    static void restOfOneUnitAtTheEnd(AccountDraft t) {
        t.ended().pay(1, 5);
        t.repay(t.due(6).on(), t.due(6).total() - 1);
    }

    static void guarantorPays(AccountDraft t) {
        t.usual().pay(1, 5);
        t.post("REPAYMENT", t.daysAgo(20), t.at(t.daysAgo(20), 10), t.due(6).total(), null, null, "GUARANTOR");
        LifeScenarios.guarantor(t);
    }
}

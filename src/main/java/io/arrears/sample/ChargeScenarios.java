package io.arrears.sample;

/** Penalties and fees: obligations of their own (D3) that are owed but make no DPD (D4). */
final class ChargeScenarios {
    private ChargeScenarios() {}

    static void penaltyOnly(AccountDraft t) {
        t.usual().pay(1, 7);
        t.post("PENALTY", t.due(8).on().plusDays(2), t.units(5));
        t.post(
                "REPAYMENT",
                t.due(8).on().plusDays(3),
                t.at(t.daysAgo(7), 10),
                t.due(8).total(),
                null,
                null,
                null);
    }

    static void feeOnly(AccountDraft t) {
        t.usual().pay(1, 8);
        t.post("FEE", t.daysAgo(6), t.units(4));
    }

    static void feeAfterTheLast(AccountDraft t) {
        t.ended().pay(1, 6);
        t.post("FEE", t.daysAgo(20), t.units(4));
    }

    static void feeOnADueDate(AccountDraft t) {
        t.usual().pay(1, 7);
        t.post("FEE", t.due(8).on(), t.units(4));
        t.repay(t.daysAgo(2), t.due(8).total());
    }

    static void feeToCome(AccountDraft t) {
        t.usual().pay(1, 8);
        t.post("FEE", t.asOf().plusDays(10), t.at(t.daysAgo(1), 10), t.units(4), null, null, null);
    }

    static void penaltyAndPartPayment(AccountDraft t) {
        t.usual().pay(1, 6);
        t.post("PENALTY", t.due(7).on().plusDays(10), t.units(5));
        t.repay(t.daysAgo(2), t.units(5) + t.due(7).parts().interest());
    }

    static void penaltyWaived(AccountDraft t) {
        t.usual().pay(1, 7);
        t.post("PENALTY", t.daysAgo(8), t.units(5));
        t.repay(t.daysAgo(7), t.due(8).total());
        t.split("WAIVER", t.daysAgo(3), Parts.penalty(t.units(5)));
    }

    static void penaltyReversed(AccountDraft t) {
        t.usual().pay(1, 8);
        var penalty = t.post("PENALTY", t.daysAgo(8), t.units(5));
        t.reverse(penalty, t.daysAgo(3));
    }
}

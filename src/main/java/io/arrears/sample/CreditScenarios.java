package io.arrears.sample;

/** Credits that are no plain repayments: own splits, waivers, recoveries, and the loss booked before them (D3, D9). */
final class CreditScenarios {
    private CreditScenarios() {}

    static void ownSplit(AccountDraft t) {
        t.usual().pay(1, 6);
        t.split("REPAYMENT", t.due(7).on(), Parts.principal(t.due(7).parts().principal()));
    }

    static void ownSplitToComing(AccountDraft t) {
        t.usual().pay(1, 8);
        long principal = Schedule.total(t.dues(9, 10)).principal();
        t.split("REPAYMENT", t.daysAgo(5), Parts.principal(principal));
    }

    static void ownSplitWithRest(AccountDraft t) {
        t.usual().pay(1, 6);
        t.split("REPAYMENT", t.daysAgo(5), t.due(7).parts().plus(Parts.penalty(t.units(3))));
    }

    static void interestWaived(AccountDraft t) {
        t.usual().pay(1, 7);
        t.split("REPAYMENT", t.daysAgo(8), Parts.principal(t.due(8).parts().principal()));
        t.split("WAIVER", t.daysAgo(2), Parts.interest(t.due(8).parts().interest()));
    }

    static void partWaived(AccountDraft t) {
        t.usual().pay(1, 6);
        t.post("WAIVER", t.daysAgo(9), t.due(7).total() / 2);
    }

    static void recovered(AccountDraft t) {
        t.usual().pay(1, 5);
        t.post("RECOVERY", t.daysAgo(7), t.total(6, 7));
    }

    static Posting writtenOff(AccountDraft t) {
        t.monthly(12, 4, t.daysAgo(300)).pay(1, 3);
        return t.post("WRITE_OFF", t.daysAgo(60), Schedule.total(t.dues(4, 12)).principal());
    }

    static void writtenOffThenRecovered(AccountDraft t) {
        writtenOff(t);
        t.post("RECOVERY", t.daysAgo(6), t.at(t.daysAgo(6), 10), t.total(4, 5), null, null, "COLLATERAL");
    }

    static void writtenOffThenPaid(AccountDraft t) {
        writtenOff(t);
        t.post("RECOVERY", t.daysAgo(6), t.total(4, 12));
    }
}

package io.arrears.sample;

import java.time.LocalDate;
import java.util.ArrayList;

/** Agreements and the schedule versions they put in force (D8). */
final class AgreementScenarios {
    private AgreementScenarios() {}

    /** Five of twelve paid, two more past due when the agreement takes effect. */
    static LocalDate inTrouble(AccountDraft t) {
        t.usual().pay(1, 5);
        return t.due(7).on().plusDays(5);
    }

    private static void reaged(AccountDraft t, LocalDate effective) {
        t.version(2, Schedule.reaged(t.dues(6, 12), effective.plusMonths(1)));
    }

    static void extension(AccountDraft t) {
        var effective = inTrouble(t);
        reaged(t, effective);
        t.agree("EXTENSION", effective, 2);
        t.repay(effective.plusMonths(1), t.due(6).total());
    }

    static void extensionWithOldCharges(AccountDraft t) {
        var effective = inTrouble(t);
        t.post("FEE", effective.minusDays(4), t.units(4));
        t.post("PENALTY", effective.minusDays(4), t.units(7));
        var owed = Schedule.reaged(t.dues(6, 12), effective.plusMonths(1));
        owed.set(0, owed.get(0).plus(new Parts(0, 0, t.units(4), t.units(7))));
        t.version(2, owed);
        t.agree("EXTENSION", effective, 2);
    }

    static void instalmentPlan(AccountDraft t) {
        var effective = inTrouble(t);
        var owed = new ArrayList<>(t.dues(6, 7));
        owed.addAll(Schedule.spread(t.dues(8, 12), 8, effective.plusMonths(1)));
        t.version(2, owed);
        t.agree("INSTALMENT_PLAN", effective, 2);
    }

    static void holiday(AccountDraft t) {
        t.usual().pay(1, 7);
        t.version(2, Schedule.reaged(t.dues(8, 12), t.due(8).on().plusMonths(3)));
        t.agree("PAYMENT_HOLIDAY", t.due(7).on().plusDays(5), 2);
    }

    /** One last instalment of three fifths of the principal, a fortnight from the agreement. */
    static Due settlementBroken(AccountDraft t) {
        var effective = inTrouble(t);
        long principal = Schedule.total(t.dues(6, 12)).principal() * 3 / 5;
        var last = new Due(2, 1, effective.plusDays(14), Parts.principal(principal));
        t.dues.add(last);
        t.agree("SETTLEMENT", effective, 2);
        return last;
    }

    static void settlement(AccountDraft t) {
        var last = settlementBroken(t);
        t.repay(last.on(), last.total());
    }

    static void earlyPayoff(AccountDraft t) {
        t.usual().pay(1, 7);
        var day = t.daysAgo(6);
        long principal = Schedule.total(t.dues(8, 12)).principal();
        long interest = t.due(8).parts().interest();
        t.dues.add(new Due(2, 1, day, new Parts(principal, interest, 0, 0)));
        t.agree("PAYOFF", day, 2);
        t.post("REPAYMENT", day, t.at(day, 14), principal + interest, null, null, null);
    }

    static void transfer(AccountDraft t) {
        inTrouble(t);
        t.agree("TRANSFER", t.daysAgo(15), null);
    }

    static void unknownVersion(AccountDraft t) {
        t.agree("EXTENSION", inTrouble(t), 7);
    }

    static void withoutVersion(AccountDraft t, String type) {
        t.agree(type, inTrouble(t), null);
    }

    static void earlierVersionAgain(AccountDraft t) {
        extension(t);
        t.agree("EXTENSION", t.daysAgo(9), 1);
    }

    static void sameVersionAgain(AccountDraft t) {
        extension(t);
        t.agree("EXTENSION", t.daysAgo(9), 2);
    }

    static void takesEffectTomorrow(AccountDraft t) {
        inTrouble(t);
        var tomorrow = t.asOf().plusDays(1);
        reaged(t, tomorrow);
        t.agree("EXTENSION", tomorrow, 2);
    }

    static void twoOnOneDay(AccountDraft t) {
        var day = inTrouble(t);
        reaged(t, day);
        t.version(3, Schedule.spread(t.dues(6, 12), 12, day.plusMonths(1)));
        t.agree("EXTENSION", day, day, t.at(day, 11), 2);
        t.agree("INSTALMENT_PLAN", day, day, t.at(day, 14), 3);
    }

    static void consumedCreditReversed(AccountDraft t) {
        extension(t);
        var fifth = t.entries.stream()
                .filter(e -> e.valueOn().equals(t.due(5).on()))
                .findFirst();
        t.reverse(fifth.orElseThrow(), t.daysAgo(5));
    }
}

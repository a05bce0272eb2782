package io.arrears.sample;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One credit, the sixth instalment's amount, on each side of D8's sentence on credits and a new version.
 *
 * <p>When the credit belongs to the earlier version only, version 2 was made knowing of it and starts at the seventh
 * instalment; when it counts in version 2 too, version 2 still lists the sixth.
 */
final class SideScenarios {
    private SideScenarios() {}

    private static final int KNOWN_TO_IT = 7;
    private static final int UNKNOWN_TO_IT = 6;

    /** The agreement, posted at that instant, puts the instalments from {@code first} on in force. */
    private static void agreed(AccountDraft t, LocalDate effective, Instant posted, int first) {
        var agreedOn = effective.minusDays(6);
        t.version(2, Schedule.reaged(t.dues(first, 12), effective.plusMonths(1)));
        t.agree("EXTENSION", agreedOn, effective, posted, 2);
    }

    private static void credit(AccountDraft t, LocalDate valueOn, Instant posted) {
        t.post("REPAYMENT", valueOn, posted, t.due(6).total(), null, null, null);
    }

    static void beforeBoth(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        credit(t, day.minusDays(8), t.at(day.minusDays(8), 10));
        agreed(t, day, t.at(day.minusDays(5), 12), KNOWN_TO_IT);
    }

    static void betweenAgreementAndStart(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        agreed(t, day, t.at(day.minusDays(5), 12), KNOWN_TO_IT);
        credit(t, day.minusDays(4), t.at(day.minusDays(2), 10));
    }

    static void afterBoth(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        agreed(t, day, t.at(day.minusDays(5), 12), UNKNOWN_TO_IT);
        credit(t, day.minusDays(4), t.at(day.plusDays(6), 10));
    }

    static void betweenStartAndLateAgreement(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        credit(t, day.minusDays(4), t.at(day.plusDays(2), 10));
        agreed(t, day, t.at(day.plusDays(5), 12), KNOWN_TO_IT);
    }

    static void afterLateAgreement(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        agreed(t, day, t.at(day.plusDays(5), 12), UNKNOWN_TO_IT);
        credit(t, day.minusDays(4), t.at(day.plusDays(8), 10));
    }

    static void onTheDayBeforeAgreement(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        credit(t, day, t.at(day, 10));
        agreed(t, day, t.at(day, 15), KNOWN_TO_IT);
    }

    static void onTheDaySameInstant(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        credit(t, day, t.at(day, 12));
        agreed(t, day, t.at(day, 12), KNOWN_TO_IT);
    }

    static void onTheDayAfterAgreement(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        agreed(t, day, t.at(day.minusDays(3), 12), UNKNOWN_TO_IT);
        credit(t, day, t.at(day, 10));
    }

    static void secondBeforeMidnight(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        agreed(t, day, t.at(day.minusDays(3), 12), KNOWN_TO_IT);
        credit(t, day.minusDays(1), t.at(day, 0).minusSeconds(1));
    }

    static void secondAfterMidnight(AccountDraft t) {
        var day = AgreementScenarios.inTrouble(t);
        agreed(t, day, t.at(day.minusDays(3), 12), UNKNOWN_TO_IT);
        credit(t, day.minusDays(1), t.at(day, 0).plusSeconds(1));
    }
}

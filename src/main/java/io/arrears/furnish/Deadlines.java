package io.arrears.furnish;

import io.arrears.ledger.Consent;
import io.arrears.ledger.Dispute;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a lender has to do beside telling a bureau: whom it notifies and answers by when, and what somebody looks at. */
public final class Deadlines {

    private Deadlines() {}

    /**
     * The as-of date of the first run still to come that tells a month that ended in an episode, beyond grace: a notice
     * delivered before it keeps the record from being held (征信业管理条例 art. 15).
     *
     * <p>Example: an episode since 29 October with 3 days of grace is told with November, by the run as of 2 December when
     * months are told two days after their end; without grace it is told with October.
     *
     * @param began the first day of the episode
     * @param graceDays of the lender's policy
     */
    public static LocalDate notifyBy(LocalDate began, int graceDays, ReportingTerms furnishing, LocalDate asOf) {
        LocalDate negative = began.plusDays(graceDays);
        LocalDate spoken = negative.isBefore(furnishing.from()) ? furnishing.from() : negative;
        LocalDate reported = furnishing.calendar().tellsMonthOf(spoken);
        return reported.isAfter(asOf) ? reported : asOf.plusDays(1);
    }

    /** The last day on which a dispute is answered in time. */
    public static LocalDate answerBy(Dispute dispute, Jurisdiction law) {
        return dispute.openedOn().plusDays(law.disputeDays());
    }

    /** Whether a dispute is open on a day, or will be opened after it. */
    public static boolean isUnresolved(Dispute dispute, LocalDate day) {
        LocalDate resolved = dispute.resolvedOn();
        return resolved == null || resolved.isAfter(day);
    }

    /** Whether somebody looks at a negative record before it is released; whether it is negative its bureau says. */
    public static boolean isForLegalReview(int reportedDpd, ReportingTerms furnishing) {
        return reportedDpd >= furnishing.negativeFromDays();
    }

    /**
     * The consent that was withdrawn where none stands any more: reporting goes on, as it is a duty (征信业管理条例 art. 29), but
     * somebody must look.
     */
    public static Optional<Consent> withdrawn(List<Consent> consents) {
        boolean stands = consents.stream().anyMatch(consent -> consent.withdrawnAt() == null);
        return stands ? Optional.empty() : consents.stream().findFirst();
    }
}

package io.arrears.publish;

import io.arrears.delinquency.Policy;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.ReportingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One night of one bureau: an account goes in, its records and its lines of the lists come out.
 *
 * @param lender the policy, as the lender's file gives it
 * @param generatedAt of its files
 * @param listsExcluded whether the accounts that are none of the bureau's are listed tonight
 */
public record BureauNight(
        Bureau bureau, Policy lender, ReportingCalendar.Due due, Instant generatedAt, boolean listsExcluded) {

    public static BureauNight of(
            Bureau bureau, Policy lender, LocalDate asOf, Instant generatedAt, boolean listsExcluded) {
        return new BureauNight(bureau, lender, bureau.terms().calendar().on(asOf), generatedAt, listsExcluded);
    }

    /** The policy with what counts as overdue to the bureau. */
    Policy policy() {
        return bureau.terms().policy(lender);
    }

    public LocalDate asOf() {
        return due.asOf();
    }

    /** What becomes of one account; nothing of one that is opened after the night's day. */
    public Optional<Furnished> furnish(Dossier dossier) {
        if (dossier.facts().account().openedOn().isAfter(asOf())) {
            return Optional.empty();
        }
        List<Decision> decisions = bureau.decide(dossier, lender, due, generatedAt);
        return Optional.of(Furnished.of(this, dossier, decisions, isYetToCome(dossier, decisions)));
    }

    /** Whether something happened that a later run reports, since events are reported so many days after. */
    private boolean isYetToCome(Dossier dossier, List<Decision> decisions) {
        if (due.eventsUntil().equals(asOf())) {
            return false;
        }
        ReportingCalendar.Due today = new ReportingCalendar.Due(asOf(), asOf(), due.monthsUntil());
        return !bureau.decide(dossier, lender, today, generatedAt).equals(decisions);
    }
}

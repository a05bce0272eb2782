package io.arrears.furnish;

import io.arrears.delinquency.Delinquency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One record about to be told, as the gates look at it.
 *
 * @param day the day it speaks of
 * @param figures of that day, as known now
 * @param first whether the bureau holds nothing of the account yet, or no longer
 * @param reportedNegative the days of which the bureau was told that the account was negative, and has not taken it back since
 * @param generatedAt of the file it would stand in
 */
public record GateInput(
        Dossier dossier,
        LocalDate day,
        Delinquency figures,
        ReportingTerms terms,
        boolean first,
        List<LocalDate> reportedNegative,
        Instant generatedAt) {

    public GateInput {
        reportedNegative = List.copyOf(reportedNegative);
    }

    /** A record about a day, with what is on file of the account before. */
    public static GateInput of(
            Dossier dossier, ReportingTerms terms, LocalDate day, Delinquency figures, Instant generatedAt) {
        List<Reported> onFile = Reported.sinceRetraction(dossier.reported()).stream()
                .filter(Reported::counts)
                .toList();
        List<LocalDate> negative = onFile.stream()
                .map(Reported::meaning)
                .filter(Meaning::negative)
                .map(Meaning::speaksOf)
                .toList();
        return new GateInput(dossier, day, figures, terms, onFile.isEmpty(), negative, generatedAt);
    }

    /** Negative begins at the first reported day past due, whatever a lender thinks severe (art. 15, art. 44(3)). */
    public boolean isNegative() {
        return figures.reportedDpd() > 0;
    }
}

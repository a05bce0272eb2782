package io.arrears.reconcile;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.Meaning.Subject;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of one account up to tonight, whatever became of it, beside what the ledger says of it.
 *
 * @param ledger none where the ledger has no such account
 * @param reported in the order in which it was reported, tonight's records last
 * @param began what was on file before we began; none if nothing was
 * @param tonight the records of the run itself
 */
public record AccountReports(
        @Nullable AccountView ledger,
        List<Reported> reported,
        @Nullable Reported began,
        List<Reported> tonight) {

    /** Whether tonight's records are reports of its own, or of its contract. */
    boolean isReportedTonight(Subject whom) {
        return tonight.stream().anyMatch(record -> record.meaning().isReportOf(whom));
    }

    boolean isRetractedTonight(Subject whom) {
        return tonight.stream().anyMatch(record -> record.meaning().isRetractionOf(whom));
    }

    /** Since when what was on file before we began was; none if nothing was. */
    @Nullable
    LocalDate heldSince() {
        return began == null ? null : began.reportedOn();
    }

    /** Whether by the ledger alone a bureau must know of it, or of its contract, by now and was told nothing that says so. */
    boolean owes(Subject whom, Expectation expected) {
        boolean endedBefore =
                expected.isEnd() && began != null && began.meaning().last();
        return expected.isDue() && !endedBefore && !isReported(whom, expected);
    }

    /** What was on file before we began stands for the contract, too. */
    private boolean isReported(Subject whom, Expectation expected) {
        List<Reported> reports = Reported.sinceRetraction(reported, whom).stream()
                .filter(record -> record.meaning().isReportOf(whom) || record.equals(began))
                .toList();
        Set<LocalDate> days = reports.stream().map(Reported::reportedOn).collect(Collectors.toSet());
        LocalDate first = began != null && reports.contains(began)
                ? began.reportedOn()
                : days.stream().min(LocalDate::compareTo).orElse(null);
        return days.stream().anyMatch(day -> !day.isBefore(expected.day())) && expected.hasEvery(first, days);
    }
}

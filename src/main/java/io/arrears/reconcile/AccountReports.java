package io.arrears.reconcile;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
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

    /** Whether tonight's records are reports of its own. */
    boolean isReportedTonight() {
        return tonight.stream().anyMatch(record -> record.meaning().isAccountReport());
    }

    boolean isRetractedTonight() {
        return tonight.stream().anyMatch(record -> record.meaning().isAccountRetraction());
    }

    /**
     * Whether by the ledger alone a bureau must know of it by now and was told nothing that says so.
     *
     * @param listsExcluded whether this run lists accounts that are none of the bureau's
     */
    boolean owes(Bureau bureau, ReportingCalendar.Due due, boolean listsExcluded) {
        if (ledger == null || (ledger.isExcluded(bureau.terms()) && !listsExcluded)) {
            return false;
        }
        Expectation expected = bureau.expected(ledger, due);
        boolean endedBefore =
                expected.isEnd() && began != null && began.meaning().last();
        return expected.isDue() && !endedBefore && !isReported(expected);
    }

    private boolean isReported(Expectation expected) {
        List<Reported> reports = Reported.sinceRetraction(reported).stream()
                .filter(record -> record.meaning().isAccountReport())
                .toList();
        Set<LocalDate> days = reports.stream().map(Reported::reportedOn).collect(Collectors.toSet());
        LocalDate first = began != null && reports.contains(began)
                ? began.reportedOn()
                : days.stream().min(LocalDate::compareTo).orElse(null);
        return days.stream().anyMatch(day -> !day.isBefore(expected.day())) && expected.hasEveryMonth(first, days);
    }
}

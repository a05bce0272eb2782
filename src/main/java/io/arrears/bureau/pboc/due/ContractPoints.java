package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.AgreementType;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days of which a bureau must have a record of a line's contract, and what for: its beginning, each change of its limit, its end.
 * One day has one: what a limit was raised to on the day of the opening stands in the opening's.
 *
 * <p>Example: opened on 5 January, the limit cut on 10 March and put back the same day, raised on 2 May, closed on 1 June: 10, 30 of 2
 * May, 20.
 */
final class ContractPoints {

    static final String BEGINNING = "10";
    static final String CHANGE = "30";
    static final String END = "20";

    private final PbocSettings settings;
    private final Dossier dossier;
    private final ContractRecords records;
    private final ReportingCalendar.Due due;
    private final @Nullable LocalDate endedOn;
    private final @Nullable LocalDate heldSince;

    /**
     * @param endedOn when the line was closed; none while it is open
     * @param heldSince the day of what the bureau held of the account before we began, the contract's beginning with it [U]; none if
     *     nothing was
     */
    ContractPoints(
            PbocSettings settings,
            Dossier dossier,
            ReportingCalendar.Due due,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate heldSince) {
        this.settings = settings;
        this.dossier = dossier;
        this.records = new ContractRecords(settings, dossier);
        this.due = due;
        this.endedOn = endedOn;
        this.heldSince = heldSince;
    }

    /** Those of days that this run speaks of, oldest first. */
    NavigableMap<LocalDate, String> all() {
        NavigableMap<LocalDate, String> points = new TreeMap<>();
        LocalDate ended = endedOn;
        LocalDate opened = dossier.facts().account().openedOn();
        LocalDate first = heldSince == null
                ? settings.contractBegins(opened, dossier.terms().knownOn())
                : heldSince;
        if (heldSince == null) {
            points.put(first, BEGINNING);
        }
        dossier.facts().agreements().stream()
                .filter(agreement -> agreement.type() == AgreementType.LIMIT_CHANGE)
                .map(Agreement::effectiveOn)
                .filter(day -> day.isAfter(first)
                        && (heldSince == null || !day.isBefore(settings.terms().from()))
                        && changes(day))
                .forEach(day -> points.put(day, CHANGE));
        if (ended != null) {
            points.tailMap(ended, true).clear();
            boolean isSpokenOf = heldSince != null || !ended.isBefore(settings.firstToldOf(opened));
            if (isSpokenOf) {
                points.put(ended, END);
            } else {
                points.clear();
            }
        }
        points.tailMap(due.eventsUntil(), false).clear();
        return due.eventsUntil().isBefore(settings.terms().from()) ? new TreeMap<>() : points;
    }

    private boolean changes(LocalDate day) {
        return records.limitOn(day) != records.limitOn(day.minusDays(1));
    }
}

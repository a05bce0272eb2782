package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.LastGate;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.Sentence;
import io.arrears.furnish.Turn;
import io.arrears.ledger.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of the due records of one account, oldest first; where one stays behind, those wait that need it. */
public final class AccountDecisions {

    private final PbocSettings settings;
    private final Dossier dossier;
    private final LoanDays days;
    private final ReportingCalendar.Due due;
    private final RecordGates gates;

    public AccountDecisions(
            PbocSettings settings, Dossier dossier, LoanDays days, ReportingCalendar.Due due, RecordGates gates) {
        this.settings = settings;
        this.dossier = dossier;
        this.days = days;
        this.due = due;
        this.gates = gates;
    }

    /**
     * One for each record that is due.
     *
     * @param isBlocked whether nobody must be told of it any more, so that what is on file is taken back
     */
    public List<Decision> all(boolean isBlocked, Optional<GateResult> excluded) {
        LoanOnFile onFile = LoanOnFile.of(dossier.reported());
        if (isBlocked && onFile.isHeld()) {
            return decided(
                    List.of(DueRecord.of(new AccountRecords(settings, dossier).deletion(), null, due.eventsUntil())));
        }
        if (excluded.isPresent()) {
            return List.of(new Decision.Exclusion(RecordKind.ACCOUNT.code(), due.eventsUntil(), excluded.get()));
        }
        Account account = dossier.facts().account();
        if (settings.isToldByItsDraws(account.product(), account.isLine()) && !onFile.isHeld()) {
            return List.of();
        }
        return Contradiction.of(onFile, days.state().endedOn())
                .map(List::of)
                .orElseGet(() -> decided(new DueRecords(settings, dossier, due, days).records()));
    }

    /** Each record by itself: what waits keeps back only what needs it. */
    private List<Decision> decided(List<DueRecord> records) {
        List<Decision> decisions = new ArrayList<>();
        Precedence order = new Precedence(dossier.reported());
        for (DueRecord record : records) {
            Decision decision = decision(record, order);
            decisions.add(decision);
            decision.match(
                    sent -> order.goes(DueRecord.reported(sent)),
                    held -> LastGate.GIVEN_UP.is(held.stop())
                            ? order
                            : order.stays(record.likely(), held.stop().turn()),
                    excluded -> order.stays(record.likely(), Turn.DELIVER),
                    rejected -> order.stays(record.likely(), Turn.DELIVER));
        }
        return decisions;
    }

    private Decision decision(DueRecord record, Precedence order) {
        Optional<GateResult> stop = gates.stops(record);
        if (stop.isPresent()) {
            return record.held(stop.get());
        }
        Decision decision = gates.checked(record, order.all());
        if (decision instanceof Decision.Report) {
            return order.needed(record)
                    .<Decision>map(earlier -> record.held(LastGate.ORDER.holds(
                            Sentence.EARLIER_NOT_LOADED.of(), named(earlier.reported()), earlier.turn())))
                    .orElse(decision);
        }
        return decision;
    }

    /** {@code 210/30 of 2026-03-31}, {@code 212/H of 2026-03-31}: which record is waited for. */
    private static String named(Reported reported) {
        String code = reported.code() == null ? "" : "/" + reported.code();
        return Sentence.RECORD.of(reported.kind() + code, reported.reportedOn());
    }
}

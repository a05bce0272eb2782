package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.rule.Filing;
import io.arrears.bureau.pboc.rule.HistoryRules;
import io.arrears.bureau.pboc.rule.RecordRules;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Review;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Gate;
import io.arrears.furnish.GateInput;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Passes the due records of one account through the gates, the bureau's rules and what it said to them before. */
public final class RecordGates {

    private final List<Gate> gates;
    private final PbocSettings settings;
    private final Dossier dossier;
    private final LoanDays days;
    private final ReportingCalendar.Due due;
    private final Instant generatedAt;
    private final Filing filing;

    public RecordGates(
            PbocSettings settings, Dossier dossier, LoanDays days, ReportingCalendar.Due due, Instant generatedAt) {
        this.gates = settings.terms().gates();
        this.settings = settings;
        this.dossier = dossier;
        this.days = days;
        this.due = due;
        this.generatedAt = generatedAt;
        this.filing = new Filing(settings.segment(), settings.local(generatedAt));
    }

    /**
     * What stops an account's record. A deletion takes back what should not have been reported: no gate but what is under way keeps it.
     * Corrected terms bear the day of what they replace and say what holds today, so a fact set aside since keeps them back.
     */
    Optional<GateResult> stops(DueRecord record) {
        if (record.isDeletion()) {
            return Gate.UNDERWAY.stops(ofAccount(record.day()));
        }
        Optional<GateResult> stop = Gate.first(gates, ofAccount(record.day()));
        return stop.isPresent() || !record.isOfTerms() || !gates.contains(Gate.REVIEW)
                ? stop
                : Gate.REVIEW.stops(ofAccount(due.eventsUntil()));
    }

    /** What stops a person's record: neither a notice nor a review of one of his accounts. */
    Optional<GateResult> stopsPerson() {
        GateInput person =
                input(dossier.reportedOnly(reported -> reported.meaning().isOfPerson()), due.eventsUntil());
        return gates.stream()
                .filter(gate -> gate != Gate.PRE_NOTICE && gate != Gate.REVIEW)
                .flatMap(gate -> gate.stops(person).stream())
                .findFirst();
    }

    /** Whatever the order of the gates: an account that is none of the bureau's waits for nothing. */
    public Optional<GateResult> excludes() {
        GateInput account = ofAccount(due.eventsUntil());
        return gates.stream()
                .flatMap(gate -> gate.stops(account).stream())
                .filter(GateResult::excludes)
                .findFirst();
    }

    /**
     * What stops a record of the account's contract, as it would one of the account: of an overdue line none goes out before the
     * notice, though it says nothing of that. Nothing on its way of the account holds it, nor it anything of the account.
     */
    Optional<GateResult> stopsContract(DueRecord record) {
        GateInput contract =
                input(dossier.reportedOnly(reported -> reported.meaning().isOfContract()), record.day());
        return record.isDeletion()
                ? Gate.UNDERWAY.stops(contract)
                : Gate.first(
                        gates,
                        new GateInput(
                                contract.dossier(),
                                contract.day(),
                                contract.figures(),
                                contract.terms(),
                                !DueContractRecords.isHeld(SectionsOnFile.ofContract(dossier.reported())),
                                ofAccount(record.day()).reportedNegative(),
                                contract.generatedAt()));
    }

    /** What was reported of the person or of a contract neither holds the account's records nor counts as their first. */
    private GateInput ofAccount(LocalDate day) {
        return input(dossier.reportedOnly(reported -> isOfAccount(reported.meaning())), day);
    }

    private static boolean isOfAccount(Meaning meaning) {
        return !meaning.isOfPerson() && !meaning.isOfContract();
    }

    private GateInput input(Dossier known, LocalDate day) {
        return GateInput.of(known, settings.terms(), day, figures(day), generatedAt);
    }

    /** Those of a day, without what a statement made since has settled: it holds the account until then, not that day for ever. */
    private Delinquency figures(LocalDate day) {
        Delinquency figures = days.settlement(day).figures();
        List<Review> reviews = figures.standing().reviews();
        if (reviews.stream().noneMatch(review -> review.code().isSettledByStatement())) {
            return figures;
        }
        List<Review> today =
                days.settlement(due.eventsUntil()).figures().standing().reviews();
        return figures.reviewed(reviews.stream()
                .filter(review -> !review.code().isSettledByStatement()
                        || today.stream().anyMatch(now -> now.code() == review.code()))
                .toList());
    }

    /** A record that was refused by itself waits for other bytes; the records of a file that was refused whole go out again. */
    Decision checked(DueRecord record, List<Reported> history) {
        List<Fault> faults = Stream.concat(
                        RecordRules.check(record.record(), filing).stream(),
                        HistoryRules.check(record.record(), history).stream())
                .toList();
        if (!faults.isEmpty()) {
            return record.rejected(faults);
        }
        return Refusals.stops(record, dossier.reported())
                .map(stop -> Refusals.since(record, dossier.reported()).held(stop))
                .orElseGet(record::furnished);
    }
}

package io.arrears.bureau.pboc;

import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Settlement;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Gate;
import io.arrears.furnish.GateInput;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.furnish.Sentence;
import io.arrears.furnish.Turn;
import io.arrears.ledger.BureauFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One account's turn: every record that is due of it is planned, passes the gates and the bureau's rules, and is told, oldest
 * first; where one stays behind, those wait that need it.
 */
final class Telling {

    private static final String ORDER = "order";
    private static final String COMPLETE = "complete";

    private final PbocSettings settings;
    private final Dossier dossier;
    private final Policy policy;
    private final ReportingCalendar.Due due;
    private final Instant generatedAt;
    private final Filing filing;
    private final Map<LocalDate, Settlement> settlements = new HashMap<>();
    private final AccountState state;
    private final Optional<GateResult> excluded;

    Telling(PbocSettings settings, Dossier dossier, Policy policy, ReportingCalendar.Due due, Instant generatedAt) {
        this.settings = settings;
        this.dossier = dossier;
        this.policy = policy;
        this.due = due;
        this.generatedAt = generatedAt;
        this.filing = new Filing(settings.segment(), settings.local(generatedAt));
        this.state = AccountState.of(dossier.facts(), settlement(due.eventsUntil()), settings.options());
        this.excluded = excluded();
    }

    Settlement settlement(LocalDate day) {
        return settlements.computeIfAbsent(day, on -> Settlement.on(dossier.facts(), policy, on));
    }

    ClassDates classes(List<SectionsOnFile.Part> months) {
        return new ClassDates(this, dossier.facts(), policy, months);
    }

    /** How the account stands by the last day that this run speaks of. */
    AccountState state() {
        return state;
    }

    AccountState state(LocalDate day) {
        return state.on(settlement(day));
    }

    /** What becomes of the account's own records. */
    List<Decision> account() {
        LoanOnFile onFile = LoanOnFile.of(dossier.reported());
        Optional<BureauFact> block = dossier.blockedBy(settings.terms().zone(), generatedAt);
        if (block.isPresent() && onFile.isHeld()) {
            return reported(
                    List.of(DueRecord.of(new AccountRecords(settings, dossier).deletion(), null, due.eventsUntil())));
        }
        if (excluded.isPresent()) {
            return List.of(new Decision.Exclusion("210", due.eventsUntil(), excluded.get()));
        }
        return Contradiction.of(onFile, state.endedOn())
                .map(List::of)
                .orElseGet(() -> reported(new DueRecords(settings, dossier, due, this).records()));
    }

    /** Each record by itself: what waits keeps back only what needs it. */
    private List<Decision> reported(List<DueRecord> planned) {
        List<Decision> decisions = new ArrayList<>();
        Precedence order = new Precedence(dossier.reported());
        for (DueRecord record : planned) {
            Decision decision = decision(record, order);
            decisions.add(decision);
            if (decision instanceof Decision.Report sent) {
                order.goes(DueRecord.reported(sent));
            } else if (!(decision instanceof Decision.Hold held)) {
                order.stays(record.likely(), Turn.DELIVER);
            } else if (!held.stop().gate().equals(Refusals.GIVEN_UP)) {
                order.stays(record.likely(), held.stop().turn());
            }
        }
        return decisions;
    }

    private Decision decision(DueRecord record, Precedence order) {
        Optional<GateResult> stop = stop(record);
        if (stop.isPresent()) {
            return record.held(stop.get());
        }
        Decision decision = checked(record, order.all());
        if (decision instanceof Decision.Report) {
            return order.needed(record)
                    .<Decision>map(earlier -> record.held(new GateResult(
                            ORDER, false, Sentence.EARLIER_NOT_LOADED.of(), named(earlier.reported()), earlier.turn())))
                    .orElse(decision);
        }
        return decision;
    }

    /** {@code 210/30 of 2026-03-31}, {@code 212/H of 2026-03-31}: which record is waited for. */
    private static String named(Reported reported) {
        return Sentence.RECORD.of(
                reported.kind() + (reported.code() == null ? "" : "/" + reported.code()), reported.reportedOn());
    }

    /**
     * A deletion takes back what should not have been told: no gate but what is under way keeps it. Corrected terms bear the day of
     * what they replace and say what holds today, so a fact set aside since keeps them back.
     */
    private Optional<GateResult> stop(DueRecord record) {
        if (record.isDeletion()) {
            return Gate.UNDERWAY.stops(gateCase(record.day()));
        }
        List<Gate> gates = settings.terms().gates();
        Optional<GateResult> stop = Gate.first(gates, gateCase(record.day()));
        return stop.isPresent() || !record.isOfTerms() || !gates.contains(Gate.REVIEW)
                ? stop
                : Gate.REVIEW.stops(gateCase(due.eventsUntil()));
    }

    /** Whatever the order of the gates: an account that is none of the bureau's waits for nothing. */
    private Optional<GateResult> excluded() {
        GateInput asked = gateCase(due.eventsUntil());
        return settings.terms().gates().stream()
                .flatMap(gate -> gate.stops(asked).stream())
                .filter(GateResult::excludes)
                .findFirst();
    }

    /** What was told of the person neither holds the account's records nor counts as their first. */
    private GateInput gateCase(LocalDate day) {
        return gateCase(dossier.reportedOnly(reported -> !isOfPerson(reported)), day);
    }

    private GateInput gateCase(Dossier heard, LocalDate day) {
        return GateInput.of(heard, settings.terms(), day, settlement(day).figures(), generatedAt);
    }

    private static boolean isOfPerson(Reported reported) {
        return reported.meaning().isOfPerson();
    }

    /** A record that was refused by itself waits for other bytes; the records of a file that was refused whole go out again. */
    private Decision checked(DueRecord record, List<Reported> history) {
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

    /** What becomes of what is told of the borrower, which hinders no account's record and is hindered by none. */
    List<Decision> person() {
        boolean isReported = !LoanOnFile.of(dossier.reported()).isDeleted()
                && !due.eventsUntil().isBefore(settings.terms().from());
        if (!dossier.firstOfPerson() || !isReported) {
            return List.of();
        }
        if (excluded.isPresent()) {
            return List.of();
        }
        GateInput asked = gateCase(dossier.reportedOnly(Telling::isOfPerson), due.eventsUntil());
        Optional<GateResult> stop = settings.terms().gates().stream()
                .filter(gate -> gate != Gate.PRE_NOTICE && gate != Gate.REVIEW)
                .flatMap(gate -> gate.stops(asked).stream())
                .findFirst();
        return new PersonRecords(settings, dossier, due.eventsUntil())
                .due()
                .map(record -> stop.<Decision>map(record::held).orElseGet(() -> complete(record)))
                .map(List::of)
                .orElse(List.of());
    }

    private Decision complete(DueRecord record) {
        Decision decision = checked(record, dossier.reported());
        if (decision instanceof Decision.Rejection rejected
                && rejected.broken().stream().allMatch(broken -> broken.shown().isEmpty())) {
            String tags = rejected.broken().stream()
                    .map(Decision.Rejection.Broken::tag)
                    .distinct()
                    .collect(Collectors.joining(", "));
            String missing = (tags.contains(",") ? Sentence.TAGS_MISSING : Sentence.TAG_MISSING).of(tags);
            return record.held(new GateResult(COMPLETE, false, Sentence.PERSON_INCOMPLETE.of(), missing));
        }
        return decision;
    }
}

package io.arrears.bureau.pboc;

import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Settlement;
import io.arrears.furnish.Case;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Gate;
import io.arrears.furnish.Outcome;
import io.arrears.furnish.Schedule;
import io.arrears.furnish.Sentence;
import io.arrears.furnish.Stop;
import io.arrears.furnish.Told;
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

    private final Pboc bureau;
    private final Dossier dossier;
    private final Policy policy;
    private final Schedule.Due due;
    private final Instant generatedAt;
    private final Filing filing;
    private final Map<LocalDate, Settlement> settlements = new HashMap<>();
    private final AccountState state;
    private final Optional<Stop> excluded;

    Telling(Pboc bureau, Dossier dossier, Policy policy, Schedule.Due due, Instant generatedAt) {
        this.bureau = bureau;
        this.dossier = dossier;
        this.policy = policy;
        this.due = due;
        this.generatedAt = generatedAt;
        this.filing = new Filing(bureau.segment(), bureau.local(generatedAt));
        this.state = AccountState.of(dossier.facts(), settlement(due.eventsUntil()), bureau.choices());
        this.excluded = excluded();
    }

    Settlement settlement(LocalDate day) {
        return settlements.computeIfAbsent(day, on -> Settlement.on(dossier.facts(), policy, on));
    }

    ClassDates classes(List<Held.Part> months) {
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
    List<Outcome> account() {
        Holding holding = Holding.of(dossier.told());
        Optional<BureauFact> block = dossier.blockedBy(bureau.furnishing().zone(), generatedAt);
        if (block.isPresent() && holding.isHeld()) {
            return told(List.of(Planned.of(new AccountRecords(bureau, dossier).deletion(), null, due.eventsUntil())));
        }
        if (excluded.isPresent()) {
            return List.of(new Outcome.Excluded("210", due.eventsUntil(), excluded.get()));
        }
        return Contradiction.of(holding, state.endedOn())
                .map(List::of)
                .orElseGet(() -> told(new Plan(bureau, dossier, due, this).records()));
    }

    /** Each record by itself: what waits keeps back only what needs it. */
    private List<Outcome> told(List<Planned> planned) {
        List<Outcome> outcomes = new ArrayList<>();
        Precedence order = new Precedence(dossier.told());
        for (Planned record : planned) {
            Outcome outcome = outcome(record, order);
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Furnished sent) {
                order.goes(Planned.told(sent));
            } else if (!(outcome instanceof Outcome.Held held)) {
                order.stays(record.likely(), Turn.DELIVER);
            } else if (!held.stop().gate().equals(Refusals.GIVEN_UP)) {
                order.stays(record.likely(), held.stop().turn());
            }
        }
        return outcomes;
    }

    private Outcome outcome(Planned record, Precedence order) {
        Optional<Stop> stop = stop(record);
        if (stop.isPresent()) {
            return record.held(stop.get());
        }
        Outcome outcome = checked(record, order.all());
        if (outcome instanceof Outcome.Furnished) {
            return order.needed(record)
                    .<Outcome>map(earlier -> record.held(new Stop(
                            ORDER, false, Sentence.EARLIER_NOT_LOADED.of(), named(earlier.told()), earlier.turn())))
                    .orElse(outcome);
        }
        return outcome;
    }

    /** {@code 210/30 of 2026-03-31}, {@code 212/H of 2026-03-31}: which record is waited for. */
    private static String named(Told told) {
        return Sentence.RECORD.of(told.kind() + (told.code() == null ? "" : "/" + told.code()), told.reportedOn());
    }

    /**
     * A deletion takes back what should not have been told: no gate but what is under way keeps it. Corrected terms bear the day of
     * what they replace and say what holds today, so a fact set aside since keeps them back.
     */
    private Optional<Stop> stop(Planned record) {
        if (record.isDeletion()) {
            return Gate.UNDERWAY.stops(gateCase(record.day()));
        }
        List<Gate> gates = bureau.furnishing().gates();
        Optional<Stop> stop = Gate.first(gates, gateCase(record.day()));
        return stop.isPresent() || !record.isOfTerms() || !gates.contains(Gate.REVIEW)
                ? stop
                : Gate.REVIEW.stops(gateCase(due.eventsUntil()));
    }

    /** Whatever the order of the gates: an account that is none of the bureau's waits for nothing. */
    private Optional<Stop> excluded() {
        Case asked = gateCase(due.eventsUntil());
        return bureau.furnishing().gates().stream()
                .flatMap(gate -> gate.stops(asked).stream())
                .filter(Stop::excludes)
                .findFirst();
    }

    /** What was told of the person neither holds the account's records nor counts as their first. */
    private Case gateCase(LocalDate day) {
        return gateCase(dossier.toldOnly(told -> !isOfPerson(told)), day);
    }

    private Case gateCase(Dossier heard, LocalDate day) {
        return bureau.asked(heard, day, settlement(day).figures(), generatedAt);
    }

    private static boolean isOfPerson(Told told) {
        return told.kind().equals(RecordKind.PERSON_INFO.code());
    }

    /** A record that was refused by itself waits for other bytes; the records of a file that was refused whole go out again. */
    private Outcome checked(Planned record, List<Told> history) {
        List<Fault> faults = Stream.concat(
                        RecordRules.check(record.record(), filing).stream(),
                        HistoryRules.check(record.record(), history).stream())
                .toList();
        if (!faults.isEmpty()) {
            return record.rejected(faults);
        }
        return Refusals.stops(record, dossier.told())
                .map(stop -> Refusals.since(record, dossier.told()).held(stop))
                .orElseGet(record::furnished);
    }

    /** What becomes of what is told of the borrower, which hinders no account's record and is hindered by none. */
    List<Outcome> person() {
        boolean isTold = !Holding.of(dossier.told()).isDeleted()
                && !due.eventsUntil().isBefore(bureau.furnishing().from());
        if (!dossier.firstOfPerson() || !isTold) {
            return List.of();
        }
        if (excluded.isPresent()) {
            return List.of();
        }
        Case asked = gateCase(dossier.toldOnly(Telling::isOfPerson), due.eventsUntil());
        Optional<Stop> stop = bureau.furnishing().gates().stream()
                .filter(gate -> gate != Gate.PRE_NOTICE && gate != Gate.REVIEW)
                .flatMap(gate -> gate.stops(asked).stream())
                .findFirst();
        return new PersonRecords(bureau, dossier, due.eventsUntil())
                .due()
                .map(record -> stop.<Outcome>map(record::held).orElseGet(() -> complete(record)))
                .map(List::of)
                .orElse(List.of());
    }

    private Outcome complete(Planned record) {
        Outcome outcome = checked(record, dossier.told());
        if (outcome instanceof Outcome.Rejected rejected
                && rejected.broken().stream().allMatch(broken -> broken.shown().isEmpty())) {
            String tags = rejected.broken().stream()
                    .map(Outcome.Rejected.Broken::tag)
                    .distinct()
                    .collect(Collectors.joining(", "));
            String missing = (tags.contains(",") ? Sentence.TAGS_MISSING : Sentence.TAG_MISSING).of(tags);
            return record.held(new Stop(COMPLETE, false, Sentence.PERSON_INCOMPLETE.of(), missing));
        }
        return outcome;
    }
}

package io.arrears.bureau.pboc;

import io.arrears.furnish.Outcome;
import io.arrears.furnish.Sentence;
import io.arrears.furnish.Stop;
import io.arrears.furnish.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the bureau said to these very bytes before, and whether a record waits for it still (S6, S10, S11).
 *
 * <p>Example: a month's end that was refused since the account's first report was not there yet goes out again, as it is, once that
 * report was loaded.
 */
final class Refusals {

    static final String ANSWERED = "answered";
    static final String GIVEN_UP = "given-up";

    private static final Set<String> HISTORY = Set.copyOf(HistoryRules.ids());

    private Refusals() {}

    /** What a record waits for, by the newest answer to its bytes; nothing where it may go out. */
    static Optional<Stop> stops(Planned record, List<Told> told) {
        return before(record, told)
                .max(Comparator.comparing(answered -> answered.course().since()))
                .flatMap(answered -> stops(answered, told));
    }

    /** A record of the day on which it was first refused: what is dated by the night that tells it ages, too. */
    static Planned since(Planned record, List<Told> told) {
        return before(record, told)
                .map(Told::reportedOn)
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(record.dueOn()))
                .map(record::dueOn)
                .orElse(record);
    }

    private static Stream<Told> before(Planned record, List<Told> told) {
        return told.stream().filter(earlier -> isAnswered(earlier) && record.repeats(earlier));
    }

    private static boolean isAnswered(Told told) {
        return told.fault() != null || told.state() == Told.State.ACCEPTED;
    }

    private static Optional<Stop> stops(Told answered, List<Told> told) {
        String fault = answered.fault();
        Told.Word word = answered.course().word();
        if (fault == null || word == Told.Word.RETELL) {
            return Optional.empty();
        }
        if (word != null) {
            return Optional.of(givenUp(word, fault));
        }
        boolean isLifted = isOfHistory(fault)
                && told.stream()
                        .anyMatch(other -> isOfAccount(other) == isOfAccount(answered)
                                && hasChangedSince(other, answered.course().since()));
        return isLifted ? Optional.empty() : Optional.of(new Stop(ANSWERED, false, Sentence.REFUSED.of(), fault));
    }

    /** What was given up as told counts as such, so that it is due no more; it is listed all the same. */
    static List<Outcome> givenUpAsTold(List<Told> told) {
        return told.stream()
                .filter(record -> record.fault() != null && record.course().word() == Told.Word.TOLD)
                .<Outcome>map(record -> new Outcome.Held(
                        record.kind(),
                        record.code(),
                        record.reportedOn(),
                        givenUp(Told.Word.TOLD, String.valueOf(record.fault()))))
                .toList();
    }

    private static Stop givenUp(Told.Word word, String fault) {
        Sentence as = word == Told.Word.TOLD ? Sentence.GIVEN_UP_TOLD : Sentence.GIVEN_UP_UNTOLD;
        return new Stop(GIVEN_UP, false, as.of(), fault);
    }

    /** Whether every reason is one that what the bureau holds gave, rather than the record by itself. */
    private static boolean isOfHistory(String fault) {
        return Stream.of(fault.split("; ")).allMatch(reason -> {
            List<String> rules = FeedbackCodes.rules(reason.split(" ", 2)[0]);
            return !rules.isEmpty() && HISTORY.containsAll(rules);
        });
    }

    private static boolean isOfAccount(Told told) {
        return !told.kind().equals(RecordKind.PERSON_INFO.code());
    }

    /** Whether the bureau loaded it since, or was said not to have it after all. */
    private static boolean hasChangedSince(Told told, Instant refused) {
        boolean isLoaded = told.state() == Told.State.ACCEPTED && told.fault() == null;
        boolean isGone = told.course().counted() && !told.counts() && told.fault() == null;
        return told.course().since().isAfter(refused) && (isLoaded || isGone);
    }
}

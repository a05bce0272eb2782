package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.FeedbackCodes;
import io.arrears.bureau.pboc.rule.HistoryRules;
import io.arrears.furnish.Decision;
import io.arrears.furnish.GateResult;
import io.arrears.furnish.LastGate;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Sentence;
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
public final class Refusals {

    private static final Set<String> HISTORY = Set.copyOf(HistoryRules.ids());

    private Refusals() {}

    /** What a record waits for, by the newest answer to its bytes; nothing where it may go out. */
    static Optional<GateResult> stops(DueRecord record, List<Reported> reported) {
        return before(record, reported)
                .max(Comparator.comparing(answered -> answered.course().since()))
                .flatMap(answered -> stops(answered, reported));
    }

    /** A record of the day on which it was first refused: what is dated by the night that tells it ages, too. */
    static DueRecord since(DueRecord record, List<Reported> reported) {
        return before(record, reported)
                .map(Reported::reportedOn)
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(record.dueOn()))
                .map(record::dueOn)
                .orElse(record);
    }

    private static Stream<Reported> before(DueRecord record, List<Reported> reported) {
        return reported.stream().filter(earlier -> isAnswered(earlier) && record.repeats(earlier));
    }

    private static boolean isAnswered(Reported reported) {
        return reported.fault() != null || reported.state() == Reported.State.ACCEPTED;
    }

    private static Optional<GateResult> stops(Reported answered, List<Reported> reported) {
        String fault = answered.fault();
        Reported.Word word = answered.course().word();
        if (fault == null || word == Reported.Word.RETELL) {
            return Optional.empty();
        }
        if (word != null) {
            return Optional.of(givenUp(word, fault));
        }
        boolean isLifted = isOfHistory(fault)
                && reported.stream()
                        .anyMatch(other -> other.meaning().subject()
                                        == answered.meaning().subject()
                                && hasChangedSince(other, answered.course().since()));
        return isLifted ? Optional.empty() : Optional.of(LastGate.ANSWERED.holds(Sentence.REFUSED.of(), fault));
    }

    /** What was given up as told counts as such, so that it is due no more; it is listed all the same. */
    public static List<Decision> givenUpAsTold(List<Reported> reported) {
        return reported.stream()
                .filter(record -> record.fault() != null && record.course().word() == Reported.Word.TOLD)
                .<Decision>map(record -> new Decision.Hold(
                        record.kind(),
                        record.code(),
                        record.reportedOn(),
                        record.meaning(),
                        givenUp(Reported.Word.TOLD, String.valueOf(record.fault()))))
                .toList();
    }

    private static GateResult givenUp(Reported.Word word, String fault) {
        Sentence as = word == Reported.Word.TOLD ? Sentence.GIVEN_UP_TOLD : Sentence.GIVEN_UP_UNTOLD;
        return LastGate.GIVEN_UP.holds(as.of(), fault);
    }

    /** Whether every reason is one that what the bureau holds gave, rather than the record by itself. */
    private static boolean isOfHistory(String fault) {
        return Stream.of(fault.split("; ")).allMatch(reason -> {
            List<String> rules = FeedbackCodes.rules(reason.split(" ", 2)[0]);
            return !rules.isEmpty() && HISTORY.containsAll(rules);
        });
    }

    /** Whether the bureau loaded it since, or was said not to have it after all. */
    private static boolean hasChangedSince(Reported reported, Instant refused) {
        boolean isLoaded = reported.state() == Reported.State.ACCEPTED && reported.fault() == null;
        boolean isGone = reported.course().counted() && !reported.counts() && reported.fault() == null;
        return reported.course().since().isAfter(refused) && (isLoaded || isGone);
    }
}

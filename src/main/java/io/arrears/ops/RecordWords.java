package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.audit.Event;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.Decision;
import io.arrears.furnish.LastGate;
import io.arrears.furnish.Meaning;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Submission.Place;
import io.arrears.run.Run;
import io.arrears.store.bureau.LineageStore;
import io.arrears.store.bureau.RecordWordStore;
import io.arrears.store.bureau.RecordWordStore.Said;
import io.arrears.store.bureau.RecordWordStore.Spot;
import io.arrears.store.bureau.SubmissionStore.Filed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The ways out for a record that a bureau refused and whose data is right: told anew as it is, or given up (S6, S11). */
public final class RecordWords {

    private final SubmissionLog log;
    private final AccountToday today;
    private final RecordWordStore words;
    private final LineageStore lines;

    public RecordWords(SubmissionLog log, DataSource pool) {
        this.log = log;
        this.today = new AccountToday(log, pool);
        this.words = new RecordWordStore(pool);
        this.lines = new LineageStore(pool);
    }

    /** A refused record, by its file and line. */
    public record Line(FileRef file, long number) {}

    /** A record as it was told, and of what the bureau refused it. */
    private record Refusal(Spot spot, LineageStore.Told reported, String fault) {

        String words() {
            return spot.filed().submission().kind() + " of " + reported.reportedOn() + " of " + spot.account();
        }
    }

    /**
     * A refused record goes out as it is, until the bureau answers its bytes again.
     *
     * @throws Refused (2) if it was not refused, is told anew already, or would say something else today
     */
    public String retell(Line line, Signatory by, Reason reason) {
        return log.alone(line.file(), filed -> {
            Refusal refusal = refusal(filed, line);
            if (words.newest(refusal.spot())
                    .filter(Reported.Word.RETELL::equals)
                    .isPresent()) {
                throw new Refused(ExitCode.USAGE, name(filed, line) + " is told anew already: the next run tells it");
            }
            requireWaiting(refusal, line);
            return say(refusal, Reported.Word.RETELL, List.of(by.name()), reason, line);
        });
    }

    /**
     * A refused record is given up: the bureau has it by other means, or does not have it.
     *
     * @param word {@link Reported.Word#TOLD} or {@link Reported.Word#UNTOLD}
     */
    public String giveUp(Line line, Reported.Word word, TwoPeople people, Reason reason) {
        return log.alone(line.file(), filed -> {
            Refusal refusal = refusal(filed, line);
            if (words.newest(refusal.spot()).filter(word::equals).isPresent()) {
                throw new Refused(
                        ExitCode.USAGE,
                        name(filed, line) + " is given up as " + word.name().toLowerCase(Locale.ROOT) + " already");
            }
            boolean isWithoutIt = word == Reported.Word.UNTOLD;
            Run now = now(filed);
            Bureau bureau = now.lender().bureau(filed.bureau());
            if (isWithoutIt
                    && refusal.reported().meaning().act() == Meaning.Act.RETRACT_ACCOUNT
                    && today.dossier(now, bureau, refusal.spot().account())
                            .blockedBy(bureau.terms().zone(), now.generatedAt())
                            .isPresent()) {
                throw new Refused(
                        ExitCode.USAGE,
                        name(filed, line)
                                + " takes back an account that must not be told: have the bureau take it away, and give it up --as told");
            }
            return say(refusal, word, people.names(), reason, line);
        });
    }

    /** A refused record as it stands, and what was said of it. */
    public Requests.Subject subject(Line line) {
        Filed filed = log.find(line.file());
        return log.subject(filed).with(line.number() + " " + words.count(spot(filed, line)));
    }

    private Refusal refusal(Filed filed, Line line) {
        Spot spot = spot(filed, line);
        List<String> reasons = words.reasons(spot);
        if (reasons.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    name(filed, line) + " was not refused by itself; its file is " + filed.state() + " since "
                            + filed.since());
        }
        return new Refusal(spot, reported(filed, spot.place()), String.join("; ", reasons));
    }

    private Spot spot(Filed filed, Line line) {
        Place place = log.lines(filed).place(line.number());
        return new Spot(filed, place, reported(filed, place).account());
    }

    private LineageStore.Told reported(Filed filed, Place place) {
        return lines.at(filed, place).orElseThrow();
    }

    private static String name(Filed filed, Line line) {
        return filed.submission().name() + ":" + line.number();
    }

    /** Only what waits for its answer alone is told anew: whatever else is due says so itself. */
    private void requireWaiting(Refusal refusal, Line line) {
        Filed filed = refusal.spot().filed();
        Run now = now(filed);
        Bureau bureau = now.lender().bureau(filed.bureau());
        List<Decision> due = today.decide(now, bureau, refusal.spot().account());
        Optional<Decision> decision = due.stream()
                .filter(any -> any.kind().equals(filed.submission().kind())
                        && (any.reportedOn().equals(refusal.reported().reportedOn())
                                || !refusal.reported().meaning().isReportOfItsDay()))
                .findFirst();
        if (!decision.map(RecordWords::isWaiting).orElse(false)) {
            throw new Refused(
                    ExitCode.USAGE,
                    name(filed, line) + " is not told anew: "
                            + decision.map(other -> "today " + words(other))
                                    .orElse("nothing of that day is due of "
                                            + refusal.spot().account() + " any more, or it is on its way already"));
        }
    }

    private static boolean isWaiting(Decision decision) {
        return decision.match(
                report -> false,
                held -> LastGate.named(held.stop().gate())
                        .filter(LastGate::isOfRefusal)
                        .isPresent(),
                excluded -> false,
                rejected -> false);
    }

    private static String words(Decision decision) {
        String record = decision.kind() + " of " + decision.reportedOn();
        return decision.match(
                report -> "another " + record + " goes instead, by the next run",
                held -> record + " waits: " + held.stop().reason() + " ("
                        + held.stop().gate() + ", " + held.stop().evidence() + ")",
                excluded -> "the account is none of the bureau's",
                rejected -> record + " breaks "
                        + rejected.broken().stream()
                                .map(broken -> broken.rule() + " " + broken.tag())
                                .collect(Collectors.joining(", ")));
    }

    private Run now(Filed filed) {
        return today.run(filed.lender(), log.now(filed));
    }

    private String say(Refusal refusal, Reported.Word word, List<String> people, Reason reason, Line line) {
        Filed filed = refusal.spot().filed();
        Instant at = Stream.of(log.now(filed), filed.since().plus(1, ChronoUnit.MICROS))
                .max(Instant::compareTo)
                .orElseThrow();
        words.say(refusal.spot(), new Said(word, people, reason.text(), at));
        log.append(
                filed,
                Event.of(Event.What.RECORD_SPOKEN_OF, at)
                        .people(people)
                        .with("line", line.number())
                        .with("refused", refusal.fault())
                        .after(word.name())
                        .reason(reason.text()));
        return name(filed, line) + ", " + refusal.words() + ", "
                + (word == Reported.Word.RETELL
                        ? "is told anew by the next run"
                        : "is given up as " + word.name().toLowerCase(Locale.ROOT));
    }
}

package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.audit.Event;
import io.arrears.furnish.FileEvent;
import io.arrears.furnish.FileMove;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingTerms;
import io.arrears.furnish.Submission;
import io.arrears.furnish.WaitingFiles;
import io.arrears.run.Run;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionStore;
import io.arrears.store.bureau.SubmissionStore.Filed;
import io.arrears.store.bureau.SubmissionStore.Move;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What people do with a bureau's files: each step once, in order, with an audit event. */
public final class Submissions {

    private final SubmissionLog log;
    private final SubmissionStore store;
    private final SubmissionRecords records;

    public Submissions(SubmissionLog log) {
        this.log = log;
        this.store = log.store();
        this.records = log.records();
    }

    /** Two people say that a file may be sent. */
    public Filed release(FileRef file, TwoPeople people) {
        return move(file, FileEvent.RELEASE, both(people), null, false);
    }

    /** Somebody has sent a released file. */
    public Filed sent(FileRef file, Signatory by) {
        return move(file, FileEvent.SENT, List.of(by), null, false);
    }

    /**
     * A file will not be sent; its records are due again.
     *
     * @throws Refused (2) once it was released, which takes {@linkplain #makeVoid(FileRef, TwoPeople, Reason, boolean) two people}
     */
    public Filed makeVoid(FileRef file, Signatory by, Reason reason, boolean notReceived) {
        return move(file, FileEvent.VOID, List.of(by), reason, notReceived);
    }

    /**
     * A file will not be sent, or is not at the bureau; its records are due again.
     *
     * @param notReceived whether it was marked as sent, and two people say that it did not arrive (S2)
     */
    public Filed makeVoid(FileRef file, TwoPeople people, Reason reason, boolean notReceived) {
        return move(file, FileEvent.VOID, both(people), reason, notReceived);
    }

    /** Moves all of some files, or none if one cannot be moved; returns them as they stand then. */
    public List<Filed> wholly(List<FileRef> files, Function<FileRef, Filed> move) {
        return log.wholly(() -> files.stream().map(move).toList());
    }

    private static List<Signatory> both(TwoPeople people) {
        return List.of(people.one(), people.other());
    }

    /** Whether making a file void takes two people. */
    public boolean isVoidByTwo(FileRef file) {
        return FileMove.of(log.find(file).state(), FileEvent.VOID) instanceof FileMove.To to
                && to.whose() != FileMove.Whose.ONE;
    }

    public Requests.Subject subject(FileRef file) {
        return log.subject(file);
    }

    /** Every file made for a bureau, by lender and run, of a run in the order in which they are sent. */
    public List<Filed> all(String bureau) {
        SubmissionLog.format(bureau);
        Map<Long, List<String>> kinds = new HashMap<>();
        return store.all(bureau).stream()
                .sorted(Comparator.comparing(Filed::lender)
                        .thenComparing(Filed::run)
                        .thenComparing(filed -> kinds.computeIfAbsent(filed.run(), run -> log.runs()
                                        .find(run)
                                        .lender()
                                        .bureau(bureau)
                                        .files()
                                        .kinds())
                                .indexOf(filed.submission().kind()))
                        .thenComparing(filed -> filed.submission().name()))
                .toList();
    }

    /** A record that the bureau has not loaded, and its line. */
    public record Waiting(SubmissionRecords.Waiting record, long line) {}

    /** Hands over the records of a file that the bureau has not loaded, one by one. */
    public void waiting(Filed filed, Consumer<Waiting> taker) {
        RecordLines lines = log.lines(filed);
        records.waiting(filed, record -> taker.accept(new Waiting(record, lines.line(record.place()))));
    }

    /** By bureau and state. */
    public List<WaitingFiles> waiting(String lender) {
        return store.waiting(lender);
    }

    /** Whether any of its records was neither loaded nor told anew since, nor given up. */
    public boolean isOpen(Filed filed) {
        AtomicBoolean isOpen = new AtomicBoolean();
        records.waiting(filed, record -> {
            if (record.word() == null || record.word() == Reported.Word.RETELL) {
                isOpen.set(true);
            }
        });
        return isOpen.get();
    }

    private Filed move(
            FileRef file, FileEvent event, List<Signatory> people, @Nullable Reason reason, boolean notReceived) {
        log.alone(file, filed -> {
            FileMove move = FileMove.of(filed.state(), event);
            if (!(move instanceof FileMove.To to)) {
                String sentence = move instanceof FileMove.Refuse refuse ? refuse.sentence() : "it is so already";
                throw SubmissionLog.refused(null, filed, " and cannot be " + done(event), sentence);
            }
            requirePeople(filed, to.whose(), people, notReceived);
            if (event != FileEvent.VOID) {
                requireStillRight(filed);
            }
            List<String> names = people.stream().map(Signatory::name).toList();
            Move made = new Move(
                    to.next(),
                    names.get(0),
                    names.size() > 1 ? names.get(1) : null,
                    reason == null ? null : reason.text(),
                    log.now(filed));
            log.move(
                    filed,
                    made,
                    Event.of(Event.What.SUBMISSION_MOVED, made.at()).people(names));
            return filed;
        });
        return log.find(file);
    }

    private static String done(FileEvent event) {
        return switch (event) {
            case RELEASE -> "released";
            case SENT -> "marked as sent";
            case VOID -> "made void";
            case ANSWER, REFUSAL, BAD -> "answered";
        };
    }

    private static void requirePeople(Filed filed, FileMove.Whose whose, List<Signatory> people, boolean notReceived) {
        String name = filed.submission().name();
        if (notReceived && whose != FileMove.Whose.TWO_NOT_RECEIVED) {
            throw new Refused(
                    ExitCode.USAGE,
                    name + " is " + filed.state()
                            + " and was never marked as sent; make it void without --not-received");
        }
        String who =
                switch (whose) {
                    case ONE, BUREAU, TWO -> "";
                    case TWO_NOT_HANDED_OVER ->
                        name + " is RELEASED since " + filed.since()
                                + "; two people who say that it was not handed over make it void: --by ONE --by OTHER";
                    case TWO_NOT_RECEIVED ->
                        name + " is SENT since " + filed.since()
                                + "; two people who say that it is not at the bureau make it void: --not-received --by ONE"
                                + " --by OTHER";
                };
        if (!who.isEmpty() && (people.size() != 2 || notReceived != (whose == FileMove.Whose.TWO_NOT_RECEIVED))) {
            throw new Refused(ExitCode.USAGE, who);
        }
    }

    /** A file made before the bureau loaded the same, or before an account was blocked, does not go out any more (S3, S18). */
    private void requireStillRight(Filed filed) {
        String name = filed.submission().name();
        Run run = log.runs().find(filed.run());
        records.outdated().repeated(filed, run.generatedAt()).ifPresent(repeated -> {
            throw new Refused(
                    ExitCode.USAGE,
                    name + ":" + line(filed, repeated.place()) + " repeats what the bureau has loaded since, in "
                            + repeated.loadedIn()
                            + "; make it void, and what else it tells is told again by the next run: '"
                            + "arrears bureau void " + filed.bureau() + " " + name + " --reason WHY'");
        });
        ReportingTerms furnishing = run.lender().bureau(filed.bureau()).terms();
        LocalDate today = LocalDate.ofInstant(log.clock().instant(), furnishing.zone());
        records.outdated().blocked(filed, today).ifPresent(place -> {
            throw new Refused(
                    ExitCode.USAGE,
                    name + ":" + line(filed, place)
                            + " is of an account that must not be told any more, by a furnish_block since; make the file void, "
                            + "and what else it tells is told again by the next run: 'arrears bureau void "
                            + filed.bureau()
                            + " " + name + " --reason WHY'");
        });
    }

    private long line(Filed filed, Submission.Place place) {
        return log.lines(filed).line(place);
    }
}

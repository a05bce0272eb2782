package io.arrears.batch;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.audit.Digest;
import io.arrears.audit.Event;
import io.arrears.bureau.pboc.AnswerFile;
import io.arrears.bureau.pboc.Feedback;
import io.arrears.bureau.pboc.FileName;
import io.arrears.furnish.Told;
import io.arrears.store.AuditStore;
import io.arrears.store.RunStore;
import io.arrears.store.SubmissionStore;
import io.arrears.store.SubmissionStore.Filed;
import io.arrears.store.SubmissionStore.Move;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with a bureau's files, and what the bureau says to them: each step once, in order, with an audit event. */
public final class Submissions {

    /** A file's first line; its records follow. */
    static final int HEADER_LINE = 1;

    private final SubmissionStore store;
    private final RunStore runs;
    private final AuditStore audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Submissions(
            SubmissionStore store,
            RunStore runs,
            AuditStore audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.runs = runs;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What became of an answer. */
    public record Answered(String submission, long loaded, long refused, boolean wasKnown) {}

    /** Two people say that a file may be sent. */
    public Filed release(String bureau, String name, TwoPeople people) {
        return move(bureau, name, Told.State.RELEASED, people.names(), null);
    }

    /** Somebody has sent a released file. */
    public Filed sent(String bureau, String name, Signatory by) {
        return move(bureau, name, Told.State.SENT, List.of(by.name()), null);
    }

    /** A file that was not sent will never be; its records are due again. */
    public Filed makeVoid(String bureau, String name, Signatory by, Reason reason) {
        return move(bureau, name, Told.State.VOID, List.of(by.name()), reason.text());
    }

    public List<Filed> all(String bureau) {
        return store.all(bureau);
    }

    /** Hands over the records of a file that the bureau has not loaded, one by one. */
    public void waiting(Filed filed, Consumer<SubmissionStore.Waiting> taker) {
        store.waiting(filed, taker);
    }

    private Filed move(String bureau, String given, Told.State to, List<String> people, @Nullable String reason) {
        String name = FileNames.submission(given);
        String lender = find(bureau, name).lender();
        transaction.executeWithoutResult(status -> {
            runs.lock(lender);
            Filed filed = find(bureau, name);
            if (!filed.state().leadsTo(to)) {
                throw new Refused(
                        ExitCode.USAGE,
                        name + " is " + filed.state() + " since " + filed.since() + " and cannot become " + to + "; "
                                + next(filed.state()));
            }
            Move move = new Move(to, people.get(0), people.size() > 1 ? people.get(1) : null, reason, now());
            note(filed, move, Event.of(Event.What.SUBMISSION_MOVED, move.at()).people(people));
        });
        return find(bureau, name);
    }

    private static String next(Told.State state) {
        return switch (state) {
            case PREPARED -> "it can be released by two people, or made void";
            case RELEASED -> "it can be marked as sent, or made void";
            case SENT -> "it waits for the bureau's answer";
            case ACCEPTED -> "the bureau has loaded it";
            case REJECTED -> "the bureau refused it, and its records are told again by the next run";
            case VOID -> "its records are told again by the next run";
        };
    }

    /** Takes in the bureau's answer to one file, plain or zipped; the same answer again changes nothing. */
    public Answered answer(String bureau, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refused(ExitCode.USAGE, "there is no file " + file);
        }
        try (AnswerFile answer = AnswerFile.of(file)) {
            return take(bureau, answer.text());
        }
    }

    private Answered take(String bureau, Path file) throws IOException {
        Feedback feedback = Feedback.read(file, refusal -> {});
        String name = feedback.submission().text();
        Filed filed = find(bureau, name);
        requireComplete(feedback, filed, file);
        Told.State to = isFileRefused(feedback) ? Told.State.REJECTED : Told.State.ACCEPTED;
        if (filed.state() == to && filed.refused() == refusedRecords(feedback)) {
            return new Answered(name, feedback.loaded(), feedback.failed(), true);
        }
        List<Long> sizes = store.partSizes(filed);
        String digest = Digest.of(file);
        transaction.executeWithoutResult(status -> {
            runs.lock(filed.lender());
            Filed now = find(bureau, name);
            if (!now.state().leadsTo(to)) {
                throw new Refused(
                        ExitCode.USAGE,
                        file + " answers " + name + ", which is " + now.state() + " since " + now.since() + "; "
                                + next(now.state()));
            }
            Instant at = now();
            if (to == Told.State.ACCEPTED) {
                keepRefusals(file, now, sizes, at);
            }
            Move move = new Move(to, "bureau", null, file.getFileName().toString(), at);
            note(
                    now,
                    move,
                    Event.of(Event.What.SUBMISSION_ANSWERED, at)
                            .counts(Map.of("loaded", feedback.loaded(), "refused", feedback.failed()))
                            .digests(Map.of(file.getFileName().toString(), digest)));
        });
        return new Answered(name, feedback.loaded(), feedback.failed(), false);
    }

    private void keepRefusals(Path file, Filed filed, List<Long> sizes, Instant at) {
        try {
            Feedback.read(file, refusal -> {
                long record = refusal.line() - HEADER_LINE - 1L;
                store.refused(filed, filed.submission().place(sizes, record), refusal.code(), refusal.tag(), at);
            });
        } catch (IOException e) {
            throw new Refused(ExitCode.FAILED, file + " can no longer be read: " + e.getMessage());
        }
    }

    private static void requireComplete(Feedback feedback, Filed filed, Path file) {
        long told = (long) feedback.loaded() + feedback.failed();
        if (!isFileRefused(feedback) && told != filed.submission().records()) {
            throw new Refused(
                    ExitCode.REJECTED,
                    file + " answers " + told + " records, but "
                            + filed.submission().name() + " has "
                            + filed.submission().records() + "; ask the bureau for the whole answer");
        }
    }

    private static boolean isFileRefused(Feedback feedback) {
        return feedback.flag() == io.arrears.bureau.pboc.FeedbackFlag.FILE_REFUSED;
    }

    private static long refusedRecords(Feedback feedback) {
        return isFileRefused(feedback) ? 0 : feedback.failed();
    }

    private Filed find(String bureau, String name) {
        return store.find(bureau, name)
                .orElseThrow(() -> new Refused(
                        ExitCode.USAGE,
                        "no published run made a file " + name + " for " + bureau + "; 'arrears bureau status " + bureau
                                + "' lists them"));
    }

    private void note(Filed filed, Move move, Event event) {
        store.move(filed, move);
        audit.append(
                filed.lender(),
                event.run(filed.run())
                        .on(filed.bureau() + " " + filed.submission().name())
                        .before(filed.state().name())
                        .after(move.to().name())
                        .reason(move.reason()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What people call a file: its name, with or without its ending and its folder. */
    private static final class FileNames {
        static String submission(String given) {
            try {
                return FileName.parse(String.valueOf(Path.of(given).getFileName()))
                        .text();
            } catch (IllegalArgumentException e) {
                throw new Refused(ExitCode.USAGE, "'" + given + "' names no file of the bureau's: " + e.getMessage());
            }
        }
    }
}

package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.TwoPeople;
import io.arrears.audit.Event;
import io.arrears.bureau.pboc.answer.AnswerFile;
import io.arrears.bureau.pboc.answer.Feedback;
import io.arrears.bureau.pboc.file.FeedbackFlag;
import io.arrears.furnish.FileEvent;
import io.arrears.furnish.FileMove;
import io.arrears.furnish.Reported.State;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionStore.Filed;
import io.arrears.store.bureau.SubmissionStore.Move;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a bureau says to its files, and its client beforehand: taken in whatever state a file is, once (S3, S7, S8). */
public final class Answers {

    private static final int SHOWN = 5;

    private final SubmissionLog log;
    private final SubmissionRecords records;

    public Answers(SubmissionLog log) {
        this.log = log;
        this.records = log.records();
    }

    /** Who lets an answer take the place of another, and why. */
    public record Replacing(TwoPeople people, Reason reason) {}

    /** What became of an answer. */
    public record Answered(String submission, State state, long loaded, long refused, boolean wasKnown) {}

    /**
     * Takes in the bureau's answer to one file, plain or zipped, or its client's {@code .bad}; the same answer again changes nothing.
     *
     * @param replacing who lets it take the place of another answer; none if nobody does
     * @throws Refused when the answer is not whole or another one was taken before (4), or the file cannot have it (2)
     */
    public Answered take(String bureau, @Nullable String environment, Path file, @Nullable Replacing replacing)
            throws IOException {
        requireThere(file);
        try (AnswerFile answer = AnswerFile.of(file)) {
            Path text = answer.text();
            Feedback feedback = Feedback.read(text, refusal -> {});
            String digest = Sha256.of(text);
            return log.alone(
                    ref(bureau, environment, feedback),
                    filed -> new Taking(filed, text, feedback, digest, replacing).answered());
        }
    }

    /** An answer, and the file it is of as it stands. */
    public Requests.Subject subject(String bureau, @Nullable String environment, Path file) throws IOException {
        requireThere(file);
        try (AnswerFile answer = AnswerFile.of(file)) {
            Feedback feedback = Feedback.read(answer.text(), refusal -> {});
            return log.subject(ref(bureau, environment, feedback)).with(Sha256.of(answer.text()));
        }
    }

    private static void requireThere(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refused(ExitCode.USAGE, "there is no file " + file);
        }
    }

    private static FileRef ref(String bureau, @Nullable String environment, Feedback feedback) {
        return new FileRef(bureau, environment, feedback.submission().text());
    }

    private static FileEvent event(Feedback feedback) {
        if (feedback.isOfClient()) {
            return FileEvent.BAD;
        }
        return feedback.flag() == FeedbackFlag.FILE_REFUSED ? FileEvent.REFUSAL : FileEvent.ANSWER;
    }

    /** One answer to one file. */
    private final class Taking {

        private final Filed filed;
        private final Path file;
        private final Feedback feedback;
        private final String digest;
        private final @Nullable Replacing replacing;
        private final FileEvent what;
        private final List<Long> sizes;

        Taking(Filed filed, Path file, Feedback feedback, String digest, @Nullable Replacing replacing) {
            this.filed = filed;
            this.file = file;
            this.feedback = feedback;
            this.digest = digest;
            this.replacing = replacing;
            this.what = event(feedback);
            if (what == FileEvent.ANSWER && filed.state() == State.VOID) {
                records.bringBack(filed); // its night was withdrawn, and the bureau has it all the same
            }
            this.sizes = records.partSizes(filed);
        }

        Answered answered() {
            if (what == FileEvent.ANSWER) {
                requireComplete();
            }
            FileMove move = FileMove.of(filed.state(), what);
            if (move instanceof FileMove.To to) {
                return moved(to.next());
            } else if (move instanceof FileMove.Refuse refuse) {
                throw SubmissionLog.refused(file, filed, "", refuse.sentence());
            } else if (move instanceof FileMove.Compare) {
                return compared();
            }
            return result(filed.state(), true);
        }

        private void requireComplete() {
            long reported = (long) feedback.loaded() + feedback.failed();
            if (reported != filed.submission().records()) {
                throw new Refused(
                        ExitCode.REJECTED,
                        file + " answers " + reported + " records, but "
                                + filed.submission().name() + " has "
                                + filed.submission().records() + "; ask the bureau for the whole answer");
            }
        }

        private Answered moved(State to) {
            Instant at = log.now(filed);
            if (what != FileEvent.REFUSAL) {
                keepReasons(at);
            }
            String name = String.valueOf(file.getFileName());
            Move move = new Move(to, "bureau", null, name, at);
            Event event = Event.of(Event.What.SUBMISSION_ANSWERED, at);
            log.move(
                    filed,
                    move,
                    (replacing == null
                                    ? event
                                    : event.people(replacing.people().names())
                                            .with("because", replacing.reason().text()))
                            .counts(Map.of("loaded", feedback.loaded(), "refused", feedback.failed()))
                            .digests(Map.of(name, digest)));
            return result(to, false);
        }

        /** Of what is wrong with the file itself no record is the place. */
        private void keepReasons(Instant at) {
            Map<Long, Integer> reasons = new HashMap<>();
            read(refusal -> {
                long record = refusal.line() - Submissions.HEADER_LINE - 1L;
                if (record >= 0) {
                    int reason = reasons.merge(record, 1, Integer::sum);
                    records.refused(
                            filed, filed.submission().place(sizes, record), reason, refusal.code(), refusal.tag(), at);
                }
            });
        }

        private Answered compared() {
            Set<SubmissionRecords.Reason> said = new HashSet<>();
            read(refusal -> said.add(new SubmissionRecords.Reason(
                    filed.submission().place(sizes, refusal.line() - Submissions.HEADER_LINE - 1L), refusal.code())));
            Set<SubmissionRecords.Reason> before = records.reasons(filed);
            if (said.equals(before)) {
                return result(filed.state(), true);
            }
            if (replacing != null) {
                return moved(State.ACCEPTED);
            }
            throw new Refused(
                    ExitCode.REJECTED,
                    file + " is another answer to " + filed.submission().name() + " than the one taken at "
                            + filed.since()
                            + ", which " + words(before) + "; this one " + words(said)
                            + ". Ask the bureau which holds; two people let it replace the other: 'arrears bureau answer "
                            + filed.bureau() + " FILE --replace --by ONE --by OTHER --reason WHY'");
        }

        private String words(Set<SubmissionRecords.Reason> reasons) {
            if (reasons.isEmpty()) {
                return "loaded every record";
            }
            TreeSet<String> lines = reasons.stream()
                    .map(reason -> String.format(
                            Locale.ROOT,
                            "line %d (%s)",
                            Submissions.HEADER_LINE + 1 + filed.submission().record(sizes, reason.place()),
                            reason.code()))
                    .collect(Collectors.toCollection(TreeSet::new));
            return "refused "
                    + lines.stream().limit(SHOWN).collect(Collectors.joining(", "))
                    + (lines.size() > SHOWN ? " and " + (lines.size() - SHOWN) + " more" : "");
        }

        private void read(Consumer<Feedback.Refusal> taker) {
            try {
                Feedback.read(file, taker);
            } catch (IOException e) {
                throw new Refused(ExitCode.FAILED, file + " can no longer be read: " + e.getMessage());
            }
        }

        private Answered result(State state, boolean wasKnown) {
            return new Answered(filed.submission().name(), state, feedback.loaded(), feedback.failed(), wasKnown);
        }
    }
}

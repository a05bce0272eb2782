package io.arrears.ops;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.Sha256;
import io.arrears.TwoPeople;
import io.arrears.audit.Event;
import io.arrears.furnish.Answer;
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
        try (Answer answer = SubmissionLog.format(bureau).answer(file)) {
            String digest = Sha256.of(answer.text());
            return log.alone(
                    new FileRef(bureau, environment, answer.submission()),
                    filed -> new Taking(filed, answer, digest, replacing).answered());
        }
    }

    /** An answer, and the file it is of as it stands. */
    public Requests.Subject subject(String bureau, @Nullable String environment, Path file) throws IOException {
        requireThere(file);
        try (Answer answer = SubmissionLog.format(bureau).answer(file)) {
            return log.subject(new FileRef(bureau, environment, answer.submission()))
                    .with(Sha256.of(answer.text()));
        }
    }

    private static void requireThere(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refused(ExitCode.USAGE, "there is no file " + file);
        }
    }

    /** One answer to one file. */
    private final class Taking {

        private final Filed filed;
        private final Path file;
        private final Answer answer;
        private final String digest;
        private final @Nullable Replacing replacing;
        private final FileEvent what;
        private final List<Long> sizes;

        Taking(Filed filed, Answer answer, String digest, @Nullable Replacing replacing) {
            this.filed = filed;
            this.file = answer.text();
            this.answer = answer;
            this.digest = digest;
            this.replacing = replacing;
            this.what = answer.event();
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
            long reported = answer.loaded() + answer.refused();
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
                            .counts(Map.of("loaded", answer.loaded(), "refused", answer.refused()))
                            .digests(Map.of(name, digest)));
            return result(to, false);
        }

        /** Of what is wrong with the file itself no record is the place. */
        private void keepReasons(Instant at) {
            Map<Long, Integer> reasons = new HashMap<>();
            read(reason -> records.refused(
                    filed,
                    filed.submission().place(sizes, reason.record()),
                    reasons.merge(reason.record(), 1, Integer::sum),
                    reason.code(),
                    reason.tag(),
                    at));
        }

        private Answered compared() {
            Set<SubmissionRecords.Reason> said = new HashSet<>();
            read(reason -> said.add(
                    new SubmissionRecords.Reason(filed.submission().place(sizes, reason.record()), reason.code())));
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
            RecordLines records = log.lines(filed);
            TreeSet<String> lines = reasons.stream()
                    .map(reason ->
                            String.format(Locale.ROOT, "line %d (%s)", records.line(reason.place()), reason.code()))
                    .collect(Collectors.toCollection(TreeSet::new));
            return "refused "
                    + lines.stream().limit(SHOWN).collect(Collectors.joining(", "))
                    + (lines.size() > SHOWN ? " and " + (lines.size() - SHOWN) + " more" : "");
        }

        private void read(Consumer<Answer.Reason> taker) {
            try {
                answer.reasons(taker);
            } catch (IOException e) {
                throw new Refused(ExitCode.FAILED, file + " can no longer be read: " + e.getMessage());
            }
        }

        private Answered result(State state, boolean wasKnown) {
            return new Answered(filed.submission().name(), state, answer.loaded(), answer.refused(), wasKnown);
        }
    }
}

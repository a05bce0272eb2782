package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.bureau.pboc.answer.Feedback;
import io.arrears.bureau.pboc.answer.FeedbackWriter;
import io.arrears.bureau.pboc.file.FileName;
import io.arrears.furnish.Reported.State;
import io.arrears.ops.Answers;
import io.arrears.ops.FileRef;
import io.arrears.ops.Submissions;
import io.arrears.store.Databases;
import io.arrears.store.bureau.SubmissionRecords;
import io.arrears.store.bureau.SubmissionStore.Filed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a file between two nights: whatever is said of it, its records are told once, and none is lost (S2-S8, S15, S17, S18). */
class FileLifeTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final TwoPeople TWO = TwoPeople.of(List.of("ann", "bob"));
    private static final Signatory ONE = new Signatory("carl");
    private static final Reason WHY = new Reason("a try");
    private static final Feedback.Refusal SECOND = new Feedback.Refusal(2, "BLE019", List.of(), "TotOverd");

    @TempDir
    Path folder;

    private Path made(Nights.Outcome night, String kind) {
        try (Stream<Path> files = Files.list(night.folder().resolve("pboc"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind, 22))
                    .findFirst()
                    .map(this::copied)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing may lie in a published folder that the night did not put there. */
    private Path copied(Path file) {
        try {
            Path copies = Files.createDirectories(folder.resolve("answers"));
            return Files.write(copies.resolve(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileRef ref(Path file) {
        return FileRef.of("pboc", file.getFileName().toString());
    }

    private static State take(Book book, Path answer) throws IOException {
        return book.application.answers().take("pboc", null, answer, null).state();
    }

    private static long records(Nights.Outcome night, String kind) {
        return NightFiles.in(night.folder()).entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("pboc/") && file.getKey().startsWith(kind, 27))
                .flatMap(file -> file.getValue().lines().skip(1))
                .count();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_did_not_arrive_is_told_again_and_a_late_answer_takes_it_back(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Submissions submissions = book.application.submissions();
            Path first = made(book.run(AUGUST_TOLD), "210");
            refused(ExitCode.USAGE, "without --not-received", () -> submissions.makeVoid(ref(first), TWO, WHY, true));
            refused(ExitCode.USAGE, " and cannot be marked as sent; ", () -> submissions.sent(ref(first), ONE));
            submissions.release(ref(first), TWO);
            refused(ExitCode.USAGE, " and cannot be released; ", () -> submissions.release(ref(first), TWO));
            refused(ExitCode.USAGE, "not handed over", () -> submissions.makeVoid(ref(first), ONE, WHY, false));
            submissions.sent(ref(first), ONE);
            refused(ExitCode.USAGE, "--not-received", () -> submissions.makeVoid(ref(first), TWO, WHY, false));
            refused(ExitCode.USAGE, "--not-received", () -> submissions.makeVoid(ref(first), ONE, WHY, true));
            Filed gone = submissions.makeVoid(ref(first), TWO, WHY, true);
            assertThat(gone.state()).isEqualTo(State.VOID);
            refused(ExitCode.USAGE, "its records are told again", () -> submissions.sent(ref(first), ONE));
            refused(
                    ExitCode.USAGE,
                    " and cannot be made void; ",
                    () -> submissions.makeVoid(ref(first), ONE, WHY, false));

            Nights.Outcome night = book.run(AUGUST_TOLD.plusDays(1));
            Path second = made(night, "210");
            long reported = records(night, "210");
            assertThat(reported).isGreaterThan(10);
            assertThat(take(book, FeedbackWriter.answer(first, List.of()))).isEqualTo(State.ACCEPTED);
            refused(
                    ExitCode.USAGE,
                    ":2 repeats what the bureau has loaded since",
                    () -> submissions.release(ref(second), TWO));
            submissions.makeVoid(ref(second), ONE, WHY, false);
            Nights.Outcome after = book.run(AUGUST_TOLD.plusDays(2));
            assertThat(records(after, "210")).as("all of it is there").isZero();
            assertThat(records(after, "212")).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_answer_is_taken_whatever_was_said_of_its_file_and_another_one_takes_two(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Submissions submissions = book.application.submissions();
            Answers answers = book.application.answers();
            Nights.Outcome night = book.run(AUGUST_TOLD);
            Path persons = made(night, "110");
            Path accounts = made(night, "210");
            Path bad = Files.writeString(
                    accounts.resolveSibling(accounts.getFileName().toString().replace(".txt", ".bad")),
                    "A072\r\n<Document><FbInf><ErrRecId>1</ErrRecId><FbErrNum>1</FbErrNum><ErrInf><FbCode>BLE019</FbCode>"
                            + "<FbMsg>TotOverd</FbMsg></ErrInf></FbInf></Document>");
            refused(ExitCode.USAGE, "it can be released", () -> take(book, bad));
            submissions.release(ref(accounts), TWO);
            assertThat(take(book, bad)).isEqualTo(State.REJECTED);
            List<SubmissionRecords.Waiting> waiting = new ArrayList<>();
            submissions.waiting(
                    submissions.all("pboc").stream()
                            .filter(filed -> filed.state() == State.REJECTED)
                            .findFirst()
                            .orElseThrow(),
                    record -> waiting.add(record.record()));
            assertThat(waiting).as("of all, the named one alone is refused").hasSize((int) records(night, "210"));
            assertThat(waiting)
                    .filteredOn(record -> !record.code().isEmpty())
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.code()).isEqualTo("BLE019");
                        assertThat(record.tag()).isEqualTo("TotOverd");
                    });
            assertThat(take(book, FeedbackWriter.refuse(persons, new Feedback.Refusal(1, "ABF009", List.of(), "0000"))))
                    .as("though nobody said that it was sent")
                    .isEqualTo(State.REJECTED);
            long all = records(night, "210");
            Nights.Outcome next = book.run(AUGUST_TOLD.plusDays(1));
            assertThat(records(next, "210"))
                    .as("the record that the client named waits")
                    .isEqualTo(all - 1);
            assertThat(records(next, "110")).isEqualTo(records(night, "110"));
            assertThat(NightFiles.list(next, "held.csv"))
                    .anyMatch(line -> line.contains(",answered,")
                            && line.contains("BLE019")
                            && line.contains(",data,import; bureau retell; bureau give-up"));

            Path answer = FeedbackWriter.answer(accounts, List.of(SECOND));
            assertThat(take(book, answer)).as("the bureau has it after all").isEqualTo(State.ACCEPTED);
            assertThat(answers.take("pboc", null, answer, null).wasKnown()).isTrue();
            Path other =
                    FeedbackWriter.answer(accounts, List.of(new Feedback.Refusal(3, "BLE019", List.of(), "TotOverd")));
            refused(
                    ExitCode.REJECTED,
                    "refused line 2 (BLE019); this one refused line 3 (BLE019)",
                    () -> take(book, other));
            assertThat(answers.take("pboc", null, other, new Answers.Replacing(TWO, WHY))
                            .wasKnown())
                    .isFalse();
            assertThat(answers.take("pboc", null, other, null).wasKnown()).isTrue();
            assertThat(submissions.all("pboc"))
                    .filteredOn(filed -> accounts.getFileName()
                            .toString()
                            .startsWith(filed.submission().name()))
                    .singleElement()
                    .satisfies(filed -> assertThat(filed.refused()).isOne());
        }
    }

    /** pboc2-client.md, Answers: of a file's or its header's fault there is neither ErrRecId nor ErrRec, and a message may be blank. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_renamed_answer_moves_nothing_and_one_that_says_little_is_taken(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Nights.Outcome night = book.run(AUGUST_TOLD);
            Path persons = made(night, "110");
            Path accounts = made(night, "210");
            Path answer = FeedbackWriter.answer(accounts, List.of(SECOND));
            String ofOther = answer.getFileName().toString().replace("2100001", "2100002");
            Path renamed = Files.copy(answer, answer.resolveSibling(ofOther));
            refused(
                    ExitCode.REJECTED,
                    ":1: the header names another answer, "
                            + answer.getFileName().toString().replace(".txt", "") + "; the file was renamed",
                    () -> take(book, renamed));
            Path ofPersons = Files.copy(answer, answer.resolveSibling(ofOther.replace("2100002", "1100001")));
            refused(ExitCode.REJECTED, "the file was renamed", () -> take(book, ofPersons));
            assertThat(book.application.submissions().all("pboc"))
                    .extracting(Filed::state)
                    .as("nothing has moved")
                    .containsOnly(State.PREPARED);

            String whole = Files.readString(FeedbackWriter.refuse(
                    persons, new Feedback.Refusal(1, "ABH005", List.of(), Feedback.WHOLE_RECORD)));
            Path ofFile = answer(persons, "2");
            Files.writeString(
                    ofFile,
                    whole.replaceAll("<ErrRecId>.*</ErrRecId>|<ErrRec>.*</ErrRec>", "")
                            .replace(Feedback.WHOLE_RECORD + "</FbMsg>", "</FbMsg>"));
            assertThat(take(book, ofFile)).isEqualTo(State.REJECTED);
            Files.writeString(answer, Files.readString(answer).replaceAll("<FbMsg>.*</FbMsg>", "<FbMsg></FbMsg>"));
            assertThat(take(book, answer)).isEqualTo(State.ACCEPTED);

            Nights.Outcome next = book.run(AUGUST_TOLD.plusDays(1));
            assertThat(records(next, "110")).as("refused whole, due again").isEqualTo(records(night, "110"));
            assertThat(records(next, "210")).as("loaded, or waiting by itself").isZero();
            assertThat(NightFiles.list(next, "held.csv"))
                    .anyMatch(line -> line.contains(",answered,") && line.contains("BLE019 0000"));
        }
    }

    /** The answer to a file with this flag, beside it. */
    private static Path answer(Path submission, String flag) {
        String name = submission.getFileName().toString();
        return submission.resolveSibling(name.substring(0, FileName.LENGTH - 1) + flag + ".txt");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_file_with_an_account_blocked_since_goes_nowhere_and_no_night_lies_before_a_move(Databases kind) {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Submissions submissions = book.application.submissions();
            Nights.Outcome night = book.run(AUGUST_TOLD);
            Path accounts = made(night, "210");
            Path persons = made(night, "110");
            book.later(1);
            submissions.release(ref(persons), TWO);
            String account = book.jdbc.queryForObject(
                    "SELECT account_id FROM furnished WHERE kind = '210' AND part = 0 AND ordinal = 0", String.class);
            book.deliver(
                    "bureau_facts",
                    "fact_id,bureau,account_id,borrower_id,key,value,effective_on,posted_at",
                    "X1,pboc," + account + ",,furnish_block,yes,2026-09-03,2026-09-03T00:00:00Z");
            refused(
                    ExitCode.USAGE,
                    ":2 is of an account that must not be told",
                    () -> submissions.release(ref(accounts), TWO));
            refused(
                    ExitCode.USAGE,
                    persons.getFileName().toString().replace(".txt", "") + ":2 is of an account that must not be told",
                    () -> submissions.sent(ref(persons), ONE));
            assertThat(submissions.makeVoid(ref(persons), TWO, WHY, false).state())
                    .isEqualTo(State.VOID);
            book.later(3600);
            Filed gone = submissions.makeVoid(ref(accounts), ONE, WHY, false);
            book.later(-1800);
            refused(ExitCode.USAGE, "was moved at " + gone.since(), () -> book.application
                    .nights()
                    .run(Book.LENDER, AUGUST_TOLD, new Nights.Options(null, false, true, null, false)));
        }
    }

    /** Each environment counts its serials by itself, so that a test's file and a real one can have one name (S17). */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_files_of_one_name_are_told_apart_by_their_environment(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).demo().open()) {
            Submissions submissions = book.application.submissions();
            String kite = book.second();
            Path file = made(book.run(AUGUST_TOLD), "210");
            String name = file.getFileName().toString();
            Path policy = book.settings.jobs().resolve("lenders").resolve(kite + ".yaml");
            Files.writeString(policy, Files.readString(policy).replace("environment: production", "environment: test"));
            Path tried = made(book.run(kite, AUGUST_TOLD), "210");
            assertThat(tried.getFileName()).hasToString(name);
            book.later(1);

            refused(
                    ExitCode.USAGE,
                    "say --environment production or --environment test",
                    () -> submissions.release(ref(file), TWO));
            refused(
                    ExitCode.USAGE,
                    "no published run made a file",
                    () -> submissions.release(new FileRef("pboc", "staging", name), TWO));
            Filed released = submissions.release(new FileRef("pboc", "test", name), TWO);
            assertThat(released.lender()).isEqualTo(kite);
            assertThat(submissions.all("pboc"))
                    .filteredOn(filed -> name.startsWith(filed.submission().name()))
                    .extracting(Filed::lender, Filed::environment, Filed::state)
                    .containsExactlyInAnyOrder(
                            tuple(Book.LENDER, "PRODUCTION", State.PREPARED), tuple(kite, "TEST", State.RELEASED));
            Path answer = FeedbackWriter.answer(tried, List.of());
            refused(ExitCode.USAGE, "say --environment production", () -> take(book, answer));
            assertThat(book.application
                            .answers()
                            .take("pboc", "TEST", answer, null)
                            .state())
                    .isEqualTo(State.ACCEPTED);
            assertThat(submissions
                            .makeVoid(new FileRef("pboc", "production", name), ONE, WHY, false)
                            .lender())
                    .isEqualTo(Book.LENDER);
        }
    }
}

package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Signatory;
import io.arrears.TwoPeople;
import io.arrears.furnish.Reported.State;
import io.arrears.ops.Desk;
import io.arrears.ops.FileRef;
import io.arrears.ops.Requests;
import io.arrears.store.Databases;
import io.arrears.store.RequestStore.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What two people do may be asked by one and confirmed by another, and changes nothing before (S16). */
class RequestsTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final Signatory ANN = new Signatory("ann");
    private static final Signatory BOB = new Signatory("bob");
    private static final int THREE_DAYS = (int) Duration.ofDays(3).toSeconds();

    @TempDir
    Path folder;

    /** Two people release files. */
    private record Release(List<String> files) implements Requests.Act {

        @Override
        public void act(Desk desk, TwoPeople people, Consumer<String> out) {
            files.forEach(file -> out.accept(file + " is "
                    + desk.submissions()
                            .release(FileRef.of("pboc", file), people)
                            .state()));
        }

        @Override
        public List<Requests.Subject> subjects(Desk desk) {
            return files.stream()
                    .map(file -> desk.submissions().subject(FileRef.of("pboc", file)))
                    .toList();
        }

        Request askedBy(Signatory by, Book book) {
            return book.application.requests().ask(files, by, this);
        }
    }

    private static List<String> confirm(Book book, Request request, Signatory by) {
        return book.application.requests().confirm(request.id(), by, read -> new Release(read.command()));
    }

    private static List<Request> open(Book book) {
        return book.application.requests().open(Book.LENDER, read -> new Release(read.command()));
    }

    private static List<String> moves(Book book, String file) {
        return book.jdbc.queryForList(
                "SELECT CONCAT(`number`, ' ', state, ' ', by_one, ' ', COALESCE(by_two, '-'), ' ', COALESCE(reason, '-'))"
                        + " FROM submission_state WHERE submission = ? ORDER BY `number`",
                String.class,
                file);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_is_asked_and_confirmed_is_what_two_names_at_once_do(Databases kind) {
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.run(AUGUST_TOLD);
            book.later(60);
            List<String> files = book.inState(State.PREPARED);
            String together = files.get(0);
            String asked = files.get(1);
            book.application.submissions().release(FileRef.of("pboc", together), new TwoPeople(ANN, BOB));

            List<String> before = moves(book, asked);
            Request request = new Release(List.of(asked)).askedBy(ANN, book);
            assertThat(moves(book, asked)).as("nothing before").isEqualTo(before);
            assertThat(open(book)).containsExactly(request);
            for (String same : List.of("ann", "Ann", "Ａｎｎ", "a.n n")) {
                refused(ExitCode.USAGE, "are one person", () -> confirm(book, request, new Signatory(same)));
            }
            refused(ExitCode.USAGE, "nobody made a request 0123456789ab", () -> book.application
                    .requests()
                    .confirm("0123456789ab", BOB, read -> new Release(read.command())));
            assertThat(moves(book, asked)).isEqualTo(before);

            assertThat(confirm(book, request, BOB)).containsExactly(asked + " is RELEASED");
            assertThat(moves(book, asked))
                    .isEqualTo(moves(book, together))
                    .last()
                    .isEqualTo("2 RELEASED ann bob -");
            assertThat(open(book)).isEmpty();
            refused(ExitCode.USAGE, "is confirmed already", () -> confirm(book, request, new Signatory("carl")));
            assertThat(book.jdbc.queryForList("SELECT event FROM audit_event ORDER BY `number`", String.class))
                    .as("the asking, the act with both names, and the confirmation")
                    .anyMatch(event -> event.contains("request made") && event.contains("[\"ann\"]"))
                    .anyMatch(event -> event.contains("submission moved")
                            && event.contains(asked)
                            && event.contains("[\"ann\",\"bob\"]"))
                    .anyMatch(event -> event.contains("request confirmed") && event.contains(request.id()));
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_request_dies_with_a_move_of_its_subject_a_night_or_three_days(Databases kind) {
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.run(AUGUST_TOLD);
            book.later(60);
            List<String> files = book.inState(State.PREPARED);
            Release both = new Release(files.subList(0, 2));
            Release second = new Release(files.subList(1, 2));

            Request moved = both.askedBy(ANN, book);
            Request still = second.askedBy(ANN, book);
            book.application.submissions().makeVoid(FileRef.of("pboc", files.get(0)), ANN, new Reason("wrong"), false);
            refused(ExitCode.USAGE, "what it is of has changed since. Ask anew", () -> confirm(book, moved, BOB));
            assertThat(open(book)).containsExactly(still);
            refused(ExitCode.USAGE, "is VOID", () -> both.askedBy(ANN, book));

            book.later(THREE_DAYS + 1);
            refused(ExitCode.USAGE, "more than three days ago", () -> confirm(book, still, BOB));
            assertThat(open(book)).isEmpty();
            Request again = second.askedBy(ANN, book);
            Request third = second.askedBy(BOB, book);
            book.later(THREE_DAYS - 1);
            assertThat(confirm(book, again, BOB)).containsExactly(files.get(1) + " is RELEASED");
            refused(ExitCode.USAGE, "has changed since", () -> confirm(book, third, ANN));

            book.run(AUGUST_TOLD.plusDays(10));
            book.later(60);
            Release next = new Release(book.inState(State.PREPARED));
            Request late = next.askedBy(ANN, book);
            book.run(AUGUST_TOLD.plusDays(11));
            refused(ExitCode.USAGE, "a night was published since", () -> confirm(book, late, BOB));
            assertThat(open(book)).isEmpty();
            assertThat(book.inState(State.PREPARED)).containsAll(next.files());
        }
    }

    /** A night that was taken back did happen: what it ended does not come back, and what was asked of its own files is gone with them. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_withdrawn_night_brings_no_request_back(Databases kind) throws IOException {
        try (Book book = Book.on(kind, folder).open()) {
            SmallLoans loans = new SmallLoans();
            book.deliver(loans.loan("FIRST", "300.00", 1)
                    .due("FIRST", 1, "2026-10-20", "300.00", "0.00")
                    .take());
            book.run(LocalDate.of(2026, 8, 31));
            book.later(60);
            List<String> first = List.of(book.inState(State.PREPARED).get(0));
            Request before = new Release(first).askedBy(ANN, book);
            book.deliver(loans.loan("SECOND", "300.00", 1)
                    .due("SECOND", 1, "2026-10-20", "300.00", "0.00")
                    .take());
            Nights.Outcome night = book.run(LocalDate.of(2026, 9, 1));
            book.later(60);
            List<String> second = book.inState(State.PREPARED).stream()
                    .filter(file -> !first.contains(file) && file.startsWith("20260902", 14))
                    .toList();
            Request ofIt = new Release(second).askedBy(ANN, book);
            Request since = new Release(first).askedBy(ANN, book);
            book.application.withdrawals().withdraw(night.run().id(), WithdrawTest.request(false));

            refused(ExitCode.USAGE, "a night was published since", () -> confirm(book, before, BOB));
            refused(ExitCode.USAGE, "what it is of has changed since", () -> confirm(book, ofIt, BOB));
            assertThat(open(book)).as("nothing moved its file").containsExactly(since);
            assertThat(confirm(book, since, BOB)).containsExactly(first.get(0) + " is RELEASED");
        }
    }

    /** What could not be done by two at once is not asked for, and of what is asked for nothing stays behind. */
    @ParameterizedTest
    @ValueSource(strings = {"SENT", "ACCEPTED"})
    void what_is_not_allowed_is_not_asked_for(State state) {
        try (Book book = Book.on(Databases.H2, folder).demo().open()) {
            book.run(AUGUST_TOLD);
            book.later(60);
            List<String> files = book.inState(State.PREPARED);
            book.move(files.get(1), state);
            refused(ExitCode.USAGE, files.get(1) + " is " + state, () -> new Release(files.subList(0, 2))
                    .askedBy(ANN, book));
            assertThat(book.inState(State.PREPARED)).contains(files.get(0));
            assertThat(book.count(
                            "submission",
                            book.application.runs().lastPublished(Book.LENDER).orElseThrow()))
                    .isPositive();
            assertThat(book.tables("request").get("request")).isEmpty();
        }
    }
}

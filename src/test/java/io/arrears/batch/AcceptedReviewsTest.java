package io.arrears.batch;

import static io.arrears.batch.NightsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.ops.Reviews;
import io.arrears.store.Databases;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nights in which what a rule set aside is held, accepted by two people, and held again when its facts change. */
class AcceptedReviewsTest {

    private static final LocalDate AUGUST_TOLD = LocalDate.of(2026, 9, 2);
    private static final LocalDate SEPTEMBER_TOLD = LocalDate.of(2026, 10, 2);
    private static final LocalDate OCTOBER_TOLD = LocalDate.of(2026, 11, 2);
    private static final String ACCOUNT = "H000000008";
    private static final Review OF_NOTHING = new Review(ReviewCode.REVERSAL_TARGET_UNKNOWN, "R1");
    private static final String HELD = ACCOUNT + ",pboc,210,";
    private static final String SET_ASIDE = ACCOUNT + ",D2,REVERSAL_TARGET_UNKNOWN,R1,";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_two_people_accepted_is_told_from_the_next_night_on_until_its_facts_change(Databases kind) {
        try (Book book = Book.on(kind, folder).demo().open()) {
            book.runAndSend(AUGUST_TOLD);
            reverse(book, "7.00");
            Nights.Outcome held = book.runAndSend(SEPTEMBER_TOLD);
            assertThat(reviewed(held)).endsWith(",,");
            assertThat(held(held)).contains(",review,", "REVERSAL_TARGET_UNKNOWN R1", "import; review accept");
            assertThat(told(held)).isFalse();

            book.later(60);
            accept(book, OF_NOTHING);
            assertThat(book.application.audit().all(Book.LENDER)).last().satisfies(event -> assertThat(event.json())
                    .contains("review accepted", ACCOUNT + " REVERSAL_TARGET_UNKNOWN R1", "ann", "bob", "is right"));
            Nights.Outcome accepted = book.runAndSend(SEPTEMBER_TOLD.plusDays(1));
            assertThat(reviewed(accepted)).endsWith(",2026-10-03T02:01:01Z,ann and bob,");
            assertThat(held(accepted)).isEmpty();
            assertThat(told(accepted)).isTrue();

            reverse(book, "8.00");
            Nights.Outcome again = book.runAndSend(OCTOBER_TOLD);
            assertThat(reviewed(again)).endsWith(",,");
            assertThat(held(again)).contains(",review,");
            assertThat(told(again)).isFalse();
            replayed(book, List.of(held, accepted, again));
        }
    }

    private static void replayed(Book book, List<Nights.Outcome> nights) {
        for (Nights.Outcome night : nights) {
            Path again = book.application
                    .nights()
                    .replay(Book.LENDER, night.run().asOf(), night.run().cutoff())
                    .folder();
            assertThat(NightFiles.in(again)).isEqualTo(NightFiles.in(night.folder()));
        }
    }

    /** The night is cut before it assessed anything; what is accepted meanwhile is for the next one. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_night_resumed_after_an_acceptance_gives_the_bytes_of_one_without(Databases kind) {
        try (Book book = Book.on(kind, folder.resolve("cut")).demo().open();
                Book other = Book.on(kind, folder.resolve("whole")).demo().open()) {
            for (Book each : List.of(book, other)) {
                each.runAndSend(AUGUST_TOLD);
                reverse(each, "7.00");
            }
            book.jdbc.execute("ALTER TABLE standing RENAME TO standing_gone");
            refused(ExitCode.FAILED, "", () -> book.run(SEPTEMBER_TOLD));
            book.jdbc.execute("ALTER TABLE standing_gone RENAME TO standing");
            accept(book, OF_NOTHING);
            Nights.Outcome resumed = book.application.nights().restart(null).get(0);
            Map<String, String> undisturbed =
                    NightFiles.in(other.run(SEPTEMBER_TOLD).folder());
            assertThat(held(resumed)).contains(",review,");
            assertThat(NightFiles.in(resumed.folder())).isEqualTo(undisturbed);

            assertThat(told(book.run(SEPTEMBER_TOLD.plusDays(1)))).isTrue();
            reverse(book, "8.00");
            accept(book, OF_NOTHING);
            reverse(book, "9.00");
            accept(book, OF_NOTHING); // on a clock that stands still
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_schedule_accepted_though_it_lacks_rows_never_closes_its_account(Databases kind) {
        Portfolio lender = SharedBook.on(kind).lender();
        lender.loan("A", "2026-01-01", "2026-02-01", "2026-02-05", "2026-02-09")
                .lost("instalments", 2)
                .paid("A", "2026-02-01", "200.00")
                .deliver();
        lender.run("2026-02-10");
        Review cut = new Review(ReviewCode.SCHEDULE_NOT_WHOLE, "1");
        Reviews reviews = lender.book.application.reviews();
        refused(ExitCode.USAGE, "'ann' and 'Ann' are one person", () -> TwoPeople.of(List.of("ann", "Ann")));
        reviews.accept(lender.id("A"), cut, PEOPLE, REASON);
        lender.book.later(1);
        lender.run("2026-02-11");
        assertThat(lender.listed("2026-02-11")).singleElement().asString().startsWith("A,2026-02-11,OPEN,0");
        assertThat(lender.reviewed("2026-02-11"))
                .containsExactly("A D19 SCHEDULE_NOT_WHOLE 1", "A D19 TERM_COUNT_DIFFERS 1");

        refused(
                ExitCode.USAGE,
                "accepted already, by ann and bob at",
                () -> reviews.accept(lender.id("A"), cut, PEOPLE, REASON));
        refused(
                ExitCode.USAGE,
                "TERM_COUNT_DIFFERS holds nobody",
                () -> reviews.accept(lender.id("A"), new Review(ReviewCode.TERM_COUNT_DIFFERS, "1"), PEOPLE, REASON));
        refused(
                ExitCode.USAGE,
                "what does: SCHEDULE_NOT_WHOLE 1",
                () -> reviews.accept(lender.id("A"), new Review(ReviewCode.SCHEDULE_NOT_WHOLE, "2"), PEOPLE, REASON));
        for (ReviewCode missing :
                List.of(ReviewCode.NO_INSTALMENTS, ReviewCode.OPEN_REJECT, ReviewCode.UNKNOWN_REJECT)) {
            refused(
                    ExitCode.USAGE,
                    missing + " is not for acceptance",
                    () -> reviews.accept(lender.id("A"), new Review(missing, lender.id("A")), PEOPLE, REASON));
        }
        refused(ExitCode.USAGE, "the ledger knows no account", () -> reviews.accept("NOBODY", cut, PEOPLE, REASON));
    }

    /** On its own day the entry was there; that it was taken back later leaves the month before waiting. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_holds_a_day_of_the_past_alone_can_be_accepted(Databases kind) {
        Portfolio lender = SharedBook.on(kind).lender();
        lender.loan("A", "2026-01-10", "2026-02-01")
                .paid("A", "2026-01-05", "10.00")
                .deliver();
        String entry = lender.id("E1");
        lender.row(
                        "entries",
                        lender.id("R"),
                        lender.id("A"),
                        "REVERSAL",
                        "2026-03-05",
                        "2026-03-05T12:00:00Z",
                        "10.00",
                        entry)
                .deliver();
        Review early = new Review(ReviewCode.BEFORE_OPENING, entry);
        assertThat(lender.book
                        .application
                        .reviews()
                        .accept(lender.id("A"), early, PEOPLE, REASON)
                        .people())
                .containsExactly("ann", "bob");
    }

    private static final TwoPeople PEOPLE = TwoPeople.of(List.of("ann", "bob"));
    private static final Reason REASON = new Reason("is right");

    private static void accept(Book book, Review review) {
        book.application.reviews().accept(ACCOUNT, review, PEOPLE, REASON);
    }

    /** A reversal that names an entry which nobody has. */
    private static void reverse(Book book, String amount) {
        book.deliver(
                "entries",
                "entry_id,account_id,type,value_on,posted_at,amount,reverses",
                "R1," + ACCOUNT + ",REVERSAL,2026-09-10,2026-09-10T08:00:00Z," + amount + ",NONE");
    }

    private static String reviewed(Nights.Outcome night) {
        return row(night, "review.csv", SET_ASIDE);
    }

    /** The row of the account in held.csv; empty where nothing of it waits. */
    private static String held(Nights.Outcome night) {
        return row(night, "held.csv", HELD);
    }

    private static String row(Nights.Outcome night, String file, String start) {
        return NightFiles.list(night, file).stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElse("");
    }

    private static boolean told(Nights.Outcome night) {
        return NightFiles.in(night.folder()).entrySet().stream()
                .anyMatch(file ->
                        file.getKey().startsWith("210", 27) && file.getValue().contains(ACCOUNT));
    }
}

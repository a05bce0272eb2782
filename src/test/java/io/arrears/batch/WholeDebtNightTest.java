package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.feed.Feed;
import io.arrears.store.Databases;
import io.arrears.store.imports.ImportOutcome;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nights over debts that are not whole, payments of nothing, rows of nobody, and accounts that reopen. */
class WholeDebtNightTest {

    private static final Map<Databases, Book> BOOKS = new EnumMap<>(Databases.class);

    /** Rejects of accounts that nobody knows are every lender's, so other tests may have none here. */
    private static synchronized Book book(Databases kind) {
        return BOOKS.computeIfAbsent(kind, SharedBook::alone);
    }

    private static final BigDecimal ALL = new BigDecimal(100);

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_cut_schedule_never_closes_until_its_rows_arrive(Databases kind) {
        Portfolio lender = book(kind).lender();
        lender.loan("A", "2026-01-01", "2026-02-01", "2026-02-05", "2026-02-09")
                .lost("instalments", 2)
                .paid("A", "2026-02-01", "200.00")
                .deliver();
        lender.run("2026-02-10");
        assertThat(lender.listed("2026-02-10")).singleElement().asString().startsWith("A,2026-02-10,OPEN,0");
        assertThat(lender.reviewed("2026-02-10"))
                .containsExactly("A D19 SCHEDULE_NOT_WHOLE 1", "A D19 TERM_COUNT_DIFFERS 1");
        String missing = "instalments 1-2 of 3; principal 200.00 of 300.00: 100.00 missing";
        assertThat(lender.folder("2026-02-10").resolve("review.csv")).content().contains("," + missing + "\r\n");
        lender.run("2026-02-11");
        assertThat(lender.folder("2026-02-11").resolve("review.csv"))
                .as("an account of which nothing has changed")
                .content()
                .contains("," + missing + "\r\n");

        lender.row("instalments", lender.id("A"), "1", "3", "2026-02-09", "100.00", "0")
                .deliver();
        lender.run("2026-02-12");
        assertThat(lender.listed("2026-02-12")).singleElement().asString().startsWith("A,2026-02-12,OPEN,3");
        assertThat(lender.reviewed("2026-02-12")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_payment_of_nothing_is_set_aside_with_a_note(Databases kind) {
        Portfolio lender = book(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .paid("A", "2026-02-01", "30.00")
                .paid("A", "2026-02-05", "0.00");
        ImportOutcome outcome = lender.deliver(BigDecimal.ZERO);
        assertThat(outcome.exitCode()).as(outcome.message()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.feeds().get(Feed.ENTRIES).setAside()).isEqualTo(1);
        assertThat(outcome.rejectedCsv().resolveSibling("set_aside.csv"))
                .content()
                .contains("entries.csv,3,amount,0,");
        lender.run("2026-02-10");
        assertThat(lender.listed("2026-02-10")).singleElement().asString().contains(",2026-02-01,30.00,");
        assertThat(lender.reviewed("2026-02-10")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_zero_that_corrects_a_payment_is_loaded_and_is_no_last_payment(Databases kind) {
        Portfolio lender = book(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .paid("A", "2026-02-01", "30.00")
                .deliver();
        lender.run("2026-02-10");
        lender.row(
                        "entries",
                        lender.id("E1"),
                        lender.id("A"),
                        "REPAYMENT",
                        "2026-02-01",
                        "2026-02-01T12:00:00Z",
                        "0.00",
                        "")
                .deliver();
        lender.run("2026-02-11");
        assertThat(lender.listed("2026-02-11"))
                .singleElement()
                .asString()
                .contains(",100.00,")
                .doesNotContain("30.00");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_row_of_nobody_stands_in_every_review_until_two_people_discard_it(Databases kind) {
        Portfolio lender = book(kind).lender().loan("A", "2026-01-01", "2026-02-01");
        lender.row(
                "entries",
                lender.id("X1"),
                lender.id("NOBODY"),
                "REPAYMENT",
                "2026-02-01",
                "2026-02-01T12:00:00Z",
                "5.00",
                "");
        lender.deliver(ALL);
        lender.run("2026-02-10");
        String unknown = "NOBODY intake UNKNOWN_REJECT entries:X1";
        assertThat(lender.reviewed("2026-02-10")).containsExactly(unknown);
        lender.run("2026-02-11");
        assertThat(lender.reviewed("2026-02-11")).containsExactly(unknown);

        lender.policy("unknown-rejects: refuse");
        assertThatThrownBy(() -> lender.run("2026-02-12"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.REJECTED))
                .hasMessageContaining("1 rejected rows name no account");
        lender.book
                .application
                .imports()
                .discard(
                        "entries:" + lender.id("X1"),
                        new Reason("of another system"),
                        TwoPeople.of(List.of("ann", "bob")));
        lender.book.later(1);
        assertThat(lender.run("2026-02-12").exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(lender.reviewed("2026-02-12")).isEmpty();
    }

    /** Its account arrives a day after its payment was rejected: from then on it is held by account. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_reject_of_an_account_that_comes_later_holds_that_account(Databases kind) {
        Portfolio lender = book(kind).lender().loan("A", "2026-01-01", "2026-02-01");
        lender.row(
                "entries",
                lender.id("X1"),
                lender.id("B"),
                "REPAYMENT",
                "2026-02-01",
                "2026-02-01T12:00:00Z",
                "5.00",
                "");
        lender.deliver(ALL);
        lender.run("2026-02-10");
        lender.loan("B", "2026-01-01", "2026-02-01").deliver();
        lender.run("2026-02-11");
        assertThat(lender.reviewed("2026-02-10")).containsExactly("B intake UNKNOWN_REJECT entries:X1");
        assertThat(lender.reviewed("2026-02-11")).containsExactly("B intake OPEN_REJECT entries:X1");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void what_reopened_and_closed_again_between_two_nights_is_listed(Databases kind) {
        Portfolio lender = book(kind)
                .lender()
                .loan("A", "2026-01-01", "2026-02-01")
                .paid("A", "2026-02-01", "100.00")
                .deliver();
        assertThat(rows(lender, "2026-02-01")).hasSize(1);
        assertThat(rows(lender, "2026-02-02")).isEmpty();
        lender.row(
                        "entries",
                        lender.id("R1"),
                        lender.id("A"),
                        "REVERSAL",
                        "2026-02-03",
                        "2026-02-03T12:00:00Z",
                        "100.00",
                        lender.id("E1"))
                .paid("A", "2026-02-04", "100.00")
                .deliver();
        assertThat(rows(lender, "2026-02-05"))
                .singleElement()
                .asString()
                .contains("CLOSED")
                .contains("2026-02-04");
        assertThat(rows(lender, "2026-02-06")).isEmpty();
    }

    private static List<String> rows(Portfolio lender, String asOf) {
        lender.run(asOf);
        return lender.listed(asOf);
    }
}

package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.delinquency.AcceptedReview;
import io.arrears.delinquency.Review;
import io.arrears.delinquency.ReviewCode;
import io.arrears.store.Databases;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds accounts, since which night without a break, and who accepted it; today is 1 April 2026. */
class ReviewListTest {

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void an_entry_is_as_old_as_the_nights_in_a_row_that_had_it(Databases kind) {
        Portfolio lender = SharedBook.alone(kind).lender();
        assertThat(listed(lender)).as("before the first night").isEmpty();
        lender.loan("A", "2026-01-01", "2026-02-01", "2026-02-05", "2026-02-09")
                .lost("instalments", 2)
                .deliver();
        lender.run("2026-02-10");
        reverse(lender, "NONE").deliver();
        lender.run("2026-02-11");
        assertThat(listed(lender))
                .containsExactly("A SCHEDULE_NOT_WHOLE 1 2026-02-10 50", "A REVERSAL_TARGET_UNKNOWN R 2026-02-11 49");

        pay(lender, "NONE").deliver();
        lender.run("2026-02-12");
        assertThat(listed(lender)).containsExactly("A SCHEDULE_NOT_WHOLE 1 2026-02-10 50");

        reverse(lender, "NOTHING").deliver();
        lender.run("2026-02-13");
        pay(lender, "P").deliver();
        lender.run("2026-02-14");
        assertThat(listed(lender))
                .containsExactly("A SCHEDULE_NOT_WHOLE 1 2026-02-10 50", "A REVERSAL_TARGET_UNKNOWN R 2026-02-13 47");

        lender.book
                .application
                .reviews()
                .accept(
                        lender.id("A"),
                        new Review(ReviewCode.SCHEDULE_NOT_WHOLE, "1"),
                        TwoPeople.of(List.of("ann", "bob")),
                        new Reason("the rest was never lent"));
        assertThat(listed(lender))
                .containsExactly(
                        "A SCHEDULE_NOT_WHOLE 1 2026-02-10 50 ann and bob",
                        "A REVERSAL_TARGET_UNKNOWN R 2026-02-13 47");
        lender.row("instalments", lender.id("A"), "1", "3", "2026-02-09", "50.00", "0")
                .deliver();
        assertThat(listed(lender))
                .as("undone before any night saw it")
                .contains("A SCHEDULE_NOT_WHOLE 1 2026-02-10 50");
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_rejected_row_holds_its_account_since_its_import(Databases kind) {
        Portfolio lender = SharedBook.alone(kind).lender().loan("A", "2026-01-01", "2026-02-01");
        lender.deliver();
        lender.row("entries", lender.id("X"), lender.id("A"), "REPAYMENT", "some day", "2026-02-01T12:00:00Z", "5", "");
        lender.deliver(new BigDecimal(100));
        assertThat(listed(lender)).containsExactly("A OPEN_REJECT entries:X 2026-04-01 0");
    }

    private static Portfolio reverse(Portfolio lender, String target) {
        return entry(lender, "R", "REVERSAL", lender.id(target));
    }

    private static Portfolio pay(Portfolio lender, String id) {
        return entry(lender, id, "REPAYMENT", "");
    }

    private static Portfolio entry(Portfolio lender, String id, String type, String reverses) {
        return lender.row(
                "entries", lender.id(id), lender.id("A"), type, "2026-02-09", "2026-02-09T12:00:00Z", "5.00", reverses);
    }

    /** Without this lender's mark on ids. */
    private static List<String> listed(Portfolio lender) {
        return lender.book.application.reviewList().of(lender.name).stream()
                .map(held -> held.account() + " " + held.review().code() + " "
                        + held.review().subject() + " " + held.since() + " " + held.days()
                        + by(held.accepted()))
                .map(line -> line.replace("-" + lender.name, ""))
                .toList();
    }

    private static String by(@Nullable AcceptedReview accepted) {
        return accepted == null ? "" : " " + accepted.by();
    }
}

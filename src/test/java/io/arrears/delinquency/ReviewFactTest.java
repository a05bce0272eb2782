package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people accept of a review, and which change of the facts undoes it. */
class ReviewFactTest {

    private static final boolean ENDS = true;
    private static final boolean STAYS = false;
    private static final String DAY = "2026-06-30";

    /** Two of 100 each, the first paid. */
    private static Loans book() {
        return loan().due(1, "2026-02-10", 100).due(2, "2026-03-10", 100).paid("p", "2026-02-10", 100);
    }

    private static Loans back(@Nullable String target, long amount) {
        return back(target, "2026-02-20", amount);
    }

    private static Loans back(@Nullable String target, String day, long amount) {
        return book().drawn("d", "2026-01-05", 100).reversed("r", target, day, amount);
    }

    private static Loans twice(String first) {
        return book().reversed("q", "p", first, 100).reversed("r", "p", "2026-03-01", 100);
    }

    private static Loans agreed(AgreementType type, String id, String day, @Nullable Integer version) {
        return book().agreed(id, type, day, noon(day), version);
    }

    /** From 1 March on a second version owes 100 in one. */
    private static Loans extended(long owed) {
        return agreed(AgreementType.EXTENSION, "a", "2026-03-01", 2).due(2, 1, "2026-05-10", owed, 0);
    }

    private static Loans refunded(long paid) {
        return book().paid("o", "2026-02-15", paid).refund("f", "2026-03-01", 50);
    }

    private static Loans cut(long lent, int terms) {
        return book().lent(lent, terms);
    }

    private static Loans early(String opened, long amount) {
        return book().opened(opened).paid("e", "2025-10-15", amount);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                row(
                        STAYS,
                        "REVERSAL_TARGET_UNKNOWN r",
                        back("x", 9),
                        back("x", 9).paid("n", "2026-03-10", 5)),
                row(
                        STAYS,
                        "REVERSAL_TARGET_UNKNOWN r",
                        back("x", 9),
                        back("x", 9).penalty("n", "2026-02-11", 5)),
                row(ENDS, "REVERSAL_TARGET_UNKNOWN r", back("x", 9), back("x", 8)),
                row(ENDS, "REVERSAL_TARGET_UNKNOWN r", back("x", 9), back("y", 9)),
                row(ENDS, "REVERSAL_TARGET_UNKNOWN r", back("x", 9), back("x", "2026-02-21", 9)),
                row(
                        ENDS,
                        "REVERSAL_TARGET_UNKNOWN r",
                        back("x", 9),
                        back("x", 9).paid("x", "2026-02-12", 9)),
                row(
                        ENDS,
                        "REVERSAL_TARGET_UNKNOWN r",
                        back("x", 9),
                        back("x", 9).reversed("s", "x", DAY, 9)),
                row(
                        STAYS,
                        "REVERSAL_TARGET_UNKNOWN r",
                        back(null, 9),
                        back(null, 9).reversed("s", null, DAY, 9)),
                row(
                        STAYS,
                        "REVERSAL_TARGET_KIND r",
                        back("d", 100),
                        back("d", 100).paid("n", DAY, 5)),
                row(ENDS, "REVERSAL_TARGET_KIND r", back("d", 100), back("d", 90)),
                row(
                        STAYS,
                        "REVERSAL_OTHER_AMOUNT r",
                        back("p", 60),
                        back("p", 60).due(3, "2026-04-10", 1)),
                row(ENDS, "REVERSAL_OTHER_AMOUNT r", back("p", 60), back("p", 70)),
                row(
                        STAYS,
                        "REVERSAL_BEFORE_TARGET r",
                        back("p", "2026-02-09", 100),
                        back("p", "2026-02-09", 100).fee("n", DAY, 5)),
                row(ENDS, "REVERSAL_BEFORE_TARGET r", back("p", "2026-02-09", 100), back("p", "2026-02-08", 100)),
                row(
                        STAYS,
                        "REVERSAL_REPEATED r",
                        twice("2026-02-20"),
                        twice("2026-02-20").paid("n", DAY, 5)),
                row(ENDS, "REVERSAL_REPEATED r", twice("2026-02-20"), twice("2026-02-21")),
                row(
                        STAYS,
                        "REVERSAL_OF_EARLIER_VERSION s",
                        takenBack(),
                        takenBack().paid("n", "2026-05-10", 5)),
                row(
                        ENDS,
                        "REVERSAL_OF_EARLIER_VERSION s",
                        takenBack(),
                        takenBack().due(3, 1, DAY, 9, 0).agreed("b", AgreementType.SETTLEMENT, DAY, noon(DAY), 3)),
                row(
                        STAYS,
                        "AGREEMENT_VERSION_UNKNOWN a",
                        unknown("2026-04-01"),
                        unknown("2026-04-01").agreed("t", AgreementType.TRANSFER, DAY, noon(DAY), null)),
                row(ENDS, "AGREEMENT_VERSION_UNKNOWN a", unknown("2026-04-01"), unknown("2026-04-02")),
                row(
                        ENDS,
                        "AGREEMENT_VERSION_UNKNOWN a",
                        unknown("2026-04-01"),
                        unknown("2026-04-01").agreed("b", AgreementType.EXTENSION, DAY, noon(DAY), 1)),
                row(
                        STAYS,
                        "AGREEMENT_VERSION_EARLIER b",
                        earlier("2026-04-01"),
                        earlier("2026-04-01").paid("n", DAY, 5)),
                row(ENDS, "AGREEMENT_VERSION_EARLIER b", earlier("2026-04-01"), earlier("2026-04-02")),
                row(
                        STAYS,
                        "AGREEMENT_WITHOUT_VERSION a",
                        without("2026-04-01"),
                        without("2026-04-01").paid("n", DAY, 5)),
                row(ENDS, "AGREEMENT_WITHOUT_VERSION a", without("2026-04-01"), without("2026-04-02")),
                row(
                        ENDS,
                        "AGREEMENT_WITHOUT_VERSION a",
                        without("2026-04-01"),
                        without("2026-04-01")
                                .due(2, 1, DAY, 9, 0)
                                .agreed("b", AgreementType.SETTLEMENT, DAY, noon(DAY), 2)),
                row(
                        STAYS,
                        "REFUND_BEYOND_UNALLOCATED f",
                        refunded(10),
                        refunded(10).paid("n", "2026-03-10", 5)),
                row(
                        STAYS,
                        "REFUND_BEYOND_UNALLOCATED f",
                        refunded(10),
                        refunded(10).penalty("n", "2026-03-11", 5)),
                row(
                        STAYS,
                        "REFUND_BEYOND_UNALLOCATED f",
                        refunded(10),
                        refunded(10).paid("n", "2026-03-10", 5).reversed("s", "n", DAY, 5)),
                row(ENDS, "REFUND_BEYOND_UNALLOCATED f", refunded(10), refunded(20)),
                row(
                        ENDS,
                        "REFUND_BEYOND_UNALLOCATED f",
                        refunded(10),
                        refunded(10).paid("n", "2026-02-28", 5)),
                row(
                        ENDS,
                        "REFUND_BEYOND_UNALLOCATED f",
                        refunded(10),
                        refunded(10).reversed("s", "o", DAY, 10)),
                row(
                        ENDS,
                        "REFUND_BEYOND_UNALLOCATED f",
                        refunded(10),
                        refunded(10).due(3, "2026-04-10", 1)),
                row(STAYS, "SCHEDULE_NOT_WHOLE 1", cut(300, 3), cut(300, 3).paid("n", "2026-02-10", 5)),
                row(
                        STAYS,
                        "SCHEDULE_NOT_WHOLE 1",
                        cut(300, 3),
                        cut(300, 3).agreed("t", AgreementType.TRANSFER, DAY, noon(DAY), null)),
                row(ENDS, "SCHEDULE_NOT_WHOLE 1", cut(300, 3), cut(400, 3)),
                row(ENDS, "SCHEDULE_NOT_WHOLE 1", cut(300, 3), cut(300, 4)),
                row(ENDS, "SCHEDULE_NOT_WHOLE 1", cut(300, 3), cut(300, 3).due(3, "2026-04-10", 50)),
                row(STAYS, "SCHEDULE_NOT_WHOLE 2", extended(40), extended(40).paid("n", "2026-03-02", 5)),
                row(
                        STAYS,
                        "SCHEDULE_NOT_WHOLE 2",
                        extended(40),
                        extended(40).paid("n", "2026-03-02", 5).reversed("s", "n", DAY, 5)),
                row(ENDS, "SCHEDULE_NOT_WHOLE 2", extended(40), extended(50)),
                row(ENDS, "SCHEDULE_NOT_WHOLE 2", extended(40), extended(40).paid("n", "2026-02-28", 5)),
                row(ENDS, "SCHEDULE_NOT_WHOLE 2", extended(40), extended(40).reversed("s", "p", DAY, 100)),
                row(ENDS, "SCHEDULE_NOT_WHOLE 2", extended(40), extended(40).opened("2025-12-02")),
                row(STAYS, "SCHEDULE_WITHOUT_AGREEMENT 2", newer(9), newer(9).paid("n", "2026-02-28", 5)),
                row(ENDS, "SCHEDULE_WITHOUT_AGREEMENT 2", newer(9), newer(8)),
                row(
                        STAYS,
                        "BEFORE_OPENING e",
                        early("2025-12-01", 9),
                        early("2025-12-01", 9).paid("n", "2025-10-16", 5)),
                row(ENDS, "BEFORE_OPENING e", early("2025-12-01", 9), early("2025-12-01", 8)),
                row(ENDS, "BEFORE_OPENING e", early("2025-12-01", 9), early("2025-11-01", 9)),
                row(STAYS, "BEFORE_OPENING f", billed(300, EARLY), billed(300, EARLY + "\np pay 06-20 9")),
                row(ENDS, "BEFORE_OPENING f", billed(300, EARLY), billed(300, EARLY.replace(" 10 ", " 11 "))),
                row(STAYS, "BEFORE_OPENING l", billed(300, LIMIT), billed(300, LIMIT + "\nm LIMIT_CHANGE 06-20 9")),
                row(ENDS, "BEFORE_OPENING l", billed(300, LIMIT), billed(300, LIMIT.replace(" 10", " 11"))),
                row(STAYS, "STATEMENT_DIFFERS s", billed(100, ""), billed(100, "p pay 06-20 9")),
                row(ENDS, "STATEMENT_DIFFERS s", billed(100, ""), billed(100, "p pay 05-20 9 @06-20T00")),
                row(ENDS, "STATEMENT_DIFFERS s", billed(100, ""), billed(101, "")),
                row(ENDS, "STATEMENT_DIFFERS s", billed(100, ""), billed(100, "r bill 05-15 06-10 1 300 @06-20T00")),
                row(STAYS, "DRAW_AFTER_END e", ended("06-01", 5), ended("06-01", 5, "p pay 06-20 9")),
                row(ENDS, "DRAW_AFTER_END e", ended("06-01", 5), ended("06-01", 6)),
                row(ENDS, "DRAW_AFTER_END e", ended("06-01", 5), ended("06-02", 5)),
                row(STAYS, "SCHEDULE_NOT_WHOLE 2", planned(400, ""), planned(400, "p pay 06-20 9")),
                row(ENDS, "SCHEDULE_NOT_WHOLE 2", planned(400, ""), planned(401, "")),
                row(ENDS, "SCHEDULE_NOT_WHOLE 2", planned(400, ""), planned(400, "p pay 05-20 9 @06-20T00")));
    }

    /** A statement from before the opening. */
    private static final String EARLY = "f bill 2025-05-31 2025-06-20 10 0";

    /** A limit from before the opening. */
    private static final String LIMIT = "l LIMIT_CHANGE 2025-05-31 10";

    /** 300 drawn, and a statement that says otherwise. */
    private static AccountFacts billed(long balance, String more) {
        return Lines.line("d draw 05-02 300\ns bill 05-31 06-20 10 " + balance + "\n" + more)
                .facts();
    }

    private static AccountFacts ended(String day, long drawn, String... more) {
        return Lines.line("d draw 05-02 300\nz LINE_END " + day + "\ne draw 06-15 " + drawn + "\n"
                        + String.join("\n", more))
                .facts();
    }

    private static AccountFacts planned(long principal, String more) {
        return Lines.line("d draw 05-02 300\n2.1 row 07-10 " + principal + "\na INSTALMENT_PLAN 06-01 2\n" + more)
                .facts();
    }

    private static Loans takenBack() {
        return extended(100).reversed("s", "p", "2026-03-15", 100);
    }

    private static Loans unknown(String day) {
        return agreed(AgreementType.EXTENSION, "a", day, 2);
    }

    private static Loans earlier(String day) {
        return extended(100).agreed("b", AgreementType.EXTENSION, day, noon(day), 1);
    }

    private static Loans without(String day) {
        return agreed(AgreementType.EXTENSION, "a", day, null);
    }

    private static Loans newer(long owed) {
        return book().due(2, 1, "2026-05-10", owed, 0);
    }

    private static Arguments row(boolean ends, String review, Loans before, Loans after) {
        return row(ends, review, before.facts(), after.facts());
    }

    private static Arguments row(boolean ends, String review, AccountFacts before, AccountFacts after) {
        return Arguments.of(review, ends, before, after);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void an_acceptance_ends_with_a_change_of_what_the_review_rests_on(
            String text, boolean ends, AccountFacts before, AccountFacts after) {
        Review review = review(text);
        assertThat(Assessment.assess(before, PLAIN, Loans.day(DAY)).reviews())
                .extracting(Review::entry)
                .as("what is accepted is there")
                .contains(review);
        String accepted = ReviewFact.digest(review, before).orElseThrow();
        assertThat(ReviewFact.digest(review, after).orElseThrow().equals(accepted))
                .isEqualTo(!ends);
    }

    private static Review review(String text) {
        String[] parts = text.split(" ", -1);
        return new Review(ReviewCode.valueOf(parts[0]), parts[1]);
    }

    @Test
    void the_table_has_every_code_that_can_be_accepted() {
        EnumSet<ReviewCode> codes = EnumSet.noneOf(ReviewCode.class);
        changes().forEach(row -> codes.add(review((String) row.get()[0]).code()));
        assertThat(codes).allMatch(ReviewCode::isAcceptable);
        assertThat(EnumSet.complementOf(codes))
                .noneMatch(ReviewCode::isAcceptable)
                .allSatisfy(code -> assertThat(ReviewFact.digest(new Review(code, "1"), book().facts()))
                        .as("%s", code)
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_INSTALMENTS", "STATEMENT_MISSING", "OPEN_REJECT", "UNKNOWN_REJECT"})
    void what_no_acceptance_makes_true_has_none(ReviewCode code) {
        assertThat(ReviewFact.digest(new Review(code, "p"), book().facts())).isEmpty();
        assertThat(code.isHolding()).isTrue();
    }

    @Test
    void the_order_of_rows_means_nothing_and_their_writing_never_changes() {
        Review review = new Review(ReviewCode.REFUND_BEYOND_UNALLOCATED, "f");
        Components split = new Components(3, 1, 0, 0);
        Loans one = book().refund("f", "2026-03-01", 50).split("s", "2026-02-20", split);
        Loans other = loan().due(2, "2026-03-10", 100)
                .due(1, "2026-02-10", 100)
                .split("s", "2026-02-20", split)
                .refund("f", "2026-03-01", 50)
                .paid("p", "2026-02-10", 100);
        assertThat(one.reviewed(DAY, PLAIN)).isEqualTo("REFUND_BEYOND_UNALLOCATED f");
        assertThat(ReviewFact.digest(review, one.facts()))
                .isEqualTo(ReviewFact.digest(review, other.facts()))
                .hasValue("eadf8c07094b2bd54ba72daf4bb49cc4a027fd6d8a437d6b875564f350063d34");
    }
}

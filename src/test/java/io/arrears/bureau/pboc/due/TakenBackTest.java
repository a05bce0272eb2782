package io.arrears.bureau.pboc.due;

import static io.arrears.bureau.pboc.due.CorrectionsTest.nights;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.furnish.Gate;
import org.junit.jupiter.api.Test;

/** Closings, cures and whole accounts that were told and never were; the words are those of {@link Nights#words}. */
class TakenBackTest {

    @Test
    void a_late_closing_takes_the_months_after_it_back() {
        Loan loan = Loan.loan()
                .matures("2026-02-20")
                .due(1, "2026-02-20", 100_000, 0)
                .heard("2026-04-20")
                .paid("a", "2026-02-20", 100_000);
        Nights nights = nights(loan);
        assertThat(nights.run("2026-01-05", "2026-05-30"))
                .containsExactly(
                        "01-05 210/10 2026-01-05 *",
                        "02-02 210/30 2026-01-31 *",
                        "03-02 210/30 2026-02-28 1",
                        "04-02 210/30 2026-03-31 2",
                        "04-20 213/H 2026-02-28..2026-03-31",
                        "04-20 held order 210/20 2026-02-20",
                        "04-21 210/20 2026-02-20 C");
    }

    @Test
    void a_late_closing_on_a_month_s_last_day_takes_that_month_back_too() {
        Loan loan = Loan.loan()
                .matures("2026-02-28")
                .due(1, "2026-02-28", 100_000, 0)
                .heard("2026-04-20")
                .paid("a", "2026-02-28", 100_000);
        assertThat(nights(loan).run("2026-01-05", "2026-05-30"))
                .endsWith(
                        "04-20 213/H 2026-02-28..2026-03-31",
                        "04-20 held order 210/32 2026-02-28",
                        "04-21 210/32 2026-02-28 C");
    }

    @Test
    void a_late_closing_on_the_day_of_the_opening_corrects_what_cannot_be_told_again() {
        Loan loan = Loan.loan()
                .matures("2026-02-28")
                .due(1, "2026-02-28", 100_000, 0)
                .heard("2026-02-20")
                .paid("a", "2026-01-05", 100_000);
        assertThat(nights(loan).run("2026-01-05", "2026-05-30"))
                .endsWith(
                        "02-20 213/H 2026-01-31..2026-01-31",
                        "02-20 held order 212/H 2026-01-05",
                        "02-21 212/H 2026-01-05 C");
    }

    @Test
    void a_closing_before_the_first_report_takes_the_whole_account_back_and_tells_the_end_alone() {
        Loan loan = Loan.loan()
                .known("2026-03-10")
                .matures("2026-04-20")
                .due(1, "2026-04-20", 100_000, 0)
                .heard("2026-04-25")
                .paid("a", "2026-03-15", 100_000);
        assertThat(nights(loan).run("2026-03-10", "2026-06-30"))
                .containsExactly(
                        "04-02 210/31 2026-03-31 *",
                        "04-25 214 2026-04-25",
                        "04-25 held order 210/20 2026-03-15",
                        "04-26 210/20 2026-03-15 C");
    }

    @Test
    void a_closing_that_was_none_is_taken_back_and_the_months_since_are_told() {
        Loan loan = Loan.loan()
                .due(1, "2026-02-20", 100_000, 0)
                .paid("a", "2026-02-20", 100_000)
                .heard("2026-04-20")
                .reversed("r", "a", "2026-02-20", 100_000);
        assertThat(nights(loan).run("2026-02-20", "2026-05-02"))
                .containsExactly(
                        "02-20 210/10 2026-01-05 *",
                        "02-20 210/30 2026-01-31 *",
                        "02-20 210/20 2026-02-20 C",
                        "04-20 213/H 2026-02-20..2026-02-20",
                        "04-20 held order 210/30 2026-02-28",
                        "04-20 held order 210/30 2026-03-31",
                        "04-21 210/30 2026-02-28 1",
                        "04-21 210/30 2026-03-31 2",
                        "05-02 210/30 2026-04-30 3");
    }

    @Test
    void a_first_report_that_told_of_an_end_that_was_none_is_taken_back_whole() {
        Loan loan = Loan.loan()
                .known("2026-03-10")
                .due(1, "2026-02-20", 100_000, 0)
                .paid("a", "2026-02-20", 100_000)
                .heard("2026-04-10")
                .reversed("r", "a", "2026-02-20", 100_000);
        assertThat(nights(loan).run("2026-03-10", "2026-05-02"))
                .containsExactly(
                        "03-10 210/20 2026-02-20 C",
                        "04-10 214 2026-04-10",
                        "04-10 held order 210/31 2026-03-31",
                        "04-11 210/31 2026-03-31 2",
                        "05-02 210/30 2026-04-30 3");
    }

    @Test
    void a_cure_whose_payment_never_happened_is_taken_back() {
        Loan loan = Loan.yearly()
                .paid("a", "2026-03-05", 100_880)
                .heard("2026-03-20")
                .reversed("r", "a", "2026-03-05", 100_880);
        assertThat(nights(loan).run("2026-03-02", "2026-04-02"))
                .endsWith(
                        "03-05 210/40 2026-03-05 N", "03-20 213/J 2026-03-05..2026-03-05", "04-02 210/30 2026-03-31 2");
    }

    @Test
    void a_cure_whose_payment_never_happened_is_taken_back_and_the_month_since_corrected() {
        Loan loan = Loan.yearly()
                .paid("a", "2026-03-05", 100_880)
                .heard("2026-04-20")
                .reversed("r", "a", "2026-03-05", 100_880);
        assertThat(nights(loan).run("2026-03-02", "2026-04-30"))
                .endsWith(
                        "04-02 210/30 2026-03-31 1", "04-20 213/J 2026-03-05..2026-03-05", "04-20 212/H 2026-03-31 2");
    }

    @Test
    void a_cure_that_was_paid_otherwise_is_corrected() {
        Loan loan = Loan.yearly()
                .paid("a", "2026-03-05", 100_880)
                .heard("2026-03-20")
                .paid("b", "2026-03-05", 50_000);
        Nights nights = nights(loan);
        assertThat(nights.run("2026-03-02", "2026-03-21")).endsWith("03-20 212/J 2026-03-05 N");
        assertThat(LoanOnFile.of(nights.reported()).cures().get(0).fact("LatRpyAmt"))
                .isEqualTo("1509");
    }

    @Test
    void a_blocked_loan_is_taken_back_once_and_told_again_when_the_block_is_lifted() {
        Loan loan = Loan.yearly().fact("furnish_block", "yes", "2026-02-05").fact("furnish_block", "no", "2026-04-10");
        Nights nights = nights(loan);
        assertThat(nights.run("2026-01-05", "2026-02-06"))
                .containsExactly(
                        "01-05 210/10 2026-01-05 *",
                        "02-02 210/30 2026-01-31 *",
                        "02-05 214 2026-02-05",
                        "02-06 excluded 210");
        assertThat(nights.run("2026-04-10", "2026-06-02"))
                .containsExactly(
                        "04-10 210/10 2026-01-05 *",
                        "04-10 210/30 2026-01-31 *",
                        "04-10 210/30 2026-02-28 1",
                        "04-10 210/30 2026-03-31 2",
                        "05-02 210/30 2026-04-30 3",
                        "06-02 210/30 2026-05-31 4");
    }

    /** As far as its gates let them: of the episode's first month nobody was told before the block came. */
    @Test
    void months_that_passed_under_a_block_wait_for_the_notice_that_any_negative_month_needs() {
        Loan loan = Loan.yearly()
                .fact("furnish_block", "yes", "2026-02-05")
                .fact("furnish_block", "no", "2026-04-10")
                .noticed("2026-04-12");
        Nights nights = Nights.of(Lender.PLAIN.asking(Gate.SCOPE, Gate.BLOCK, Gate.UNDERWAY, Gate.PRE_NOTICE), loan);
        nights.run("2026-01-05", "2026-04-09");
        assertThat(nights.run("2026-04-10", "2026-04-12"))
                .startsWith("04-10 210/10 2026-01-05 *", "04-10 210/30 2026-01-31 *")
                .contains("04-10 held pre-notice 210/30 2026-02-28", "04-11 held pre-notice 210/30 2026-03-31")
                .endsWith("04-12 210/30 2026-02-28 1", "04-12 210/30 2026-03-31 2");
    }

    @Test
    void a_loan_that_ended_under_a_block_is_told_whole_once_it_is_lifted() {
        Loan loan = Loan.loan()
                .matures("2026-03-10")
                .due(1, "2026-03-10", 100_000, 0)
                .fact("furnish_block", "yes", "2026-02-05")
                .fact("furnish_block", "no", "2026-04-10")
                .paid("a", "2026-03-10", 100_000);
        Nights nights = nights(loan);
        nights.run("2026-01-05", "2026-04-09");
        assertThat(nights.run("2026-04-10", "2026-06-02"))
                .containsExactly(
                        "04-10 210/10 2026-01-05 *",
                        "04-10 210/30 2026-01-31 *",
                        "04-10 210/30 2026-02-28 *",
                        "04-10 210/20 2026-03-10 C");
    }
}

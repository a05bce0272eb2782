package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.ledger.AgreementType;
import org.junit.jupiter.api.Test;

/** Which report points of a loan are due, and on which day each speaks; the words are those of {@link Nights#words}. */
class ReportPointsTest {

    private static Nights nights(Loan loan) {
        return Nights.of(Lender.PLAIN, loan);
    }

    @Test
    void the_opening_is_told_that_night_and_each_month_two_days_after_its_end() {
        assertThat(nights(Loan.yearly().paid("a", "2026-02-10", 100_880)).run("2026-01-05", "2026-04-02"))
                .containsExactly(
                        "01-05 210/10 2026-01-05 *",
                        "02-02 210/30 2026-01-31 *",
                        "03-02 210/30 2026-02-28 N",
                        "04-02 210/30 2026-03-31 1");
    }

    @Test
    void an_opening_learnt_after_29_days_is_told_as_of_its_own_day() {
        assertThat(nights(Loan.yearly().known("2026-02-03")).words("2026-02-03"))
                .containsExactly("210/10 2026-01-05 *", "210/30 2026-01-31 *");
    }

    @Test
    void an_opening_learnt_after_30_days_is_told_at_the_end_of_the_month_it_was_learnt_in() {
        assertThat(nights(Loan.yearly().known("2026-02-04")).run("2026-02-04", "2026-03-02"))
                .containsExactly("03-02 210/31 2026-02-28 1");
    }

    @Test
    void a_loan_older_than_the_first_day_spoken_of_begins_with_a_month() {
        assertThat(Nights.of(Lender.PLAIN.since("2026-01-06"), Loan.yearly()).run("2026-01-05", "2026-02-10"))
                .containsExactly("02-02 210/31 2026-01-31 *");
    }

    @Test
    void a_loan_opened_on_the_first_day_spoken_of_begins_with_its_opening() {
        assertThat(Nights.of(Lender.PLAIN.since("2026-01-05"), Loan.yearly()).run("2026-01-05", "2026-01-31"))
                .containsExactly("01-05 210/10 2026-01-05 *");
    }

    @Test
    void an_opening_on_a_month_s_last_day_stands_for_that_month() {
        assertThat(nights(Loan.loan().opened("2026-01-31").due(1, "2026-03-10", 100, 0))
                        .run("2026-01-31", "2026-03-02"))
                .containsExactly("01-31 210/10 2026-01-31 *", "03-02 210/30 2026-02-28 *");
    }

    @Test
    void months_missed_are_told_by_a_later_run_oldest_first() {
        assertThat(nights(Loan.yearly()).words("2026-04-20"))
                .containsExactly(
                        "210/10 2026-01-05 *", "210/30 2026-01-31 *", "210/30 2026-02-28 1", "210/30 2026-03-31 2");
    }

    private static Loan single(String due) {
        return Loan.loan().matures(due).due(1, due, 100_000, 0);
    }

    @Test
    void a_closing_is_told_as_of_its_day() {
        assertThat(nights(single("2026-02-20").paid("a", "2026-02-20", 100_000)).run("2026-01-05", "2026-04-30"))
                .containsExactly("01-05 210/10 2026-01-05 *", "02-02 210/30 2026-01-31 *", "02-20 210/20 2026-02-20 C");
    }

    @Test
    void a_closing_on_a_month_s_last_day_is_told_with_the_month() {
        assertThat(nights(single("2026-02-28").paid("a", "2026-02-28", 100_000)).run("2026-02-03", "2026-04-30"))
                .endsWith("03-02 210/32 2026-02-28 C");
    }

    @Test
    void a_loan_opened_and_closed_in_one_month_is_told_twice() {
        assertThat(nights(single("2026-01-20").paid("a", "2026-01-20", 100_000)).run("2026-01-05", "2026-03-30"))
                .containsExactly("01-05 210/10 2026-01-05 *", "01-20 210/20 2026-01-20 C");
    }

    @Test
    void a_loan_opened_and_closed_on_one_day_is_told_once() {
        assertThat(nights(single("2026-01-20").paid("a", "2026-01-05", 100_000)).run("2026-01-05", "2026-03-30"))
                .containsExactly("01-05 210/10 2026-01-05 C");
    }

    @Test
    void a_closing_waits_for_the_month_before_it() {
        assertThat(nights(single("2026-02-01").paid("a", "2026-02-01", 100_000)).run("2026-01-05", "2026-03-30"))
                .containsExactly("01-05 210/10 2026-01-05 *", "02-02 210/30 2026-01-31 *", "02-02 210/20 2026-02-01 C");
    }

    @Test
    void a_loan_learnt_late_that_ended_meanwhile_is_told_once_with_all_that_a_first_report_has() {
        Loan loan = single("2026-02-20").paid("a", "2026-02-20", 100_000).known("2026-03-15");
        Nights nights = nights(loan);
        assertThat(nights.run("2026-03-15", "2026-04-30")).containsExactly("03-15 210/20 2026-02-20 C");
        assertThat(nights.reported().get(0).fact(Facts.SECTIONS)).isEqualTo("BCH");
    }

    @Test
    void a_loan_that_ended_before_the_first_day_spoken_of_is_not_told() {
        Loan loan = single("2026-02-20").paid("a", "2026-02-20", 100_000);
        assertThat(Nights.of(Lender.PLAIN.since("2026-02-21"), loan).run("2026-02-21", "2026-04-30"))
                .isEmpty();
    }

    @Test
    void a_sold_loan_ends_on_the_day_of_its_transfer() {
        Nights nights = nights(Loan.yearly().agreed(AgreementType.TRANSFER, "t", "2026-02-20", null));
        assertThat(nights.run("2026-01-05", "2026-04-30"))
                .containsExactly("01-05 210/10 2026-01-05 *", "02-02 210/30 2026-01-31 *", "02-20 210/20 2026-02-20 G");
        assertThat(nights.reported().get(2).fact(Facts.TRADES)).isEqualTo("13@2026-02-20");
    }

    private static Loan paidUp(String day) {
        return Loan.yearly().paid("a", day, 100_880);
    }

    @Test
    void what_is_paid_up_between_two_months_ends_is_told_that_night() {
        assertThat(nights(paidUp("2026-03-05")).run("2026-02-11", "2026-04-02"))
                .endsWith("03-02 210/30 2026-02-28 1", "03-05 210/40 2026-03-05 N", "04-02 210/30 2026-03-31 1");
    }

    @Test
    void what_is_paid_up_before_the_month_is_told_waits_for_it() {
        assertThat(nights(paidUp("2026-03-01")).run("2026-02-11", "2026-03-30"))
                .endsWith("03-02 210/30 2026-02-28 1", "03-02 210/40 2026-03-01 N");
    }

    @Test
    void what_is_paid_up_on_a_month_s_last_day_is_told_with_the_month() {
        assertThat(nights(Loan.yearly().paid("a", "2026-03-31", 201_760)).run("2026-02-11", "2026-04-02"))
                .endsWith("03-02 210/30 2026-02-28 1", "04-02 210/30 2026-03-31 M");
    }

    @Test
    void what_is_paid_up_and_overdue_again_by_the_next_run_is_told_with_the_month() {
        Nights nights = nights(paidUp("2026-03-05"));
        nights.run("2026-03-02");
        assertThat(nights.run("2026-03-12", "2026-04-02")).containsExactly("04-02 210/30 2026-03-31 1");
    }

    @Test
    void what_was_waived_is_not_paid_up() {
        assertThat(nights(Loan.yearly().waived("w", "2026-03-05", 100_880)).run("2026-02-11", "2026-04-02"))
                .endsWith("03-02 210/30 2026-02-28 1", "04-02 210/30 2026-03-31 1");
    }
}

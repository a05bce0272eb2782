package io.arrears.bureau.pboc.due;

import static io.arrears.bureau.pboc.due.CorrectionsTest.nights;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Gate;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Corrections that wait for an answer or at a gate, and what waits behind them; the words are those of {@link Nights#words}. */
class CorrectionsHeldTest {

    @Test
    void a_refused_record_waits_until_it_says_something_else_and_later_ones_with_it() {
        Loan loan = Loan.yearly().heard("2026-03-10").paid("a", "2026-02-10", 100_880);
        Nights nights = nights(loan);
        nights.run("2026-01-05", "2026-03-02");
        List<Reported> reported = nights.reported();
        reported.set(reported.size() - 1, reported.get(reported.size() - 1).refused("BLE019 TotOverd"));
        assertThat(nights.words("2026-03-03")).containsExactly("held answered 210/30 2026-02-28");
        assertThat(nights.words("2026-03-10")).containsExactly("210/30 2026-02-28 N");
    }

    @Test
    void a_refused_correction_is_the_same_on_every_later_day() {
        Loan loan = Loan.yearly().heard("2026-03-10").paid("a", "2026-02-10", 100_880);
        Nights nights = nights(loan);
        nights.run("2026-01-05", "2026-03-10");
        List<Reported> reported = nights.reported();
        reported.set(reported.size() - 1, reported.get(reported.size() - 1).refused("BMR008 RptDate"));
        Nights again =
                new Nights(Lender.PLAIN, (night, before, sent, all) -> loan.dossier(night, reported, LocalDate.MIN));
        assertThat(again.words("2026-03-11")).containsExactly("held answered 212/H 2026-02-28");
        assertThat(again.words("2026-03-12")).containsExactly("held answered 212/H 2026-02-28");
    }

    @Test
    void each_month_waits_at_its_own_gate() {
        Lender lender = Lender.PLAIN.asking(Gate.PRE_NOTICE);
        Loan loan = Loan.yearly().noticed("2026-04-05");
        Nights nights = Nights.of(lender, loan);
        assertThat(nights.run("2026-02-02", "2026-03-02")).endsWith("03-02 held pre-notice 210/30 2026-02-28");
        assertThat(nights.words("2026-04-02"))
                .containsExactly("held pre-notice 210/30 2026-02-28", "held pre-notice 210/30 2026-03-31");
        assertThat(nights.words("2026-04-05")).containsExactly("210/30 2026-02-28 1", "210/30 2026-03-31 2");
    }

    @Test
    void a_correction_that_makes_a_month_negative_asks_for_the_notice_of_that_month() {
        Lender lender = Lender.PLAIN.asking(Gate.PRE_NOTICE);
        Loan loan = Loan.yearly()
                .paid("a", "2026-02-10", 100_880)
                .paid("b", "2026-03-05", 100_880)
                .heard("2026-03-07")
                .reversed("r", "a", "2026-02-10", 100_880);
        Nights nights = Nights.of(lender, loan);
        nights.run("2026-01-05", "2026-03-06");
        assertThat(nights.words("2026-03-07")).contains("held pre-notice 212/H 2026-02-28");
    }
}

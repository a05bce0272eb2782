package io.arrears.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Gate;
import io.arrears.furnish.Outcome;
import io.arrears.furnish.Told;
import io.arrears.ledger.PartyRole;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was told and is not so any more; the words are those of {@link Nights#words}. */
class RestatingTest {

    private static Nights nights(Loan loan) {
        return Nights.of(Lender.PLAIN, loan);
    }

    private static String month(Nights nights, String month, String tag) {
        return Holding.of(nights.told()).months().stream()
                .filter(part -> part.fact("Month").equals(month))
                .map(part -> part.fact(tag))
                .findFirst()
                .orElse("not held");
    }

    @Test
    void a_backdated_payment_corrects_the_months_it_changes_with_what_they_said_before() {
        Nights nights = nights(Loan.yearly().heard("2026-04-20").paid("a", "2026-02-10", 100_880));
        assertThat(nights.run("2026-01-05", "2026-04-19"))
                .endsWith("03-02 210/30 2026-02-28 1", "04-02 210/30 2026-03-31 2");
        List<Outcome> outcomes = nights.run("2026-04-20");
        assertThat(outcomes.stream().map(Nights::words)).containsExactly("212/H 2026-03-31 1", "212/H 2026-02-28 N");
        Outcome.Furnished march = (Outcome.Furnished) outcomes.get(0);
        assertThat(march.before()).containsEntry("RpyStatus", "2").containsEntry("TotOverd", "2018");
        assertThat(march.facts()).containsEntry("RpyStatus", "1").containsEntry("TotOverd", "1009");
        assertThat(nights.run("2026-04-21", "2026-05-01")).isEmpty();
    }

    /** March moves on before February moves back, or February's date would lie behind March's (R2121218). */
    @Test
    void class_dates_move_in_the_order_in_which_the_bureau_takes_them() {
        Nights nights = nights(Loan.yearly().heard("2026-05-04").paid("a", "2026-02-10", 100_880));
        nights.run("2026-01-05", "2026-05-03");
        assertThat(month(nights, "2026-04", "FiveCateAdjDate")).isEqualTo("2026-02-28");
        assertThat(nights.words("2026-05-04"))
                .containsExactly("212/H 2026-04-30 2", "212/H 2026-03-31 1", "212/H 2026-02-28 N");
        assertThat(month(nights, "2026-04", "FiveCateAdjDate")).isEqualTo("2026-03-31");
        assertThat(month(nights, "2026-03", "FiveCateAdjDate")).isEqualTo("2026-03-31");
        assertThat(month(nights, "2026-02", "FiveCateAdjDate")).isEqualTo("2026-01-05");
    }

    @Test
    void a_month_corrected_once_is_corrected_again_on_another_day() {
        Nights nights = nights(Loan.yearly()
                .heard("2026-03-10")
                .paid("a", "2026-02-10", 50_000)
                .heard("2026-03-12")
                .paid("b", "2026-02-10", 50_880));
        assertThat(nights.run("2026-03-02", "2026-03-20"))
                .endsWith("03-10 212/H 2026-02-28 1", "03-12 212/H 2026-02-28 N");
    }

    @Test
    void a_correction_as_of_a_month_s_last_day_is_in_nobody_s_way() {
        Nights nights = nights(Loan.yearly().heard("2026-03-31").paid("a", "2026-02-10", 100_880));
        assertThat(nights.run("2026-03-02", "2026-04-02"))
                .endsWith("03-31 212/H 2026-02-28 N", "04-02 210/30 2026-03-31 1");
    }

    @Test
    void a_correction_that_waited_goes_out_later_though_nothing_new_is_heard() {
        Nights nights = nights(Loan.yearly().heard("2026-03-10").paid("a", "2026-02-10", 100_880));
        nights.run("2026-02-02", "2026-03-09");
        List<Told> told = nights.told();
        told.set(told.size() - 1, told.get(told.size() - 1).as(Told.State.RELEASED));
        assertThat(nights.words("2026-03-10")).containsExactly("held underway 210/30 2026-02-28");
        told.set(told.size() - 1, told.get(told.size() - 1).as(Told.State.SENT));
        assertThat(nights.words("2026-03-11")).containsExactly("212/H 2026-02-28 N");
    }

    private static String trades(Nights nights, String day) {
        return Holding.of(nights.told()).trades().stream()
                .filter(part -> part.reportedOn().equals(LocalDate.parse(day)))
                .map(part -> part.fact(Facts.TRADES))
                .findFirst()
                .orElse("not held");
    }

    @Test
    void what_was_waived_and_heard_after_its_month_was_told_corrects_that_month_and_its_transactions() {
        Nights nights = nights(Loan.yearly()
                .paid("a", "2026-02-10", 100_880)
                .heard("2026-04-20")
                .waived("w", "2026-03-20", 100_000));
        nights.run("2026-01-05", "2026-04-19");
        List<Outcome> outcomes = nights.run("2026-04-20");
        assertThat(outcomes.stream().map(Nights::words)).containsExactly("212/H 2026-03-31 1", "212/K 2026-03-31");
        Outcome.Furnished waived = (Outcome.Furnished) outcomes.get(1);
        assertThat(waived.line()).contains("<ChanTranType>11</ChanTranType><TranDate>2026-03-20</TranDate>");
        assertThat(waived.before()).isEmpty();
        assertThat(trades(nights, "2026-03-31")).isEqualTo("11@2026-03-20");
        assertThat(nights.run("2026-04-21", "2026-05-01")).isEmpty();
    }

    @Test
    void a_transaction_of_a_month_before_one_that_was_told_stands_in_the_later_section() {
        Nights nights = nights(Loan.yearly()
                .waived("v", "2026-04-15", 10_000)
                .heard("2026-05-20")
                .waived("w", "2026-03-20", 20_000));
        nights.run("2026-01-05", "2026-05-19");
        assertThat(trades(nights, "2026-04-30")).isEqualTo("11@2026-04-15");
        assertThat(nights.words("2026-05-20")).contains("212/K 2026-04-30").doesNotContain("212/K 2026-03-31");
        assertThat(trades(nights, "2026-04-30")).isEqualTo("11@2026-03-20;11@2026-04-15");
        assertThat(nights.run("2026-05-21", "2026-06-01")).isEmpty();
    }

    @Test
    void a_transaction_whose_amount_was_another_is_corrected() {
        Nights nights = nights(Loan.yearly()
                .waived("v", "2026-03-15", 10_000)
                .heard("2026-04-20")
                .waived("w", "2026-03-15", 20_000));
        nights.run("2026-01-05", "2026-04-19");
        assertThat(nights.run("2026-04-20").stream()
                        .filter(outcome -> Nights.words(outcome).startsWith("212/K"))
                        .map(outcome -> ((Outcome.Furnished) outcome).line()))
                .singleElement()
                .asString()
                .contains("<CagOfTrdNm>1</CagOfTrdNm>", "<TranAmt>300</TranAmt>");
    }

    @Test
    void a_transaction_that_never_happened_is_taken_back() {
        Nights nights = nights(Loan.yearly()
                .waived("w", "2026-03-20", 100_000)
                .heard("2026-04-20")
                .reversed("r", "w", "2026-03-20", 100_000));
        nights.run("2026-01-05", "2026-04-19");
        assertThat(trades(nights, "2026-03-31")).isEqualTo("11@2026-03-20");
        assertThat(nights.words("2026-04-20")).containsExactly("213/K 2026-03-31..2026-03-31", "212/H 2026-03-31 2");
        assertThat(trades(nights, "2026-03-31")).isEqualTo("not held");
    }

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
                        "04-20 210/20 2026-02-20 C");
    }

    @Test
    void a_late_closing_on_a_month_s_last_day_takes_that_month_back_too() {
        Loan loan = Loan.loan()
                .matures("2026-02-28")
                .due(1, "2026-02-28", 100_000, 0)
                .heard("2026-04-20")
                .paid("a", "2026-02-28", 100_000);
        assertThat(nights(loan).run("2026-01-05", "2026-05-30"))
                .endsWith("04-20 213/H 2026-02-28..2026-03-31", "04-20 210/32 2026-02-28 C");
    }

    @Test
    void a_late_closing_on_the_day_of_the_opening_corrects_what_cannot_be_told_again() {
        Loan loan = Loan.loan()
                .matures("2026-02-28")
                .due(1, "2026-02-28", 100_000, 0)
                .heard("2026-02-20")
                .paid("a", "2026-01-05", 100_000);
        assertThat(nights(loan).run("2026-01-05", "2026-05-30"))
                .endsWith("02-20 213/H 2026-01-31..2026-01-31", "02-20 212/H 2026-01-05 C");
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
                .containsExactly("04-02 210/31 2026-03-31 *", "04-25 214 2026-04-25", "04-25 210/20 2026-03-15 C");
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
                        "04-20 213/K 2026-02-20..2026-02-20",
                        "04-20 210/30 2026-02-28 1",
                        "04-20 210/30 2026-03-31 2",
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
                        "04-10 210/31 2026-03-31 2",
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
        assertThat(Holding.of(nights.told()).cures().get(0).fact("LatRpyAmt")).isEqualTo("1509");
    }

    /** The relapse is a stretch of its own: February's date before the cure's would break R2101207. */
    @Test
    void a_class_shown_again_after_a_cure_counts_from_the_month_that_shows_it() {
        Nights nights = nights(Loan.yearly().paid("a", "2026-03-05", 100_880));
        nights.run("2026-01-05", "2026-04-02");
        assertThat(month(nights, "2026-02", "FiveCateAdjDate")).isEqualTo("2026-02-28");
        assertThat(Holding.of(nights.told()).cures().get(0).fact("FiveCateAdjDate"))
                .isEqualTo("2026-03-05");
        assertThat(month(nights, "2026-03", "FiveCateAdjDate")).isEqualTo("2026-03-31");
    }

    @Test
    void changed_terms_and_a_new_guarantor_correct_their_sections() {
        Loan loan =
                Loan.yearly().fact("loan_form", "9", "2026-02-05").liable(PartyRole.CO_BORROWER, 500_000, "2026-02-07");
        Nights nights = nights(loan);
        assertThat(nights.run("2026-01-05", "2026-03-02"))
                .containsExactly(
                        "01-05 210/10 2026-01-05 *",
                        "02-02 210/30 2026-01-31 *",
                        "02-05 212/C 2026-01-05",
                        "02-07 212/D 2026-01-05",
                        "03-02 210/30 2026-02-28 1");
    }

    @Test
    void a_guarantor_that_leaves_is_told_of_no_more() {
        Nights nights = nights(Loan.yearly()
                .liable(PartyRole.CO_BORROWER, 500_000, "2026-01-05", "2026-02-20")
                .liable(PartyRole.CO_BORROWER, 700_000, "2026-01-05", "2026-02-25"));
        nights.run("2026-01-05", "2026-02-19");
        List<Outcome> one = nights.run("2026-02-20");
        assertThat(one.stream().map(Nights::words)).containsExactly("212/D 2026-01-05");
        assertThat(((Outcome.Furnished) one.get(0)).line()).contains("<ArlpAmt>7000</ArlpAmt>");
        List<Outcome> none = nights.run("2026-02-25");
        assertThat(none.stream().map(Nights::words)).containsExactly("212/D 2026-01-05");
        assertThat(((Outcome.Furnished) none.get(0)).line())
                .contains("<RltRepymtInfSgmt><RltRepymtNm>0</RltRepymtNm></RltRepymtInfSgmt>");
        assertThat(nights.run("2026-02-26", "2026-03-01")).isEmpty();
    }

    @Test
    void a_borrower_s_new_name_corrects_the_base_of_the_newest_day() {
        Nights nights = nights(Loan.yearly().renamed("测试丙", Records.RESIDENT, "2026-02-15"));
        nights.run("2026-01-05", "2026-02-14");
        List<Outcome> outcomes = nights.run("2026-02-15");
        assertThat(outcomes.stream().map(Nights::words)).containsExactly("212/B 2026-01-31");
        assertThat(((Outcome.Furnished) outcomes.get(0)).line())
                .contains("<MdfcSgmtCode>B</MdfcSgmtCode>", "<AcctBsSgmt><Name>测试丙</Name><IDType>10</IDType>");
        assertThat(((Outcome.Furnished) outcomes.get(0)).facts().toString()).doesNotContain("测试");
        assertThat(nights.run("2026-02-16", "2026-03-01")).isEmpty();
    }

    @Test
    void a_closed_loan_is_told_its_borrower_s_new_number_too() {
        Loan loan = Loan.loan()
                .matures("2026-02-20")
                .due(1, "2026-02-20", 100_000, 0)
                .paid("a", "2026-02-20", 100_000)
                .renamed("测试甲", Records.GUARANTOR, "2026-03-15");
        assertThat(nights(loan).run("2026-01-05", "2026-04-30"))
                .endsWith("02-20 210/20 2026-02-20 C", "03-15 212/B 2026-02-20");
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
                .containsExactly("05-02 210/31 2026-04-30 3", "06-02 210/30 2026-05-31 4");
    }

    @Test
    void a_refused_record_waits_until_it_says_something_else_and_later_ones_with_it() {
        Loan loan = Loan.yearly().heard("2026-03-10").paid("a", "2026-02-10", 100_880);
        Nights nights = nights(loan);
        nights.run("2026-01-05", "2026-03-02");
        List<Told> told = nights.told();
        told.set(told.size() - 1, told.get(told.size() - 1).refused("BLE019 TotOverd"));
        assertThat(nights.words("2026-03-03")).containsExactly("held answered 210/30 2026-02-28");
        assertThat(nights.words("2026-03-10")).containsExactly("210/30 2026-02-28 N");
    }

    @Test
    void a_refused_correction_is_the_same_on_every_later_day() {
        Loan loan = Loan.yearly().heard("2026-03-10").paid("a", "2026-02-10", 100_880);
        Nights nights = nights(loan);
        nights.run("2026-01-05", "2026-03-10");
        List<Told> told = nights.told();
        told.set(told.size() - 1, told.get(told.size() - 1).refused("BMR008 RptDate"));
        Nights again = new Nights(Lender.PLAIN, (night, before, sent, all) -> loan.dossier(night, told, LocalDate.MIN));
        assertThat(again.words("2026-03-11")).containsExactly("held answered 212/H 2026-02-28");
        assertThat(again.words("2026-03-12")).containsExactly("held answered 212/H 2026-02-28");
    }

    @Test
    void what_comes_after_a_held_record_waits_behind_it() {
        Lender lender = Lender.PLAIN.asking(Gate.PRE_NOTICE);
        Loan loan = Loan.yearly().noticed("2026-04-05");
        Nights nights = Nights.of(lender, loan);
        assertThat(nights.run("2026-02-02", "2026-03-02")).endsWith("03-02 held pre-notice 210/30 2026-02-28");
        assertThat(nights.words("2026-04-02"))
                .containsExactly("held pre-notice 210/30 2026-02-28", "held behind 210/30 2026-03-31");
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

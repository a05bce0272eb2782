package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.terms.Amount;
import io.arrears.bureau.pboc.terms.FormatOptions;
import io.arrears.bureau.pboc.terms.Rounding;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.delinquency.Policies;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.EntryType;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The monthly section's amounts, counts and days, worked out by hand. */
class MonthlySectionTest {

    private static Section month(Loan loan, Lender lender, String day) {
        LocalDate on = LocalDate.parse(day);
        AccountState state = AccountState.of(loan.facts(on), loan.settled(day, lender), lender.options());
        return new AccountRecords(lender.settings(), loan.dossier(on, List.of(), null)).monthly(on, state, day);
    }

    private static String says(Loan loan, Lender lender, String day, String... tags) {
        Section month = month(loan, lender, day);
        return Stream.of(tags).map(month::value).collect(Collectors.joining(" "));
    }

    private static String says(Loan loan, String day, String... tags) {
        return says(loan, Lender.PLAIN, day, tags);
    }

    private static final String[] OVERDUE = {
        "OverdPrd", "TotOverd", "OverdPrinc", "Oved31_60Princ", "Oved61_90Princ", "Oved91_180Princ", "OvedPrinc180"
    };

    /** Three of 1000.50 and 8.80 each, 49, 21 and 0 days past due: two overdue, 2001.00 principal, 2018.60 in all. */
    @Test
    void totals_are_rounded_up_and_age_bands_down() {
        Loan loan = Loan.loan()
                .due(1, "2026-02-10", 100_050, 880)
                .due(2, "2026-03-10", 100_050, 880)
                .due(3, "2026-03-31", 100_050, 880);
        assertThat(says(loan, "2026-03-31", OVERDUE)).isEqualTo("2 2019 2001 1000 0 0 0");
        assertThat(says(loan, "2026-03-31", "AcctBal", "RemRepPrd", "CurRpyAmt"))
                .isEqualTo("3002 0 2019");
    }

    /** Due 10 February to 10 September and unpaid; on 30 September 232, 204, 173, 143, 112, 82, 51 and 20 days past due. */
    @Test
    void unpaid_principal_stands_in_the_band_of_its_own_age() {
        assertThat(says(Loan.yearly(), "2026-09-30", OVERDUE)).isEqualTo("8 8071 8000 1000 1000 3000 2000");
    }

    @Test
    void what_is_not_overdue_to_the_bureau_shows_no_arrears() {
        String nothing = "0 0 0 0 0 0 0";
        Loan fee = Loan.loan().due(1, "2026-06-10", 100, 0).entry(EntryType.FEE, "f", "2026-03-05", 5_000);
        assertThat(says(fee, "2026-03-31", OVERDUE)).isEqualTo(nothing);
        Lender graceful = Lender.PLAIN.with(Policies.policy()
                .grace(30, io.arrears.delinquency.Policy.GraceMode.COUNT_BACK)
                .build());
        assertThat(says(Loan.yearly(), graceful, "2026-02-28", OVERDUE)).isEqualTo(nothing);
        assertThat(says(Loan.yearly(), graceful, "2026-03-31", OVERDUE)).isEqualTo("2 2018 2000 1000 0 0 0");
        Lender tolerant =
                Lender.PLAIN.with(Policies.policy().tolerance("CNY", 100).build());
        assertThat(says(Loan.yearly().paid("a", "2026-02-10", 100_780), tolerant, "2026-02-28", OVERDUE))
                .isEqualTo(nothing);
    }

    @Test
    void charges_that_age_count_one_period_at_least() {
        Loan fee = Loan.loan().due(1, "2026-06-10", 100, 0).entry(EntryType.FEE, "f", "2026-03-05", 5_010);
        Lender lender = Lender.PLAIN.with(Policies.policy().chargesAge().build());
        assertThat(says(fee, lender, "2026-03-31", "OverdPrd", "TotOverd", "OverdPrinc"))
                .isEqualTo("1 51 0");
    }

    @Test
    void payments_of_the_month_are_added_up_before_they_are_rounded() {
        Loan loan = Loan.yearly().paid("a", "2026-02-01", 10_001).paid("b", "2026-02-28", 10_001);
        assertThat(says(loan, "2026-02-28", "ActRpyAmt", "LatRpyDate")).isEqualTo("201 2026-02-28");
        assertThat(says(loan, "2026-03-31", "ActRpyAmt", "LatRpyDate")).isEqualTo("0 2026-02-28");
    }

    @Test
    void before_the_first_payment_the_last_one_is_the_opening() {
        assertThat(says(Loan.yearly(), "2026-02-28", "LatRpyDate")).isEqualTo("2026-01-05");
    }

    @Test
    void remaining_periods_are_those_to_come() {
        assertThat(says(Loan.yearly(), "2026-01-31", "RemRepPrd")).isEqualTo("12");
        assertThat(says(Loan.yearly(), "2026-02-28", "RemRepPrd")).isEqualTo("11");
        assertThat(says(Loan.yearly().paid("a", "2026-02-10", 201_760), "2026-02-28", "RemRepPrd"))
                .isEqualTo("10");
        assertThat(says(Loan.yearly().repaid("SINGLE"), "2026-02-28", "RemRepPrd"))
                .isEqualTo("0");
    }

    /** Due on 10 February, and the rest put off, or paid off early, on the 24th: the month's instalment was due, paid late or not. */
    @Test
    void what_fell_due_before_a_change_of_version_is_told_as_due() {
        String[] tags = {"RpyStatus", "CurRpyAmt", "ActRpyAmt", "SettDate"};
        Loan late = putOff("2026-02-20", 100_880);
        assertThat(says(late, "2026-02-28", tags)).isEqualTo("M 1009 1009 2026-02-10");
        assertThat(says(late, "2026-03-31", tags)).isEqualTo("* 0 0 2026-03-31");
        assertThat(says(putOff("2026-02-10", 100_880), "2026-02-28", tags)).isEqualTo("N 1009 1009 2026-02-10");
        assertThat(says(putOff("2026-01-20", 100_880), "2026-02-28", tags)).isEqualTo("* 0 0 2026-02-10");

        Loan payoff = Loan.yearly()
                .paid("a", "2026-02-10", 100_880)
                .due(2, 1, "2026-02-24", 1_100_000, 500)
                .agreed(AgreementType.PAYOFF, "o", "2026-02-24", 2)
                .paid("b", "2026-02-24", 1_100_500);
        assertThat(says(payoff, "2026-02-24", tags)).isEqualTo("C 12014 12014 2026-02-24");
    }

    private static Loan putOff(String paid, long amount) {
        return Loan.yearly()
                .paid("a", paid, amount)
                .due(2, 1, "2026-07-10", 1_100_000, 500)
                .agreed(AgreementType.EXTENSION, "x", "2026-02-24", 2);
    }

    @Test
    void nothing_due_means_no_amount_due() {
        assertThat(says(Loan.yearly(), "2026-01-31", "RpyStatus", "CurRpyAmt", "SettDate"))
                .isEqualTo("* 0 2026-01-31");
    }

    @Test
    void an_ended_loan_owes_nothing_and_has_its_day() {
        Loan sold = Loan.yearly().agreed(AgreementType.TRANSFER, "t", "2026-02-20", null);
        assertThat(says(sold, "2026-02-20", "AcctBal", "RemRepPrd", "OverdPrd", "TotOverd", "CloseDate"))
                .isEqualTo("0 0 0 0 2026-02-20");
    }

    @Test
    void the_balance_is_principal_or_with_overdue_interest() {
        assertThat(says(Loan.yearly(), "2026-02-28", "AcctBal")).isEqualTo("12000");
        assertThat(says(
                        Loan.yearly(),
                        Lender.PLAIN.choosing(FormatOptions.Balance.PRINCIPAL_AND_OVERDUE_INTEREST),
                        "2026-02-28",
                        "AcctBal"))
                .isEqualTo("12009");
    }

    @Test
    void overdue_periods_are_instalments_or_months_begun() {
        Loan single = Loan.loan().due(1, "2026-02-10", 100_000, 0);
        Lender months = Lender.PLAIN.choosing(FormatOptions.OverduePeriods.MONTHS);
        assertThat(says(single, "2026-04-10", "OverdPrd")).isEqualTo("1");
        assertThat(says(single, months, "2026-02-11", "OverdPrd")).isEqualTo("1");
        assertThat(says(single, months, "2026-03-09", "OverdPrd")).isEqualTo("1");
        assertThat(says(single, months, "2026-03-10", "OverdPrd")).isEqualTo("2");
        assertThat(says(single, months, "2026-04-10", "OverdPrd")).isEqualTo("3");
    }

    @Test
    void the_amount_due_is_this_month_s_or_all_that_is_overdue() {
        Lender all = Lender.PLAIN.choosing(FormatOptions.CurrentDue.WITH_ARREARS);
        assertThat(says(Loan.yearly(), "2026-03-31", "CurRpyAmt")).isEqualTo("1009");
        assertThat(says(Loan.yearly(), all, "2026-03-31", "CurRpyAmt")).isEqualTo("2018");
        assertThat(says(Loan.yearly().paid("a", "2026-02-10", 100_880), all, "2026-02-28", "CurRpyAmt"))
                .isEqualTo("1009");
    }

    @Test
    void the_settlement_date_is_the_due_date_or_the_reported_day() {
        assertThat(says(Loan.yearly(), "2026-03-31", "SettDate")).isEqualTo("2026-03-10");
        assertThat(says(
                        Loan.yearly(),
                        Lender.PLAIN.choosing(FormatOptions.SettlementDate.REPORT_DATE),
                        "2026-03-31",
                        "SettDate"))
                .isEqualTo("2026-03-31");
    }

    @Test
    void a_written_off_loan_has_the_status_that_the_lender_s_file_names() {
        Loan loan = Loan.yearly().entry(EntryType.WRITE_OFF, "w", "2026-02-20", 1_200_000);
        assertThat(says(loan, "2026-02-28", "AcctStatus", "RpyStatus", "TotOverd"))
                .isEqualTo("42 B 1009");
        assertThat(says(loan, Lender.PLAIN.choosing("41"), "2026-02-28", "AcctStatus"))
                .isEqualTo("41");
    }

    @Test
    void when_an_opening_counts_as_learnt_late_is_a_choice() {
        Loan loan = Loan.yearly().known("2026-01-15");
        assertThat(Nights.of(Lender.PLAIN.learningLateAfter(11), loan).words("2026-01-15"))
                .containsExactly("210/10 2026-01-05 *");
        assertThat(Nights.of(Lender.PLAIN.learningLateAfter(10), loan).run("2026-01-15", "2026-02-02"))
                .containsExactly("02-02 210/31 2026-01-31 *");
    }

    /** Unpaid from 10 February: 18, 49, 79 and 110 days at the months' ends; class 3 from 91 on. */
    @Test
    void a_class_counts_from_the_day_that_crossed_the_table() {
        Nights nights = Nights.of(Lender.PLAIN, Loan.yearly());
        nights.run("2026-01-05", "2026-06-02");
        assertThat(LoanOnFile.of(nights.reported()).months().stream()
                        .map(month -> month.fact("Month") + " " + month.fact("FiveCate") + " "
                                + month.fact("FiveCateAdjDate")))
                .containsExactly(
                        "2026-01 1 2026-01-05",
                        "2026-02 2 2026-02-11",
                        "2026-03 2 2026-02-11",
                        "2026-04 2 2026-02-11",
                        "2026-05 3 2026-05-12");
    }

    @Test
    void a_committee_s_class_counts_from_its_own_day() {
        Nights nights = Nights.of(Lender.PLAIN, Loan.yearly().classed(3, "2026-02-05"));
        nights.run("2026-01-05", "2026-04-02");
        assertThat(LoanOnFile.of(nights.reported()).months().stream()
                        .map(month -> month.fact("FiveCate") + " " + month.fact("FiveCateAdjDate")))
                .containsExactly("1 2026-01-05", "3 2026-02-05", "3 2026-02-05");
    }

    @Test
    void a_rest_below_the_floor_shows_no_arrears() {
        Loan loan = Loan.yearly().paid("a", "2026-02-10", 100_879);
        assertThat(says(loan, "2026-02-28", OVERDUE)).isEqualTo("0 0 0 0 0 0 0");
        assertThat(says(loan, "2026-02-28", "AcctStatus", "FiveCate", "CurRpyAmt", "ActRpyAmt"))
                .isEqualTo("1 1 1009 1009");
        assertThat(says(loan, "2026-04-30", OVERDUE)).isEqualTo("2 2018 2001 1000 0 0 0");
        Loan shortOf = Loan.yearly().paid("a", "2026-02-10", 100_780);
        assertThat(says(shortOf, "2026-02-28", OVERDUE)).isEqualTo("1 1 1 0 0 0 0");
    }

    @Test
    void each_amount_is_rounded_as_chosen_and_no_part_exceeds_its_total() {
        Loan loan = Loan.loan().due(1, "2026-02-10", 100_060, 0).due(2, "2026-03-10", 100_060, 0);
        String[] tags = {"AcctBal", "TotOverd", "OverdPrinc", "Oved31_60Princ", "CurRpyAmt"};
        assertThat(says(loan, "2026-03-31", tags)).isEqualTo("2002 2002 2002 1000 1001");
        Lender half = Lender.PLAIN.choosing(rounding(RoundingMode.HALF_UP));
        assertThat(says(loan, half, "2026-03-31", tags)).isEqualTo("2001 2001 2001 1001 1001");
        Lender down = Lender.PLAIN.choosing(rounding(RoundingMode.FLOOR));
        assertThat(says(loan, down, "2026-03-31", tags)).isEqualTo("2001 2001 2001 1000 1000");
        Lender mixed = Lender.PLAIN.choosing(new Rounding(
                Map.of(Amount.OVERDUE, RoundingMode.FLOOR, Amount.PRINCIPAL_BY_AGE, RoundingMode.CEILING)));
        assertThat(says(Loan.loan().due(1, "2026-02-10", 100_060, 0), mixed, "2026-03-31", tags))
                .isEqualTo("1001 1000 1000 1000 1000");
    }

    private static Rounding rounding(RoundingMode mode) {
        Map<Amount, RoundingMode> all = new EnumMap<>(Amount.class);
        List.of(Amount.values()).forEach(amount -> all.put(amount, mode));
        return new Rounding(all);
    }

    /** Due on 10 February and 10 March; after March what is due is what is overdue. */
    @Test
    void after_the_last_month_the_arrears_are_what_is_due() {
        Loan loan = Loan.loan().due(1, "2026-02-10", 100_000, 880).due(2, "2026-03-10", 100_000, 880);
        assertThat(says(loan, "2026-03-31", "CurRpyAmt", "TotOverd")).isEqualTo("1009 2018");
        assertThat(says(loan, "2026-04-30", "CurRpyAmt", "TotOverd")).isEqualTo("2018 2018");
        assertThat(says(loan.paid("a", "2026-04-10", 150_000), "2026-04-30", "CurRpyAmt", "TotOverd", "ActRpyAmt"))
                .isEqualTo("518 518 1500");
    }

    @Test
    void what_was_prepaid_before_its_month_is_not_due_in_it() {
        Loan whole = Loan.yearly().paid("a", "2026-02-10", 201_760);
        assertThat(says(whole, "2026-02-28", "CurRpyAmt", "ActRpyAmt")).isEqualTo("1009 2018");
        assertThat(says(whole, "2026-03-31", "RpyStatus", "CurRpyAmt", "ActRpyAmt", "SettDate"))
                .isEqualTo("* 0 0 2026-03-10");
        Loan part = Loan.yearly().paid("a", "2026-02-10", 150_880).paid("b", "2026-03-10", 50_880);
        assertThat(says(part, "2026-03-31", "RpyStatus", "CurRpyAmt", "ActRpyAmt"))
                .isEqualTo("N 509 509");
    }

    @Test
    void an_overpayment_refunded_in_its_month_is_not_told_whole() {
        Loan loan = Loan.loan()
                .due(1, "2026-02-10", 100_000, 0)
                .entry(EntryType.FEE, "f", "2026-03-01", 100)
                .paid("a", "2026-02-10", 150_000);
        assertThat(says(loan, "2026-02-28", "ActRpyAmt")).isEqualTo("1500");
        loan.entry(EntryType.REFUND, "r", "2026-02-12", 49_900);
        assertThat(says(loan, "2026-02-28", "ActRpyAmt")).isEqualTo("1001");
        assertThat(says(loan, "2026-03-31", "ActRpyAmt")).isEqualTo("0");
    }

    /** 1200 paid of 1000 on the 10th, which closes the loan, and 200 given back on the 15th: 1000 was paid, whenever it is told. */
    @Test
    void an_overpayment_refunded_after_the_closing_day_is_not_told_whole() {
        Loan loan = Loan.loan().due(1, "2026-02-10", 100_000, 0).paid("a", "2026-02-10", 120_000);
        assertThat(says(loan, "2026-02-10", "RpyStatus", "ActRpyAmt")).isEqualTo("C 1200");
        loan.entry(EntryType.REFUND, "r", "2026-02-15", 20_000);
        assertThat(says(loan, "2026-02-10", "RpyStatus", "ActRpyAmt")).isEqualTo("C 1000");
        loan.reversed("x", "r", "2026-02-20", 20_000);
        assertThat(says(loan, "2026-02-10", "ActRpyAmt")).isEqualTo("1200");
        loan.entry(EntryType.REFUND, "s", "2026-03-02", 20_000);
        assertThat(says(loan, "2026-02-10", "ActRpyAmt")).isEqualTo("1200");
    }

    @Test
    void a_refund_of_an_earlier_month_s_overpayment_leaves_this_month_s_payment_whole() {
        Loan loan = Loan.loan()
                .due(1, "2026-02-10", 100_000, 0)
                .paid("a", "2026-02-10", 150_000)
                .entry(EntryType.FEE, "f", "2026-03-01", 60_000)
                .paid("b", "2026-03-05", 10_000)
                .entry(EntryType.REFUND, "r", "2026-03-12", 10_000);
        assertThat(says(loan, "2026-03-31", "ActRpyAmt")).isEqualTo("100");
    }

    /** All instalments paid and a late fee of 50.10 not: told as owed, not as overdue, and not as an account of nothing. */
    @Test
    void a_loan_with_nothing_left_but_a_charge_owes_it() {
        Loan loan = Loan.loan()
                .due(1, "2026-02-10", 100_000, 0)
                .entry(EntryType.FEE, "f", "2026-02-11", 5_010)
                .entry(EntryType.REPAYMENT, "a", "2026-02-12", new Components(100_000, 0, 0, 0));
        String[] tags = {"AcctStatus", "RpyStatus", "AcctBal", "TotOverd", "CurRpyAmt"};
        assertThat(says(loan, "2026-02-28", tags)).isEqualTo("1 M 51 0 1051");
        assertThat(says(loan, "2026-03-31", tags)).isEqualTo("1 N 51 0 51");
        assertThat(says(loan.paid("b", "2026-04-05", 5_010), "2026-04-30", tags))
                .isEqualTo("3 C 0 0 0");
    }

    /** The same loan where the choice is that it is over: closed on the day that paid the instalment, whatever becomes of the fee. */
    @Test
    void with_the_choice_a_loan_with_nothing_left_but_a_charge_is_closed() {
        Loan loan = Loan.loan()
                .due(1, "2026-02-10", 100_000, 0)
                .entry(EntryType.FEE, "f", "2026-02-11", 5_010)
                .entry(EntryType.REPAYMENT, "a", "2026-02-12", new Components(100_000, 0, 0, 0));
        Lender chosen = Lender.PLAIN.choosing(FormatOptions.ChargesLeft.CLOSED);
        String[] tags = {"AcctStatus", "RpyStatus", "AcctBal", "TotOverd", "CurRpyAmt", "CloseDate"};
        assertThat(says(loan, chosen, "2026-02-11", tags)).isEqualTo("2 1 1000 1000 1000 ");
        assertThat(says(loan, chosen, "2026-02-12", tags)).isEqualTo("3 C 0 0 1000 2026-02-12");
        assertThat(says(loan.paid("b", "2026-04-05", 5_010), chosen, "2026-04-30", tags))
                .isEqualTo("3 C 0 0 0 2026-02-12");
    }

    @Test
    void with_the_choice_a_due_last_day_is_overdue_in_every_figure() {
        Loan loan = Loan.loan().due(1, "2026-03-31", 100_000, 880).due(2, "2026-06-30", 100_000, 880);
        Lender chosen = Lender.PLAIN.choosing(FormatOptions.DueOnLastDay.OVERDUE);
        assertThat(says(loan, chosen, "2026-03-31", OVERDUE)).isEqualTo("1 1009 1000 0 0 0 0");
        assertThat(says(loan, chosen, "2026-03-31", "AcctStatus", "RpyStatus", "FiveCate", "CurRpyAmt"))
                .isEqualTo("2 1 2 1009");
        assertThat(says(loan, "2026-03-31", OVERDUE)).isEqualTo("0 0 0 0 0 0 0");
    }
}

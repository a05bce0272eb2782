package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What happened to a loan in a month beyond paying, as {@code ChanTranType@TranDate TranAmt DueTranMon}. */
class SpecialTradesTest {

    private static String trades(Loan loan, String day) {
        LocalDate on = LocalDate.parse(day);
        AccountState state = AccountState.of(loan.facts(on), loan.settled(day, Lender.PLAIN), Lender.PLAIN.options());
        return new AccountRecords(Lender.PLAIN.settings(), loan.dossier(on, List.of(), null))
                .trades(state).entries().stream()
                        .map(trade ->
                                Facts.trade(trade) + " " + trade.value("TranAmt") + " " + trade.value("DueTranMon"))
                        .collect(Collectors.joining("; "));
    }

    @Test
    void paying_several_instalments_before_their_months_is_a_part_prepayment() {
        assertThat(trades(Loan.yearly().paid("a", "2026-02-10", 504_400), "2026-02-28"))
                .isEqualTo("4@2026-02-10 4036 0");
        assertThat(trades(Loan.yearly().paid("a", "2026-02-10", 504_400), "2026-03-31"))
                .isEmpty();
    }

    @Test
    void paying_part_of_a_single_instalment_long_before_it_is_due_is_one_too() {
        Loan single = Loan.loan().due(1, "2026-12-10", 1_000_000, 0).paid("a", "2026-02-10", 300_000);
        assertThat(trades(single, "2026-02-28")).isEqualTo("4@2026-02-10 3000 0");
    }

    @Test
    void paying_the_next_instalment_within_a_month_before_its_day_is_none() {
        assertThat(trades(Loan.yearly().paid("a", "2026-01-31", 100_880), "2026-01-31"))
                .isEmpty();
        assertThat(trades(Loan.yearly().paid("a", "2026-02-10", 201_760), "2026-02-28"))
                .isEmpty();
        assertThat(trades(Loan.yearly().paid("a", "2026-02-05", 100_880), "2026-02-28"))
                .isEmpty();
    }

    @Test
    void what_a_guarantor_prepays_is_told_as_his_payment_alone() {
        assertThat(trades(Loan.yearly().paidBy(PaidBy.GUARANTOR, "a", "2026-02-10", 504_400), "2026-02-28"))
                .isEqualTo("2@2026-02-10 5044 0");
    }

    @Test
    void what_pays_a_loan_off_is_an_early_settlement_and_no_prepayment() {
        Loan loan = Loan.yearly().paid("a", "2026-02-10", 504_400).paid("b", "2026-03-20", 706_160);
        assertThat(trades(loan, "2026-02-28")).isEqualTo("4@2026-02-10 4036 0");
        assertThat(trades(loan, "2026-03-20")).isEqualTo("5@2026-03-20 7062 9");
    }

    /** A contract may end later than its last instalment; who pays that on its day pays nothing early. */
    @Test
    void paying_the_last_instalment_on_its_day_is_no_early_settlement_whenever_the_contract_ends() {
        Loan loan = Loan.loan()
                .matures("2026-06-30")
                .due(1, "2026-02-10", 100_000, 0)
                .due(2, "2026-03-10", 100_000, 0)
                .paid("a", "2026-02-10", 100_000);
        assertThat(trades(loan.paid("b", "2026-03-10", 100_000), "2026-03-10")).isEmpty();
    }

    /** A waived penalty leaves it an early settlement; principal let off makes it none. */
    @Test
    void an_early_settlement_is_one_though_a_penalty_was_waived() {
        Loan loan = Loan.yearly()
                .entry(EntryType.PENALTY, "p", "2026-03-01", 500)
                .waived("w", "2026-03-01", 500)
                .paid("a", "2026-03-20", 1_210_560);
        assertThat(trades(loan, "2026-03-20")).isEqualTo("11@2026-03-01 5 0; 5@2026-03-20 12106 9");
        Loan less = Loan.yearly().paid("a", "2026-03-20", 1_000_000).waived("w", "2026-03-20", 210_560);
        assertThat(trades(less, "2026-03-20")).isEqualTo("11@2026-03-20 2106 0");
        Loan rounded = Loan.yearly()
                .due(2, 1, "2026-03-20", 1_199_999, 0)
                .agreed(AgreementType.PAYOFF, "o", "2026-03-20", 2)
                .paid("a", "2026-03-20", 1_199_999);
        assertThat(trades(rounded, "2026-03-20")).isEqualTo("5@2026-03-20 12000 9");
    }

    /** A payoff moves no due date: 9 months before 10 January, C, and no extension. */
    @Test
    void a_payoff_is_an_early_settlement_and_no_extension() {
        Loan loan = Loan.yearly()
                .due(2, 1, "2026-03-20", 1_100_000, 400)
                .paid("a", "2026-02-10", 100_880)
                .agreed(AgreementType.PAYOFF, "o", "2026-03-20", 2)
                .paid("b", "2026-03-20", 1_100_400);
        assertThat(trades(loan, "2026-03-20")).isEqualTo("5@2026-03-20 11004 9");
    }

    @Test
    void an_extension_after_which_a_loan_is_paid_off_counts_from_the_day_it_moved_to() {
        Loan loan = Loan.loan()
                .matures("2026-03-10")
                .due(1, "2026-03-10", 100_000, 0)
                .due(2, 1, "2026-09-10", 100_000, 0)
                .agreed(AgreementType.EXTENSION, "x", "2026-03-05", 2)
                .paid("a", "2026-05-20", 100_000);
        assertThat(trades(loan, "2026-03-31")).isEqualTo("1@2026-03-05 1000 6");
        assertThat(trades(loan, "2026-05-20")).isEqualTo("5@2026-05-20 1000 3");
    }

    private static Loan withInterest() {
        return Loan.loan().due(1, "2026-03-10", 100_000, 2_000).due(2, "2026-04-10", 100_000, 2_000);
    }

    private static Loan interestWaived(Loan loan, String id, String day, long amount) {
        return loan.entry(EntryType.WAIVER, id, day, new Components(0, amount, 0, 0));
    }

    /** 20 of interest fell due in each month; D20 forgives no more than is left of it, whatever was booked. */
    @Test
    void a_waiver_is_told_as_what_it_forgave() {
        Loan once = interestWaived(withInterest(), "w", "2026-03-05", 2_000);
        assertThat(trades(once, "2026-03-31")).isEqualTo("11@2026-03-05 20 0");
        Loan tooMuch = interestWaived(Loan.loan().due(1, "2026-03-10", 100_000, 2_000), "w", "2026-03-05", 3_000);
        assertThat(trades(tooMuch, "2026-03-31")).isEqualTo("11@2026-03-05 20 0");
        Loan penalty = withInterest()
                .entry(EntryType.PENALTY, "p", "2026-03-11", 500)
                .entry(EntryType.FEE, "f", "2026-03-11", 700)
                .entry(EntryType.WAIVER, "w", "2026-03-12", new Components(0, 0, 0, 800))
                .entry(EntryType.WAIVER, "v", "2026-03-13", new Components(0, 0, 900, 0));
        assertThat(trades(penalty, "2026-03-31")).isEqualTo("11@2026-03-12 5 0; 11@2026-03-13 7 0");
    }

    @Test
    void a_waiver_booked_twice_is_told_once() {
        Loan single = Loan.loan().due(1, "2026-03-10", 100_000, 2_000);
        Loan sameDay = interestWaived(interestWaived(single, "w", "2026-03-05", 2_000), "v", "2026-03-05", 2_000);
        assertThat(trades(sameDay, "2026-03-31")).isEqualTo("11@2026-03-05 20 0");
        Loan other = Loan.loan().due(1, "2026-03-10", 100_000, 2_000);
        Loan otherDay = interestWaived(interestWaived(other, "w", "2026-03-05", 2_000), "v", "2026-03-09", 2_000);
        assertThat(trades(otherDay, "2026-03-31")).isEqualTo("11@2026-03-05 20 0");
        assertThat(trades(otherDay.reversed("r", "w", "2026-03-20", 2_000), "2026-03-31"))
                .isEqualTo("11@2026-03-09 20 0");
        assertThat(trades(otherDay.reversed("q", "v", "2026-03-21", 2_000), "2026-03-31"))
                .isEmpty();
    }

    /** The second forgives 5 of March's interest and 10 of April's. */
    @Test
    void several_waivers_of_a_month_are_told_by_day() {
        Loan loan = interestWaived(interestWaived(withInterest(), "w", "2026-03-05", 1_500), "v", "2026-03-09", 1_500);
        assertThat(trades(loan, "2026-03-31")).isEqualTo("11@2026-03-05 15 0; 11@2026-03-09 15 0");
    }

    /** The guarantor paid 1200 of 1000 and got 200 back: he paid 1000. */
    @Test
    void what_a_guarantor_overpaid_and_got_back_is_not_told_as_paid_by_him() {
        Loan loan = Loan.loan()
                .due(1, "2026-03-10", 100_000, 0)
                .paidBy(PaidBy.GUARANTOR, "g", "2026-03-10", 120_000)
                .entry(EntryType.REFUND, "r", "2026-03-12", 20_000);
        assertThat(trades(loan, "2026-03-31")).isEqualTo("2@2026-03-10 1000 0");
        assertThat(trades(loan, "2026-03-10")).isEqualTo("2@2026-03-10 1000 0");
    }
}

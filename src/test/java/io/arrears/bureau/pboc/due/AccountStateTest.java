package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.terms.FormatOptions;
import io.arrears.delinquency.Loans;
import io.arrears.delinquency.Policies;
import io.arrears.delinquency.Policy;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AcctStatus and RpyStatus, worked out by hand: {@code 2/3} is an overdue account of 61 to 90 days. */
class AccountStateTest {

    /** One instalment of 1000 yuan, due on 10 February 2026. */
    private static Loan single() {
        return Loan.loan().due(1, "2026-02-10", 100_000, 0);
    }

    private static String statuses(Loan loan, String day) {
        return statuses(loan, Loans.PLAIN, day);
    }

    private static String statuses(Loan loan, Policy policy, String day) {
        return statuses(loan, Lender.PLAIN.with(policy), day);
    }

    private static String statuses(Loan loan, Lender lender, String day) {
        AccountState state = AccountState.of(loan.facts(LocalDate.MAX), loan.settled(day, lender), lender.options());
        return state.accountStatus(AccountType.D1) + "/" + state.repaymentStatus();
    }

    @ParameterizedTest
    @CsvSource({
        "0,   1/N",
        "1,   2/1",
        "30,  2/1",
        "31,  2/2",
        "60,  2/2",
        "61,  2/3",
        "90,  2/3",
        "91,  2/4",
        "120, 2/4",
        "121, 2/5",
        "150, 2/5",
        "151, 2/6",
        "180, 2/6",
        "181, 2/7",
        "900, 2/7"
    })
    void the_digit_counts_days_from_the_oldest_due_date(int days, String statuses) {
        LocalDate day = LocalDate.of(2026, 2, 10).plusDays(days);
        assertThat(statuses(single(), day.toString())).isEqualTo(statuses);
    }

    @Test
    void a_month_in_which_nothing_falls_due_has_a_star() {
        assertThat(statuses(single(), "2026-01-31")).isEqualTo("1/*");
        assertThat(statuses(Loan.yearly().paid("a", "2026-02-10", 100_880), "2026-03-09"))
                .isEqualTo("1/*");
    }

    @Test
    void what_is_paid_by_its_day_is_normal_and_what_is_paid_after_it_has_an_M() {
        assertThat(statuses(Loan.yearly().paid("a", "2026-02-10", 100_880), "2026-02-28"))
                .isEqualTo("1/N");
        assertThat(statuses(Loan.yearly().paid("a", "2026-02-11", 100_880), "2026-02-28"))
                .isEqualTo("1/M");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-10, 1/N", "2026-02-11, 1/N", "2026-02-13, 1/N", "2026-02-14, 2/1", "2026-03-13, 2/2"})
    void within_contractual_grace_nobody_is_overdue_and_beyond_it_days_count_from_the_due_date(
            String day, String statuses) {
        for (Policy.GraceMode mode : Policy.GraceMode.values()) {
            Policy policy = Policies.policy().grace(3, mode).build();
            assertThat(statuses(single(), policy, day)).as("%s", mode).isEqualTo(statuses);
        }
    }

    @Test
    void in_grace_into_the_next_month_it_is_normal_though_nothing_falls_due() {
        Policy policy = Policies.policy().grace(3, Policy.GraceMode.COUNT_BACK).build();
        assertThat(statuses(Loan.loan().due(1, "2026-02-28", 100_000, 0), policy, "2026-03-02"))
                .isEqualTo("1/N");
    }

    @Test
    void charges_alone_make_nobody_overdue() {
        Loan loan = single().paid("a", "2026-02-10", 100_000).due(2, "2026-06-10", 100_000, 0);
        loan.entry(EntryType.FEE, "f", "2026-03-05", 5_000);
        assertThat(statuses(loan, "2026-03-31")).isEqualTo("1/*");
        assertThat(statuses(loan, Policies.policy().chargesAge().build(), "2026-03-31"))
                .isEqualTo("2/1");
    }

    @Test
    void a_rest_within_tolerance_makes_nobody_overdue() {
        Loan loan = Loan.yearly().paid("a", "2026-02-10", 100_780);
        assertThat(statuses(loan, Policies.policy().tolerance("CNY", 100).build(), "2026-02-28"))
                .isEqualTo("1/N");
        assertThat(statuses(loan, Policies.policy().tolerance("CNY", 99).build(), "2026-02-28"))
                .isEqualTo("2/1");
    }

    @Test
    void who_paid_shows_while_nothing_is_overdue() {
        assertThat(statuses(Loan.yearly().paidBy(PaidBy.GUARANTOR, "a", "2026-02-10", 100_880), "2026-02-28"))
                .isEqualTo("1/D");
        assertThat(statuses(Loan.yearly().paidBy(PaidBy.COLLATERAL, "a", "2026-02-10", 100_880), "2026-02-28"))
                .isEqualTo("1/Z");
        assertThat(statuses(Loan.yearly().paidBy(PaidBy.GUARANTOR, "a", "2026-02-10", 50_000), "2026-02-28"))
                .isEqualTo("2/1");
        assertThat(statuses(Loan.yearly().paidBy(PaidBy.GUARANTOR, "a", "2026-02-10", 100_880), "2026-03-09"))
                .isEqualTo("1/*");
    }

    @Test
    void a_written_off_debt_is_bad_until_it_is_paid() {
        Loan loan = Loan.yearly().entry(EntryType.WRITE_OFF, "w", "2026-02-20", 1_200_000);
        assertThat(statuses(loan, "2026-02-28")).isEqualTo("42/B");
        assertThat(statuses(loan.entry(EntryType.RECOVERY, "r", "2026-03-20", 201_760), "2026-03-31"))
                .isEqualTo("1/M");
    }

    private static final Map<String, Loan> ENDED = Map.ofEntries(
            Map.entry("paid on its day", interest().paid("a", "2026-02-10", 100_880)),
            Map.entry("paid long after its day", interest().paid("a", "2026-03-20", 100_880)),
            Map.entry("paid by the guarantor", interest().paidBy(PaidBy.GUARANTOR, "a", "2026-02-10", 100_880)),
            Map.entry("paid with collateral", interest().paidBy(PaidBy.COLLATERAL, "a", "2026-02-10", 100_880)),
            Map.entry(
                    "interest waived by its split",
                    interest()
                            .entry(EntryType.REPAYMENT, "a", "2026-02-10", new Components(100_000, 0, 0, 0))
                            .entry(EntryType.PENALTY, "p", "2026-02-12", 300)
                            .entry(EntryType.WAIVER, "w", "2026-02-12", new Components(0, 880, 0, 300))),
            Map.entry(
                    "interest waived before the payment",
                    interest().waived("w", "2026-02-09", 880).paid("a", "2026-02-10", 100_000)),
            Map.entry(
                    "interest waived after the payment took it",
                    interest().paid("a", "2026-02-10", 100_000).waived("w", "2026-02-10", 880)),
            Map.entry(
                    "penalty waived",
                    interest()
                            .paid("a", "2026-02-12", 100_880)
                            .entry(EntryType.PENALTY, "p", "2026-02-12", 300)
                            .entry(EntryType.WAIVER, "w", "2026-02-13", new Components(0, 0, 0, 300))),
            Map.entry(
                    "written off and all paid after",
                    interest()
                            .entry(EntryType.WRITE_OFF, "w", "2026-02-20", 100_000)
                            .entry(EntryType.RECOVERY, "r", "2026-02-25", 100_880)),
            Map.entry(
                    "agreed to settle, and paid whole",
                    interest()
                            .agreed(AgreementType.SETTLEMENT, "s", "2026-02-05", null)
                            .paid("a", "2026-02-10", 100_880)),
            Map.entry(
                    "principal waived that never was, since reversed",
                    interest()
                            .paid("a", "2026-02-10", 90_880)
                            .waived("w", "2026-02-10", 10_000)
                            .reversed("x", "w", "2026-02-11", 10_000)
                            .paid("b", "2026-02-12", 10_000)),
            Map.entry(
                    "principal waived",
                    interest().paid("a", "2026-02-10", 90_000).waived("w", "2026-02-10", 10_880)),
            Map.entry(
                    "principal waived by its split",
                    interest()
                            .paid("a", "2026-02-10", 100_780)
                            .entry(EntryType.WAIVER, "w", "2026-02-10", new Components(100, 0, 0, 0))),
            Map.entry(
                    "0.99 of principal waived by its split",
                    interest()
                            .paid("a", "2026-02-10", 100_781)
                            .entry(EntryType.WAIVER, "w", "2026-02-10", new Components(99, 0, 0, 0))),
            Map.entry(
                    "paid off by a payoff that is a cent short",
                    Loan.loan()
                            .due(1, "2026-02-10", 100_001, 0)
                            .due(2, "2026-04-10", 100_000, 0)
                            .due(2, 1, "2026-03-20", 200_000, 0)
                            .agreed(AgreementType.PAYOFF, "o", "2026-03-20", 2)
                            .paid("a", "2026-03-20", 200_000)),
            Map.entry(
                    "written off and given up",
                    interest()
                            .entry(EntryType.WRITE_OFF, "w", "2026-02-20", 100_000)
                            .waived("g", "2026-02-25", 100_880)),
            Map.entry(
                    "settled for less by a version with less principal",
                    interest()
                            .due(2, 1, "2026-02-25", 60_000, 0)
                            .agreed(AgreementType.SETTLEMENT, "s", "2026-02-20", 2)
                            .paid("a", "2026-02-25", 60_000)),
            Map.entry(
                    "settled by a version that leaves the interest out",
                    interest()
                            .due(2, 1, "2026-02-25", 100_000, 0)
                            .agreed(AgreementType.SETTLEMENT, "s", "2026-02-20", 2)
                            .paid("a", "2026-02-25", 100_000)),
            Map.entry(
                    "paid off early by a payoff",
                    Loan.yearly()
                            .due(2, 1, "2026-03-20", 1_110_000, 400)
                            .agreed(AgreementType.PAYOFF, "o", "2026-03-20", 2)
                            .paid("a", "2026-02-10", 90_880)
                            .paid("b", "2026-03-20", 1_110_400)),
            Map.entry("sold", interest().agreed(AgreementType.TRANSFER, "t", "2026-02-05", null)));

    private static Loan interest() {
        return Loan.loan().due(1, "2026-02-10", 100_000, 880);
    }

    /** G only where the principal was not paid: given up after a write-off, let off, or sold. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            paid on its day                                   | C
            paid long after its day                           | C
            paid by the guarantor                             | C
            paid with collateral                              | C
            interest waived by its split                      | C
            interest waived before the payment                | C
            interest waived after the payment took it         | C
            penalty waived                                    | C
            written off and all paid after                    | C
            agreed to settle, and paid whole                  | C
            principal waived that never was, since reversed   | C
            settled by a version that leaves the interest out | C
            paid off early by a payoff                        | C
            0.99 of principal waived by its split             | C
            paid off by a payoff that is a cent short         | C
            principal waived                                  | G
            principal waived by its split                     | G
            written off and given up                          | G
            settled for less by a version with less principal | G
            sold                                              | G
            """)
    void paid_in_full_is_settled_and_only_unpaid_principal_ends_otherwise(String how, String status) {
        assertThat(statuses(ENDED.get(how), "2026-03-31")).isEqualTo("3/" + status);
    }

    /** 2750.01 due on 10 August; what is unpaid of it is told as overdue from one yuan on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            274_900 | 1 | 2/1 | 1.01 unpaid
            274_901 | 1 | 2/1 | 1.00 unpaid
            274_902 | 1 | 1/N | 0.99 unpaid
            275_000 | 1 | 1/N | 0.01 unpaid
            275_000 | 0 | 2/1 | with a floor of 0 every cent is told
            274_001 | 9 | 2/1 | 10.00 unpaid
            274_901 | 9 | 1/N | below a floor of 9
            """)
    void a_rest_below_the_floor_is_told_as_not_overdue(String paid, int floor, String statuses, String why) {
        Loan loan = Loan.loan()
                .due(1, "2026-08-10", 275_001, 0)
                .due(2, "2026-12-10", 275_001, 0)
                .paid("a", "2026-08-10", Long.parseLong(paid.replace("_", "")));
        assertThat(statuses(loan, Lender.PLAIN.choosing(new Lender.Floor(floor)), "2026-08-31"))
                .isEqualTo(statuses);
    }

    /** 0.40 left of each of three instalments is one yuan from the third on: 21 days on the 31st, not 82. */
    @Test
    void days_count_from_the_due_date_that_reaches_the_floor() {
        Loan loan = Loan.loan();
        for (int month = 1; month <= 3; month++) {
            String day = "2026-0" + (month + 2) + "-10";
            loan.due(month, day, 100_000, 0);
            loan.entry(EntryType.REPAYMENT, "p" + month, day, new Components(99_960, 0, 0, 0));
        }
        loan.due(4, "2026-12-10", 100_000, 0);
        assertThat(statuses(loan, "2026-04-30")).isEqualTo("1/N");
        assertThat(statuses(loan, "2026-05-31")).isEqualTo("2/1");
    }

    @Test
    void money_paid_in_a_month_is_never_a_star() {
        Loan late = single().due(2, "2026-06-10", 100_000, 0).paid("a", "2026-03-20", 100_000);
        assertThat(statuses(late, "2026-03-31")).isEqualTo("1/N");
        Loan early = single().paid("a", "2026-01-20", 50_000);
        assertThat(statuses(early, "2026-01-31")).isEqualTo("1/N");
        assertThat(statuses(early.entry(EntryType.REFUND, "r", "2026-01-25", 1), "2026-01-31"))
                .isEqualTo("1/N");
    }

    @Test
    void an_instalment_prepaid_before_its_month_is_nothing_due() {
        Loan loan = Loan.yearly().paid("a", "2026-02-10", 201_760);
        assertThat(statuses(loan, "2026-03-31")).isEqualTo("1/*");
        assertThat(statuses(loan, "2026-04-30")).isEqualTo("2/1");
        assertThat(statuses(Loan.yearly().paid("a", "2026-02-10", 201_759), "2026-03-31"))
                .isEqualTo("1/N");
    }

    @Test
    void what_is_due_on_the_month_s_last_day_is_not_overdue_unless_chosen_so() {
        Loan loan = Loan.loan().due(1, "2026-09-30", 50_000, 0).due(2, "2026-12-30", 50_000, 0);
        Lender chosen = Lender.PLAIN.choosing(FormatOptions.DueOnLastDay.OVERDUE);
        assertThat(statuses(loan, "2026-09-30")).isEqualTo("1/N");
        assertThat(statuses(loan, chosen, "2026-09-30")).isEqualTo("2/1");
        assertThat(statuses(loan, chosen, "2026-10-31")).isEqualTo("2/2");
        assertThat(statuses(loan, chosen, "2026-12-30")).isEqualTo("2/4");
        assertThat(statuses(
                        loan,
                        chosen.with(Policies.policy()
                                .grace(3, Policy.GraceMode.COUNT_BACK)
                                .build()),
                        "2026-09-30"))
                .isEqualTo("1/N");
        assertThat(statuses(loan.paid("a", "2026-09-30", 50_000), chosen, "2026-09-30"))
                .isEqualTo("1/N");
    }

    @Test
    void a_loan_sold_after_it_was_paid_is_settled() {
        Loan loan = single().paid("a", "2026-02-10", 100_000).agreed(AgreementType.TRANSFER, "t", "2026-02-20", null);
        assertThat(statuses(loan, "2026-02-28")).isEqualTo("3/C");
    }
}

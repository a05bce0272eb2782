package io.arrears.bureau.pboc;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Loans;
import io.arrears.delinquency.Policies;
import io.arrears.delinquency.Policy;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import io.arrears.ledger.PaidBy;
import java.time.LocalDate;
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
        Lender lender = Lender.PLAIN.with(policy);
        AccountState state = AccountState.of(loan.facts(LocalDate.MAX), loan.settled(day, lender), lender.choices());
        return state.accountStatus() + "/" + state.repaymentStatus();
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

    @Test
    void what_ended_is_settled_or_ended_otherwise() {
        assertThat(statuses(single().paid("a", "2026-02-10", 100_000), "2026-02-10"))
                .isEqualTo("3/C");
        assertThat(statuses(single().paid("a", "2026-03-20", 100_000), "2026-03-31"))
                .isEqualTo("3/C");
        assertThat(statuses(single().paid("a", "2026-02-10", 90_000).waived("w", "2026-02-10", 10_000), "2026-02-10"))
                .isEqualTo("3/G");
        assertThat(statuses(
                        single().entry(EntryType.WRITE_OFF, "w", "2026-02-20", 100_000)
                                .entry(EntryType.RECOVERY, "r", "2026-02-25", 100_000),
                        "2026-02-28"))
                .isEqualTo("3/G");
        assertThat(statuses(single().agreed(AgreementType.TRANSFER, "t", "2026-02-05", null), "2026-02-05"))
                .isEqualTo("3/G");
        assertThat(statuses(
                        single().agreed(AgreementType.SETTLEMENT, "s", "2026-02-05", null)
                                .paid("a", "2026-02-10", 100_000),
                        "2026-02-10"))
                .isEqualTo("3/G");
    }

    @Test
    void a_loan_sold_after_it_was_paid_is_settled() {
        Loan loan = single().paid("a", "2026-02-10", 100_000).agreed(AgreementType.TRANSFER, "t", "2026-02-20", null);
        assertThat(statuses(loan, "2026-02-28")).isEqualTo("3/C");
    }
}

package io.arrears.delinquency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day of an account is worked out once, and says the same whoever asks first. */
class AccountDaysTest {

    /** 1000 due on 10 February and on 10 March 2026, and 1000 paid on 1 March. */
    private static AccountDays days() {
        return new AccountDays(
                Loans.loan()
                        .due(1, "2026-02-10", 1000)
                        .due(2, "2026-03-10", 1000)
                        .paid("p1", "2026-03-01", 1000)
                        .facts(),
                Loans.PLAIN);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-10, 0", "2026-02-28, 18", "2026-03-01, 0", "2026-03-31, 21"})
    void figures_and_settlement_of_a_day_agree_in_either_order(String day, int dpd) {
        AccountDays figuresFirst = days();
        AccountDays settlementFirst = days();
        Delinquency alone = figuresFirst.figures(Loans.day(day));
        Settlement settlement = settlementFirst.settlement(Loans.day(day));

        assertThat(alone.dpd()).isEqualTo(dpd);
        assertThat(figuresFirst.settlement(Loans.day(day)).figures()).isEqualTo(alone);
        assertThat(settlementFirst.figures(Loans.day(day))).isEqualTo(alone);

        assertThat(figuresFirst.settlement(Loans.day(day))).isSameAs(figuresFirst.settlement(Loans.day(day)));
        assertThat(settlementFirst.figures(Loans.day(day))).isSameAs(settlement.figures());
    }

    @ParameterizedTest
    @CsvSource({"2026-02-10", "2026-03-31"})
    void figures_that_are_asked_for_twice_are_worked_out_once(String day) {
        AccountDays days = days();
        assertThat(days.figures(Loans.day(day))).isSameAs(days.figures(Loans.day(day)));
    }
}

package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D5: calendar days from the due date of the oldest arrear to the as-of date. */
class D5DpdTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31 | 2026-01-30 |    0
            2026-01-31 | 2026-01-31 |    0
            2026-01-31 | 2026-02-01 |    1
            2026-01-31 | 2026-02-28 |   28
            2026-01-31 | 2026-03-01 |   29
            2026-01-31 | 2026-03-02 |   30
            2026-01-31 | 2026-03-03 |   31
            2026-01-30 | 2026-03-01 |   30
            2026-01-29 | 2026-03-01 |   31
            2027-02-28 | 2027-03-01 |    1
            2028-02-28 | 2028-02-29 |    1
            2028-02-28 | 2028-03-01 |    2
            2028-02-29 | 2028-02-29 |    0
            2028-02-29 | 2028-03-01 |    1
            2028-02-29 | 2029-02-28 |  365
            2028-02-29 | 2029-03-01 |  366
            2025-12-31 | 2026-01-01 |    1
            2025-12-31 | 2026-12-31 |  365
            2024-12-31 | 2034-12-31 | 3652
            """)
    void dpd_is_calendar_days_since_the_due_date(String due, String asOf, int dpd) {
        assertThat(loan().opened("2024-01-01").due(1, due, 1000).figures(asOf).dpd())
                .isEqualTo(dpd);
    }

    @Test
    void a_part_payment_does_not_reset_it() {
        Loans loan = loan().due(1, "2026-01-31", 1000).paid("p", "2026-02-15", 999);
        assertThat(loan.figures("2026-02-14").dpd()).isEqualTo(14);
        assertThat(loan.figures("2026-02-15").dpd()).isEqualTo(15);
        assertThat(loan.figures("2026-02-16").dpd()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
               0 | 2026-01-31 | 59
            1000 | 2026-02-28 | 31
            1500 | 2026-02-28 | 31
            2000 | 2026-03-30 |  1
            3000 |            |  0
            """)
    void paying_the_oldest_whole_moves_on_to_the_next(long paid, String oldest, int dpd) {
        Delinquency figures = loan().due(1, "2026-01-31", 1000)
                .due(2, "2026-02-28", 1000)
                .due(3, "2026-03-30", 1000)
                .paid("p", "2026-03-31", paid)
                .figures("2026-03-31");
        assertThat(figures.standing().oldestDueOn()).isEqualTo(oldest == null ? null : day(oldest));
        assertThat(figures.dpd()).isEqualTo(dpd);
    }

    @Test
    void numbers_do_not_decide_which_is_the_oldest() {
        assertThat(loan().due(1, "2026-03-10", 1000)
                        .due(2, "2026-02-10", 1000)
                        .figures("2026-03-11")
                        .dpd())
                .isEqualTo(29);
    }
}

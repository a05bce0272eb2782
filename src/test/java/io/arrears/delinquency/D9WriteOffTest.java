package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.EntryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D9: charged off from the write-off's value date; what is owed and DPD go on. */
class D9WriteOffTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-08-08 | OPEN        | 179 | 1000 |
            2026-08-09 | CHARGED_OFF | 180 | 1000 | 2026-08-09
            2026-08-10 | CHARGED_OFF | 181 | 1000 | 2026-08-09
            2026-08-19 | CHARGED_OFF | 190 | 1000 | 2026-08-09
            2026-08-20 | CHARGED_OFF | 191 |  600 | 2026-08-09
            2026-08-29 | CHARGED_OFF | 200 |  600 | 2026-08-09
            2026-08-30 | CLOSED      |   0 |    0 | 2026-08-09
            2026-08-31 | CLOSED      |   0 |    0 | 2026-08-09
            """)
    void the_debt_stays_recoveries_reduce_it_and_closed_comes_before_charged_off(
            String asOf, Status status, int dpd, long owed, String chargedOff) {
        Delinquency figures = loan().due(1, "2026-02-10", 1000)
                .writtenOff("w", "2026-08-09", 1000)
                .entry("c1", EntryType.RECOVERY, "2026-08-20", 400)
                .entry("c2", EntryType.RECOVERY, "2026-08-30", 600)
                .figures(asOf);
        assertThat(figures.status()).isEqualTo(status);
        assertThat(figures.dpd()).isEqualTo(dpd);
        assertThat(figures.overdue().principal()).isEqualTo(owed);
        assertThat(figures.standing().balance()).isEqualTo(owed);
        assertThat(figures.standing().chargedOffOn()).isEqualTo(chargedOff == null ? null : day(chargedOff));
    }

    @Test
    void a_write_off_of_part_charges_off_the_account_and_pays_nothing() {
        Delinquency figures = loan().due(1, "2026-02-10", 1000)
                .writtenOff("w", "2026-03-01", 1)
                .figures("2026-03-01");
        assertThat(figures.status()).isEqualTo(Status.CHARGED_OFF);
        assertThat(figures.overdue().total()).isEqualTo(1000);
    }

    @Test
    void it_is_charged_off_from_the_first_write_off_that_stands() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .writtenOff("w2", "2026-03-05", 500)
                .writtenOff("w1", "2026-03-01", 500);
        assertThat(loan.on("2026-03-31").chargedOffOn()).isEqualTo(day("2026-03-01"));
        loan.reversed("r", "w1", "2026-03-20", 500);
        assertThat(loan.on("2026-03-19").chargedOffOn()).isEqualTo(day("2026-03-01"));
        assertThat(loan.on("2026-03-20").chargedOffOn()).isEqualTo(day("2026-03-05"));
    }

    @Test
    void a_reversed_write_off_leaves_the_account_open() {
        Loans loan = loan().due(1, "2026-02-10", 1000)
                .writtenOff("w", "2026-03-01", 1000)
                .reversed("r", "w", "2026-03-20", 1000);
        assertThat(loan.figures("2026-03-19").status()).isEqualTo(Status.CHARGED_OFF);
        assertThat(loan.figures("2026-03-20").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void the_episode_goes_on_through_it() {
        Loans loan = loan().due(1, "2026-02-10", 1000).writtenOff("w", "2026-03-01", 1000);
        assertThat(loan.on("2026-03-31").episodeStartedOn()).isEqualTo(day("2026-02-11"));
    }
}

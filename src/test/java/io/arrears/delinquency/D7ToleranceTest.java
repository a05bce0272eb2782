package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.Components;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D7: an unpaid rest within the currency's tolerance is no arrear, and stays owed. */
class D7ToleranceTest {

    private static final Policy TOLERANT =
            policy().tolerance("CNY", 5).tolerance("KWD", 500).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CNY |   0 | 0
            CNY |   1 | 0
            CNY |   5 | 0
            CNY |   6 | 1
            KWD | 500 | 0
            KWD | 501 | 1
            JPY |   0 | 0
            JPY |   1 | 1
            """)
    void a_rest_within_the_tolerance_of_its_currency_is_no_arrear(String currency, long rest, int overdue) {
        Delinquency figures = loan().in(currency)
                .due(1, "2026-03-10", 1000)
                .due(2, "2026-09-10", 1000)
                .paid("p", "2026-03-10", 1000 - rest)
                .figures("2026-03-11", TOLERANT);
        assertThat(figures.overdueInstalments()).isEqualTo(overdue);
        assertThat(figures.dpd()).isEqualTo(overdue);
        assertThat(figures.overdue().total()).isEqualTo(overdue == 1 ? rest : 0);
        assertThat(figures.standing().balance()).isEqualTo(1000 + rest);
    }

    @Test
    void the_default_tolerance_is_nothing() {
        assertThat(loan().due(1, "2026-03-10", 1000)
                        .paid("p", "2026-03-10", 999)
                        .figures("2026-03-11")
                        .dpd())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | 2 | 0 | 0
            3 | 3 | 0 | 1
            2 | 1 | 1 | 0
            2 | 2 | 2 | 1
            """)
    void the_rest_is_that_of_all_components_together(long principal, long interest, long fee, int overdue) {
        assertThat(loan().due(1, 1, "2026-03-10", new Components(principal, interest, fee, 1))
                        .paid("p", "2026-03-10", 1)
                        .figures("2026-03-11", TOLERANT)
                        .overdueInstalments())
                .isEqualTo(overdue);
    }

    @Test
    void rests_of_several_instalments_do_not_add_up_to_an_arrear() {
        Delinquency figures = loan().due(1, "2026-03-10", 5)
                .due(2, "2026-03-11", 5)
                .due(3, "2026-03-12", 6)
                .figures("2026-03-20", TOLERANT);
        assertThat(figures.overdueInstalments()).isEqualTo(1);
        assertThat(figures.dpd()).isEqualTo(8);
        assertThat(figures.overdue().principal()).isEqualTo(6);
    }

    @Test
    void the_rest_stays_owed_and_is_paid_first() {
        Loans loan = loan().due(1, "2026-03-10", 1000)
                .due(2, "2026-04-10", 1000)
                .paid("p1", "2026-03-10", 996)
                .paid("p2", "2026-04-10", 1000);
        assertThat(Books.owed(loan, "2026-04-10", TOLERANT)).isEqualTo("1:0 2:4");
    }
}

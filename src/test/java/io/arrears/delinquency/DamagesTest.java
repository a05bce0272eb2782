package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Policy.AccrualBase;
import io.arrears.ledger.Components;
import io.arrears.ledger.EntryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Liquidated damages (违约金) stand beside penalty interest (罚息): a charge and a component of their own, paid behind it. */
class DamagesTest {

    /** 1000 due on 10 February; on the 20th 50 damages, then 30 penalty. */
    private static Loans charged() {
        return loan().due(1, "2026-02-10", 1000)
                .entry("C1", EntryType.DAMAGES, "2026-02-20", 50)
                .penalty("C2", "2026-02-20", 30);
    }

    /** By instalment the oldest first, and charges of one day by their ids; by component penalty, damages, principal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            instalment |    0 | 1000 | 30 | 50
            instalment | 1000 |    0 | 30 | 50
            instalment | 1020 |    0 | 30 | 30
            instalment | 1060 |    0 | 20 |  0
            component  |    0 | 1000 | 30 | 50
            component  |   29 | 1000 |  1 | 50
            component  |   31 | 1000 |  0 | 49
            component  |   80 | 1000 |  0 |  0
            component  |   81 |  999 |  0 |  0
            """)
    void what_is_paid_goes_to_each_in_turn(String first, long paid, long principal, long penalty, long damages) {
        Policy policy = first.equals("component") ? policy().componentFirst().build() : policy().build();
        Delinquency figures = charged().paid("E1", "2026-02-25", paid).figures("2026-02-28", policy);
        assertThat(figures.overdue()).isEqualTo(new Components(principal, 0, 0, penalty, damages));
        assertThat(figures.overdue().total()).isEqualTo(1080 - paid);
    }

    /** 1000 x 18 days x 0.001 = 18, reckoned on principal, never on damages or penalty. */
    @Test
    void none_accrues_on_them_and_what_accrues_stands_beside_them() {
        Policy policy = policy().accrues("0.001", AccrualBase.TOTAL).build();
        assertThat(charged().figures("2026-02-28", policy).overdue())
                .isEqualTo(new Components(1000, 0, 0, 30 + 18, 50));
    }

    @Test
    void a_split_places_what_it_names() {
        Delinquency figures = charged()
                .split("E1", "2026-02-25", new Components(100, 0, 0, 10, 20))
                .figures("2026-02-28", policy().build());
        assertThat(figures.overdue()).isEqualTo(new Components(900, 0, 0, 20, 30));
    }

    @Test
    void they_are_waived_and_reversed_as_every_charge_is() {
        Delinquency waived = charged()
                .waived("E1", "2026-02-25", new Components(0, 0, 0, 0, 50))
                .figures("2026-02-28", policy().build());
        Delinquency reversed = charged().reversed("E1", "C1", "2026-02-25", 50).figures("2026-02-28", policy().build());
        assertThat(waived.overdue()).isEqualTo(new Components(1000, 0, 0, 30, 0));
        assertThat(reversed.overdue()).isEqualTo(waived.overdue());
    }

    /** D4: a charge makes no days past due of its own. */
    @Test
    void they_age_nothing_unless_the_policy_says_that_charges_do() {
        Loans loan = loan().due(1, "2026-04-10", 1000).entry("C1", EntryType.DAMAGES, "2026-02-20", 50);
        assertThat(loan.figures("2026-02-28", policy().build()).dpd()).isZero();
        assertThat(loan.figures("2026-02-28", policy().chargesAge().build()).dpd())
                .isEqualTo(day("2026-02-28").getDayOfMonth() - 20);
    }

    /** The column of penalty holds both, so that the list keeps its columns. */
    @Test
    void both_stand_together_in_one_column() {
        assertThat(charged().figures("2026-02-28", policy().build()).overdue().charged())
                .isEqualTo(80);
    }
}

package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.Bands.Band;
import io.arrears.ledger.AgreementType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D14: the five-class by reported DPD; charged off, the committee and re-ageing come over it in this order. */
class D14ClassTest {

    private static final Policy FLOOR_3 = policy().restructuredMinClass(3).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              0 | 1
              1 | 2
             90 | 2
             91 | 3
            270 | 3
            271 | 4
            360 | 4
            361 | 5
            999 | 5
            """)
    void the_class_of_a_reported_dpd(int dpd, int fiveClass) {
        assertThat(loan().due(1, "2026-01-31", 700)
                        .figures(day("2026-01-31").plusDays(dpd).toString())
                        .fiveClass())
                .isEqualTo(fiveClass);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             3 |  0 | 1
             4 |  1 | 2
            93 | 90 | 2
            94 | 91 | 3
            """)
    void it_is_the_reported_dpd_that_counts(int dpd, int reported, int fiveClass) {
        Delinquency figures = loan().due(1, "2026-01-31", 700)
                .figures(
                        day("2026-01-31").plusDays(dpd).toString(),
                        policy().grace(3, Policy.GraceMode.SHIFT).build());
        assertThat(figures.reportedDpd()).isEqualTo(reported);
        assertThat(figures.fiveClass()).isEqualTo(fiveClass);
    }

    @Test
    void charged_off_is_the_last_class_of_the_policys_table() {
        Loans loan = loan().due(1, "2026-01-31", 700).writtenOff("w", "2026-02-05", 700);
        Policy four = policy().classes(new Bands<>(List.of(new Band<>(0, 0, 1), new Band<>(1, null, 4))))
                .build();
        assertThat(loan.figures("2026-02-04").fiveClass()).isEqualTo(2);
        assertThat(loan.figures("2026-02-05").fiveClass()).isEqualTo(5);
        assertThat(loan.figures("2026-02-05", four).fiveClass()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-09 | 2
            2026-02-10 | 4
            2026-02-19 | 4
            2026-02-20 | 1
            2026-03-05 | 1
            """)
    void a_fact_of_the_committee_overrides_the_table_and_charged_off_from_its_date(String asOf, int fiveClass) {
        Loans loan = loan().due(1, "2026-01-31", 700)
                .classed(1, "2026-02-20")
                .classed(4, "2026-02-10")
                .writtenOff("w", "2026-03-01", 700);
        assertThat(loan.figures(asOf).fiveClass()).isEqualTo(fiveClass);
    }

    private static Loans reaged(String dueInTheNew) {
        return loan().due(1, 1, "2026-01-31", 700, 0)
                .due(2, 1, dueInTheNew, 700, 0)
                .agreed("a", AgreementType.INSTALMENT_PLAN, "2026-03-15", noon("2026-03-15"), 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-31 | 2026-03-14 | 2 | no version yet
            2026-05-31 | 2026-03-15 | 3 | re-aged into the future
            2026-02-28 | 2026-03-15 | 3 | re-aged in part: still an arrear, 15 days old
            2026-01-31 | 2026-03-15 | 2 | carried over with its old due date
            2026-05-31 | 2026-08-29 | 3 | floored at 90 days
            2026-05-31 | 2027-02-25 | 3 | 270 days
            2026-05-31 | 2027-02-26 | 4 | the floor holds nobody back at 271
            """)
    void the_floor_holds_a_re_aged_account(String dueInTheNew, String asOf, int fiveClass, String why) {
        assertThat(reaged(dueInTheNew).figures(asOf, FLOOR_3).fiveClass()).isEqualTo(fiveClass);
    }

    @Test
    void without_a_floor_re_ageing_changes_no_class() {
        assertThat(reaged("2026-05-31").figures("2026-03-15", PLAIN).fiveClass())
                .isEqualTo(1);
        assertThat(reaged("2026-05-31").on("2026-03-15").restructured()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 3
            2 | 3
            3 | 3
            4 | 4
            5 | 5
            """)
    void the_floor_stands_over_the_committee(int committee, int fiveClass) {
        assertThat(reaged("2026-05-31")
                        .classed(committee, "2026-03-10")
                        .figures("2026-03-15", FLOOR_3)
                        .fiveClass())
                .isEqualTo(fiveClass);
    }

    @Test
    void a_new_version_of_an_account_that_was_not_overdue_re_ages_nothing() {
        Loans loan = loan().due(1, 1, "2026-03-31", 700, 0)
                .due(2, 1, "2026-05-31", 700, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-15"), 2);
        assertThat(loan.on("2026-03-31").restructured()).isFalse();
        assertThat(loan.figures("2026-03-31", FLOOR_3).fiveClass()).isEqualTo(1);
    }
}

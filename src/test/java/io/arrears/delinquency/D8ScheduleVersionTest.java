package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.day;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** D8: which schedule version is in force on a day, and which agreements are set aside. */
class D8ScheduleVersionTest {

    /** 100 due on 10 February and on 10 March; versions 2 and 3 list what each lets stand of it. */
    private static Loans versions() {
        return loan().due(1, 1, "2026-02-10", 100, 0)
                .due(1, 2, "2026-03-10", 100, 0)
                .due(2, 1, "2026-02-10", 60, 0)
                .due(2, 2, "2026-04-15", 120, 0)
                .due(3, 1, "2026-05-15", 150, 0);
    }

    private static Loans agreed(int version) {
        return versions().agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-12"), version);
    }

    @Test
    void the_lowest_version_is_in_force_first() {
        Loans loan = loan().due(5, 1, "2026-02-10", 500, 0).due(3, 1, "2026-02-10", 300, 0);
        assertThat(loan.on("2026-02-11").scheduleVersion()).isEqualTo(3);
        assertThat(loan.on("2026-02-11").balance()).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-14 | 1 | 200 | 32 | 2 | 2026-02-11
            2026-03-15 | 2 | 180 | 33 | 1 | 2026-02-11
            2026-04-15 | 2 | 180 | 64 | 1 | 2026-02-11
            2026-04-16 | 2 | 180 | 65 | 2 | 2026-02-11
            """)
    void an_agreement_puts_its_version_in_force_and_arrears_carried_over_keep_their_due_dates(
            String asOf, int version, long balance, int dpd, int instalments, String episode) {
        Delinquency figures = agreed(2).figures(asOf);
        assertThat(figures.standing().scheduleVersion()).isEqualTo(version);
        assertThat(figures.standing().balance()).isEqualTo(balance);
        assertThat(figures.dpd()).isEqualTo(dpd);
        assertThat(figures.overdueInstalments()).isEqualTo(instalments);
        assertThat(figures.standing().episodeStartedOn()).isEqualTo(day(episode));
        assertThat(agreed(2).reviewsBesidesD19(asOf)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-14 | 32 | 2026-02-11
            2026-03-15 |  0 |
            2026-05-15 |  0 |
            2026-05-16 |  1 | 2026-05-16
            """)
    void a_version_that_re_ages_the_arrears_ends_the_episode(String asOf, int dpd, String episode) {
        Delinquency figures = agreed(3).figures(asOf);
        assertThat(figures.dpd()).isEqualTo(dpd);
        assertThat(figures.standing().episodeStartedOn()).isEqualTo(episode == null ? null : day(episode));
    }

    @ParameterizedTest
    @EnumSource
    void an_agreement_of_any_type_can_name_a_version(AgreementType type) {
        Loans loan = versions().agreed("a", type, "2026-03-15", noon("2026-03-12"), 2);
        assertThat(loan.on("2026-03-15").scheduleVersion()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXTENSION       | true
            INSTALMENT_PLAN | true
            PAYMENT_HOLIDAY | true
            PAYOFF          | true
            SETTLEMENT      | false
            TRANSFER        | false
            PROMISE         | false
            AGENCY          | false
            LIMIT_CHANGE    | false
            LINE_END        | false
            CONTACT_TERMS   | false
            """)
    void without_a_version_nothing_changes_and_what_needs_one_is_reviewed(AgreementType type, boolean reviewed) {
        Loans loan = versions().agreed("a", type, "2026-03-15", noon("2026-03-12"), null);
        assertThat(loan.reviewsBesidesD19("2026-03-14")).isEmpty();
        assertThat(loan.on("2026-03-15").scheduleVersion()).isEqualTo(1);
        if (reviewed) {
            assertThat(loan.reviewsBesidesD19("2026-03-15"))
                    .containsExactly(new Review(ReviewCode.AGREEMENT_WITHOUT_VERSION, "a"));
        } else {
            assertThat(loan.reviewsBesidesD19("2026-03-15")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PROMISE", "AGENCY", "LIMIT_CHANGE", "LINE_END", "CONTACT_TERMS"})
    void a_promise_a_mandate_or_terms_change_nothing_of_a_standing(AgreementType type) {
        for (String asOf : List.of("2026-03-14", "2026-03-15", "2026-03-16", "2026-06-01")) {
            Loans loan = versions().paid("p", "2026-03-02", 60);
            Delinquency without = loan.figures(asOf);
            Delinquency with = loan.agreed("a", type, "2026-03-14", noon("2026-03-12"), null)
                    .figures(asOf);
            assertThat(with).as(asOf).isEqualTo(without);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | AGREEMENT_VERSION_EARLIER
            9 | AGREEMENT_VERSION_UNKNOWN
            0 | AGREEMENT_VERSION_UNKNOWN
            """)
    void naming_an_earlier_or_an_unknown_version_has_no_effect_and_is_reviewed(int version, ReviewCode code) {
        Loans loan = agreed(2).agreed("b", AgreementType.EXTENSION, "2026-03-20", noon("2026-03-20"), version);
        assertThat(loan.reviewsBesidesD19("2026-03-19")).isEmpty();
        assertThat(loan.reviewsBesidesD19("2026-03-20")).containsExactly(new Review(code, "b"));
        assertThat(loan.on("2026-03-20").scheduleVersion()).isEqualTo(2);
    }

    @Test
    void naming_the_version_in_force_changes_nothing() {
        Loans loan = agreed(2)
                .paid("p", "2026-03-16", 60)
                .agreed("b", AgreementType.EXTENSION, "2026-03-20", noon("2026-03-20"), 2);
        assertThat(loan.on("2026-03-20").balance()).isEqualTo(120);
        assertThat(loan.reviewsBesidesD19("2026-03-20")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a | 2026-03-12 | 2 | b | 2026-03-13 | 3 | 3
            a | 2026-03-13 | 2 | b | 2026-03-12 | 3 | 2
            a | 2026-03-12 | 2 | b | 2026-03-12 | 3 | 3
            b | 2026-03-12 | 2 | a | 2026-03-12 | 3 | 2
            a | 2026-03-12 | 2 | b | 2026-03-13 | 9 | 2
            """)
    void of_several_on_one_day_the_last_valid_one_by_posting_and_id_wins(
            String one, String onePosted, int oneVersion, String two, String twoPosted, int twoVersion, int inForce) {
        Loans loan = versions()
                .agreed(one, AgreementType.EXTENSION, "2026-03-15", noon(onePosted), oneVersion)
                .agreed(two, AgreementType.EXTENSION, "2026-03-15", noon(twoPosted), twoVersion);
        assertThat(loan.on("2026-03-15").scheduleVersion()).isEqualTo(inForce);
    }

    @Test
    void early_payoff_is_a_version_with_one_last_instalment_closed_on_the_day_it_is_paid() {
        Loans loan = loan().due(1, 1, "2026-02-10", 100, 10)
                .due(1, 2, "2026-03-10", 100, 10)
                .due(2, 1, "2026-02-20", 200, 3)
                .agreed("a", AgreementType.SETTLEMENT, "2026-02-20", noon("2026-02-19"), 2)
                .paid("p", "2026-02-20", 203);
        assertThat(loan.on("2026-02-19").isClosed()).isFalse();
        assertThat(loan.on("2026-02-28").closedOn()).isEqualTo(day("2026-02-20"));
        assertThat(loan.on("2026-02-28").unallocated()).isZero();
    }

    @Test
    void credits_of_an_earlier_version_do_not_pay_the_next() {
        Loans loan = agreed(2).paid("p", "2026-02-20", 150);
        assertThat(loan.on("2026-03-14").balance()).isEqualTo(50);
        assertThat(Books.owed(loan, "2026-03-15", PLAIN)).isEqualTo("1:60 2:120");
    }
}

package io.arrears.bureau.pboc.due;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.AccountView;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Expectation;
import io.arrears.furnish.ReportingCalendar;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws under a line as type R4, and what becomes of an account that is not of its product's type. */
class DrawsTest {

    private static Loan draw() {
        return Loan.loan()
                .drawnUnder("HB77")
                .matures("2026-03-10")
                .due(1, "2026-02-10", 60_000, 500)
                .due(2, "2026-03-10", 60_000, 500);
    }

    @Test
    void a_draw_is_told_as_a_loan_and_names_its_line() {
        Map<String, String> first = facts(Nights.of(Lender.PLAIN, draw()).run("2026-01-05"));
        assertThat(first)
                .containsEntry("AcctType", "R4")
                .containsEntry("LoanAmt", "12000")
                .containsEntry("RepayPrd", "12")
                .containsEntry("RepayMode", "11")
                .containsEntry("Mcc", Lender.PLAIN.settings().segment() + "HB77")
                .containsEntry("RpyStatus", "*")
                .doesNotContainKeys("AcctCredLine", "Flag");
    }

    @Test
    void of_two_draws_one_is_settled_and_the_other_31_days_overdue() {
        Nights settled =
                Nights.of(Lender.PLAIN, draw().paid("a", "2026-02-10", 60_500).paid("b", "2026-03-10", 60_500));
        assertThat(settled.run("2026-01-05", "2026-04-02"))
                .containsExactly(
                        "01-05 210/10 2026-01-05 *",
                        "02-02 210/30 2026-01-31 *",
                        "03-02 210/30 2026-02-28 N",
                        "03-10 210/20 2026-03-10 C");
        Loan late =
                Loan.loan().drawnUnder("HB77").due(1, "2026-02-28", 60_000, 500).due(2, "2026-03-28", 60_000, 500);
        assertThat(Nights.of(Lender.PLAIN, late).run("2026-01-05", "2026-04-02"))
                .endsWith("04-02 210/30 2026-03-31 2");
    }

    @Test
    void a_draw_s_life_is_told_in_the_words_of_a_loan() {
        UnaryOperator<Loan> life = loan -> loan.paid("a", "2026-02-15", 100_880)
                .paid("b", "2026-05-20", 250_000)
                .agreed(AgreementType.EXTENSION, "x", "2026-06-01", 2)
                .due(2, 4, "2026-09-10", 100_000, 880)
                .waived("w", "2026-10-05", 30_000)
                .entry(EntryType.WRITE_OFF, "o", "2026-12-01", 70_880)
                .heard("2026-07-15")
                .paid("late", "2026-06-28", 10_000);
        Nights loan = Nights.of(Lender.PLAIN, life.apply(Loan.yearly()));
        Nights draw = Nights.of(Lender.PLAIN, life.apply(Loan.yearly()).drawnUnder("HB77"));
        assertThat(draw.run("2026-01-05", "2027-02-02"))
                .hasSizeGreaterThan(14)
                .isEqualTo(loan.run("2026-01-05", "2027-02-02"));
        assertThat(months(draw)).isEqualTo(months(loan));
    }

    private static List<Map<String, String>> months(Nights nights) {
        return nights.reported().stream()
                .map(reported -> {
                    Map<String, String> says = new TreeMap<>(reported.facts());
                    says.keySet().removeAll(List.of("AcctType", "Mcc", "Flag", "sections", "digest.C"));
                    return says;
                })
                .toList();
    }

    @Test
    void a_draw_is_corrected_and_taken_back_under_its_own_type() {
        Nights nights = Nights.of(
                Lender.PLAIN,
                draw().heard("2026-03-05")
                        .paid("late", "2026-02-09", 60_500)
                        .heard("2026-03-20")
                        .fact("furnish_block", "yes", "2026-03-20"));
        assertThat(nights.run("2026-01-05", "2026-03-21"))
                .containsSubsequence("03-02 210/30 2026-02-28 1", "03-05 212/H 2026-02-28 N", "03-20 214 2026-03-20");
        assertThat(nights.reported())
                .filteredOn(reported -> reported.kind().equals("212"))
                .allSatisfy(
                        correction -> assertThat(correction.fact("AcctType")).isEqualTo("R4"));
    }

    @Test
    void a_draw_that_names_another_line_than_told_is_corrected() {
        Nights nights = new Nights(Lender.PLAIN, (night, before, reported, all) -> Loan.loan()
                .drawnUnder(night.isBefore(LocalDate.of(2026, 1, 20)) ? "HB77" : "HB78")
                .due(1, "2026-02-10", 60_000, 500)
                .dossier(night, reported, null));
        assertThat(nights.run("2026-01-05", "2026-01-25"))
                .containsExactly("01-05 210/10 2026-01-05 *", "01-20 212/F 2026-01-05");
    }

    @Test
    void a_draw_that_names_no_line_is_rejected() {
        Loan loan = Loan.loan().of("drawn").due(1, "2026-02-10", 60_000, 500);
        assertThat(Nights.of(Lender.PLAIN, loan).words("2026-01-05"))
                .containsExactly("rejected I0000101 Mcc 210/10 2026-01-05");
    }

    @Test
    void the_line_behind_draws_has_no_report_of_its_own() {
        Line line = Line.of("").product("drawn");
        assertThat(line.nights(Lender.PLAIN).run("2026-01-01", "2026-04-02"))
                .containsExactly("01-01 220/10 2026-01-01");
        assertThat(expected("drawn", true).isDue()).isFalse();
        assertThat(expected("drawn", false).isDue()).isTrue();
        assertThat(expected("line", true).isDue()).isTrue();
    }

    private static Expectation expected(String product, boolean isLine) {
        LocalDate opened = LocalDate.of(2026, 1, 1);
        NavigableMap<LocalDate, Long> limits = new TreeMap<>(isLine ? Map.of(opened, 500_00L) : Map.of());
        return Lender.PLAIN
                .bureau()
                .expected(
                        new AccountView(product, limits, opened, null, null, null, opened, false),
                        new ReportingCalendar(0, 2, 30).on(LocalDate.of(2026, 3, 5)));
    }

    /** Whoever looks at the lists sees it, and it is never told as what it is not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            loan  |                                                    | the product is told as loans, and the account is a line of credit
            drawn | 's1 bill 01-31 02-20 0 0'                          | the line's draws are told as accounts of their own, and it owes or is billed itself
            drawn | 'd1 draw 01-05 1000'                               | the line's draws are told as accounts of their own, and it owes or is billed itself
            """)
    void a_line_that_does_not_fit_its_product_is_out_of_scope(String product, String facts, String why) {
        Line line = Line.of(facts == null ? "" : facts).product(product);
        List<Decision> decisions = line.nights(Lender.PLAIN).run("2026-02-05");
        assertThat(decisions).singleElement().isInstanceOfSatisfying(Decision.Exclusion.class, excluded -> {
            assertThat(excluded.stop().gate()).isEqualTo("scope");
            assertThat(excluded.stop().reason()).isEqualTo(why);
            assertThat(excluded.stop().evidence()).isEqualTo("product " + product);
        });
    }

    @Test
    void a_loan_of_a_product_of_lines_is_out_of_scope() {
        List<Decision> decisions = Nights.of(
                        Lender.PLAIN, Loan.loan().of("line").due(1, "2026-02-10", 60_000, 500))
                .run("2026-02-05");
        assertThat(decisions).singleElement().isInstanceOfSatisfying(Decision.Exclusion.class, excluded -> assertThat(
                        excluded.stop().reason())
                .isEqualTo("the product is told as lines of credit, and the account is a loan"));
    }

    private static Map<String, String> facts(List<Decision> decisions) {
        return ((Decision.Report) decisions.get(0)).facts();
    }
}

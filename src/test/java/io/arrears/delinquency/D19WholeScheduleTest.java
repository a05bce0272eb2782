package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.Components;
import io.arrears.ledger.EntryType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D19: a schedule asks for the whole debt, or the account is held and never closed. */
class D19WholeScheduleTest {

    private static final Policy TOLERANT = policy().tolerance("CNY", 5).build();

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Instalments written {@code 1:100 2:100}, due on the tenth of the month of their place, all paid on their days. */
    private static Loans first(String rows, long principal, int terms) {
        Loans loan = loan().lent(principal, terms);
        int month = 1;
        for (String row : rows.split(" ", -1)) {
            String[] parts = row.split(":", -1);
            String due = "2026-0" + month++ + "-10";
            long amount = Long.parseLong(parts[1]);
            loan.due(Integer.parseInt(parts[0]), due, amount).paid("p" + due, due, amount);
        }
        return loan;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1:100 2:100 3:100       |  300 |  3 |                                              | 2026-03-10 | whole
            1:100 2:100 3:100       | 1200 | 12 | SCHEDULE_NOT_WHOLE 1, TERM_COUNT_DIFFERS 1   |            | a cut file
            1:100 2:100 4:100       |  300 |  4 | SCHEDULE_NOT_WHOLE 1                         |            | a hole, its principal elsewhere
            1:100 2:100 4:100       |  400 |  4 | SCHEDULE_NOT_WHOLE 1                         |            | a hole
            1:100 2:100 3:0 4:100   |  300 |  4 |                                              | 2026-04-10 | interest alone is no hole
            1:100 2:100 3:100 4:100 |  300 |  3 | SCHEDULE_NOT_WHOLE 1, TERM_COUNT_DIFFERS 1   |            | a row twice under two numbers
            1:100 2:100 2:100       |  300 |  2 | SCHEDULE_NOT_WHOLE 1                         |            | a number twice
            1:1000 2:100 3:100      |  300 |  3 | SCHEDULE_NOT_WHOLE 1                         |            | a digit too many
            1:3333 2:3333 3:3333    | 10000 | 3 | SCHEDULE_ROUNDED 1                           | 2026-03-10 | a cent lost in three
            1:3333 2:3333 3:3333    | 10002 | 3 | SCHEDULE_ROUNDED 1                           | 2026-03-10 | a cent an instalment
            1:3333 2:3333 3:3333    | 10003 | 3 | SCHEDULE_NOT_WHOLE 1                         |            | one more
            1:3333 2:3333 3:3333    |  9996 | 3 | SCHEDULE_ROUNDED 1                           | 2026-03-10 | too much by a cent each
            1:3333 2:3333 3:3333    |  9995 | 3 | SCHEDULE_NOT_WHOLE 1                         |            | one more
            5:100 6:100             |  200 |  6 |                                              | 2026-02-10 | boarded, its numbers going on
            5:100 6:100             |  200 |  2 | TERM_COUNT_DIFFERS 1                         | 2026-02-10 | told, and holds nobody
            0:100 1:100             |  200 |  1 |                                              | 2026-02-10 | from its first to its last
            """)
    void the_first_version_adds_up_to_what_was_lent_and_its_numbers_run_without_a_hole(
            String rows, long principal, int terms, @Nullable String reviewed, @Nullable String closed, String why) {
        Loans loan = first(rows, principal, terms);
        assertThat(loan.reviewed("2026-06-30", PLAIN)).as(why).isEqualTo(reviewed == null ? "" : reviewed);
        assertThat(text(loan.on("2026-06-30").closedOn())).as(why).isEqualTo(closed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1:100 2:100 3:100            | 1200 | 12 | instalments 1-3 of 12; principal 3.00 of 12.00: 9.00 missing
            1:100 2:100 3:100 4:100      |  300 |  3 | instalments 1-4 of 3; principal 4.00 of 3.00: 1.00 too much
            1:100 2:100 5:100            |  300 |  5 | instalments 1-5 of 5; without 3 4; principal 3.00 of 3.00
            1:100 2:100 2:100            |  300 |  2 | instalments 1-2 of 2; more than once 2; principal 3.00 of 3.00
            1:100 9:100                  |  200 |  9 | instalments 1-9 of 9; without 2 3 4 5 6 and 2 more; principal 2.00 of 2.00
            1:3333 2:3333 3:3333         | 10000 | 3 | instalments 1-3 of 3; principal 99.99 of 100.00: 0.01 missing
            5:100 6:100                  |  300 |  6 | instalments 5-6 of 6; principal 2.00 of 3.00: 1.00 missing
            """)
    void the_figures_say_how_much_of_the_debt_the_first_version_leaves_out(
            String rows, long principal, int terms, String evidence) {
        assertThat(first(rows, principal, terms).on("2026-06-30").reviews())
                .first()
                .extracting(Review::evidence)
                .isEqualTo(evidence);
    }

    @Test
    void another_term_count_says_which_numbers_there_are() {
        assertThat(first("5:100 6:100", 200, 2).on("2026-06-30").reviews())
                .containsExactly(new Review(ReviewCode.TERM_COUNT_DIFFERS, "1", "instalments 5-6 of 2"));
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULE_NOT_WHOLE, true",
        "SCHEDULE_WITHOUT_AGREEMENT, true",
        "BEFORE_OPENING, true",
        "SCHEDULE_ROUNDED, false",
        "TERM_COUNT_DIFFERS, false",
        "WAIVER_BEYOND, false",
        "WAIVER_OF_COMING, false"
    })
    void which_of_them_hold_an_account(ReviewCode code, boolean holds) {
        assertThat(code.isHolding()).isEqualTo(holds);
    }

    /** 600 and 60 of interest in three; the first paid; a fee of 7 unpaid. On 15 March 400 of principal and 47 of other are owed. */
    private static Loans owing() {
        return loan().due(1, 1, "2026-02-10", 200, 20)
                .due(1, 2, "2026-03-10", 200, 20)
                .due(1, 3, "2026-04-10", 200, 20)
                .paid("p", "2026-02-10", 220)
                .fee("f", "2026-03-01", 7);
    }

    private static Loans renewed(Loans loan, AgreementType type, long principal) {
        return loan.due(2, 1, "2026-05-10", principal, 0).agreed("a", type, "2026-03-15", noon("2026-03-14"), 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXTENSION       |  400 |                      | what was unpaid
            EXTENSION       |  447 |                      | interest and the fee capitalised
            EXTENSION       |  448 | SCHEDULE_ROUNDED 2   | one instalment, one unit
            EXTENSION       |  449 | SCHEDULE_NOT_WHOLE 2 |
            EXTENSION       |  399 | SCHEDULE_ROUNDED 2   |
            EXTENSION       |  398 | SCHEDULE_NOT_WHOLE 2 |
            INSTALMENT_PLAN |   40 | SCHEDULE_NOT_WHOLE 2 | a decimal slip
            INSTALMENT_PLAN | 4000 | SCHEDULE_NOT_WHOLE 2 | the other way
            PAYOFF          |  398 | SCHEDULE_NOT_WHOLE 2 | early is not for less
            PAYOFF          |  400 |                      |
            SETTLEMENT      |  100 |                      | for less
            SETTLEMENT      |  447 |                      |
            SETTLEMENT      |  449 | SCHEDULE_NOT_WHOLE 2 | never for more
            TRANSFER        |  100 | SCHEDULE_NOT_WHOLE 2 |
            """)
    void a_later_version_owes_what_was_unpaid(
            AgreementType type, long principal, @Nullable String reviewed, String why) {
        Loans loan = renewed(owing(), type, principal);
        String told = reviewed == null ? "" : reviewed;
        assertThat(loan.reviewed("2026-03-15", PLAIN)).as(why).isEqualTo(told);
        assertThat(loan.reviewed("2026-03-14", PLAIN)).as("not yet in force").isEmpty();
        boolean whole = !told.startsWith("SCHEDULE_NOT_WHOLE");
        assertThat(loan.paid("q", "2026-03-20", principal).on("2026-03-20").isClosed())
                .as(why)
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSTALMENT_PLAN |   40 | principal 0.40 of 4.00: 3.60 missing
            EXTENSION       |  449 | principal 4.49 of 4.47: 0.02 too much
            SETTLEMENT      |  449 | principal 4.49 of 4.47: 0.02 too much
            """)
    void the_figures_say_how_far_a_later_version_is_off(AgreementType type, long principal, String evidence) {
        assertThat(renewed(owing(), type, principal).on("2026-03-15").reviews())
                .containsExactly(new Review(ReviewCode.SCHEDULE_NOT_WHOLE, "2", evidence));
    }

    /** 400 overdue since 10 March at 0.01 a day on 200 for five days: 10, half-up. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            457 |
            458 | SCHEDULE_ROUNDED 2
            459 | SCHEDULE_NOT_WHOLE 2
            """)
    void accrued_penalty_is_unpaid_too(long principal, @Nullable String reviewed) {
        Policy accrues = policy().accrues("0.01", Policy.AccrualBase.PRINCIPAL).build();
        assertThat(renewed(owing(), AgreementType.EXTENSION, principal).reviewed("2026-03-15", accrues))
                .isEqualTo(reviewed == null ? "" : reviewed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-12-01 | 900 | SCHEDULE_NOT_WHOLE 2 | of the opening day: it is the first version's
            2025-12-02 | 900 |                      |
            2026-03-15 | 900 |                      | on the day of the switch
            2026-03-16 | 900 | SCHEDULE_NOT_WHOLE 2 | later
            2026-03-10 | 947 |                      |
            2026-03-10 | 949 | SCHEDULE_NOT_WHOLE 2 |
            """)
    void a_further_tranche_is_a_later_version(String drawn, long principal, @Nullable String reviewed, String why) {
        Loans loan = renewed(owing().drawn("d", drawn, 500), AgreementType.EXTENSION, principal);
        assertThat(loan.reviewed("2026-03-20", PLAIN)).as(why).isEqualTo(reviewed == null ? "" : reviewed);
    }

    /** Drawn before version 2, it is no room for version 3. */
    @Test
    void what_was_drawn_counts_since_the_version_before() {
        Loans loan = renewed(owing().drawn("d", "2026-03-10", 500), AgreementType.EXTENSION, 900)
                .due(3, 1, "2026-06-10", 1400, 0)
                .agreed("b", AgreementType.EXTENSION, "2026-04-01", noon("2026-04-01"), 3);
        assertThat(loan.reviewed("2026-04-01", PLAIN)).isEqualTo("SCHEDULE_NOT_WHOLE 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-12 | 2026-03-12 | 300 |                      | known to its makers
            2026-03-12 | 2026-03-12 | 400 | SCHEDULE_NOT_WHOLE 2 | known, and listed all the same
            2026-03-12 | 2026-03-18 | 400 |                      | heard of later: it counts in version 2 itself
            2026-03-12 | 2026-03-18 | 300 | SCHEDULE_NOT_WHOLE 2 |
            2026-03-15 | 2026-03-13 | 300 |                      | of the day, posted before the agreement
            2026-03-15 | 2026-03-15 | 400 |                      | of the day, posted after it
            """)
    void unpaid_is_without_the_credits_that_the_later_counts_itself(
            String valueOn, String posted, long principal, @Nullable String reviewed, String why) {
        Loans loan = loan().due(1, "2026-02-10", 100)
                .due(2, "2026-04-10", 300)
                .entry("q", EntryType.REPAYMENT, valueOn, noon(posted), 100);
        assertThat(renewed(loan, AgreementType.EXTENSION, principal).reviewed("2026-03-20", PLAIN))
                .as(why)
                .isEqualTo(reviewed == null ? "" : reviewed);
    }

    /** Of 100 due in February 3 are left: no arrear, and a version may leave them out or list them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            300 |
            303 |
            304 | SCHEDULE_ROUNDED 2
            305 | SCHEDULE_NOT_WHOLE 2
            298 | SCHEDULE_NOT_WHOLE 2
            """)
    void rests_within_tolerance_may_be_left_out(long principal, @Nullable String reviewed) {
        Loans loan = loan().due(1, "2026-02-10", 100).due(2, "2026-04-10", 300).paid("p", "2026-02-10", 97);
        assertThat(renewed(loan, AgreementType.EXTENSION, principal).reviewed("2026-03-20", TOLERANT))
                .isEqualTo(reviewed == null ? "" : reviewed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-14 | SCHEDULE_WITHOUT_AGREEMENT 3 | version 2 is named, if only for later
            2026-03-31 | SCHEDULE_WITHOUT_AGREEMENT 3 |
            """)
    void a_newer_version_that_no_agreement_names_is_told(String asOf, String reviewed, String why) {
        Loans loan = renewed(owing(), AgreementType.EXTENSION, 400).due(3, 1, "2026-06-10", 400, 0);
        assertThat(loan.reviewed(asOf, PLAIN)).as(why).isEqualTo(reviewed);
        loan.agreed("b", AgreementType.EXTENSION, "2026-05-01", noon("2026-03-20"), 3);
        assertThat(loan.reviewed(asOf, PLAIN)).isEmpty();
    }

    /** Version 2, passed over, is older than the one in force. */
    @Test
    void an_older_version_that_no_agreement_names_is_nobodys_business() {
        Loans loan = owing().due(2, 1, "2026-05-10", 1, 0)
                .due(3, 1, "2026-05-10", 400, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-14"), 3);
        assertThat(loan.reviewed("2026-03-15", PLAIN)).isEmpty();
    }

    /** Paid on 10 March as far as version 1 goes; version 2 has a slip, so from its day on nothing is closed. */
    @Test
    void it_is_closed_as_long_as_what_is_in_force_is_whole() {
        Loans loan = loan().due(1, "2026-03-10", 1000)
                .paid("p", "2026-03-10", 1000)
                .due(2, 1, "2026-04-10", new Components(0, 5, 0, 0))
                .due(3, 1, "2026-05-10", 700, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", noon("2026-03-14"), 2)
                .agreed("b", AgreementType.EXTENSION, "2026-04-15", noon("2026-04-14"), 3)
                .paid("q", "2026-04-01", 5)
                .paid("r", "2026-05-01", 700);
        assertThat(text(loan.on("2026-03-14").closedOn())).isEqualTo("2026-03-10");
        assertThat(text(loan.on("2026-04-14").closedOn())).isEqualTo("2026-04-01");
        assertThat(loan.on("2026-06-30").closedOn()).isNull();
        assertThat(loan.reviewed("2026-06-30", PLAIN)).isEqualTo("SCHEDULE_NOT_WHOLE 3");
    }
}

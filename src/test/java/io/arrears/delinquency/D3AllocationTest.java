package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static io.arrears.ledger.Component.FEE;
import static io.arrears.ledger.Component.INTEREST;
import static io.arrears.ledger.Component.PENALTY;
import static io.arrears.ledger.Component.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.Components;
import io.arrears.ledger.EntryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D3: which obligation, and which component of it, each credit pays; rests as principal/interest/fee/penalty. */
class D3AllocationTest {

    private static final Policy COMPONENT_FIRST = policy().componentFirst().build();

    /** Three times 100 principal, 20 interest, 5 fee, 3 penalty: 128 each, 384 in all. */
    private static Loans three() {
        Components owed = new Components(100, 20, 5, 3);
        return loan().due(1, 1, "2026-01-10", owed)
                .due(1, 2, "2026-02-10", owed)
                .due(1, 3, "2026-03-10", owed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              0 | 100/20/5/3 100/20/5/3 100/20/5/3 |  0
              2 | 100/20/5/1 100/20/5/3 100/20/5/3 |  0
              3 | 100/20/5/0 100/20/5/3 100/20/5/3 |  0
              8 | 100/20/0/0 100/20/5/3 100/20/5/3 |  0
             10 | 100/18/0/0 100/20/5/3 100/20/5/3 |  0
             28 | 100/0/0/0 100/20/5/3 100/20/5/3  |  0
            127 | 1/0/0/0 100/20/5/3 100/20/5/3    |  0
            128 | 0/0/0/0 100/20/5/3 100/20/5/3    |  0
            130 | 0/0/0/0 100/20/5/1 100/20/5/3    |  0
            256 | 0/0/0/0 0/0/0/0 100/20/5/3       |  0
            260 | 0/0/0/0 0/0/0/0 100/20/4/0       |  0
            384 | 0/0/0/0 0/0/0/0 0/0/0/0          |  0
            400 | 0/0/0/0 0/0/0/0 0/0/0/0          | 16
            """)
    void instalment_first_pays_the_oldest_whole_and_then_prepays(long amount, String rests, long unallocated) {
        Loans loan = three().paid("p", "2026-02-15", amount);
        assertThat(Books.rests(loan, "2026-02-15", PLAIN)).isEqualTo(rests);
        assertThat(loan.on("2026-02-15").unallocated()).isEqualTo(unallocated);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              2 | 100/20/5/1 100/20/5/3 100/20/5/3 |  0
              6 | 100/20/5/0 100/20/5/0 100/20/5/3 |  0
             11 | 100/20/0/0 100/20/5/0 100/20/5/3 |  0
             16 | 100/20/0/0 100/20/0/0 100/20/5/3 |  0
             30 | 100/6/0/0 100/20/0/0 100/20/5/3  |  0
             56 | 100/0/0/0 100/0/0/0 100/20/5/3   |  0
            160 | 0/0/0/0 96/0/0/0 100/20/5/3      |  0
            256 | 0/0/0/0 0/0/0/0 100/20/5/3       |  0
            258 | 0/0/0/0 0/0/0/0 100/20/5/1       |  0
            265 | 0/0/0/0 0/0/0/0 100/19/0/0       |  0
            400 | 0/0/0/0 0/0/0/0 0/0/0/0          | 16
            """)
    void component_first_pays_one_component_across_what_is_due_and_prepays_instalment_first(
            long amount, String rests, long unallocated) {
        Loans loan = three().paid("p", "2026-02-15", amount);
        assertThat(Books.rests(loan, "2026-02-15", COMPONENT_FIRST)).isEqualTo(rests);
        assertThat(loan.on("2026-02-15", COMPONENT_FIRST).unallocated()).isEqualTo(unallocated);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-09 | 100/20/2/0 100/20/5/3 100/20/5/3
            2026-02-09 | 100/20/2/0 100/20/5/3 100/20/5/3
            2026-02-10 | 100/20/5/0 100/20/5/0 100/20/5/3
            """)
    void component_first_takes_what_is_due_on_the_value_date_as_due(String valueOn, String rests) {
        assertThat(Books.rests(three().paid("p", valueOn, 6), "2026-02-15", COMPONENT_FIRST))
                .isEqualTo(rests);
    }

    @Test
    void component_first_prepays_each_coming_obligation_whole_before_the_next() {
        Loans loan = three().paid("p", "2026-01-09", 130);
        assertThat(Books.rests(loan, "2026-01-09", COMPONENT_FIRST)).isEqualTo("0/0/0/0 100/20/5/1 100/20/5/3");
    }

    @Test
    void the_policy_orders_the_components() {
        Policy principalFirst =
                policy().order(PRINCIPAL, INTEREST, FEE, PENALTY).build();
        Policy principalAcross = policy().order(PRINCIPAL, INTEREST, FEE, PENALTY)
                .componentFirst()
                .build();
        Loans loan = three().paid("p", "2026-02-15", 110);
        assertThat(Books.rests(loan, "2026-02-15", principalFirst)).isEqualTo("0/10/5/3 100/20/5/3 100/20/5/3");
        assertThat(Books.rests(loan, "2026-02-15", principalAcross)).isEqualTo("0/20/5/3 90/20/5/3 100/20/5/3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
              0 | c:5 1:100 2:100 a:7 b:10 z:9
              5 | c:0 1:100 2:100 a:7 b:10 z:9
            150 | c:0 1:0 2:55 a:7 b:10 z:9
            205 | c:0 1:0 2:0 a:7 b:10 z:9
            212 | c:0 1:0 2:0 a:0 b:10 z:9
            222 | c:0 1:0 2:0 a:0 b:0 z:9
            """)
    void obligations_stand_by_due_date_then_instalments_by_number_then_charges_by_id(long amount, String owed) {
        Loans loan = loan().due(2, "2026-02-10", 100)
                .due(1, "2026-02-10", 100)
                .penalty("z", "2026-02-11", 9)
                .fee("b", "2026-02-10", 10)
                .penalty("a", "2026-02-10", 7)
                .penalty("c", "2026-02-09", 5)
                .paid("p", "2026-02-10", amount);
        assertThat(Books.owed(loan, "2026-02-10", PLAIN)).isEqualTo(owed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-02 | 2026-01-01 | 2026-02-01 | 2026-03-01 | b>1:60 a>1:40 a>2:20
            2026-02-01 | 2026-03-02 | 2026-02-01 | 2026-03-01 | b>1:60 a>1:40 a>2:20
            2026-02-01 | 2026-03-01 | 2026-02-01 | 2026-03-01 | a>1:60 b>1:40 b>2:20
            """)
    void credits_are_taken_by_value_date_then_posted_at_then_id(
            String valueOfA, String postedA, String valueOfB, String postedB, String posted) {
        Loans loan = loan().due(1, "2026-01-10", 100)
                .due(2, "2026-02-10", 100)
                .entry("b", EntryType.REPAYMENT, valueOfB, noon(postedB), 60)
                .entry("a", EntryType.REPAYMENT, valueOfA, noon(postedA), 60);
        assertThat(Books.posted(loan, "2026-03-31", PLAIN)).isEqualTo(posted);
    }

    @Test
    void a_known_charge_to_come_is_prepaid_in_its_place() {
        Loans loan = loan().due(1, "2026-02-10", 100)
                .due(2, "2026-04-10", 100)
                .fee("f", "2026-03-20", 30)
                .paid("p", "2026-02-10", 140);
        assertThat(Books.owed(loan, "2026-02-10", PLAIN)).isEqualTo("1:0 f:0 2:90");
    }

    @ParameterizedTest
    @CsvSource({"REPAYMENT", "WAIVER", "RECOVERY"})
    void every_credit_reduces_what_is_owed(EntryType credit) {
        assertThat(Books.rests(three().entry("p", credit, "2026-02-15", 130), "2026-02-15", PLAIN))
                .isEqualTo("0/0/0/0 100/20/5/1 100/20/5/3");
    }
}

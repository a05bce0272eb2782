package io.arrears.delinquency;

import static io.arrears.delinquency.Loans.PLAIN;
import static io.arrears.delinquency.Loans.loan;
import static io.arrears.delinquency.Loans.noon;
import static io.arrears.delinquency.Policies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D8: which version counts a credit, a charge or a reversal whose value date and posting lie about the switch. */
class D8LateFactsTest {

    private static Loans switched(String agreementPosted) {
        return loan().due(1, 1, "2026-02-10", 100, 0)
                .due(1, 2, "2026-03-10", 100, 0)
                .due(2, 1, "2026-04-15", 120, 0)
                .due(3, 1, "2026-05-15", 110, 0)
                .agreed("a", AgreementType.EXTENSION, "2026-03-15", Instant.parse(agreementPosted), 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-12T12:00:00Z | 2026-03-14 | 2026-03-14T12:00:00Z | 1@2026-03-14
            2026-03-12T12:00:00Z | 2026-03-14 | 2026-03-15T00:00:00Z | 1@2026-03-14
            2026-03-12T12:00:00Z | 2026-03-14 | 2026-03-15T00:00:01Z | 1@2026-03-14 2@2026-03-15
            2026-03-12T12:00:00Z | 2026-02-10 | 2026-04-20T00:00:00Z | 1@2026-02-10 2@2026-03-15
            2026-03-12T12:00:00Z | 2026-03-15 | 2026-03-11T12:00:00Z | 1@2026-03-15
            2026-03-12T12:00:00Z | 2026-03-15 | 2026-03-12T12:00:00Z | 1@2026-03-15
            2026-03-12T12:00:00Z | 2026-03-15 | 2026-03-12T12:00:01Z | 2@2026-03-15
            2026-03-12T12:00:00Z | 2026-03-15 | 2026-03-15T12:00:00Z | 2@2026-03-15
            2026-03-12T12:00:00Z | 2026-03-16 | 2026-03-01T12:00:00Z | 2@2026-03-16
            2026-03-12T12:00:00Z | 2026-03-16 | 2026-04-01T12:00:00Z | 2@2026-03-16
            2026-03-18T12:00:00Z | 2026-03-14 | 2026-03-16T12:00:00Z | 1@2026-03-14
            2026-03-18T12:00:00Z | 2026-03-14 | 2026-03-18T12:00:00Z | 1@2026-03-14
            2026-03-18T12:00:00Z | 2026-03-14 | 2026-03-18T12:00:01Z | 1@2026-03-14 2@2026-03-15
            2026-03-18T12:00:00Z | 2026-03-15 | 2026-03-18T12:00:00Z | 1@2026-03-15
            2026-03-18T12:00:00Z | 2026-03-15 | 2026-03-18T12:00:01Z | 2@2026-03-15
            2026-03-18T12:00:00Z | 2026-03-16 | 2026-03-17T12:00:00Z | 2@2026-03-16
            """)
    void a_credit_counts_in_its_version_and_in_the_next_if_that_could_not_know_it(
            String agreementPosted, String valueOn, String posted, String counted) {
        Loans loan = switched(agreementPosted).entry("p", EntryType.REPAYMENT, valueOn, Instant.parse(posted), 10);
        assertThat(Books.counted(loan, "p", "2026-04-30", PLAIN)).isEqualTo(counted);
        assertThat(loan.on("2026-04-30").balance()).isEqualTo(counted.contains("2@") ? 110 : 120);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTC              | 2026-03-14T16:00:01Z | 1@2026-03-14
            Asia/Shanghai    | 2026-03-14T16:00:00Z | 1@2026-03-14
            Asia/Shanghai    | 2026-03-14T16:00:01Z | 1@2026-03-14 2@2026-03-15
            America/New_York | 2026-03-15T04:00:00Z | 1@2026-03-14
            America/New_York | 2026-03-15T04:00:01Z | 1@2026-03-14 2@2026-03-15
            """)
    void the_effective_date_starts_in_the_lenders_zone(String zone, String posted, String counted) {
        Loans loan = switched("2026-03-12T12:00:00Z")
                .entry("p", EntryType.REPAYMENT, "2026-03-14", Instant.parse(posted), 10);
        assertThat(Books.counted(loan, "p", "2026-04-30", policy().zone(zone).build()))
                .isEqualTo(counted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-20 | 2026-02-20 | 1@2026-02-20
            2026-02-20 | 2026-03-20 | 1@2026-02-20 2@2026-03-15
            2026-02-20 | 2026-04-21 | 1@2026-02-20 2@2026-03-15 3@2026-04-20
            2026-03-20 | 2026-04-01 | 2@2026-03-20
            2026-03-20 | 2026-04-21 | 2@2026-03-20 3@2026-04-20
            2026-04-20 | 2026-04-18 | 2@2026-04-20
            2026-04-20 | 2026-04-20 | 3@2026-04-20
            """)
    void each_later_version_counts_what_it_could_not_know(String valueOn, String posted, String counted) {
        Loans loan = switched("2026-03-12T12:00:00Z")
                .agreed("b", AgreementType.EXTENSION, "2026-04-20", noon("2026-04-18"), 3)
                .entry("p", EntryType.REPAYMENT, valueOn, noon(posted), 10);
        assertThat(Books.counted(loan, "p", "2026-04-30", PLAIN)).isEqualTo(counted);
    }

    @Test
    void a_late_credit_does_not_act_before_its_version_is_in_force() {
        Loans loan =
                switched("2026-03-12T12:00:00Z").entry("p", EntryType.REPAYMENT, "2026-03-01", noon("2026-03-20"), 100);
        assertThat(Books.owed(loan, "2026-03-14", PLAIN)).isEqualTo("1:0 2:100");
        assertThat(Books.owed(loan, "2026-03-15", PLAIN)).isEqualTo("1:20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-14 | 2026-03-14T12:00:00Z | 1:120
            2026-03-14 | 2026-03-15T00:00:00Z | 1:120
            2026-03-14 | 2026-03-15T00:00:01Z | f:7 1:120
            2026-03-15 | 2026-03-12T12:00:00Z | 1:120
            2026-03-15 | 2026-03-12T12:00:01Z | f:7 1:120
            2026-03-16 | 2026-03-01T12:00:00Z | f:7 1:120
            2026-04-16 | 2026-03-01T12:00:00Z | 1:120 f:7
            """)
    void a_charge_follows_the_same_sentence(String valueOn, String posted, String owed) {
        Loans loan = switched("2026-03-12T12:00:00Z").entry("f", EntryType.FEE, valueOn, Instant.parse(posted), 7);
        assertThat(Books.owed(loan, "2026-03-31", PLAIN)).isEqualTo(owed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-10 | 2026-03-10 | 2026-03-31 | false
            2026-03-10 | 2026-03-16 | 2026-03-14 | false
            2026-03-10 | 2026-03-16 | 2026-03-15 | true
            2026-03-20 | 2026-03-20 | 2026-03-19 | false
            2026-03-20 | 2026-03-20 | 2026-03-20 | true
            """)
    void the_reversal_of_what_an_earlier_version_consumed_changes_nothing_and_is_reviewed(
            String reversedOn, String posted, String asOf, boolean reviewed) {
        Loans loan = switched("2026-03-12T12:00:00Z")
                .paid("p", "2026-02-10", 100)
                .reversed("r", "p", reversedOn, noon(posted), 100);
        assertThat(loan.on("2026-03-31").balance()).isEqualTo(120);
        assertThat(loan.on(asOf).reviews().contains(new Review(ReviewCode.REVERSAL_OF_EARLIER_VERSION, "r")))
                .isEqualTo(reviewed);
    }

    @Test
    void the_earlier_version_itself_sees_the_reversal() {
        Loans loan =
                switched("2026-03-12T12:00:00Z").paid("p", "2026-02-10", 100).reversed("r", "p", "2026-03-10", 100);
        assertThat(loan.on("2026-03-09").balance()).isEqualTo(100);
        assertThat(loan.on("2026-03-10").balance()).isEqualTo(200);
    }

    @Test
    void the_reversal_of_a_late_credit_takes_it_back_from_the_version_in_force() {
        Loans loan = switched("2026-03-12T12:00:00Z")
                .entry("p", EntryType.REPAYMENT, "2026-03-01", noon("2026-03-20"), 50)
                .reversed("r", "p", "2026-03-25", 50);
        assertThat(loan.on("2026-03-24").balance()).isEqualTo(70);
        assertThat(loan.on("2026-03-25").balance()).isEqualTo(120);
        assertThat(loan.reviewsBesidesD19("2026-03-25")).isEmpty();
    }

    /** p was paid ahead for 15 March and known to the makers of version 2, so its reversal is for somebody to look at. */
    @Test
    void what_an_earlier_version_consumed_on_the_day_of_the_switch_stays_in_its_books() {
        Loans loan = switched("2026-03-12T12:00:00Z")
                .entry("p", EntryType.REPAYMENT, "2026-03-15", noon("2026-03-11"), 10)
                .reversed("r", "p", "2026-03-20", 10);
        assertThat(Books.counted(loan, "p", "2026-03-19", PLAIN)).isEqualTo("1@2026-03-15");
        assertThat(Books.counted(loan, "p", "2026-03-20", PLAIN)).isEqualTo("1@2026-03-15");
        assertThat(loan.reviewsBesidesD19("2026-03-20"))
                .containsExactly(new Review(ReviewCode.REVERSAL_OF_EARLIER_VERSION, "r"));
    }
}

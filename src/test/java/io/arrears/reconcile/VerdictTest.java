package io.arrears.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.Reason;
import io.arrears.TwoPeople;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a check ended, and what its row in reconciliation.csv says of it. */
class VerdictTest {

    private static final Acceptance ACCEPTANCE =
            Acceptance.of(Set.of(Identity.R3, Identity.R6), TwoPeople.of(List.of("Ann", "Bob")), new Reason("known"));

    private static Check check(Identity identity, String left, String right) {
        return Check.of(identity, "demo x", new BigDecimal(left), new BigDecimal(right), "one", "other");
    }

    @ParameterizedTest
    @CsvSource({
        // identity, left, right, accepted, verdict,    open
        "R1,         5,    4,     false,    WITHHELD,   true",
        "R2,         5,    4,     false,    WITHHELD,   true",
        "R6,         5,    4,     false,    WITHHELD,   true",
        "R3,         5,    4,     false,    DIFFERENCE, true",
        "R4,         5,    4,     false,    DIFFERENCE, true",
        "R5,         5,    4,     false,    DIFFERENCE, true",
        "R7,         5,    4,     false,    DIFFERENCE, true",
        "R8,         5,    4,     false,    DIFFERENCE, true",
        "BRAKE,      5,    4,     false,    DIFFERENCE, true",
        "R3,         5,    4,     true,     ACCEPTED,   false",
        "R6,         5,    4,     true,     ACCEPTED,   false",
        "R4,         5,    4,     true,     DIFFERENCE, true",
        "R1,         5,    4,     true,     WITHHELD,   true",
        "R3,         4,    4,     true,     OK,         false",
        "R3,         4.00, 4,     false,    OK,         false",
        "R3,         4.00, 4.01,  false,    DIFFERENCE, true",
    })
    void a_difference_is_accepted_by_name_or_stands(
            Identity identity, String left, String right, boolean isAccepted, Verdict verdict, boolean isOpen) {
        Verdict found = Verdict.of(check(identity, left, right), isAccepted ? ACCEPTANCE : null);
        assertThat(found).isEqualTo(verdict);
        assertThat(found.isOpen()).isEqualTo(isOpen);
    }

    @Test
    void what_was_not_checked_is_no_difference_and_says_why() {
        Check missing = Check.missing(Identity.R3, "", "why");
        assertThat(Verdict.of(missing, ACCEPTANCE)).isEqualTo(Verdict.NOT_CHECKED);
        assertThat(Verdict.NOT_CHECKED.isOpen()).isFalse();
        assertThat(ReconciliationCsv.line(missing, ACCEPTANCE)).isEqualTo("R3,,,,,NOT_CHECKED,why,,,\r\n");
        assertThat(missing).hasToString("R3 : not checked, why");
    }

    @Test
    void a_row_names_two_people_only_where_they_accepted_it() {
        assertThat(ReconciliationCsv.line(check(Identity.R3, "5", "4.50"), ACCEPTANCE))
                .isEqualTo("R3,demo x,5,4.50,0.50,ACCEPTED,one,other,Ann and Bob,known\r\n");
        assertThat(ReconciliationCsv.line(check(Identity.R3, "4", "4"), ACCEPTANCE))
                .isEqualTo("R3,demo x,4,4,0,OK,one,other,,\r\n");
        assertThat(ReconciliationCsv.line(check(Identity.R4, "5", "4"), ACCEPTANCE))
                .isEqualTo("R4,demo x,5,4,1,DIFFERENCE,one,other,,\r\n");
    }

    @Test
    void an_acceptance_of_fewer_identities_has_the_same_people() {
        assertThat(ACCEPTANCE.of(Set.of(Identity.R3)))
                .isEqualTo(new Acceptance(Set.of(Identity.R3), "Ann", "Bob", "known"));
    }

    @Test
    void an_identity_of_bureaus_names_its_bureau_first() {
        assertThat(check(Identity.R1, "1", "1").bureau()).isEqualTo("demo");
    }
}

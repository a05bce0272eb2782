package io.arrears.furnish;

import static io.arrears.furnish.Cases.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.ReviewCode;
import io.arrears.ledger.AgreementType;
import io.arrears.ledger.EntryType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The gates that ask about the account itself; consent and notice have tests of their own. */
class GateTest {

    private static final String DAY = "2026-11-30";

    @ParameterizedTest
    @CsvSource({
        "cash-loan, passes",
        "car-loan,  passes",
        "Cash-Loan, excluded",
        "cash,      excluded",
        "bnpl,      excluded"
    })
    void scope_lets_through_the_products_that_the_lender_tells(String product, String verdict) {
        assertThat(loan().of(product).verdict(Gate.SCOPE, DAY)).isEqualTo(verdict);
    }

    /** Files are generated on 3 December at 02:00 in Shanghai, when it is still the 2nd in UTC. */
    @ParameterizedTest
    @CsvSource({
        "yes, 2026-12-02, excluded",
        "yes, 2026-12-03, excluded",
        "yes, 2026-12-04, passes",
        "no,  2026-12-02, passes",
        "YES, 2026-12-02, passes"
    })
    void block_holds_from_its_day_on_where_the_lender_is(String value, String effective, String verdict) {
        assertThat(loan().blocked("f1", value, effective, "2026-10-01T00:00:00Z")
                        .verdict(Gate.BLOCK, DAY))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-10-01T00:00:00Z, f2, passes",
        "2026-11-01, 2026-10-01T00:00:01Z, f2, passes",
        "2026-11-01, 2026-10-01T00:00:00Z, f2, passes",
        "2026-11-01, 2026-10-01T00:00:00Z, f0, excluded",
        "2026-11-01, 2026-09-30T23:59:59Z, f2, excluded",
        "2026-10-31, 2026-12-01T00:00:00Z, f2, excluded",
        "2026-12-04, 2026-12-01T00:00:00Z, f2, excluded"
    })
    void block_is_lifted_by_a_later_no_by_effective_day_then_posting_then_id(
            String effective, String posted, String id, String verdict) {
        Cases lifted =
                loan().blocked(id, "no", effective, posted).blocked("f1", "yes", "2026-11-01", "2026-10-01T00:00:00Z");
        assertThat(lifted.verdict(Gate.BLOCK, DAY)).isEqualTo(verdict);
    }

    @Test
    void block_evidence_names_the_fact() {
        assertThat(loan().blocked("f1", "yes", "2026-11-01", "2026-10-01T00:00:00Z")
                        .asks(Gate.BLOCK, DAY))
                .isEqualTo("excluded the account must not be told: fact f1");
    }

    @Test
    void open_rejects_hold_and_are_all_named() {
        assertThat(loan().asks(Gate.OPEN_REJECTS, DAY)).isEqualTo("passes");
        assertThat(loan().rejected("entries:e1").rejected("accounts:L1").asks(Gate.OPEN_REJECTS, DAY))
                .isEqualTo("held rows of the account were rejected and have not arrived: entries:e1 accounts:L1");
    }

    /** Due in October and unpaid: from the day after it is negative, and the rejected row can be its payment. */
    @Test
    void a_reject_of_nobody_known_holds_what_is_negative() {
        Cases loan = loan().rejectedOfNobodyKnown("entries:X1");
        assertThat(loan.asks(Gate.OPEN_REJECTS, "2026-10-10")).isEqualTo("passes");
        assertThat(loan.asks(Gate.OPEN_REJECTS, "2026-10-11"))
                .isEqualTo("held rejected rows whose account is unknown can be this account's: 1 row, entries:X1");
    }

    @Test
    void review_holds_an_extension_without_a_schedule_from_its_day_on() {
        Cases extended = loan().agreed(AgreementType.EXTENSION, "2026-11-30", null);
        assertThat(extended.asks(Gate.REVIEW, "2026-11-29")).isEqualTo("passes");
        assertThat(extended.asks(Gate.REVIEW, "2026-11-30"))
                .isEqualTo("held a rule set a fact of the account aside: AGREEMENT_WITHOUT_VERSION a1");
    }

    @Test
    void review_lets_through_what_was_accepted_and_nothing_beside_it() {
        Cases extended = loan().agreed(AgreementType.EXTENSION, "2026-11-29", null)
                .accepted(ReviewCode.AGREEMENT_WITHOUT_VERSION, "a1");
        assertThat(extended.asks(Gate.REVIEW, DAY)).isEqualTo("passes");
        Cases refunded = extended.entry("r1", EntryType.REFUND, "2026-11-01", 5, null)
                .accepted(ReviewCode.REVERSAL_REPEATED, "r1");
        assertThat(refunded.asks(Gate.REVIEW, DAY))
                .isEqualTo("held a rule set a fact of the account aside: REFUND_BEYOND_UNALLOCATED r1");
    }

    @Test
    void review_holds_what_leaves_the_debt_open() {
        assertThat(loan().without("instalments").verdict(Gate.REVIEW, DAY)).isEqualTo("held");
        assertThat(loan().entry("r1", EntryType.REFUND, "2026-11-01", 5, null).verdict(Gate.REVIEW, DAY))
                .isEqualTo("held");
    }

    @Test
    void review_holds_a_reversal_or_an_agreement_that_has_no_effect_until_it_is_put_right() {
        assertThat(loan().entry("r1", EntryType.REVERSAL, "2026-11-01", 5, "gone")
                        .verdict(Gate.REVIEW, DAY))
                .isEqualTo("held");
        assertThat(loan().agreed(AgreementType.EXTENSION, "2026-11-01", 9).verdict(Gate.REVIEW, DAY))
                .isEqualTo("held");
    }

    @ParameterizedTest
    @EnumSource(Reported.State.class)
    void underway_waits_for_what_is_prepared_or_released_and_for_nothing_else(Reported.State state) {
        String verdict =
                switch (state) {
                    case PREPARED, RELEASED -> "held";
                    case SENT, ACCEPTED, REJECTED, VOID -> "passes";
                };
        assertThat(loan().reported(Reported.State.ACCEPTED).reported(state).verdict(Gate.UNDERWAY, DAY))
                .isEqualTo(verdict);
        assertThat(state.counts()).isEqualTo(state == Reported.State.SENT || state == Reported.State.ACCEPTED);
    }

    @Test
    void the_first_gate_in_the_given_order_that_stops_a_record_is_named() {
        GateInput nothingRight = loan().of("bnpl").rejected("entries:e1").on(DAY);
        assertThat(Gate.first(List.of(Gate.values()), nothingRight).map(GateResult::gate))
                .hasValue("scope");
        assertThat(Gate.first(List.of(Gate.PRE_NOTICE, Gate.OPEN_REJECTS, Gate.SCOPE), nothingRight)
                        .map(GateResult::gate))
                .hasValue("pre-notice");
        assertThat(Gate.first(List.of(Gate.BLOCK), nothingRight)).isEmpty();
        assertThat(Gate.first(List.of(), nothingRight)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void every_gate_is_written_in_small_letters(Gate gate) {
        assertThat(gate.written()).matches("[a-z-]+");
    }
}

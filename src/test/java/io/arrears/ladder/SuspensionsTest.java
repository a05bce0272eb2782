package io.arrears.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.delinquency.DayCount;
import io.arrears.delinquency.Policies;
import io.arrears.delinquency.Policy;
import io.arrears.ladder.law.Channel;
import io.arrears.ledger.AgreementType;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What was agreed, disputed or handed on, and rows that are missing, keep a whole account from being pressed (L3, L18, L22-L24). */
class SuspensionsTest {

    /** The rule that the borrower's CALL is withheld by on the calling day behind an as-of date, and until when. */
    private record Row(String what, UnaryOperator<Cases> loan, String asOf, String call) {}

    /** 200 stay due on 30 June, and 800 from 20 July on; in force from 10 July on. */
    private static Cases plan(Cases loan, AgreementType type) {
        return loan.due(2, 1, "06-30", 200_00).due(2, 2, "07-20", 800_00).agreed(type, "07-10", 2);
    }

    private static Cases plan(Cases loan) {
        return plan(loan, AgreementType.INSTALMENT_PLAN);
    }

    private static Cases capped(Cases loan, long penalty) {
        Policy policy = Policies.policy().costing("24", DayCount.ACTUAL_365).build();
        return loan.by(policy).charged("P1", "07-01", penalty);
    }

    /** 300 of what nothing asks for yet are due on 20 July. */
    private static Cases beside(Cases loan) {
        return loan.asLine().due(2, 1, "07-20", 300_00).agreed(AgreementType.INSTALMENT_PLAN, "07-10", 2);
    }

    private static Cases promise(Cases loan) {
        return loan.promised("07-05", "07-10", 500_00L);
    }

    static final Row[] TABLE = {
        // Plans (L22)
        new Row("the day before a plan", loan -> plan(loan), "07-08", "may"),
        new Row("its first calling day", loan -> plan(loan), "07-09", "PLAN_KEPT 07-12"),
        new Row("kept", loan -> plan(loan), "07-12", "PLAN_KEPT 07-22"),
        new Row("due on the day", loan -> plan(loan), "07-20", "PLAN_KEPT 07-22"),
        new Row("broken", loan -> plan(loan), "07-21", "may"),
        new Row("kept by a payment", loan -> plan(loan).paid("E1", "07-19", 200_00), "07-20", ""),
        new Row("an extension", loan -> plan(loan, AgreementType.EXTENSION), "07-12", "PLAN_KEPT 07-22"),
        new Row("a holiday", loan -> plan(loan, AgreementType.PAYMENT_HOLIDAY), "07-12", "PLAN_KEPT 07-22"),
        new Row("a settlement", loan -> plan(loan, AgreementType.SETTLEMENT), "07-12", "PLAN_KEPT 07-22"),
        new Row(
                "a settlement without a version",
                loan -> loan.agreed(AgreementType.SETTLEMENT, "07-10", null),
                "07-12",
                "may"),
        new Row(
                "replaced by another version",
                loan -> plan(loan).due(3, 1, "06-30", 1000_00).agreed(AgreementType.PAYOFF, "07-11", 3),
                "07-12",
                "may"),
        // A plan beside the statements of a line (D16)
        new Row("of a line, nothing agreed", loan -> loan.asLine(), "07-12", "may"),
        new Row("of a line, kept", loan -> beside(loan), "07-12", "PLAN_KEPT 07-22"),
        new Row("of a line, broken", loan -> beside(loan), "07-21", "may"),
        new Row(
                "of a line, kept though a later bill is not",
                loan -> beside(loan).billed("S2", "07-11", "07-15", 100_00),
                "07-17",
                "PLAN_KEPT 07-22"),
        new Row(
                "of a line, kept to its end, and a later bill not paid",
                loan -> beside(loan).paid("E1", "07-20", 500_00).billed("S2", "07-11", "07-25", 100_00),
                "07-26",
                "may"),
        new Row(
                "of a line, replaced by another version",
                loan -> beside(loan).due(3, 1, "06-30", 1000_00).agreed(AgreementType.PAYOFF, "07-11", 3),
                "07-12",
                "may"),
        // Promises (L23)
        new Row("before it was given", loan -> promise(loan), "07-03", "may"),
        new Row("on the day it was given", loan -> promise(loan), "07-04", "PROMISE_OPEN 07-12"),
        new Row("on the day promised", loan -> promise(loan), "07-09", "PROMISE_OPEN 07-12"),
        new Row(
                "until a mistyped year, a year",
                loan -> loan.promised("07-04", "2062-07-10", 500_00L),
                "07-10",
                "PROMISE_OPEN 07-06"),
        new Row("a day later", loan -> promise(loan), "07-10", "PROMISE_OPEN 07-12"),
        new Row("broken", loan -> promise(loan), "07-11", "may"),
        new Row("kept", loan -> promise(loan).paid("E1", "07-08", 500_00), "07-08", "may"),
        new Row(
                "kept in two",
                loan -> promise(loan).paid("E1", "07-05", 300_00).paid("E2", "07-07", 200_00),
                "07-07",
                "may"),
        new Row("kept in part", loan -> promise(loan).paid("E1", "07-08", 499_99), "07-08", "PROMISE_OPEN 07-12"),
        new Row("paid before it", loan -> promise(loan).paid("E1", "07-04", 500_00), "07-06", "PROMISE_OPEN 07-12"),
        new Row(
                "paid and taken back",
                loan -> promise(loan).paid("E1", "07-07", 500_00).reversed("E1", "07-08", 500_00),
                "07-08",
                "PROMISE_OPEN 07-12"),
        new Row(
                "of all",
                loan -> loan.promised("07-05", "07-10", null).paid("E1", "07-07", 500_00),
                "07-07",
                "PROMISE_OPEN 07-12"),
        new Row(
                "with more days",
                loan -> promise(loan.ladderOf(ladder("promise-days: 3"))),
                "07-12",
                "PROMISE_OPEN 07-14"),
        new Row("with no days", loan -> promise(loan.ladderOf(ladder("promise-days: 0"))), "07-10", "may"),
        new Row(
                "given before it was overdue",
                loan -> loan.promised("06-29", "07-10", 500_00L),
                "07-05",
                "PROMISE_OPEN 07-12"),
        new Row("replaced", loan -> promise(loan).promised("07-08", "07-20", 600_00L), "07-15", "PROMISE_OPEN 07-22"),
        new Row("replaced by a shorter one", loan -> promise(loan).promised("07-06", "07-07", 100_00L), "07-08", "may"),
        new Row(
                "a second after a broken one",
                loan -> promise(loan).promised("07-12", "07-20", 600_00L),
                "07-15",
                "PROMISE_OPEN 07-22"),
        new Row(
                "a third after two broken ones",
                loan -> loan.promised("07-01", "07-03", 500_00L)
                        .promised("07-06", "07-08", 500_00L)
                        .promised("07-11", "07-20", 500_00L),
                "07-12",
                "may"),
        new Row(
                "a third after one broken and one replaced",
                loan -> loan.promised("07-01", "07-03", 500_00L)
                        .promised("07-04", "07-08", 500_00L)
                        .promised("07-11", "07-20", 500_00L),
                "07-12",
                "PROMISE_OPEN 07-22"),
        new Row(
                "a third after one paid a day late",
                loan -> loan.promised("07-01", "07-03", 100_00L)
                        .promised("07-06", "07-08", 500_00L)
                        .promised("07-11", "07-20", 500_00L)
                        .paid("E1", "07-05", 100_00),
                "07-12",
                "may"),
        new Row(
                "a third after one paid on its last day",
                loan -> loan.promised("07-01", "07-03", 100_00L)
                        .promised("07-06", "07-08", 500_00L)
                        .promised("07-11", "07-20", 500_00L)
                        .paid("E1", "07-04", 100_00),
                "07-12",
                "PROMISE_OPEN 07-22"),
        new Row(
                "a third of another episode",
                loan -> loan.due(1, 2, "07-30", 1000_00)
                        .promised("07-01", "07-03", 500_00L)
                        .promised("07-06", "07-08", 500_00L)
                        .paid("E1", "07-20", 1000_00)
                        .promised("08-01", "08-10", 500_00L),
                "08-03",
                "PROMISE_OPEN 08-12"),
        // Disputes hold through the day of their resolution (L18)
        new Row("before a dispute", loan -> loan.disputed("07-05", "07-10"), "07-03", "may"),
        new Row("on its first day", loan -> loan.disputed("07-05", "07-10"), "07-04", "DISPUTED 07-11"),
        new Row("on the day of its resolution", loan -> loan.disputed("07-05", "07-10"), "07-09", "DISPUTED 07-11"),
        new Row("the day after", loan -> loan.disputed("07-05", "07-10"), "07-10", "may"),
        new Row("not resolved", loan -> loan.disputed("07-05", null), "07-30", "DISPUTED -"),
        // Handed on (L20), rejected (L3)
        new Row("before it is sold", loan -> loan.agreed(AgreementType.TRANSFER, "07-05", null), "07-03", "may"),
        new Row(
                "on the day it is sold",
                loan -> loan.agreed(AgreementType.TRANSFER, "07-05", null),
                "07-04",
                "TRANSFERRED -"),
        new Row("sold", loan -> loan.agreed(AgreementType.TRANSFER, "07-05", null), "07-30", "TRANSFERRED -"),
        // What it costs in all (L19): 1000.00 since 1 December is 216000 days, and 24 % a year of it 142.03
        new Row("beyond the cap", loan -> capped(loan, 142_04), "07-05", "EXCESS_COST -"),
        new Row("within it", loan -> capped(loan, 142_02), "07-05", "may"),
        new Row("within it the day after", loan -> capped(loan, 142_04), "07-06", "may"),
        new Row("waived", loan -> capped(loan, 150_00).waived("W1", "07-05", 10_00), "07-05", "may"),
        new Row("not waived yet", loan -> capped(loan, 150_00).waived("W1", "07-06", 10_00), "07-05", "EXCESS_COST -"),
        new Row("waived in part", loan -> capped(loan, 150_00).waived("W1", "07-05", 1_00), "07-05", "EXCESS_COST -"),
        new Row("no cap", loan -> loan.charged("P1", "07-01", 150_00), "07-05", "may"),
        new Row("a rejected row", loan -> loan.rejected("stops 12"), "07-05", "OPEN_REJECTS -"),
        // The rule that holds longest is named; of two, the law's, then the first of the policy's (L27)
        new Row(
                "a dispute beyond a promise",
                loan -> promise(loan).disputed("07-05", "07-20"),
                "07-06",
                "DISPUTED 07-21"),
        new Row(
                "a promise beyond a dispute",
                loan -> promise(loan).disputed("07-05", "07-06"),
                "07-05",
                "PROMISE_OPEN 07-12"),
        new Row("no end is longest", loan -> promise(loan).disputed("07-05", null), "07-06", "DISPUTED -"),
        new Row(
                "two without end",
                loan -> loan.rejected("stops 12").disputed("07-05", null),
                "07-06",
                "OPEN_REJECTS -"),
        new Row(
                "the law before the policy",
                loan -> loan.rejected("stops 12").stop("REFUSED", "PB1", "07-01", null),
                "07-06",
                "REFUSED -"),
        new Row(
                "the policy beyond the law",
                loan -> loan.stop("REFUSED", "PB1", "07-01", "07-08").disputed("07-05", "07-10"),
                "07-06",
                "DISPUTED 07-11"),
        new Row(
                "the law beyond the policy",
                loan -> loan.stop("REFUSED", "PB1", "07-01", "07-11").disputed("07-05", "07-10"),
                "07-06",
                "REFUSED 07-12"),
    };

    private static String ladder(String keys) {
        return keys + "\nstages: [{stage: EARLY, from: 1, borrower: {SMS: t, CALL: t, LETTER: t, LEGAL: t}}]";
    }

    @ParameterizedTest
    @FieldSource("TABLE")
    void an_account_rests(Row row) {
        Cases loan = row.loan().apply(Cases.loan().ladderOf(ladder("")));
        String call = loan.on(row.asOf()).isEmpty() ? "" : loan.answer(row.asOf(), "B1", Channel.CALL);
        assertThat(call).as(row.what()).isEqualTo(row.call());
    }

    @Test
    void a_suspension_withholds_letters_and_the_law_too() {
        Cases loan = Cases.loan().ladderOf(ladder("")).disputed("07-05", null);
        for (Channel channel : new Channel[] {Channel.SMS, Channel.CALL, Channel.LETTER, Channel.LEGAL}) {
            assertThat(loan.answer("07-10", "B1", channel)).isEqualTo("DISPUTED -");
            assertThat(capped(Cases.loan().ladderOf(ladder("")), 150_00).answer("07-05", "B1", channel))
                    .isEqualTo("EXCESS_COST -");
        }
    }

    private static Cases handedOver(String stages) {
        return Cases.loan().ladderOf("agencies: [north]\n" + stages);
    }

    private static final String WITH =
            "stages: [{stage: A, from: 1, borrower: {CALL: t, LETTER: t, AGENCY: a}, guarantor: {CALL: t}}]";
    private static final String WITHOUT = "stages: [{stage: A, from: 1, borrower: {CALL: t}}]";

    /** The answers for AGENCY and for CALL (L24). */
    private record Mandate(
            String what, UnaryOperator<Cases> loan, String stages, String asOf, String agency, String call) {}

    static final Mandate[] MANDATES = {
        new Mandate("none", loan -> loan, WITH, "07-10", "NO_MANDATE -", "may"),
        new Mandate("none asked for", loan -> loan, WITHOUT, "07-10", "", "may"),
        new Mandate(
                "one", loan -> loan.withAgency("north", "07-05", "07-20"), WITH, "07-10", "may", "WITH_AGENCY 07-21"),
        new Mandate(
                "without an end",
                loan -> loan.withAgency("north", "07-05", null),
                WITH,
                "07-10",
                "may",
                "WITH_AGENCY -"),
        new Mandate(
                "of another", loan -> loan.withAgency("south", "07-05", null), WITH, "07-10", "NO_MANDATE -", "may"),
        new Mandate("before it", loan -> loan.withAgency("north", "07-05", null), WITH, "07-03", "NO_MANDATE -", "may"),
        new Mandate(
                "its first day",
                loan -> loan.withAgency("north", "07-05", null),
                WITH,
                "07-04",
                "may",
                "WITH_AGENCY -"),
        new Mandate(
                "its last day",
                loan -> loan.withAgency("north", "07-05", "07-20"),
                WITH,
                "07-19",
                "may",
                "WITH_AGENCY 07-21"),
        new Mandate(
                "after it", loan -> loan.withAgency("north", "07-05", "07-20"), WITH, "07-20", "NO_MANDATE -", "may"),
        new Mandate(
                "of a late night",
                loan -> loan.withAgency("north", "07-05", "07-20").generated("07-20T23:00"),
                WITH,
                "07-19",
                "NO_MANDATE -",
                "may"),
        new Mandate(
                "a stage without it",
                loan -> loan.withAgency("north", "07-05", null),
                WITHOUT,
                "07-10",
                "may",
                "WITH_AGENCY -"),
        new Mandate(
                "disputed",
                loan -> loan.withAgency("north", "07-05", null).disputed("07-01", null),
                WITH,
                "07-10",
                "DISPUTED -",
                "DISPUTED -"),
        new Mandate(
                "rejects of nobody known",
                loan -> loan.withAgency("north", "07-05", null).unknownRejects(),
                WITH,
                "07-10",
                "UNKNOWN_REJECTS -",
                "WITH_AGENCY -"),
    };

    @ParameterizedTest
    @FieldSource("MANDATES")
    void an_agency_with_a_mandate_is_the_only_one_to_contact(Mandate row) {
        Cases loan = row.loan().apply(handedOver(row.stages()));
        assertThat(loan.answer(row.asOf(), "B1", Channel.AGENCY)).as(row.what()).isEqualTo(row.agency());
        assertThat(loan.answer(row.asOf(), "B1", Channel.CALL)).as(row.what()).isEqualTo(row.call());
    }
}

package io.arrears.delinquency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a month of a line is made of: what statements ask, what is left of what was drawn, and when all was asked for (D16, D18). */
class SettlementOfLineTest {

    private static final String BILLED = """
            d1 draw 01-05 1000
            s1 bill 01-31 02-20 100 1000
            """;

    private static Settlement on(String facts, String day) {
        return Settlement.on(Lines.line(facts).facts(), Loans.PLAIN, LocalDate.parse("2026-" + day));
    }

    @Test
    void what_statements_ask_falls_due_in_the_month_of_their_due_date() {
        String twice = BILLED + "s2 bill 02-10 02-25 50/5 1000\ns3 bill 02-28 03-20 90 1000";
        assertThat(on(twice, "01-31").dueInMonth()).isZero();
        assertThat(on(twice, "01-31").instalmentsToCome()).isOne();
        assertThat(on(twice, "02-20").dueInMonth()).isEqualTo(100);
        assertThat(on(twice, "02-28").dueInMonth()).isEqualTo(155);
        assertThat(on(twice, "02-28").lastDueInMonth()).isEqualTo("2026-02-25");
        assertThat(on(twice, "03-31").dueInMonth()).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource({
        "'f1 fee 02-10 7', 0, nothing but principal that nothing asks for yet",
        "'f1 fee 02-10 7\np1 pay 02-15 1000', 0, of 1000 paid the fee took 7 and principal is owed",
        "'p1 pay 02-05 1000\nf1 fee 02-10 7', 7, nothing else is owed",
    })
    void a_charge_is_left_once_no_principal_is_owed_asked_for_or_not(String more, long left, String why) {
        assertThat(on(BILLED + more, "02-28").particulars().chargesLeft())
                .as(why)
                .isEqualTo(left);
    }

    @Test
    void a_charge_of_a_line_that_was_never_billed_is_left_too() {
        assertThat(on("f1 fee 02-10 7", "02-28").particulars().chargesLeft()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 04-30, false, open",
        "'e1 LINE_END 02-25', 04-30, false, ended and 900 not asked for",
        "'e1 LINE_END 02-25\ns2 bill 02-28 03-20 900 1000', 03-31, false, the last due date is of the month",
        "'e1 LINE_END 02-25\ns2 bill 02-28 03-20 900 1000', 04-30, true, ended and all asked for",
        "'e1 LINE_END 05-25\ns2 bill 02-28 03-20 900 1000', 04-30, false, not ended yet",
    })
    void a_line_is_over_its_last_month_once_it_ended_and_all_was_asked_for(
            String more, String day, boolean matured, String why) {
        assertThat(on(BILLED + more, day).particulars().isMatured()).as(why).isEqualTo(matured);
    }

    @ParameterizedTest
    @CsvSource({
        "'1.1 row 03-10 400\na1 SETTLEMENT 03-01 1', 600, of 1000 a settlement lists 400",
        "'1.1 row 03-10 1000\na1 EXTENSION 03-01 1', 0, an extension lists all",
        "'1.1 row 03-10 400\na1 EXTENSION 03-01 1\nd2 draw 03-15 500\ns2 bill 03-20 03-28 500 900', 600, a later bill lists nothing",
        "'1.1 row 03-10 400\na1 INSTALMENT_PLAN 03-01 1', 0, a plan stands beside what nothing asks for yet",
        "'p1 pay 02-10 700\nw1 waive 03-05 300', 300, the rest is let off",
        "'p1 pay 02-10 800\nw1 waive 03-05 200\nd2 draw 03-10 50\np2 pay 03-12 50', 200, drawn and paid again",
    })
    void principal_that_was_let_off_is_reckoned_from_what_was_drawn(String more, long forgiven, String why) {
        assertThat(on(BILLED + more, "03-31").particulars().principalForgiven())
                .as(why)
                .isEqualTo(forgiven);
    }

    /** Paid in full, and then the purchase comes back: the money is the customer's, and nothing of it was his payment. */
    @Test
    void what_is_given_back_of_a_returned_purchase_is_taken_from_no_payment() {
        Settlement month = on(BILLED + "p1 pay 02-10 1000\nm1 returned 02-20 400\nb1 refund 02-25 400", "02-28");
        assertThat(month.paidInMonth()).isEqualTo(1000);
        assertThat(month.particulars().refunded()).isZero();
        assertThat(month.particulars().lastRefunded()).isZero();
    }
}

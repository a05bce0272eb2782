package io.arrears.bureau.pboc.due;

import static io.arrears.bureau.pboc.due.CorrectionsTest.nights;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Reported.Course;
import io.arrears.furnish.Reported.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What was told and did not arrive is due by itself, whatever was told after it (S1), waits for what it needs (S9), and for the answer
 * to its bytes (S10, S11, S6); the words are those of {@link Nights#words}.
 */
class GapsTest {

    private static final Loan PAID_UP = Loan.yearly()
            .paid("a", "2026-02-10", 100_880)
            .paid("b", "2026-03-10", 100_880)
            .paid("c", "2026-04-10", 100_880)
            .paid("d", "2026-05-10", 100_880);

    /** What becomes of a record of a day, on another day. */
    private static void becomes(Nights nights, String on, State state, String fault, String day) {
        becomes(nights, on, state, fault, day, null);
    }

    private static void becomes(Nights nights, String on, State state, String fault, String day, Reported.Word word) {
        Instant since = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        List<Reported> reported = nights.reported();
        for (int i = 0; i < reported.size(); i++) {
            if (reported.get(i).reportedOn().equals(LocalDate.parse(on))) {
                Reported moved = reported.get(i).as(state).after(new Course(since, true, word));
                reported.set(i, fault.isEmpty() ? moved : moved.refused(fault));
            }
        }
    }

    @Test
    void a_month_that_did_not_arrive_is_told_behind_later_ones() {
        Nights nights = nights(PAID_UP);
        nights.run("2026-01-05", "2026-05-02");
        becomes(nights, "2026-02-28", State.VOID, "", "2026-05-03");
        assertThat(nights.words("2026-05-03")).containsExactly("210/30 2026-02-28 N");
        assertThat(nights.words("2026-05-04")).isEmpty();
    }

    @Test
    void a_month_that_did_not_arrive_is_told_of_a_closed_account_too() {
        Loan loan = Loan.loan()
                .matures("2026-04-20")
                .due(1, "2026-02-20", 100_000, 0)
                .due(2, "2026-04-20", 100_000, 0)
                .paid("a", "2026-02-20", 100_000)
                .paid("b", "2026-04-20", 100_000);
        Nights nights = nights(loan);
        assertThat(nights.run("2026-01-05", "2026-04-20")).endsWith("04-20 210/20 2026-04-20 C");
        becomes(nights, "2026-02-28", State.REJECTED, "", "2026-04-21");
        becomes(nights, "2026-03-31", State.VOID, "", "2026-04-21");
        assertThat(nights.words("2026-04-21")).containsExactly("210/30 2026-02-28 N", "210/30 2026-03-31 *");
        assertThat(nights.words("2026-04-22")).isEmpty();
    }

    @Test
    void an_opening_that_did_not_arrive_is_told_behind_the_months_that_did() {
        Nights nights = nights(PAID_UP);
        nights.run("2026-01-05", "2026-03-02");
        becomes(nights, "2026-01-05", State.VOID, "", "2026-03-03");
        assertThat(nights.words("2026-03-03"))
                .as("its month's end, which was loaded, says that it is there (R2101215)")
                .isEmpty();
        becomes(nights, "2026-01-31", State.VOID, "", "2026-03-04");
        assertThat(nights.words("2026-03-04")).containsExactly("210/10 2026-01-05 *", "210/30 2026-01-31 *");
        assertThat(nights.words("2026-03-05")).isEmpty();
    }

    @Test
    void a_cure_that_did_not_arrive_is_told_behind_its_month_s_end() {
        Nights nights = nights(Loan.yearly().paid("a", "2026-03-05", 100_880).paid("b", "2026-03-10", 100_880));
        assertThat(nights.run("2026-01-05", "2026-04-02")).contains("03-05 210/40 2026-03-05 N");
        becomes(nights, "2026-03-05", State.VOID, "", "2026-04-03");
        assertThat(nights.words("2026-04-03")).containsExactly("210/40 2026-03-05 N");
        assertThat(nights.words("2026-04-04")).isEmpty();
    }

    @Test
    void months_of_an_account_whose_opening_was_refused_wait_for_it() {
        Nights nights = nights(PAID_UP);
        nights.run("2026-01-05", "2026-01-06");
        becomes(nights, "2026-01-05", State.ACCEPTED, "BLE019 TotOverd", "2026-01-07");
        assertThat(nights.words("2026-02-02"))
                .containsExactly("held answered 210/10 2026-01-05", "held order 210/30 2026-01-31");
    }

    @Test
    void a_refused_month_lets_the_others_go() {
        Nights nights = nights(PAID_UP);
        nights.run("2026-01-05", "2026-03-02");
        becomes(nights, "2026-02-28", State.ACCEPTED, "BLE019 TotOverd", "2026-03-03");
        assertThat(nights.words("2026-04-02"))
                .containsExactly("held answered 210/30 2026-02-28", "210/30 2026-03-31 N");
    }

    @Test
    void a_refused_correction_lets_the_months_go() {
        Loan loan = Loan.yearly().heard("2026-03-10").paid("a", "2026-02-10", 100_880);
        Nights nights = nights(loan);
        assertThat(nights.run("2026-01-05", "2026-03-10")).endsWith("03-10 212/H 2026-02-28 N");
        List<Reported> reported = nights.reported();
        reported.set(reported.size() - 1, reported.get(reported.size() - 1).refused("BMR012 AcctType"));
        assertThat(nights.run("2026-04-02", "2026-04-02")).contains("04-02 210/30 2026-03-31 1");
    }

    /** The bureau refused the month since its opening was not there; then the opening was loaded after all. */
    @Test
    void a_refusal_by_a_history_rule_is_lifted_by_what_was_loaded_since() {
        Nights nights = nights(PAID_UP);
        nights.run("2026-01-05", "2026-03-02");
        becomes(nights, "2026-02-28", State.ACCEPTED, "BLR004 AcctBsInfSgmt", "2026-03-03");
        assertThat(nights.words("2026-03-04")).containsExactly("held answered 210/30 2026-02-28");
        becomes(nights, "2026-01-31", State.ACCEPTED, "", "2026-03-05");
        assertThat(nights.words("2026-03-05")).containsExactly("210/30 2026-02-28 N");
    }

    @Test
    void a_refusal_by_a_history_rule_is_lifted_by_what_was_taken_away_since() {
        Nights nights = nights(PAID_UP);
        nights.run("2026-01-05", "2026-03-02");
        becomes(nights, "2026-02-28", State.ACCEPTED, "BLR027 Month", "2026-03-03");
        becomes(nights, "2026-01-31", State.VOID, "", "2026-03-05");
        assertThat(nights.words("2026-03-05")).containsExactly("210/30 2026-01-31 *", "210/30 2026-02-28 N");
    }

    @Test
    void any_other_refusal_holds_whatever_was_loaded_since() {
        Nights nights = nights(PAID_UP);
        nights.run("2026-01-05", "2026-03-02");
        becomes(nights, "2026-02-28", State.ACCEPTED, "BLR004 AcctBsInfSgmt; BLE019 TotOverd", "2026-03-03");
        becomes(nights, "2026-01-31", State.ACCEPTED, "", "2026-03-05");
        assertThat(nights.words("2026-03-05")).containsExactly("held answered 210/30 2026-02-28");
    }

    /** It stands whatever becomes of the file it went out with, until the bureau says something to these bytes again. */
    @Test
    void a_record_told_anew_goes_out_until_it_is_answered_again() {
        Nights nights = nights(PAID_UP);
        nights.run("2026-01-05", "2026-03-02");
        becomes(nights, "2026-02-28", State.ACCEPTED, "BLE019 TotOverd", "2026-03-03", Reported.Word.RETELL);
        assertThat(nights.words("2026-03-04")).containsExactly("210/30 2026-02-28 N");
        last(nights, State.VOID, "", "2026-03-05");
        assertThat(nights.words("2026-03-05")).containsExactly("210/30 2026-02-28 N");
        last(nights, State.ACCEPTED, "BLE019 TotOverd", "2026-03-06");
        assertThat(nights.words("2026-03-06")).containsExactly("held answered 210/30 2026-02-28");
    }

    @Test
    void a_record_given_up_is_listed_and_blocks_nothing_and_as_told_it_is_on_file() {
        for (Reported.Word word : List.of(Reported.Word.TOLD, Reported.Word.UNTOLD)) {
            Nights nights = nights(PAID_UP);
            nights.run("2026-01-05", "2026-03-02");
            becomes(nights, "2026-02-28", State.ACCEPTED, "BLE019 TotOverd", "2026-03-03", word);
            List<String> said = nights.words("2026-04-02");
            assertThat(said).as(word.name()).contains("210/30 2026-03-31 N");
            assertThat(said).as(word.name()).contains("held given-up 210/30 2026-02-28");
            assertThat(LoanOnFile.of(nights.reported()).hasMonthEnd(LocalDate.of(2026, 2, 28)))
                    .as(word.name())
                    .isEqualTo(word == Reported.Word.TOLD);
        }
    }

    private static void last(Nights nights, State state, String fault, String day) {
        Instant since = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        List<Reported> reported = nights.reported();
        int at = reported.size() - 1;
        Reported moved = reported.get(at).as(state).after(new Course(since, true, null));
        reported.set(at, fault.isEmpty() ? moved : moved.refused(fault));
    }
}

package io.arrears.bureau.pboc.due;

import static io.arrears.bureau.pboc.due.CorrectionsTest.nights;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.furnish.Decision;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Reported.State;
import io.arrears.furnish.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose turn it is with a record that waits for another one, and since when what was refused waits (S13, S19). */
class TurnsTest {

    /** Paid on 20 February, which is known on 20 April: two months are taken back (213), and the closing waits for it. */
    private static Nights lateClosing() {
        Nights nights = nights(Loan.loan()
                .matures("2026-02-20")
                .due(1, "2026-02-20", 100_000, 0)
                .heard("2026-04-20")
                .paid("a", "2026-02-20", 100_000));
        nights.run("2026-01-05", "2026-04-19");
        return nights;
    }

    private static List<Turn> turns(List<Decision> decisions) {
        return decisions.stream()
                .filter(Decision.Hold.class::isInstance)
                .map(decision -> ((Decision.Hold) decision).stop().turn())
                .toList();
    }

    private static void last(Nights nights, State state, String fault) {
        List<Reported> reported = nights.reported();
        Reported moved = reported.get(reported.size() - 1).as(state);
        reported.set(reported.size() - 1, fault.isEmpty() ? moved : moved.refused(fault));
    }

    @Test
    void what_waits_for_a_record_of_tonight_waits_for_those_who_hand_it_over() {
        assertThat(turns(lateClosing().run("2026-04-20"))).containsExactly(Turn.HAND_OVER);
    }

    @Test
    void what_waits_for_a_record_that_was_sent_waits_for_the_bureau() {
        Nights nights = lateClosing();
        nights.run("2026-04-20");
        last(nights, State.SENT, "");
        assertThat(turns(nights.run("2026-04-21"))).containsExactly(Turn.ANSWER);
    }

    @Test
    void what_waits_for_a_record_that_waits_itself_waits_for_whoever_moves_that() {
        Nights nights = lateClosing();
        nights.run("2026-04-20");
        last(nights, State.ACCEPTED, "BLE019 DelStartDate");
        assertThat(turns(nights.run("2026-04-21"))).containsExactly(Turn.at("answered"), Turn.at("answered"));
    }

    /** A deletion is dated by the night that tells it; once refused it waits since the first of them. */
    @Test
    void a_refused_deletion_ages() {
        Nights nights = lateClosing();
        nights.run("2026-04-20");
        last(nights, State.ACCEPTED, "BLE019 DelStartDate");
        assertThat(nights.words("2026-05-01")).contains("held answered 213/null 2026-04-20");
    }
}

package io.arrears.furnish;

import io.arrears.delinquency.Review;
import java.util.List;

/**
 * Whose turn it is with a record that waits, and the command that moves it on (S13, S19).
 *
 * @param whose PEOPLE of the lender, its DATA, the BUREAU, or NOBODY
 * @param command of {@code arrears}; empty where none does it alone
 */
public record Turn(Whose whose, String command) {

    /** Who has something to do. */
    public enum Whose {
        PEOPLE,
        DATA,
        BUREAU,
        NOBODY
    }

    /** The bureau answers a file that it has. */
    public static final Turn ANSWER = new Turn(Whose.BUREAU, "bureau answer");

    /** People hand over a file that lies ready. */
    public static final Turn HAND_OVER = new Turn(Whose.PEOPLE, "bureau release; bureau sent; bureau void");

    /** What was delivered has to change. */
    public static final Turn DELIVER = new Turn(Whose.DATA, "import");

    /** What was delivered changes, or two people accept it as it is. */
    private static final Turn ACCEPT = new Turn(Whose.DATA, "import; review accept");

    /** With what holds an account at the review gate: what is missing has to come, and nobody can accept it. */
    static Turn with(List<Review> holding) {
        return holding.stream().anyMatch(review -> review.code().isAcceptable()) ? ACCEPT : DELIVER;
    }

    /** At a gate, or at what holds a record behind the gates, by its name in held.csv. */
    public static Turn at(String gate) {
        return LastGate.named(gate).map(LastGate::turn).orElseGet(() -> {
            if (gate.equals(Gate.UNDERWAY.written())) {
                return HAND_OVER;
            }
            return gate.equals(Gate.REVIEW.written()) ? ACCEPT : DELIVER;
        });
    }
}

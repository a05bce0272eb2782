package io.arrears.furnish;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What holds a record behind the gates that a bureau's file names; no lender chooses whether it is asked. */
public enum LastGate {
    /** The bureau must have loaded an earlier record of the account first; it is the turn of whoever moves that one. */
    ORDER(Turn.DELIVER),
    /** The record of the person has all that the bureau's format demands. */
    COMPLETE(Turn.DELIVER),
    /** The bureau has not refused these very bytes. */
    ANSWERED(new Turn(Turn.Whose.DATA, "import; bureau retell; bureau give-up")),
    /** Two people have not given it up. */
    GIVEN_UP(new Turn(Turn.Whose.NOBODY, "bureau retell")),
    /** What the bureau held before we began does not contradict the ledger. */
    BASELINE(new Turn(Turn.Whose.PEOPLE, "bureau baseline --mend"));

    private final Turn turn;

    LastGate(Turn turn) {
        this.turn = turn;
    }

    /** As held.csv writes it: {@code given-up}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this name in held.csv; none for a gate that a bureau's file names. */
    public static Optional<LastGate> named(String gate) {
        return Arrays.stream(values())
                .filter(last -> last.written().equals(gate))
                .findFirst();
    }

    /** Whose turn it is with what is held here. */
    Turn turn() {
        return turn;
    }

    /** Whether it holds a record that the bureau refused. */
    public boolean isOfRefusal() {
        return this == ANSWERED || this == GIVEN_UP;
    }

    /** Whether a gate's result is this one's. */
    public boolean is(GateResult result) {
        return result.gate().equals(written());
    }

    /** A record is held here. */
    public GateResult holds(String reason, String evidence) {
        return holds(reason, evidence, turn);
    }

    /** A record is held here, and somebody else moves it on. */
    public GateResult holds(String reason, String evidence, Turn other) {
        return new GateResult(written(), false, reason, evidence, other);
    }
}

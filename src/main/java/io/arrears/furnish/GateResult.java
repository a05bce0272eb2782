package io.arrears.furnish;

/**
 * Why a gate did not let a record through.
 *
 * @param gate as held.csv names it
 * @param excludes whether the account is none of this bureau's, rather than waiting for something
 * @param evidence the ids and dates that the gate looked at; nothing personal
 * @param turn who moves it on, and how
 */
public record GateResult(String gate, boolean excludes, String reason, String evidence, Turn turn) {

    /** One whose gate alone says whose turn it is. */
    public GateResult(String gate, boolean excludes, String reason, String evidence) {
        this(gate, excludes, reason, evidence, Turn.at(gate));
    }
}

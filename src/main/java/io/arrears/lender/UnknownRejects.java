package io.arrears.lender;

/** What a night does while rejected rows are open whose account the ledger does not know, and which can be anybody's. */
public enum UnknownRejects {
    /** No negative record of the lender goes out. */
    HOLD_NEGATIVES,
    /** The night is stopped (exit 4). */
    REFUSE
}

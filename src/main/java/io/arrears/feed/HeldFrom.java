package io.arrears.feed;

/** What an account is held from while one of its rows was rejected and has not arrived. */
public enum HeldFrom {
    NOTHING,

    /** Nobody is contacted about it, since the row can say that somebody must not be (L3). */
    WORKLIST,

    /** Every bureau and the worklist: the row can change what is owed. */
    EVERYTHING
}

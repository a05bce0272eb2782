package io.arrears.furnish;

/** What can happen to a file that a run made for a bureau. */
public enum FileEvent {
    /** Two people say that it may be sent. */
    RELEASE,
    /** Somebody has sent it. */
    SENT,
    /** It will not be sent, or is said not to have arrived. */
    VOID,
    /** The bureau answers record by record. */
    ANSWER,
    /** The bureau refuses the file as a whole. */
    REFUSAL,
    /** The bureau's own client did not let it go out. */
    BAD
}

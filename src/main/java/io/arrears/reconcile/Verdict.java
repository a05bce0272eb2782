package io.arrears.reconcile;

import org.jspecify.annotations.Nullable;

/** How a check ended. */
public enum Verdict {
    OK,
    DIFFERENCE,
    /** A difference of one bureau's own: its files were kept back, and the night went out without them. */
    WITHHELD,
    /** A difference that two named people let go out. */
    ACCEPTED,
    NOT_CHECKED;

    /** Whether a difference stands that nobody has accepted. */
    public boolean isOpen() {
        return this == DIFFERENCE || this == WITHHELD;
    }

    public static Verdict of(Check check, @Nullable Acceptance acceptance) {
        if (check.difference() == null) {
            return NOT_CHECKED;
        } else if (!check.differs()) {
            return OK;
        }
        if (acceptance != null && acceptance.identities().contains(check.identity())) {
            return ACCEPTED;
        }
        return check.identity().stopsItsBureauAlone() ? WITHHELD : DIFFERENCE;
    }
}

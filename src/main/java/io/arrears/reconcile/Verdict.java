package io.arrears.reconcile;

import org.jspecify.annotations.Nullable;

/** How a check ended. */
public enum Verdict {
    OK,
    DIFFERENCE,
    /** A difference that two named people let go out. */
    ACCEPTED,
    NOT_CHECKED;

    public static Verdict of(Check check, @Nullable Acceptance acceptance) {
        if (check.difference() == null) {
            return NOT_CHECKED;
        } else if (!check.differs()) {
            return OK;
        }
        return acceptance != null && acceptance.identities().contains(check.identity()) ? ACCEPTED : DIFFERENCE;
    }
}

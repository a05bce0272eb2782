package io.arrears.delinquency;

import java.util.Locale;

/** Why an account's overdue amount is another one than at the last run (R3), in the order in which causes are taken. */
public enum Movement {
    /** Not listed at the last run: boarded, or opened since. */
    BOARDED,
    /** The policy, its calendar or the rules are others than at the last run. */
    POLICY,
    /** Rows known at the last run have another form by now. */
    CORRECTIONS,
    /** What fell due by the mere passing of days, less what was paid ahead. */
    NEWLY_DUE,
    /** Statements of lines; schedule versions, their instalments and the agreements that put them in force. */
    SCHEDULE,
    /** PENALTY and FEE entries. */
    CHARGES,
    /** REVERSAL entries: of credits up, of charges down. */
    REVERSED,
    /** WAIVER entries. */
    WAIVED,
    /** REPAYMENT and RECOVERY entries, refunds, and whatever else was heard. */
    PAID,
    /** Rests that came to lie within tolerance or closed accounts, less those that did not stay there. */
    TOLERANCE;

    /** As in a header. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.arrears.bureau.pboc.terms;

import java.time.LocalDate;

/**
 * What the public sources leave open of a line of credit (R1), as the bureau's file decides it.
 *
 * @param withoutEnd DueDate of a line whose end is not agreed
 * @param nothingDue RpyStatus of a month of a line that owes, and had nothing due and nothing paid
 */
public record LineOptions(LocalDate withoutEnd, PeriodsLeft periodsLeft, NothingDue nothingDue) {

    /** What stands where nothing is chosen. */
    public static final LineOptions USUAL =
            new LineOptions(LocalDate.of(2099, 12, 31), PeriodsLeft.ASKED, NothingDue.N);

    /** What RemRepPrd holds. */
    public enum PeriodsLeft {
        /** The statements that are made, and the rows of plans, that fall due after the day. */
        ASKED,
        /** 0, since nobody knows how often a line will be billed. */
        NONE
    }

    /** What a used line without anything due is told as. */
    public enum NothingDue {
        /** Paid as agreed. */
        N,
        /** As a line that is not used: {@code *}. */
        UNUSED
    }
}

package io.arrears.bureau.pboc.terms;

import java.time.LocalDate;

/**
 * What the public sources leave open of a line of credit, as the bureau's file decides it.
 *
 * @param withoutEnd DueDate and ConExpDate of a line whose end is not agreed
 * @param nothingDue RpyStatus of a month of a line that owes, and had nothing due and nothing paid
 */
public record LineOptions(
        LocalDate withoutEnd,
        PeriodsLeft periodsLeft,
        NothingDue nothingDue,
        EarlyEnd earlyEnd,
        FoundContract foundContract,
        BaselineContract baselineContract) {

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

    /** Whether a line that ends before its agreed end has special transaction 5. */
    public enum EarlyEnd {
        /** None: what a LINE_END ends was not paid off before its time. */
        PLAIN,
        /** It has, of what paid it off. */
        SETTLED_EARLY
    }

    /** The day of the first 220 of a contract that began before it can be told. */
    public enum FoundContract {
        /** From when the bureau is told, or the day on which it became known. */
        KNOWN,
        /** The opening. */
        OPENING
    }

    /** Whether the bureau is taken to hold the contract of a line whose account it held before we began. */
    public enum BaselineContract {
        HELD,
        UNTOLD
    }
}

package io.arrears.ledger;

/** What the lender agreed with the borrower after the opening. */
public enum AgreementType {
    EXTENSION,
    INSTALMENT_PLAN,
    PAYMENT_HOLIDAY,
    PAYOFF,
    SETTLEMENT,
    TRANSFER,
    /** To pay an amount by a day. */
    PROMISE,
    /** Handed over to a collection agency. */
    AGENCY,
    /** Another limit of a line. */
    LIMIT_CHANGE,
    /** The end of a line. */
    LINE_END,
    /** How and when the borrower wishes to be contacted. */
    CONTACT_TERMS;

    /** Whether it makes no sense without a schedule version of its own (D8). */
    public boolean needsVersion() {
        return switch (this) {
            case EXTENSION, INSTALMENT_PLAN, PAYMENT_HOLIDAY, PAYOFF -> true;
            case SETTLEMENT, TRANSFER, PROMISE, AGENCY, LIMIT_CHANGE, LINE_END, CONTACT_TERMS -> false;
        };
    }

    /** Whether only a line of credit has it (D16, D18). */
    public boolean isOfLine() {
        return this == LIMIT_CHANGE || this == LINE_END;
    }

    /** Whether its version is meant to be paid whole on the day it comes into force, by money heard of before or after (D8). */
    public boolean isPaidAtOnce() {
        return this == PAYOFF || this == SETTLEMENT;
    }

    /** Whether its version may owe less principal than was unpaid (D19). */
    public boolean mayForgive() {
        return this == SETTLEMENT;
    }
}

package io.arrears.ledger;

/** What the lender agreed with the borrower after the opening. */
public enum AgreementType {
    EXTENSION,
    INSTALMENT_PLAN,
    PAYMENT_HOLIDAY,
    PAYOFF,
    SETTLEMENT,
    TRANSFER;

    /** Whether it makes no sense without a schedule version of its own (D8). */
    public boolean needsVersion() {
        return switch (this) {
            case EXTENSION, INSTALMENT_PLAN, PAYMENT_HOLIDAY, PAYOFF -> true;
            case SETTLEMENT, TRANSFER -> false;
        };
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

package io.arrears.ledger;

/** What the lender agreed with the borrower after the opening. */
public enum AgreementType {
    EXTENSION,
    INSTALMENT_PLAN,
    PAYMENT_HOLIDAY,
    SETTLEMENT,
    TRANSFER;

    /** Whether it makes no sense without a schedule version of its own (D8). */
    public boolean needsVersion() {
        return switch (this) {
            case EXTENSION, INSTALMENT_PLAN, PAYMENT_HOLIDAY -> true;
            case SETTLEMENT, TRANSFER -> false;
        };
    }
}

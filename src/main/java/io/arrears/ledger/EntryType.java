package io.arrears.ledger;

/** What one dated ledger fact does to the account. */
public enum EntryType {
    REPAYMENT(Effect.CREDIT),
    WAIVER(Effect.CREDIT),
    RECOVERY(Effect.CREDIT),
    REVERSAL(Effect.CANCELS),
    PENALTY(Effect.CHARGE),
    FEE(Effect.CHARGE),
    DAMAGES(Effect.CHARGE),
    WRITE_OFF(Effect.STATUS),
    REFUND(Effect.PAYS_OUT),
    DISBURSEMENT(Effect.INFORMS);

    private enum Effect {
        CREDIT,
        CANCELS,
        CHARGE,
        STATUS,
        PAYS_OUT,
        INFORMS
    }

    private final Effect effect;

    EntryType(Effect effect) {
        this.effect = effect;
    }

    /** Whether it reduces what is owed. */
    public boolean isCredit() {
        return effect == Effect.CREDIT;
    }

    /** Whether it adds an obligation of its own, due on its value date. */
    public boolean isCharge() {
        return effect == Effect.CHARGE;
    }

    /**
     * Whether it changes days before its value date: a charge takes its share of what was prepaid before its own day (D3), and a
     * refund what an overpayment of its month came to, as does what takes it back.
     */
    public boolean isFeltBefore() {
        return isCharge() || isFeltBeforeWhenReversed();
    }

    /** Whether its reversal changes days before the reversal's own. */
    public boolean isFeltBeforeWhenReversed() {
        return this == REFUND;
    }

    /** Whether who owes it has paid: then he can be reached (L17), and it counts for what he promised (L23). */
    public boolean isRepayment() {
        return this == REPAYMENT;
    }

    /** Whether a REVERSAL may name it (D2). */
    public boolean isReversible() {
        return effect != Effect.CANCELS && effect != Effect.INFORMS;
    }

    /** Whether it is money the lender received from or for the borrower, and so a last payment. */
    public boolean isPayment() {
        return this == REPAYMENT || this == RECOVERY;
    }
}

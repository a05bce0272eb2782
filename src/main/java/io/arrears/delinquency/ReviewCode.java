package io.arrears.delinquency;

/** Why a fact was set aside, or an account cannot be judged in full; each stands in review.csv. */
public enum ReviewCode {
    REVERSAL_TARGET_UNKNOWN("D2", "the reversal names no entry of this account known at the cutoff"),
    REVERSAL_TARGET_KIND("D2", "the reversal names a reversal or a disbursement"),
    REVERSAL_OTHER_AMOUNT("D2", "the reversal is not of the amount of the entry it names"),
    REVERSAL_BEFORE_TARGET("D2", "the reversal is dated before the entry it names"),
    REVERSAL_REPEATED("D2", "the entry it names is already reversed"),
    REVERSAL_OF_EARLIER_VERSION("D8", "the entry it names was taken into account by an earlier schedule version"),
    AGREEMENT_VERSION_UNKNOWN("D8", "the agreement names a schedule version that has no instalments"),
    AGREEMENT_VERSION_EARLIER("D8", "the agreement names a schedule version earlier than the one in force"),
    AGREEMENT_WITHOUT_VERSION("D8", "an agreement of this type needs a schedule version"),
    REFUND_BEYOND_UNALLOCATED("D3", "the refund is larger than what was unallocated"),
    NO_INSTALMENTS("D10", "the account has no instalments, so it stays open"),
    SCHEDULE_NOT_WHOLE("D19", "the schedule version does not ask for the whole debt, so the account stays open"),
    SCHEDULE_ROUNDED("D19", "the schedule version is off by at most a minor unit an instalment", false),
    TERM_COUNT_DIFFERS("D19", "the last instalment's number is not the account's term_count", false),
    SCHEDULE_WITHOUT_AGREEMENT("D19", "no agreement names the schedule version, which is newer than the one in force"),
    STATEMENT_DIFFERS("D17", "the newest statement says otherwise than the ledger what is owed"),
    STATEMENT_DIFFERED("D17", "an earlier statement said otherwise than the ledger what was owed", false),
    STATEMENT_MISSING("D16", "principal is owed, and no statement has come for a period and five days"),
    DRAW_AFTER_END("D18", "the draw is valued after the line ended; it counts"),
    WAIVER_BEYOND("D20", "the waiver found nothing, or not enough, of what it forgives; its rest is set aside", false),
    WAIVER_OF_COMING("D20", "the waiver forgives something that is not due yet", false),
    BEFORE_OPENING("D21", "the entry, statement or agreement is from before the account was opened; it counts"),
    COST_BEYOND_CAP(
            "L19", "all that is charged is more than the policy's cap in percent a year; nobody is contacted", false),
    RATE_UNDISCLOSED("L19", "penalty accrues, and the policy names no signed table in which its rate stands", false),
    OPEN_REJECT("intake", "a row of this account was rejected by an import and has not arrived since"),
    UNKNOWN_REJECT("intake", "a row was rejected whose account the ledger does not know; it can be anybody's");

    private final String rule;
    private final String meaning;
    private final boolean isHolding;

    ReviewCode(String rule, String meaning) {
        this(rule, meaning, true);
    }

    ReviewCode(String rule, String meaning, boolean isHolding) {
        this.rule = rule;
        this.meaning = meaning;
        this.isHolding = isHolding;
    }

    /** Whether its account is held from bureaus and worklists until it is cleared; the others are only told. */
    public boolean isHolding() {
        return isHolding;
    }

    /** Whether two people can accept it as it is; not what is missing, which does not come by that. */
    public boolean isAcceptable() {
        return isHolding
                && this != NO_INSTALMENTS
                && this != STATEMENT_MISSING
                && this != OPEN_REJECT
                && this != UNKNOWN_REJECT;
    }

    /** Whether a later statement settles it, for the days before that, too (D16, D17). */
    public boolean isSettledByStatement() {
        return this == STATEMENT_DIFFERS || this == STATEMENT_MISSING;
    }

    /** Whether only this keeps its account open, which may be over in the core (D10, D19). */
    public boolean isKeepingOpen() {
        return this == NO_INSTALMENTS || this == SCHEDULE_NOT_WHOLE;
    }

    public String rule() {
        return rule;
    }

    public String meaning() {
        return meaning;
    }
}

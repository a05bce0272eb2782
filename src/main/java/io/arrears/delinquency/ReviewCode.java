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
    OPEN_REJECT("intake", "a row of this account was rejected by an import and has not arrived since");

    private final String rule;
    private final String meaning;

    ReviewCode(String rule, String meaning) {
        this.rule = rule;
        this.meaning = meaning;
    }

    public String rule() {
        return rule;
    }

    public String meaning() {
        return meaning;
    }
}

package io.arrears.sample;

/** The awkward cases a ledger holds, one an account: the rule of the design each is for, and what happens in it. */
public enum Story {
    PAYS_EXACTLY("D3", "pays every instalment on its day", PaymentScenarios::paysExactly),
    PAYS_LATE("D5", "pays every instalment eleven days late", PaymentScenarios::paysLate),
    PART_PAYMENT(
            "D5", "two part payments of the oldest arrear, which do not reset its DPD", PaymentScenarios::partPayment),
    NEVER_PAYS("D5", "not one instalment paid", PaymentScenarios::neverPays),
    OVERPAYS("D3", "pays more than the whole loan: unallocated", PaymentScenarios::overpays),
    REFUNDED("D3", "what was unallocated is refunded", PaymentScenarios::unallocatedRefunded),
    REFUND_TOO_LARGE("D3", "a refund of more than is unallocated", PaymentScenarios::refundTooLarge),
    PREPAYS("D3", "pays three coming instalments", PaymentScenarios::prepays),
    PREPAYS_IN_PART("D3", "pays one and a half coming instalments", PaymentScenarios::prepaysInPart),
    PREPAYS_EVERYTHING("D10", "pays all coming instalments at once", PaymentScenarios::prepaysEverything),
    TWO_PAYMENTS_ONE_DAY(
            "D3",
            "two repayments of one value date, posted against the order of their ids",
            PaymentScenarios::twoOnOneDay),
    BACKDATED("D2", "a repayment posted long after its value date", PaymentScenarios::backdated),
    FUTURE_DATED("D2", "a repayment posted before, valued after the as-of date", PaymentScenarios::futureDated),
    REST_OF_ONE_UNIT("D7", "one minor unit of the last due instalment unpaid", PaymentScenarios::restOfOneUnit),
    REST_OF_ONE_UNIT_AT_THE_END(
            "D10", "one minor unit of the whole loan unpaid", PaymentScenarios::restOfOneUnitAtTheEnd),
    GUARANTOR_PAYS("D3", "a guarantor pays the oldest arrear", PaymentScenarios::guarantorPays),
    SINGLE_INSTALMENT("D4", "one instalment, overdue", DueScenarios::singleInstalment),
    SINGLE_INSTALMENT_PAID("D10", "one instalment, paid late", DueScenarios::singleInstalmentPaid),
    ZERO_INTEREST("D3", "a loan without interest, the last instalment overdue", DueScenarios::withoutInterest),
    DUE_ON_29("D1", "due on the 29th, on the 28th in a common February", t -> DueScenarios.dueOnDay(t, 29)),
    DUE_ON_30("D1", "due on the 30th", t -> DueScenarios.dueOnDay(t, 30)),
    DUE_ON_31("D1", "due on the 31st, earlier in shorter months", t -> DueScenarios.dueOnDay(t, 31)),
    LEAP_DAY("D5", "unpaid since a 29 February", DueScenarios::leapDay),
    DUE_ON_AS_OF("D4", "due today: not overdue", t -> DueScenarios.overdue(t, 0)),
    DUE_YESTERDAY("D4", "due yesterday: DPD 1", t -> DueScenarios.overdue(t, 1)),
    DPD_30("D13", "DPD 30", t -> DueScenarios.overdue(t, 30)),
    DPD_31("D13", "DPD 31", t -> DueScenarios.overdue(t, 31)),
    DPD_60("D13", "DPD 60", t -> DueScenarios.overdue(t, 60)),
    DPD_61("D13", "DPD 61", t -> DueScenarios.overdue(t, 61)),
    DPD_90("D13", "DPD 90", t -> DueScenarios.overdue(t, 90)),
    DPD_91("D13", "DPD 91", t -> DueScenarios.overdue(t, 91)),
    DPD_120("D13", "DPD 120", t -> DueScenarios.overdue(t, 120)),
    DPD_121("D13", "DPD 121", t -> DueScenarios.overdue(t, 121)),
    DPD_150("D13", "DPD 150", t -> DueScenarios.overdue(t, 150)),
    DPD_151("D13", "DPD 151", t -> DueScenarios.overdue(t, 151)),
    DPD_180("D13", "DPD 180", t -> DueScenarios.overdue(t, 180)),
    DPD_181("D13", "DPD 181", t -> DueScenarios.overdue(t, 181)),
    DPD_270("D14", "DPD 270", t -> DueScenarios.overdue(t, 270)),
    DPD_271("D14", "DPD 271", t -> DueScenarios.overdue(t, 271)),
    DPD_360("D14", "DPD 360", t -> DueScenarios.overdue(t, 360)),
    DPD_361("D14", "DPD 361", t -> DueScenarios.overdue(t, 361)),
    PENALTY_ONLY("D4", "only a penalty unpaid: owed, no DPD", ChargeScenarios::penaltyOnly),
    FEE_ONLY("D4", "only a fee unpaid", ChargeScenarios::feeOnly),
    FEE_AFTER_THE_LAST("D10", "a fee unpaid after the last instalment: not closed", ChargeScenarios::feeAfterTheLast),
    FEE_ON_A_DUE_DATE(
            "D3", "a fee and an instalment of one date, the instalment first", ChargeScenarios::feeOnADueDate),
    FEE_TO_COME("D3", "a fee dated after the as-of date", ChargeScenarios::feeToCome),
    PENALTY_AND_PART_PAYMENT(
            "D3", "a part payment with arrears and a later penalty", ChargeScenarios::penaltyAndPartPayment),
    PENALTY_WAIVED("D3", "a penalty waived by a credit with its own split", ChargeScenarios::penaltyWaived),
    PENALTY_REVERSED("D2", "a penalty reversed", ChargeScenarios::penaltyReversed),
    OWN_SPLIT("D3", "a repayment that says it is principal only", CreditScenarios::ownSplit),
    OWN_SPLIT_TO_COMING(
            "D3", "a split that pays the principal of coming instalments", CreditScenarios::ownSplitToComing),
    OWN_SPLIT_WITH_REST(
            "D3", "a split with a penalty nobody owes: its rest follows the policy", CreditScenarios::ownSplitWithRest),
    INTEREST_WAIVED("D3", "principal repaid, interest waived", CreditScenarios::interestWaived),
    PART_WAIVED("D3", "half an arrear waived, without a split", CreditScenarios::partWaived),
    RECOVERED("D3", "a recovery without a write-off", CreditScenarios::recovered),
    WRITTEN_OFF("D9", "written off: the debt and its DPD go on", CreditScenarios::writtenOff),
    WRITTEN_OFF_THEN_RECOVERED(
            "D9",
            "written off, then two instalments recovered from collateral",
            CreditScenarios::writtenOffThenRecovered),
    WRITTEN_OFF_THEN_PAID(
            "D9",
            "written off, then recovered in full: CLOSED before CHARGED_OFF",
            CreditScenarios::writtenOffThenPaid),
    REVERSED("D2", "the last repayment reversed", ReversalScenarios::reversed),
    REVERSED_AND_PAID_AGAIN(
            "D2", "the last repayment reversed and paid again", ReversalScenarios::reversedAndPaidAgain),
    REVERSED_AFTER_AS_OF(
            "D2", "a reversal valued after the as-of date: still paid today", ReversalScenarios::reversedAfterAsOf),
    REVERSED_FROM_THE_START(
            "D2", "a reversal valued on the day of its target", ReversalScenarios::reversedFromTheStart),
    REVERSAL_POSTED_FIRST("D2", "a reversal posted before its target", ReversalScenarios::postedBeforeItsTarget),
    CLOSED_THEN_REOPENED(
            "D10", "the last repayment of a closed account reversed", ReversalScenarios::closedThenReopened),
    WRITE_OFF_REVERSED("D9", "a write-off reversed", ReversalScenarios::writeOffReversed),
    REVERSAL_OF_UNKNOWN("D2", "review: a reversal of an entry that does not exist", ReversalScenarios::unknownTarget),
    REVERSAL_OF_OTHER_ACCOUNT("D2", "review: a reversal of another account's entry", ReversalScenarios::otherAccount),
    REVERSAL_OF_WRONG_AMOUNT("D2", "review: a reversal of one minor unit less", ReversalScenarios::wrongAmount),
    REVERSAL_OF_REVERSAL("D2", "review: a reversal of a reversal", ReversalScenarios::ofAReversal),
    REVERSAL_OF_DISBURSEMENT("D2", "review: a reversal of a disbursement", ReversalScenarios::ofADisbursement),
    REVERSED_TWICE("D2", "review: the second reversal of one entry", ReversalScenarios::reversedTwice),
    REVERSAL_BEFORE_TARGET("D2", "review: a reversal dated before its target", ReversalScenarios::beforeItsTarget),
    EXTENSION("D8", "version 2 re-aged, its first instalment paid", AgreementScenarios::extension),
    EXTENSION_WITH_OLD_CHARGES(
            "D8", "version 2 carries a fee and a penalty of before", AgreementScenarios::extensionWithOldCharges),
    INSTALMENT_PLAN("D8", "version 2 keeps the old due dates of the arrears", AgreementScenarios::instalmentPlan),
    PAYMENT_HOLIDAY("D8", "version 2 starts three months later", AgreementScenarios::holiday),
    SETTLEMENT("D8", "a final version of less than is owed, paid", AgreementScenarios::settlement),
    SETTLEMENT_BROKEN("D8", "a final version of less than is owed, unpaid", AgreementScenarios::settlementBroken),
    EARLY_PAYOFF("D8", "a version with one last instalment, paid on its day", AgreementScenarios::earlyPayoff),
    TRANSFER("D8", "transferred: collection ends, nothing owed changes", AgreementScenarios::transfer),
    UNKNOWN_VERSION(
            "D8", "review: an agreement names a version that does not exist", AgreementScenarios::unknownVersion),
    EXTENSION_WITHOUT_VERSION(
            "D8", "review: an extension without a version", t -> AgreementScenarios.withoutVersion(t, "EXTENSION")),
    HOLIDAY_WITHOUT_VERSION(
            "D8", "review: a holiday without a version", t -> AgreementScenarios.withoutVersion(t, "PAYMENT_HOLIDAY")),
    EARLIER_VERSION_AGAIN(
            "D8", "review: an agreement names a version once in force", AgreementScenarios::earlierVersionAgain),
    SAME_VERSION_AGAIN(
            "D8", "an agreement names the version in force: nothing changes", AgreementScenarios::sameVersionAgain),
    VERSION_FROM_TOMORROW(
            "D8", "version 2 takes effect the day after the as-of date", AgreementScenarios::takesEffectTomorrow),
    TWO_VERSIONS_ONE_DAY("D8", "two agreements of one day: the last posted wins", AgreementScenarios::twoOnOneDay),
    CONSUMED_CREDIT_REVERSED(
            "D8",
            "review: a credit of the earlier version reversed under version 2",
            AgreementScenarios::consumedCreditReversed),
    CREDIT_BEFORE_BOTH(
            "D8",
            "valued before the version, posted before agreement and start: version 1 only",
            SideScenarios::beforeBoth),
    CREDIT_BEFORE_START(
            "D8",
            "valued before, posted after the agreement but before the start: version 1 only",
            SideScenarios::betweenAgreementAndStart),
    CREDIT_AFTER_BOTH("D8", "valued before, posted after both: counts in version 2 too", SideScenarios::afterBoth),
    CREDIT_BEFORE_LATE_AGREEMENT(
            "D8",
            "valued before, posted after the start, before a late agreement: version 1 only",
            SideScenarios::betweenStartAndLateAgreement),
    CREDIT_AFTER_LATE_AGREEMENT(
            "D8",
            "valued before, posted after a late agreement: counts in version 2 too",
            SideScenarios::afterLateAgreement),
    CREDIT_ON_THE_DAY_BEFORE(
            "D8",
            "valued on the first day, posted before the agreement: version 1 only",
            SideScenarios::onTheDayBeforeAgreement),
    CREDIT_ON_THE_DAY_SAME_INSTANT(
            "D8",
            "valued on the first day, posted with the agreement: version 1 only",
            SideScenarios::onTheDaySameInstant),
    CREDIT_ON_THE_DAY_AFTER(
            "D8",
            "valued on the first day, posted after the agreement: version 2",
            SideScenarios::onTheDayAfterAgreement),
    CREDIT_SECOND_BEFORE_MIDNIGHT(
            "D8",
            "posted a second before the first day starts in the lender's zone: version 1 only",
            SideScenarios::secondBeforeMidnight),
    CREDIT_SECOND_AFTER_MIDNIGHT(
            "D8", "posted a second after it starts: counts in version 2 too", SideScenarios::secondAfterMidnight),
    NO_INSTALMENTS("section 2", "no schedule was ever sent: OPEN with a review entry", AccountDraft::unscheduled),
    OPENED_AFTER_AS_OF("section 6", "opened after the as-of date: no row", LifeScenarios::openedAfterAsOf),
    OPENED_ON_AS_OF("section 6", "opened on the as-of date", LifeScenarios::openedOnAsOf),
    JOINT_LOAN("section 2", "a funder's share of a joint loan", LifeScenarios::jointLoan),
    JOINT_LOAN_SHARE(
            "section 2", "the other funder's share of the joint loan of the story before", LifeScenarios::jointLoan),
    CO_BORROWER("section 2", "two borrowers owe it", LifeScenarios::coBorrower),
    DISPUTED("section 2", "overdue, and the borrower disputes it", LifeScenarios::disputed),
    DISPUTE_RESOLVED("section 2", "a dispute upheld and closed", LifeScenarios::disputeResolved),
    CLASS_OVERRIDDEN("D14", "downgraded by the lender's committee while current", LifeScenarios::classOverridden);

    private final String rule;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // a plot is a static method: it keeps nothing
    private final Plot plot;

    Story(String rule, String meaning, Plot plot) {
        this.rule = rule;
        this.meaning = meaning;
        this.plot = plot;
    }

    /** The rule id or section of the design. */
    public String rule() {
        return rule;
    }

    public String meaning() {
        return meaning;
    }

    void tell(AccountDraft account) {
        plot.tell(account);
    }

    /** Writes an account's life into its draft. */
    private interface Plot {
        void tell(AccountDraft account);
    }
}

package io.arrears.sample;

/** The awkward cases a ledger holds, one an account: the rule of the design each is for, and what happens in it. */
public enum Story {
    PAYS_EXACTLY("D3", "pays every instalment on its day", PaymentPlots::paysExactly),
    PAYS_LATE("D5", "pays every instalment eleven days late", PaymentPlots::paysLate),
    PART_PAYMENT("D5", "two part payments of the oldest arrear, which do not reset its DPD", PaymentPlots::partPayment),
    NEVER_PAYS("D5", "not one instalment paid", PaymentPlots::neverPays),
    OVERPAYS("D3", "pays more than the whole loan: unallocated", PaymentPlots::overpays),
    REFUNDED("D3", "what was unallocated is refunded", PaymentPlots::unallocatedRefunded),
    REFUND_TOO_LARGE("D3", "a refund of more than is unallocated", PaymentPlots::refundTooLarge),
    PREPAYS("D3", "pays three coming instalments", PaymentPlots::prepays),
    PREPAYS_IN_PART("D3", "pays one and a half coming instalments", PaymentPlots::prepaysInPart),
    PREPAYS_EVERYTHING("D10", "pays all coming instalments at once", PaymentPlots::prepaysEverything),
    TWO_PAYMENTS_ONE_DAY(
            "D3", "two repayments of one value date, posted against the order of their ids", PaymentPlots::twoOnOneDay),
    BACKDATED("D2", "a repayment posted long after its value date", PaymentPlots::backdated),
    FUTURE_DATED("D2", "a repayment posted before, valued after the as-of date", PaymentPlots::futureDated),
    REST_OF_ONE_UNIT("D7", "one minor unit of the last due instalment unpaid", PaymentPlots::restOfOneUnit),
    REST_OF_ONE_UNIT_AT_THE_END("D10", "one minor unit of the whole loan unpaid", PaymentPlots::restOfOneUnitAtTheEnd),
    GUARANTOR_PAYS("D3", "a guarantor pays the oldest arrear", PaymentPlots::guarantorPays),
    SINGLE_INSTALMENT("D4", "one instalment, overdue", DuePlots::singleInstalment),
    SINGLE_INSTALMENT_PAID("D10", "one instalment, paid late", DuePlots::singleInstalmentPaid),
    ZERO_INTEREST("D3", "a loan without interest, the last instalment overdue", DuePlots::withoutInterest),
    DUE_ON_29("D1", "due on the 29th, on the 28th in a common February", t -> DuePlots.dueOnDay(t, 29)),
    DUE_ON_30("D1", "due on the 30th", t -> DuePlots.dueOnDay(t, 30)),
    DUE_ON_31("D1", "due on the 31st, earlier in shorter months", t -> DuePlots.dueOnDay(t, 31)),
    LEAP_DAY("D5", "unpaid since a 29 February", DuePlots::leapDay),
    DUE_ON_AS_OF("D4", "due today: not overdue", t -> DuePlots.overdue(t, 0)),
    DUE_YESTERDAY("D4", "due yesterday: DPD 1", t -> DuePlots.overdue(t, 1)),
    DPD_30("D13", "DPD 30", t -> DuePlots.overdue(t, 30)),
    DPD_31("D13", "DPD 31", t -> DuePlots.overdue(t, 31)),
    DPD_60("D13", "DPD 60", t -> DuePlots.overdue(t, 60)),
    DPD_61("D13", "DPD 61", t -> DuePlots.overdue(t, 61)),
    DPD_90("D13", "DPD 90", t -> DuePlots.overdue(t, 90)),
    DPD_91("D13", "DPD 91", t -> DuePlots.overdue(t, 91)),
    DPD_120("D13", "DPD 120", t -> DuePlots.overdue(t, 120)),
    DPD_121("D13", "DPD 121", t -> DuePlots.overdue(t, 121)),
    DPD_150("D13", "DPD 150", t -> DuePlots.overdue(t, 150)),
    DPD_151("D13", "DPD 151", t -> DuePlots.overdue(t, 151)),
    DPD_180("D13", "DPD 180", t -> DuePlots.overdue(t, 180)),
    DPD_181("D13", "DPD 181", t -> DuePlots.overdue(t, 181)),
    DPD_270("D14", "DPD 270", t -> DuePlots.overdue(t, 270)),
    DPD_271("D14", "DPD 271", t -> DuePlots.overdue(t, 271)),
    DPD_360("D14", "DPD 360", t -> DuePlots.overdue(t, 360)),
    DPD_361("D14", "DPD 361", t -> DuePlots.overdue(t, 361)),
    PENALTY_ONLY("D4", "only a penalty unpaid: owed, no DPD", ChargePlots::penaltyOnly),
    FEE_ONLY("D4", "only a fee unpaid", ChargePlots::feeOnly),
    FEE_AFTER_THE_LAST("D10", "a fee unpaid after the last instalment: not closed", ChargePlots::feeAfterTheLast),
    FEE_ON_A_DUE_DATE("D3", "a fee and an instalment of one date, the instalment first", ChargePlots::feeOnADueDate),
    FEE_TO_COME("D3", "a fee dated after the as-of date", ChargePlots::feeToCome),
    PENALTY_AND_PART_PAYMENT(
            "D3", "a part payment with arrears and a later penalty", ChargePlots::penaltyAndPartPayment),
    PENALTY_WAIVED("D3", "a penalty waived by a credit with its own split", ChargePlots::penaltyWaived),
    PENALTY_REVERSED("D2", "a penalty reversed", ChargePlots::penaltyReversed),
    OWN_SPLIT("D3", "a repayment that says it is principal only", CreditPlots::ownSplit),
    OWN_SPLIT_TO_COMING("D3", "a split that pays the principal of coming instalments", CreditPlots::ownSplitToComing),
    OWN_SPLIT_WITH_REST(
            "D3", "a split with a penalty nobody owes: its rest follows the policy", CreditPlots::ownSplitWithRest),
    INTEREST_WAIVED("D3", "principal repaid, interest waived", CreditPlots::interestWaived),
    PART_WAIVED("D3", "half an arrear waived, without a split", CreditPlots::partWaived),
    RECOVERED("D3", "a recovery without a write-off", CreditPlots::recovered),
    WRITTEN_OFF("D9", "written off: the debt and its DPD go on", CreditPlots::writtenOff),
    WRITTEN_OFF_THEN_RECOVERED(
            "D9", "written off, then two instalments recovered from collateral", CreditPlots::writtenOffThenRecovered),
    WRITTEN_OFF_THEN_PAID(
            "D9", "written off, then recovered in full: CLOSED before CHARGED_OFF", CreditPlots::writtenOffThenPaid),
    REVERSED("D2", "the last repayment reversed", ReversalPlots::reversed),
    REVERSED_AND_PAID_AGAIN("D2", "the last repayment reversed and paid again", ReversalPlots::reversedAndPaidAgain),
    REVERSED_AFTER_AS_OF(
            "D2", "a reversal valued after the as-of date: still paid today", ReversalPlots::reversedAfterAsOf),
    REVERSED_FROM_THE_START("D2", "a reversal valued on the day of its target", ReversalPlots::reversedFromTheStart),
    REVERSAL_POSTED_FIRST("D2", "a reversal posted before its target", ReversalPlots::postedBeforeItsTarget),
    CLOSED_THEN_REOPENED("D10", "the last repayment of a closed account reversed", ReversalPlots::closedThenReopened),
    WRITE_OFF_REVERSED("D9", "a write-off reversed", ReversalPlots::writeOffReversed),
    REVERSAL_OF_UNKNOWN("D2", "review: a reversal of an entry that does not exist", ReversalPlots::unknownTarget),
    REVERSAL_OF_OTHER_ACCOUNT("D2", "review: a reversal of another account's entry", ReversalPlots::otherAccount),
    REVERSAL_OF_WRONG_AMOUNT("D2", "review: a reversal of one minor unit less", ReversalPlots::wrongAmount),
    REVERSAL_OF_REVERSAL("D2", "review: a reversal of a reversal", ReversalPlots::ofAReversal),
    REVERSAL_OF_DISBURSEMENT("D2", "review: a reversal of a disbursement", ReversalPlots::ofADisbursement),
    REVERSED_TWICE("D2", "review: the second reversal of one entry", ReversalPlots::reversedTwice),
    REVERSAL_BEFORE_TARGET("D2", "review: a reversal dated before its target", ReversalPlots::beforeItsTarget),
    EXTENSION("D8", "version 2 re-aged, its first instalment paid", AgreementPlots::extension),
    EXTENSION_WITH_OLD_CHARGES(
            "D8", "version 2 carries a fee and a penalty of before", AgreementPlots::extensionWithOldCharges),
    INSTALMENT_PLAN("D8", "version 2 keeps the old due dates of the arrears", AgreementPlots::instalmentPlan),
    PAYMENT_HOLIDAY("D8", "version 2 starts three months later", AgreementPlots::holiday),
    SETTLEMENT("D8", "a final version of less than is owed, paid", AgreementPlots::settlement),
    SETTLEMENT_BROKEN("D8", "a final version of less than is owed, unpaid", AgreementPlots::settlementBroken),
    EARLY_PAYOFF("D8", "a version with one last instalment, paid on its day", AgreementPlots::earlyPayoff),
    TRANSFER("D8", "transferred: collection ends, nothing owed changes", AgreementPlots::transfer),
    UNKNOWN_VERSION("D8", "review: an agreement names a version that does not exist", AgreementPlots::unknownVersion),
    EXTENSION_WITHOUT_VERSION(
            "D8", "review: an extension without a version", t -> AgreementPlots.withoutVersion(t, "EXTENSION")),
    HOLIDAY_WITHOUT_VERSION(
            "D8", "review: a holiday without a version", t -> AgreementPlots.withoutVersion(t, "PAYMENT_HOLIDAY")),
    EARLIER_VERSION_AGAIN(
            "D8", "review: an agreement names a version once in force", AgreementPlots::earlierVersionAgain),
    SAME_VERSION_AGAIN(
            "D8", "an agreement names the version in force: nothing changes", AgreementPlots::sameVersionAgain),
    VERSION_FROM_TOMORROW(
            "D8", "version 2 takes effect the day after the as-of date", AgreementPlots::takesEffectTomorrow),
    TWO_VERSIONS_ONE_DAY("D8", "two agreements of one day: the last posted wins", AgreementPlots::twoOnOneDay),
    CONSUMED_CREDIT_REVERSED(
            "D8",
            "review: a credit of the earlier version reversed under version 2",
            AgreementPlots::consumedCreditReversed),
    CREDIT_BEFORE_BOTH(
            "D8",
            "valued before the version, posted before agreement and start: version 1 only",
            SidePlots::beforeBoth),
    CREDIT_BEFORE_START(
            "D8",
            "valued before, posted after the agreement but before the start: version 1 only",
            SidePlots::betweenAgreementAndStart),
    CREDIT_AFTER_BOTH("D8", "valued before, posted after both: counts in version 2 too", SidePlots::afterBoth),
    CREDIT_BEFORE_LATE_AGREEMENT(
            "D8",
            "valued before, posted after the start, before a late agreement: version 1 only",
            SidePlots::betweenStartAndLateAgreement),
    CREDIT_AFTER_LATE_AGREEMENT(
            "D8",
            "valued before, posted after a late agreement: counts in version 2 too",
            SidePlots::afterLateAgreement),
    CREDIT_ON_THE_DAY_BEFORE(
            "D8",
            "valued on the first day, posted before the agreement: version 1 only",
            SidePlots::onTheDayBeforeAgreement),
    CREDIT_ON_THE_DAY_SAME_INSTANT(
            "D8", "valued on the first day, posted with the agreement: version 1 only", SidePlots::onTheDaySameInstant),
    CREDIT_ON_THE_DAY_AFTER(
            "D8", "valued on the first day, posted after the agreement: version 2", SidePlots::onTheDayAfterAgreement),
    CREDIT_SECOND_BEFORE_MIDNIGHT(
            "D8",
            "posted a second before the first day starts in the lender's zone: version 1 only",
            SidePlots::secondBeforeMidnight),
    CREDIT_SECOND_AFTER_MIDNIGHT(
            "D8", "posted a second after it starts: counts in version 2 too", SidePlots::secondAfterMidnight),
    NO_INSTALMENTS("section 2", "no schedule was ever sent: OPEN with a review entry", Draft::unscheduled),
    OPENED_AFTER_AS_OF("section 6", "opened after the as-of date: no row", LifePlots::openedAfterAsOf),
    OPENED_ON_AS_OF("section 6", "opened on the as-of date", LifePlots::openedOnAsOf),
    JOINT_LOAN("section 2", "a funder's share of a joint loan", LifePlots::jointLoan),
    JOINT_LOAN_SHARE(
            "section 2", "the other funder's share of the joint loan of the story before", LifePlots::jointLoan),
    CO_BORROWER("section 2", "two borrowers owe it", LifePlots::coBorrower),
    DISPUTED("section 2", "overdue, and the borrower disputes it", LifePlots::disputed),
    DISPUTE_RESOLVED("section 2", "a dispute upheld and closed", LifePlots::disputeResolved),
    CLASS_OVERRIDDEN("D14", "downgraded by the lender's committee while current", LifePlots::classOverridden);

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

    void tell(Draft account) {
        plot.tell(account);
    }

    /** Writes an account's life into its draft. */
    private interface Plot {
        void tell(Draft account);
    }
}

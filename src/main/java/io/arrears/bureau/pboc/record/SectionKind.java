package io.arrears.bureau.pboc.record;

import static io.arrears.bureau.pboc.record.AccountType.C1;
import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.record.AccountType.R3;
import static io.arrears.bureau.pboc.record.AccountType.R4;

import java.util.EnumSet;
import java.util.Set;

/** The sections of all records, each record's in the order of its XML. */
public enum SectionKind {
    CORRECTION("", "BsSgmt", EventLayout.CORRECTION),

    BASE("B", "AcctBsSgmt", AccountLayout.BASE),
    BASIC_INFO("C", "AcctBsInfSgmt", AccountLayout.BASIC_INFO),
    LIABLE("D", "RltRepymtInfSgmt", AccountLayout.LIABLE),
    COLLATERAL("E", "MotgaCltalCtrctInfSgmt", AccountLayout.COLLATERAL, D1, R1, R2, R3, R4),
    CREDIT_LINE("F", "AcctCredSgmt", AccountLayout.CREDIT_LINE, D1, R1, R2, R3, R4),
    ORIGINAL_DEBT("G", "OrigCreditorInfSgmt", AccountLayout.ORIGINAL_DEBT, C1),
    MONTHLY("H", "AcctMthlyBlgInfSgmt", AccountLayout.MONTHLY, D1, R1, R2, R3, R4),
    LARGE_INSTALMENT("I", "SpecPrdSgmt", AccountLayout.LARGE_INSTALMENT, R2),
    NON_MONTHLY("J", "AcctDbtInfSgmt", AccountLayout.NON_MONTHLY, D1, R1, R2, R4, C1),
    SPECIAL_TRADES("K", "AcctSpecTrstDspnSgmt", AccountLayout.SPECIAL_TRADES),

    PERSON("B", "BsSgmt", PersonLayout.BASE),
    IDENTITIES("C", "IDSgmt", PersonLayout.IDENTITIES),
    CORE("D", "FcsInfSgmt", PersonLayout.CORE),
    SPOUSE("H", "SpsInfSgmt", PersonLayout.SPOUSE),
    EDUCATION("D2", "EduInfSgmt", PersonLayout.EDUCATION),
    OCCUPATION("E", "OctpnInfSgmt", PersonLayout.OCCUPATION),
    RESIDENCE("F", "RedncInfSgmt", PersonLayout.RESIDENCE),
    MAIL("G", "MlgInfSgmt", PersonLayout.MAIL),
    INCOME("I", "IncInfSgmt", PersonLayout.INCOME),

    RENAMING("", "InAcctIDCagsInf", EventLayout.RENAMING),
    SECTION_DELETION("", "InAcctDel", EventLayout.SECTION_DELETION),
    ACCOUNT_DELETION("", "InAcctEntDel", EventLayout.ACCOUNT_DELETION),
    SPECIAL_EVENT("", "InSpcEvtDscInf", EventLayout.SPECIAL_EVENT),
    PERSON_DELETION("", "InBsInfDlt", EventLayout.PERSON_DELETION),

    CONTRACT_CORRECTION("", "BsSgmt", ContractLayout.CORRECTION),

    CONTRACT_BASE("B", "CtrctBsSgmt", ContractLayout.BASE),
    CO_BORROWERS("C", "CtrctCertRelSgmt", ContractLayout.CO_BORROWERS),
    LIMIT("D", "CreditLimSgmt", ContractLayout.LIMIT),

    CONTRACT_RENAMING("", "InCtrctIDCagsInf", ContractLayout.RENAMING),
    CONTRACT_SECTION_DELETION("", "InCtrctDel", ContractLayout.SECTION_DELETION),
    CONTRACT_DELETION("", "InCtrctEntDel", ContractLayout.DELETION);

    private final String letter;
    private final String element;
    private final Layout layout;
    private final Set<AccountType> types;

    SectionKind(String letter, String element, Layout layout) {
        this.letter = letter;
        this.element = element;
        this.layout = layout;
        this.types = Item.ALL;
    }

    SectionKind(String letter, String element, Layout layout, AccountType first, AccountType... others) {
        this.letter = letter;
        this.element = element;
        this.layout = layout;
        this.types = Set.copyOf(EnumSet.of(first, others));
    }

    /** How corrections, deletions and report points name it: {@code H}; empty where nothing does. */
    public String letter() {
        return letter;
    }

    /** The tag of the section; for a record that has no sections, that of its root. */
    public String element() {
        return element;
    }

    public Layout layout() {
        return layout;
    }

    /** Whether an account of this type can have the section. */
    public boolean isOf(AccountType type) {
        return types.contains(type);
    }

    /** The section's short name in what is remembered of it: {@code Fcs} of {@code FcsInfSgmt}. */
    public String shortName() {
        return element.replaceAll("(Inf)?Sgmt$", "");
    }
}

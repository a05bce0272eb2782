package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.Sections.entry;
import static io.arrears.bureau.pboc.record.Sections.section;

import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;

/** Records of a credit agreement that keep every rule. */
public final class Contracts {

    public static final String CODE = Records.SEGMENT + "CR5";

    private Contracts() {}

    /** With a co-borrower. */
    public static PbocRecord begun(String day) {
        return Records.plus(
                contract("10", day, "1"), Section.of(SectionKind.CO_BORROWERS).plus(coBorrower()));
    }

    public static PbocRecord changed(String day) {
        return contract("30", day, "1");
    }

    public static PbocRecord ended(String day) {
        return contract("20", day, "2");
    }

    private static PbocRecord contract(String code, String day, String status) {
        return PbocRecord.of(
                RecordKind.CONTRACT,
                section(
                        SectionKind.CONTRACT_BASE,
                        null,
                        "InfRecType",
                        "220",
                        "ContractCode",
                        CODE,
                        "RptDate",
                        day,
                        "RptDateCode",
                        code,
                        "Name",
                        "测试甲",
                        "IDType",
                        "10",
                        "IDNum",
                        Records.RESIDENT,
                        "MngmtOrgCode",
                        Records.SEGMENT),
                section(
                        SectionKind.LIMIT,
                        null,
                        "CreditLimType",
                        "10",
                        "LimLoopFlg",
                        "1",
                        "CreditLim",
                        "50000",
                        "Cy",
                        "CNY",
                        "ConEffDate",
                        "2026-03-20",
                        "ConExpDate",
                        "2027-03-19",
                        "ConStatus",
                        status));
    }

    static Elements coBorrower() {
        return entry(
                SectionKind.CO_BORROWERS,
                "BrerType",
                "1",
                "CertRelName",
                "测试乙",
                "CertRelIDType",
                "10",
                "CertRelIDNum",
                Records.GUARANTOR);
    }

    static Elements company() {
        return entry(
                SectionKind.CO_BORROWERS,
                "BrerType",
                "2",
                "CertRelName",
                "测试公司",
                "CertRelIDType",
                "20",
                "CertRelIDNum",
                "91350100M000100Y43");
    }

    static PbocRecord correction(String day, Section corrected) {
        return PbocRecord.of(
                RecordKind.CONTRACT_CORRECTION,
                section(
                        SectionKind.CONTRACT_CORRECTION,
                        null,
                        "InfRecType",
                        "222",
                        "ModRecCode",
                        CODE,
                        "RptDate",
                        day,
                        "MdfcSgmtCode",
                        corrected.kind().letter()),
                corrected);
    }

    static PbocRecord correctedLimit(PbocRecord contract) {
        return correction(contract.head("RptDate"), contract.section(SectionKind.LIMIT));
    }

    static PbocRecord correctedBase(String day) {
        return correction(
                day,
                Sections.with(
                        Section.correctedBase(SectionKind.CONTRACT_BASE),
                        "Name",
                        "测试甲",
                        "IDType",
                        "10",
                        "IDNum",
                        Records.RESIDENT,
                        "MngmtOrgCode",
                        Records.SEGMENT));
    }

    static PbocRecord renaming(String old, String fresh) {
        return PbocRecord.of(
                RecordKind.CONTRACT_RENAMING,
                section(
                        SectionKind.CONTRACT_RENAMING,
                        null,
                        "InfRecType",
                        "221",
                        "OdBnesCode",
                        old,
                        "NwBnesCode",
                        fresh));
    }

    static PbocRecord sectionDeletion(String from, String to) {
        return PbocRecord.of(
                RecordKind.CONTRACT_SECTION_DELETION,
                section(
                        SectionKind.CONTRACT_SECTION_DELETION,
                        null,
                        "InfRecType",
                        "223",
                        "DelRecCode",
                        CODE,
                        "DelSgmtCode",
                        "D",
                        "DelStartDate",
                        from,
                        "DelEndDate",
                        to));
    }

    public static PbocRecord deletion() {
        return PbocRecord.of(
                RecordKind.CONTRACT_DELETION,
                section(SectionKind.CONTRACT_DELETION, null, "InfRecType", "224", "DelRecCode", CODE));
    }
}

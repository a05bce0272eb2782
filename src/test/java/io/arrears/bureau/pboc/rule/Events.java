package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.Records.ACCOUNT_CODE;
import static io.arrears.bureau.pboc.record.Records.RESIDENT;
import static io.arrears.bureau.pboc.record.Records.SEGMENT;
import static io.arrears.bureau.pboc.record.Sections.entry;
import static io.arrears.bureau.pboc.record.Sections.section;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;

/** Corrections, deletions, events and person records that keep every rule. */
public final class Events {

    private Events() {}

    public static PbocRecord correction(AccountType type, String reportedOn, Section corrected) {
        return PbocRecord.of(
                RecordKind.SECTION_CORRECTION,
                section(
                        SectionKind.CORRECTION,
                        null,
                        "InfRecType",
                        "212",
                        "ModRecCode",
                        ACCOUNT_CODE,
                        "RptDate",
                        reportedOn,
                        "AcctType",
                        type.name(),
                        "MdfcSgmtCode",
                        corrected.kind().letter()),
                corrected);
    }

    public static PbocRecord correctedMonth() {
        Section month = Records.overdueLoan().section(SectionKind.MONTHLY);
        return correction(AccountType.D1, "2026-03-31", month);
    }

    public static PbocRecord correctedBase() {
        return correction(
                AccountType.D1,
                "2026-03-31",
                Sections.with(
                        Section.correctedBase(),
                        "Name",
                        "测试甲",
                        "IDType",
                        "10",
                        "IDNum",
                        RESIDENT,
                        "MngmtOrgCode",
                        SEGMENT));
    }

    public static PbocRecord renaming(String old, String fresh) {
        return PbocRecord.of(
                RecordKind.ACCOUNT_RENAMING,
                section(SectionKind.RENAMING, null, "InfRecType", "211", "OdBnesCode", old, "NwBnesCode", fresh));
    }

    public static PbocRecord sectionDeletion(String letter, String from, String to) {
        return PbocRecord.of(
                RecordKind.SECTION_DELETION,
                section(
                        SectionKind.SECTION_DELETION,
                        null,
                        "InfRecType",
                        "213",
                        "DelRecCode",
                        ACCOUNT_CODE,
                        "DelSgmtCode",
                        letter,
                        "DelStartDate",
                        from,
                        "DelEndDate",
                        to));
    }

    public static PbocRecord accountDeletion() {
        return PbocRecord.of(
                RecordKind.ACCOUNT_DELETION,
                section(SectionKind.ACCOUNT_DELETION, null, "InfRecType", "214", "DelRecCode", ACCOUNT_CODE));
    }

    public static PbocRecord event(String type, String month, String flag, String reportedOn) {
        return PbocRecord.of(
                RecordKind.SPECIAL_EVENT,
                section(
                        SectionKind.SPECIAL_EVENT,
                        null,
                        "InfRecType",
                        "215",
                        "AcctCode",
                        ACCOUNT_CODE,
                        "OpetnType",
                        type,
                        "Month",
                        month,
                        "Flag",
                        flag,
                        "RptDate",
                        reportedOn));
    }

    public static PbocRecord personDeletion() {
        return PbocRecord.of(
                RecordKind.PERSON_DELETION,
                section(
                        SectionKind.PERSON_DELETION,
                        null,
                        "InfRecType",
                        "114",
                        "Name",
                        "测试甲",
                        "IDType",
                        "10",
                        "IDNum",
                        RESIDENT,
                        "InfSurcCode",
                        SEGMENT));
    }

    public static PbocRecord person(String code, String day) {
        return PbocRecord.of(
                RecordKind.PERSON_INFO,
                section(
                        SectionKind.PERSON,
                        null,
                        "InfRecType",
                        "110",
                        "Name",
                        "测试甲",
                        "IDType",
                        "10",
                        "IDNum",
                        RESIDENT,
                        "InfSurcCode",
                        SEGMENT,
                        "RptDate",
                        day,
                        "RptDateCode",
                        code,
                        "Cimoc",
                        SEGMENT,
                        "CustomerType",
                        "11"),
                Section.of(SectionKind.IDENTITIES)
                        .plus(entry(SectionKind.IDENTITIES, "Alias", "测试甲", "OthIDType", "2", "OthIDNum", "E12345678"))
                        .with("IDInfoUpDate", day),
                section(
                        SectionKind.CORE,
                        null,
                        "Sex",
                        "1",
                        "DOB",
                        "1990-03-07",
                        "Nation",
                        "CHN",
                        "CellPhone",
                        "13800000000",
                        "FcsInfoUpDate",
                        day),
                section(
                        SectionKind.SPOUSE,
                        null,
                        "MariStatus",
                        "20",
                        "SpoName",
                        "测试乙",
                        "SpoIDType",
                        "10",
                        "SpoIDNum",
                        Records.GUARANTOR,
                        "SpsInfoUpDate",
                        day),
                section(SectionKind.EDUCATION, null, "EduLevel", "20", "AcaDegree", "4", "EduInfoUpDate", day),
                section(
                        SectionKind.OCCUPATION,
                        null,
                        "EmpStatus",
                        "11",
                        "CpnName",
                        "测试公司",
                        "CpnType",
                        "10",
                        "WorkStartDate",
                        "2015",
                        "OctpnInfoUpDate",
                        day),
                section(SectionKind.RESIDENCE, null, "ResiStatus", "1", "ResiInfoUpDate", day),
                section(SectionKind.MAIL, null, "MailAddr", "上海市测试路一号", "MailPc", "200000", "MlgInfoUpDate", day),
                section(SectionKind.INCOME, null, "AnnlInc", "120000", "TaxIncome", "120000", "IncInfoUpDate", day));
    }

    public static PbocRecord newPerson() {
        return person("10", "2026-03-20");
    }
}

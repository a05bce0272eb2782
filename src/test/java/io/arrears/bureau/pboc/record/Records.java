package io.arrears.bureau.pboc.record;

import static io.arrears.bureau.pboc.record.SectionKind.LIABLE;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.record.SectionKind.NON_MONTHLY;
import static io.arrears.bureau.pboc.record.SectionKind.ORIGINAL_DEBT;
import static io.arrears.bureau.pboc.record.Sections.base;
import static io.arrears.bureau.pboc.record.Sections.guarantor;
import static io.arrears.bureau.pboc.record.Sections.info;
import static io.arrears.bureau.pboc.record.Sections.line;
import static io.arrears.bureau.pboc.record.Sections.month;
import static io.arrears.bureau.pboc.record.Sections.section;
import static io.arrears.bureau.pboc.record.Sections.with;

import io.arrears.bureau.pboc.rule.Filing;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Records that keep every rule, made up by hand from the reference, and small changes to them. */
public final class Records {

    public static final String SEGMENT = "10100000010001";
    public static final String ACCOUNT_CODE = SEGMENT + "LN17";
    public static final String RESIDENT = "110101199003077715";
    public static final String GUARANTOR = "310101199506150029";
    public static final Filing FILING = new Filing(SEGMENT, LocalDateTime.parse("2026-04-01T09:30:00"));

    private Records() {}

    public static PbocRecord set(PbocRecord record, SectionKind kind, String... tagsAndValues) {
        return change(record, kind, section -> with(section, tagsAndValues));
    }

    public static PbocRecord change(PbocRecord record, SectionKind kind, UnaryOperator<Section> change) {
        return new PbocRecord(
                record.kind(),
                record.sections().stream()
                        .map(section -> section.kind() == kind ? change.apply(section) : section)
                        .toList());
    }

    public static PbocRecord plus(PbocRecord record, Section section) {
        List<Section> sections = new ArrayList<>(record.sections());
        sections.add(section);
        return new PbocRecord(record.kind(), sections);
    }

    public static PbocRecord minus(PbocRecord record, SectionKind kind) {
        return new PbocRecord(
                record.kind(),
                record.sections().stream().filter(s -> s.kind() != kind).toList());
    }

    public static PbocRecord account(Section... sections) {
        return PbocRecord.of(RecordKind.ACCOUNT, sections);
    }

    /** A loan opened on 20 March. */
    public static PbocRecord newLoan() {
        return account(
                base(AccountType.D1, "10", "2026-03-20"),
                info(AccountType.D1, "2026-03-20"),
                with(month(AccountType.D1, "2026-03", "2026-03-20"), "AcctBal", "12000", "RemRepPrd", "12"));
    }

    /** The same loan found at the end of March, under a credit agreement, guaranteed. */
    public static PbocRecord foundLoan() {
        return account(
                base(AccountType.D1, "31", "2026-03-31"),
                with(info(AccountType.D1, "2025-12-10"), "Flag", "1", "GuarMode", "3"),
                Section.of(LIABLE, AccountType.D1).plus(guarantor()),
                line(),
                with(month(AccountType.D1, "2026-03", "2026-03-31"), "AcctBal", "12000", "RemRepPrd", "12"));
    }

    /** The reference's example: February's and March's instalments unpaid, 49 days. */
    public static PbocRecord overdueLoan() {
        return account(
                base(AccountType.D1, "30", "2026-03-31"),
                section(
                        MONTHLY,
                        AccountType.D1,
                        "Month",
                        "2026-03",
                        "SettDate",
                        "2026-03-10",
                        "AcctStatus",
                        "2",
                        "AcctBal",
                        "11000",
                        "RemRepPrd",
                        "9",
                        "FiveCate",
                        "2",
                        "FiveCateAdjDate",
                        "2026-02-28",
                        "RpyStatus",
                        "2",
                        "OverdPrd",
                        "2",
                        "TotOverd",
                        "2200",
                        "OverdPrinc",
                        "2000",
                        "Oved31_60Princ",
                        "1000",
                        "Oved61_90Princ",
                        "0",
                        "Oved91_180Princ",
                        "0",
                        "OvedPrinc180",
                        "0",
                        "CurRpyAmt",
                        "1088",
                        "ActRpyAmt",
                        "0",
                        "LatRpyDate",
                        "2026-01-10",
                        "CloseDate",
                        ""));
    }

    public static PbocRecord paidLoan() {
        return set(
                overdueLoan(),
                MONTHLY,
                "AcctStatus",
                "1",
                "RpyStatus",
                "N",
                "OverdPrd",
                "0",
                "TotOverd",
                "0",
                "OverdPrinc",
                "0",
                "Oved31_60Princ",
                "0",
                "ActRpyAmt",
                "1088",
                "LatRpyDate",
                "2026-03-10");
    }

    /** Closed on 25 March, told as 20. */
    public static PbocRecord closedLoan() {
        return account(
                base(AccountType.D1, "20", "2026-03-25"),
                with(
                        month(AccountType.D1, "2026-03", "2026-03-25"),
                        "AcctStatus",
                        "3",
                        "RpyStatus",
                        "C",
                        "CloseDate",
                        "2026-03-25"));
    }

    public static PbocRecord closedAtSettlement() {
        return account(
                base(AccountType.D1, "32", "2026-03-31"),
                with(
                        month(AccountType.D1, "2026-03", "2026-03-31"),
                        "AcctStatus",
                        "3",
                        "RpyStatus",
                        "C",
                        "CloseDate",
                        "2026-03-31"));
    }

    public static PbocRecord recoveredLoan() {
        return account(
                base(AccountType.D1, "40", "2026-03-15"),
                section(
                        NON_MONTHLY,
                        AccountType.D1,
                        "AcctStatus",
                        "1",
                        "AcctBal",
                        "5000",
                        "FiveCate",
                        "1",
                        "FiveCateAdjDate",
                        "2026-03-15",
                        "RemRepPrd",
                        "5",
                        "RpyStatus",
                        "N",
                        "OverdPrd",
                        "0",
                        "TotOverd",
                        "0",
                        "LatRpyAmt",
                        "1090",
                        "LatRpyDate",
                        "2026-03-15"));
    }

    /** A new account of a revolving or card type under its credit agreement. */
    public static PbocRecord opened(AccountType type) {
        return account(
                base(type, "10", "2026-03-20"), info(type, "2026-03-20"), line(), month(type, "2026-03", "2026-03-20"));
    }

    public static PbocRecord settled(AccountType type) {
        return account(base(type, "30", "2026-03-31"), month(type, "2026-03", "2026-03-31"));
    }

    public static PbocRecord collection() {
        return account(
                base(AccountType.C1, "10", "2026-03-20"),
                info(AccountType.C1, "2026-03-20"),
                section(
                        ORIGINAL_DEBT,
                        AccountType.C1,
                        "InitCredName",
                        "测试银行",
                        "InitCredOrgNm",
                        "91350100M000100Y43",
                        "OrigDbtCate",
                        "1",
                        "InitRpySts",
                        "7"),
                section(
                        NON_MONTHLY,
                        AccountType.C1,
                        "AcctStatus",
                        "1",
                        "AcctBal",
                        "9000",
                        "LatRpyAmt",
                        "0",
                        "LatRpyDate",
                        "2026-03-20"));
    }

    public static PbocRecord endedCollection() {
        return account(
                base(AccountType.C1, "20", "2026-03-25"),
                section(
                        NON_MONTHLY,
                        AccountType.C1,
                        "AcctStatus",
                        "2",
                        "AcctBal",
                        "0",
                        "LatRpyAmt",
                        "9000",
                        "LatRpyDate",
                        "2026-03-25",
                        "CloseDate",
                        "2026-03-25"));
    }
}

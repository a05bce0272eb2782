package io.arrears.bureau.pboc;

import static io.arrears.bureau.pboc.SectionKind.BASE;
import static io.arrears.bureau.pboc.SectionKind.BASIC_INFO;
import static io.arrears.bureau.pboc.SectionKind.CREDIT_LINE;
import static io.arrears.bureau.pboc.SectionKind.LIABLE;
import static io.arrears.bureau.pboc.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.SectionKind.NON_MONTHLY;
import static io.arrears.bureau.pboc.SectionKind.ORIGINAL_DEBT;
import static io.arrears.bureau.pboc.SectionKind.SPECIAL_TRADES;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Records that keep every rule, made up by hand from the reference, and small changes to them. */
final class Records {

    static final String SEGMENT = "10100000010001";
    static final String ACCOUNT_CODE = SEGMENT + "LN17";
    static final String RESIDENT = "110101199003077715";
    static final String GUARANTOR = "310101199506150029";
    static final Filing FILING = new Filing(SEGMENT, LocalDateTime.parse("2026-04-01T09:30:00"));

    private Records() {}

    static Section section(SectionKind kind, AccountType type, String... tagsAndValues) {
        return with(Section.of(kind, type), tagsAndValues);
    }

    static Section with(Section section, String... tagsAndValues) {
        Section changed = section;
        for (int i = 0; i < tagsAndValues.length; i += 2) {
            changed = changed.with(tagsAndValues[i], tagsAndValues[i + 1]);
        }
        return changed;
    }

    static Elements entry(SectionKind kind, String... tagsAndValues) {
        Elements changed = Section.entry(kind);
        for (int i = 0; i < tagsAndValues.length; i += 2) {
            changed = changed.with(tagsAndValues[i], tagsAndValues[i + 1]);
        }
        return changed;
    }

    static PbocRecord set(PbocRecord record, SectionKind kind, String... tagsAndValues) {
        return change(record, kind, section -> with(section, tagsAndValues));
    }

    static PbocRecord change(PbocRecord record, SectionKind kind, UnaryOperator<Section> change) {
        return new PbocRecord(
                record.kind(),
                record.sections().stream()
                        .map(section -> section.kind() == kind ? change.apply(section) : section)
                        .toList());
    }

    static PbocRecord plus(PbocRecord record, Section section) {
        List<Section> sections = new ArrayList<>(record.sections());
        sections.add(section);
        return new PbocRecord(record.kind(), sections);
    }

    static PbocRecord minus(PbocRecord record, SectionKind kind) {
        return new PbocRecord(
                record.kind(),
                record.sections().stream().filter(s -> s.kind() != kind).toList());
    }

    static Section base(AccountType type, String code, String reportedOn) {
        return section(
                BASE,
                type,
                "InfRecType",
                "210",
                "AcctType",
                type.name(),
                "AcctCode",
                ACCOUNT_CODE,
                "RptDate",
                reportedOn,
                "RptDateCode",
                code,
                "Name",
                "测试甲",
                "IDType",
                "10",
                "IDNum",
                RESIDENT,
                "MngmtOrgCode",
                SEGMENT);
    }

    static Section info(AccountType type, String opened) {
        Section info =
                section(BASIC_INFO, type, "BusiLines", "1", "BusiDtlLines", "91", "OpenDate", opened, "Cy", "CNY");
        if (type != AccountType.C1) {
            info = with(
                    info,
                    "DueDate",
                    "2027-03-20",
                    "ApplyBusiDist",
                    "310101",
                    "GuarMode",
                    "4",
                    "OthRepyGuarWay",
                    "0",
                    "AssetTrandFlag",
                    "0",
                    "FundSou",
                    "1",
                    "LoanForm",
                    "1");
        }
        return switch (type) {
            case D1 ->
                with(info, "LoanAmt", "12000", "Flag", "0", "RepayMode", "11", "RepayFreqcy", "03", "RepayPrd", "12");
            case R1 -> with(info, "AcctCredLine", "50000", "RepayMode", "31", "RepayFreqcy", "03");
            case R2 -> with(info, "BusiLines", "2", "BusiDtlLines", "81", "AcctCredLine", "50000", "CreditID", "0001");
            case R3 -> with(info, "BusiLines", "2", "BusiDtlLines", "71", "AcctCredLine", "50000", "CreditID", "NULL");
            case R4 -> with(info, "LoanAmt", "12000", "RepayMode", "11", "RepayFreqcy", "03", "RepayPrd", "12");
            case C1 -> with(info, "BusiLines", "5", "BusiDtlLines", "A1", "LoanAmt", "9000");
        };
    }

    /** A month in which nothing was due: all that the type has, at 0. */
    static Section month(AccountType type, String month, String day) {
        Section quiet = section(
                MONTHLY,
                type,
                "Month",
                month,
                "AcctStatus",
                "1",
                "AcctBal",
                "0",
                "FiveCate",
                "1",
                "FiveCateAdjDate",
                day,
                "RpyStatus",
                "*",
                "ActRpyAmt",
                "0",
                "LatRpyDate",
                day);
        for (Item item : MONTHLY.layout().items()) {
            if (quiet.has(item.tag()) && item.form() == Form.WHOLE && item.must()) {
                quiet = quiet.with(item.tag(), quiet.value(item.tag()).isEmpty() ? "0" : quiet.value(item.tag()));
            }
        }
        return quiet;
    }

    static Section line() {
        return section(CREDIT_LINE, AccountType.R1, "Mcc", SEGMENT + "CR5");
    }

    static Elements guarantor() {
        return entry(
                LIABLE,
                "InfoIDType",
                "1",
                "ArlpName",
                "测试乙",
                "ArlpCertType",
                "10",
                "ArlpCertNum",
                GUARANTOR,
                "ArlpType",
                "2",
                "ArlpAmt",
                "12000",
                "WartySign",
                "1",
                "MaxGuarMcc",
                SEGMENT + "GU9");
    }

    static Section trades(AccountType type, Elements... entries) {
        Section trades = Section.of(SPECIAL_TRADES, type);
        for (Elements entry : entries) {
            trades = trades.plus(entry);
        }
        return trades;
    }

    static Elements prepaid(String day) {
        return entry(
                SPECIAL_TRADES,
                "ChanTranType",
                "4",
                "TranDate",
                day,
                "TranAmt",
                "500",
                "DueTranMon",
                "1",
                "DetInfo",
                "");
    }

    static PbocRecord account(Section... sections) {
        return PbocRecord.of(RecordKind.ACCOUNT, sections);
    }

    /** A loan opened on 20 March. */
    static PbocRecord newLoan() {
        return account(
                base(AccountType.D1, "10", "2026-03-20"),
                info(AccountType.D1, "2026-03-20"),
                with(month(AccountType.D1, "2026-03", "2026-03-20"), "AcctBal", "12000", "RemRepPrd", "12"));
    }

    /** The same loan found at the end of March, under a credit agreement, guaranteed. */
    static PbocRecord foundLoan() {
        return account(
                base(AccountType.D1, "31", "2026-03-31"),
                with(info(AccountType.D1, "2025-12-10"), "Flag", "1", "GuarMode", "3"),
                Section.of(LIABLE, AccountType.D1).plus(guarantor()),
                line(),
                with(month(AccountType.D1, "2026-03", "2026-03-31"), "AcctBal", "12000", "RemRepPrd", "12"));
    }

    /** The reference's example: February's and March's instalments unpaid, 49 days. */
    static PbocRecord overdueLoan() {
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

    static PbocRecord paidLoan() {
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
    static PbocRecord closedLoan() {
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

    static PbocRecord closedAtSettlement() {
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

    static PbocRecord recoveredLoan() {
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
    static PbocRecord opened(AccountType type) {
        return account(
                base(type, "10", "2026-03-20"), info(type, "2026-03-20"), line(), month(type, "2026-03", "2026-03-20"));
    }

    static PbocRecord settled(AccountType type) {
        return account(base(type, "30", "2026-03-31"), month(type, "2026-03", "2026-03-31"));
    }

    static PbocRecord collection() {
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

    static PbocRecord endedCollection() {
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

package io.arrears.bureau.pboc.record;

import static io.arrears.bureau.pboc.record.Records.ACCOUNT_CODE;
import static io.arrears.bureau.pboc.record.Records.GUARANTOR;
import static io.arrears.bureau.pboc.record.Records.RESIDENT;
import static io.arrears.bureau.pboc.record.Records.SEGMENT;
import static io.arrears.bureau.pboc.record.SectionKind.BASE;
import static io.arrears.bureau.pboc.record.SectionKind.BASIC_INFO;
import static io.arrears.bureau.pboc.record.SectionKind.CREDIT_LINE;
import static io.arrears.bureau.pboc.record.SectionKind.LIABLE;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.record.SectionKind.SPECIAL_TRADES;

/** Sections of records and entries in them, made up by hand from the reference. */
public final class Sections {

    private Sections() {}

    public static Section section(SectionKind kind, AccountType type, String... tagsAndValues) {
        return with(Section.of(kind, type), tagsAndValues);
    }

    public static Section with(Section section, String... tagsAndValues) {
        Section changed = section;
        for (int i = 0; i < tagsAndValues.length; i += 2) {
            changed = changed.with(tagsAndValues[i], tagsAndValues[i + 1]);
        }
        return changed;
    }

    public static Elements entry(SectionKind kind, String... tagsAndValues) {
        Elements changed = Section.entry(kind);
        for (int i = 0; i < tagsAndValues.length; i += 2) {
            changed = changed.with(tagsAndValues[i], tagsAndValues[i + 1]);
        }
        return changed;
    }

    public static Section base(AccountType type, String code, String reportedOn) {
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

    public static Section info(AccountType type, String opened) {
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
    public static Section month(AccountType type, String month, String day) {
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

    public static Section line() {
        return section(CREDIT_LINE, AccountType.R1, "Mcc", SEGMENT + "CR5");
    }

    public static Elements guarantor() {
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

    public static Section trades(AccountType type, Elements... entries) {
        Section trades = Section.of(SPECIAL_TRADES, type);
        for (Elements entry : entries) {
            trades = trades.plus(entry);
        }
        return trades;
    }

    public static Elements prepaid(String day) {
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
}

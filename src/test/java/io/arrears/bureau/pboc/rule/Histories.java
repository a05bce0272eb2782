package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.R2;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;

/** Pieces of an account's past. */
public final class Histories {

    private Histories() {}

    public static PbocRecord month(AccountType type, String month, String day) {
        return Records.account(Sections.base(type, "30", day), Sections.month(type, month, day));
    }

    /** A card closed in January. */
    public static PbocRecord closedCard() {
        return Records.set(
                month(R2, "2026-01", "2026-01-31"),
                SectionKind.MONTHLY,
                "AcctStatus",
                "4",
                "RpyStatus",
                "C",
                "CloseDate",
                "2026-01-31");
    }

    /** Told between settlements: paid on that day. */
    public static PbocRecord recovered(AccountType type, String day) {
        return Records.account(
                Sections.base(type, "40", day),
                Sections.section(
                        SectionKind.NON_MONTHLY,
                        type,
                        "AcctStatus",
                        "1",
                        "AcctBal",
                        "5000",
                        "FiveCate",
                        "1",
                        "FiveCateAdjDate",
                        day,
                        "RpyStatus",
                        "N",
                        "LatRpyAmt",
                        "5",
                        "LatRpyDate",
                        day));
    }

    public static PbocRecord collected(String day, String status) {
        return Records.account(
                Sections.base(AccountType.C1, "40", day),
                Sections.section(
                        SectionKind.NON_MONTHLY,
                        AccountType.C1,
                        "AcctStatus",
                        status,
                        "AcctBal",
                        "0",
                        "LatRpyAmt",
                        "5",
                        "LatRpyDate",
                        day,
                        "CloseDate",
                        status.equals("2") ? day : ""));
    }

    public static PbocRecord planned(String day, String effective) {
        return Records.plus(
                month(R2, day.substring(0, 7), day),
                Sections.section(
                        SectionKind.LARGE_INSTALMENT,
                        R2,
                        "SpecLine",
                        "9000",
                        "SpecEfctDate",
                        effective,
                        "SpecEndDate",
                        "2027-03-01",
                        "UsedInstAmt",
                        "0"));
    }
}

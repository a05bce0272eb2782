package io.arrears.bureau.pboc.record;

import static io.arrears.bureau.pboc.record.AccountType.C1;
import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.record.AccountType.R3;
import static io.arrears.bureau.pboc.record.AccountType.R4;
import static io.arrears.bureau.pboc.record.Item.amount;
import static io.arrears.bureau.pboc.record.Item.code;
import static io.arrears.bureau.pboc.record.Item.date;
import static io.arrears.bureau.pboc.record.Item.item;
import static io.arrears.bureau.pboc.record.Item.text;
import static io.arrears.bureau.pboc.record.Item.whole;

import io.arrears.bureau.pboc.record.Layout.Group;

/** The sections of the account record 210, element by element. */
final class AccountLayout {

    private static final String FIVE_CLASSES = "1 2 3 4 5 9";

    static final Layout BASE = Layout.of(
            text("InfRecType", 3),
            code("AcctType", "C1 D1 R1 R2 R3 R4"),
            item("AcctCode", Form.PLAIN_CODE, 60),
            item("RptDate", Form.REPORT_DATE),
            code("RptDateCode", "10 20 30 31 32 40"),
            text("Name", 30).masked(),
            code("IDType", Documents.OF_PERSONS),
            item("IDNum", Form.IDENTITY, 20).masked(),
            item("MngmtOrgCode", Form.EXACT, 14));

    static final Layout BASIC_INFO = Layout.of(
            code("BusiLines", "1 2 3 4 5 6"),
            code("BusiDtlLines", "11 12 13 21 31 32 33 41 42 51 52 53 61 62 63 64 71 81 82 91 92 99 A1 B1"),
            date("OpenDate"),
            item("Cy", Form.CURRENCY),
            amount("AcctCredLine").only(R1, R2, R3),
            amount("LoanAmt").only(D1, R4, C1),
            code("Flag", "0 1 2").only(D1),
            item("DueDate", Form.COMING_DATE).only(D1, R1, R2, R3, R4),
            code("RepayMode", "11 12 13 14 15 19 21 22 23 29 31 32 33 39 90").only(D1, R1, R4),
            code("RepayFreqcy", "01 02 03 04 05 06 07 08 12 13 14 99").only(D1, R1, R4),
            whole("RepayPrd", 3).only(D1, R4),
            item("ApplyBusiDist", Form.DIGITS, 6).only(D1, R1, R2, R3, R4).mayBeBlank(),
            code("GuarMode", "1 2 3 4 5 6 7").only(D1, R1, R2, R3, R4),
            code("OthRepyGuarWay", "0 1 9").only(D1, R1, R2, R3, R4),
            code("AssetTrandFlag", "0 1").only(D1, R1, R2, R3, R4),
            code("FundSou", "1 2 4 8 21 22 23 24").only(D1, R1, R2, R3, R4),
            code("LoanForm", "1 5 9").only(D1, R1, R2, R3, R4),
            text("CreditID", 4).only(R2, R3),
            text("LoanConCode", 200).when("BusiDtlLines", "11"),
            code("FirstHouLoanFlag", "01 02 03 04").when("BusiDtlLines", "11"));

    static final Layout LIABLE = Layout.of(
            new Group(
                    "RltRepymtNm",
                    "RltRepymtInf",
                    Layout.of(
                            code("InfoIDType", "1 2"),
                            text("ArlpName", 80).masked(),
                            code("ArlpCertType", Documents.OF_PERSONS + " 30"),
                            item("ArlpCertNum", Form.IDENTITY, 40).masked(),
                            code("ArlpType", "1 2 9"),
                            amount("ArlpAmt").mayBeBlank(),
                            code("WartySign", "0 1").mayBeBlank(),
                            item("MaxGuarMcc", Form.BUSINESS_CODE, 60).mayBeBlank())),
            whole("RltRepymtNm", 2));

    static final Layout COLLATERAL =
            Layout.of(new Group("CcNm", "CccInf", Layout.of(item("Ccc", Form.BUSINESS_CODE, 60))), whole("CcNm", 2));

    static final Layout CREDIT_LINE = Layout.of(item("Mcc", Form.PLAIN_CODE, 60));

    static final Layout ORIGINAL_DEBT = Layout.of(
            text("InitCredName", 80).masked(),
            item("InitCredOrgNm", Form.ORGANISATION, 18).mayBeBlank(),
            code("OrigDbtCate", "1 2 3 4 9"),
            code("InitRpySts", "0 1 2 3 4 5 6 7"));

    static final Layout MONTHLY = Layout.of(
            item("Month", Form.MONTH),
            date("SettDate").mayBeBlank(),
            item("AcctStatus", Form.ACCOUNT_STATUS),
            amount("AcctBal"),
            amount("PridAcctBal").only(R2),
            amount("UsedAmt").only(R2),
            amount("NotIsuBal").only(R2),
            whole("RemRepPrd", 3).only(D1, R1, R2, R4),
            code("FiveCate", FIVE_CLASSES),
            date("FiveCateAdjDate"),
            item("RpyStatus", Form.REPAYMENT_STATUS),
            whole("RpyPrct", 3).only(R2).mayBeBlank(),
            whole("OverdPrd", 3).only(D1, R1, R2, R4),
            amount("TotOverd").only(D1, R1, R2, R4),
            amount("OverdPrinc").only(D1, R1, R4),
            amount("Oved31_60Princ").only(D1, R1, R4),
            amount("Oved61_90Princ").only(D1, R1, R4),
            amount("Oved91_180Princ").only(D1, R1, R4),
            amount("OvedPrinc180").only(D1, R1, R4),
            amount("OvedrawBaOve180").only(R3),
            amount("CurRpyAmt").only(D1, R1, R2, R4),
            amount("ActRpyAmt"),
            date("LatRpyDate"),
            date("CloseDate").mayBeBlank());

    static final Layout LARGE_INSTALMENT = Layout.of(
            amount("SpecLine"), date("SpecEfctDate"), item("SpecEndDate", Form.COMING_DATE), amount("UsedInstAmt"));

    static final Layout NON_MONTHLY = Layout.of(
            item("AcctStatus", Form.ACCOUNT_STATUS),
            amount("AcctBal"),
            code("FiveCate", FIVE_CLASSES).only(D1, R1, R2, R3, R4),
            date("FiveCateAdjDate").only(D1, R1, R2, R3, R4),
            whole("RemRepPrd", 3).only(D1, R1, R2, R4),
            item("RpyStatus", Form.REPAYMENT_STATUS).only(D1, R1, R2, R3, R4),
            whole("OverdPrd", 3).only(D1, R1, R2, R4),
            amount("TotOverd").only(D1, R1, R2, R4),
            amount("LatRpyAmt"),
            date("LatRpyDate"),
            date("CloseDate").mayBeBlank());

    static final Layout SPECIAL_TRADES = Layout.of(
            new Group(
                    "CagOfTrdNm",
                    "CagOfTrdInf",
                    Layout.of(
                            item("ChanTranType", Form.TRADE_TYPE),
                            date("TranDate"),
                            amount("TranAmt"),
                            whole("DueTranMon", 3),
                            text("DetInfo", 200).masked().mayBeBlank())),
            whole("CagOfTrdNm", 2));

    private AccountLayout() {}
}

package io.arrears.bureau.pboc.record;

import static io.arrears.bureau.pboc.record.Item.amount;
import static io.arrears.bureau.pboc.record.Item.code;
import static io.arrears.bureau.pboc.record.Item.date;
import static io.arrears.bureau.pboc.record.Item.item;
import static io.arrears.bureau.pboc.record.Item.text;
import static io.arrears.bureau.pboc.record.Item.whole;

import io.arrears.bureau.pboc.record.Layout.Group;

/** The sections of the credit agreement record 220 and of the records about it (221-224), element by element (pboc2-client.md). */
final class ContractLayout {

    private static final String PERSON_DOCUMENTS = "1 2 5 6 8 9 A B C X 10 20";

    static final Layout BASE = Layout.of(
            text("InfRecType", 3),
            item("ContractCode", Form.PLAIN_CODE, 60),
            item("RptDate", Form.REPORT_DATE),
            code("RptDateCode", "10 20 30"),
            text("Name", 30).masked(),
            code("IDType", PERSON_DOCUMENTS),
            item("IDNum", Form.IDENTITY, 20).masked(),
            item("MngmtOrgCode", Form.EXACT, 14));

    static final Layout CO_BORROWERS = Layout.of(
            new Group(
                    "BrerNm",
                    "CtrctCertRel",
                    Layout.of(
                            code("BrerType", "1 2"),
                            text("CertRelName", 80).masked(),
                            code("CertRelIDType", PERSON_DOCUMENTS + " 30"),
                            item("CertRelIDNum", Form.IDENTITY, 40).masked())),
            whole("BrerNm", 2));

    static final Layout LIMIT = Layout.of(
            code("CreditLimType", "10 20 30 31"),
            code("LimLoopFlg", "0 1"),
            amount("CreditLim"),
            item("Cy", Form.CURRENCY),
            date("ConEffDate"),
            item("ConExpDate", Form.COMING_DATE),
            code("ConStatus", "1 2"),
            amount("CreditRest").mayBeAbsent(),
            text("CreditRestCode", 60).mayBeAbsent());

    static final Layout CORRECTION = Layout.of(
            text("InfRecType", 3),
            item("ModRecCode", Form.PLAIN_CODE, 60),
            item("RptDate", Form.REPORT_DATE),
            code("MdfcSgmtCode", "B C D"));

    static final Layout RENAMING = Layout.of(
            text("InfRecType", 3), item("OdBnesCode", Form.PLAIN_CODE, 60), item("NwBnesCode", Form.PLAIN_CODE, 60));

    static final Layout SECTION_DELETION = Layout.of(
            text("InfRecType", 3),
            item("DelRecCode", Form.PLAIN_CODE, 60),
            code("DelSgmtCode", "D"),
            item("DelStartDate", Form.COMING_DATE).mayBeBlank(),
            item("DelEndDate", Form.COMING_DATE).mayBeBlank());

    static final Layout DELETION = Layout.of(text("InfRecType", 3), item("DelRecCode", Form.PLAIN_CODE, 60));

    private ContractLayout() {}
}

package io.arrears.bureau.pboc.record;

import static io.arrears.bureau.pboc.record.Item.code;
import static io.arrears.bureau.pboc.record.Item.item;
import static io.arrears.bureau.pboc.record.Item.text;

/** The records that say something about records told before: corrections, deletions, renamings, special events. */
final class EventLayout {

    static final Layout CORRECTION = Layout.of(
            text("InfRecType", 3),
            item("ModRecCode", Form.PLAIN_CODE, 60),
            item("RptDate", Form.REPORT_DATE),
            code("AcctType", "C1 D1 R1 R2 R3 R4"),
            code("MdfcSgmtCode", "B C D E F G H I J K"));

    static final Layout RENAMING = Layout.of(
            text("InfRecType", 3), item("OdBnesCode", Form.PLAIN_CODE, 60), item("NwBnesCode", Form.PLAIN_CODE, 60));

    static final Layout SECTION_DELETION = Layout.of(
            text("InfRecType", 3),
            item("DelRecCode", Form.PLAIN_CODE, 60),
            code("DelSgmtCode", "C H I J K"),
            item("DelStartDate", Form.COMING_DATE).mayBeBlank(),
            item("DelEndDate", Form.COMING_DATE).mayBeBlank());

    static final Layout ACCOUNT_DELETION = Layout.of(text("InfRecType", 3), item("DelRecCode", Form.PLAIN_CODE, 60));

    static final Layout SPECIAL_EVENT = Layout.of(
            text("InfRecType", 3),
            item("AcctCode", Form.PLAIN_CODE, 60),
            code("OpetnType", "11 12 21"),
            item("Month", Form.MONTH),
            code("Flag", "0 1"),
            item("RptDate", Form.REPORT_DATE));

    static final Layout PERSON_DELETION = Layout.of(
            text("InfRecType", 3),
            text("Name", 30).masked(),
            code("IDType", Documents.OF_PERSONS),
            item("IDNum", Form.IDENTITY, 20).masked(),
            item("InfSurcCode", Form.BUSINESS_CODE, 20));

    private EventLayout() {}
}

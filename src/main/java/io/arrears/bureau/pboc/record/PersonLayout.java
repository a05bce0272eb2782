package io.arrears.bureau.pboc.record;

import static io.arrears.bureau.pboc.record.Item.amount;
import static io.arrears.bureau.pboc.record.Item.code;
import static io.arrears.bureau.pboc.record.Item.date;
import static io.arrears.bureau.pboc.record.Item.item;
import static io.arrears.bureau.pboc.record.Item.text;

import io.arrears.bureau.pboc.record.Layout.Group;

/** The sections of the person record 110, element by element; all that describes a person is masked. */
final class PersonLayout {

    private static final String MARRIED = "20 21 22 23";
    private static final String EMPLOYED = "11 13 17 21 24 91";

    static final Layout BASE = Layout.of(
            text("InfRecType", 3),
            text("Name", 30).masked(),
            code("IDType", Documents.OF_PERSONS),
            item("IDNum", Form.IDENTITY, 20).masked(),
            item("InfSurcCode", Form.BUSINESS_CODE, 20),
            item("RptDate", Form.REPORT_DATE),
            code("RptDateCode", "10 20"),
            item("Cimoc", Form.EXACT, 14),
            code("CustomerType", "11 12 13 20 30 40 50 60 90").masked());

    static final Layout IDENTITIES = Layout.of(
            new Group(
                    "IDNm",
                    "IDRec",
                    Layout.of(
                            text("Alias", 30).masked(),
                            code("OthIDType", Documents.OF_PERSONS),
                            item("OthIDNum", Form.IDENTITY, 20).masked())),
            Item.whole("IDNm", 3),
            date("IDInfoUpDate"));

    static final Layout CORE = Layout.of(
            code("Sex", "0 1 2 9").masked(),
            date("DOB").masked().mayBeBlank(),
            item("Nation", Form.COUNTRY).masked(),
            text("HouseAdd", 100).masked().mayBeBlank(),
            item("HhDist", Form.DIGITS, 6).masked().mayBeBlank(),
            item("CellPhone", Form.DIGITS, 11).masked().mayBeBlank(),
            text("Email", 60).masked().mayBeBlank(),
            date("FcsInfoUpDate"));

    static final Layout SPOUSE = Layout.of(
            code("MariStatus", "10 20 21 22 23 30 40 90 91 99").masked(),
            text("SpoName", 30).masked().mayBeBlank().when("MariStatus", MARRIED),
            code("SpoIDType", Documents.OF_PERSONS).mayBeBlank().when("MariStatus", MARRIED),
            item("SpoIDNum", Form.IDENTITY, 20).masked().mayBeBlank().when("MariStatus", MARRIED),
            text("SpoTel", 25).masked().mayBeBlank().when("MariStatus", MARRIED),
            text("SpsCmpyNm", 80).masked().mayBeBlank().when("MariStatus", MARRIED),
            date("SpsInfoUpDate"));

    static final Layout EDUCATION = Layout.of(
            code("EduLevel", "10 20 30 40 60 70 80 90 91 99").masked(),
            code("AcaDegree", "1 2 3 4 5 9").masked(),
            date("EduInfoUpDate"));

    static final Layout OCCUPATION = Layout.of(
            code("EmpStatus", "11 13 17 21 24 27 31 37 51 54 70 80 90 91 99").masked(),
            text("CpnName", 80).masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            code("CpnType", "10 20 30 40 50 90").masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            code("Industry", "9 A B C D E F G H I J K L M N O P Q R S T")
                    .masked()
                    .mayBeBlank()
                    .when("EmpStatus", EMPLOYED),
            text("CpnAddr", 100).masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            item("CpnPc", Form.DIGITS, 6).masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            item("CpnDist", Form.DIGITS, 6).masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            text("CpnTEL", 25).masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            code("Occupation", "0 1 3 4 5 6 X Y Z").masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            code("Title", "1 2 3 9").masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            code("TechTitle", "0 1 2 3 9").masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            item("WorkStartDate", Form.YEAR).masked().mayBeBlank().when("EmpStatus", EMPLOYED),
            date("OctpnInfoUpDate"));

    static final Layout RESIDENCE = Layout.of(
            code("ResiStatus", "1 2 3 4 5 6 7 9 11 12").masked(),
            text("ResiAddr", 100).masked().mayBeBlank(),
            item("ResiPc", Form.DIGITS, 6).masked().mayBeBlank(),
            item("ResiDist", Form.DIGITS, 6).masked().mayBeBlank(),
            text("HomeTel", 25).masked().mayBeBlank(),
            date("ResiInfoUpDate"));

    static final Layout MAIL = Layout.of(
            text("MailAddr", 100).masked(),
            item("MailPc", Form.DIGITS, 6).masked(),
            item("MailDist", Form.DIGITS, 6).masked().mayBeBlank(),
            date("MlgInfoUpDate"));

    static final Layout INCOME =
            Layout.of(amount("AnnlInc").masked(), amount("TaxIncome").masked(), date("IncInfoUpDate"));

    private PersonLayout() {}
}

package io.arrears.bureau.pboc;

import static io.arrears.feed.FactForm.code;
import static io.arrears.feed.FactForm.contract;
import static io.arrears.feed.FactForm.sixDigits;
import static io.arrears.feed.FactForm.text;

import io.arrears.bureau.pboc.record.Documents;
import io.arrears.feed.FactForm;
import io.arrears.feed.KnownFact;
import io.arrears.feed.KnownFact.Subject;
import java.util.List;
import java.util.regex.Pattern;

/** The bureau facts that the records 110 (basic information) and 210 (loan account) need, in the order of their elements. */
final class PbocFacts {

    static final List<KnownFact> TABLE = List.of(
            borrower("customer_type", "CustomerType", code("11 12 13 20 30 40 50 60 90")),
            borrower("sex", "Sex", code("0 1 2 9")),
            borrower("nationality", "Nation", FactForm.country()),
            borrower("email", "Email", FactForm.email(60)),
            borrower("house_address", "HouseAdd", text(100)),
            borrower("house_district", "HhDist", sixDigits()),
            borrower("marital_status", "MariStatus", code("10 20 21 22 23 30 40 90 91 99")),
            borrower("spouse_name", "SpoName", text(30)),
            borrower("spouse_id_type", "SpoIDType", code(Documents.OF_PERSONS)),
            borrower("spouse_id_number", "SpoIDNum", text(20)),
            borrower("spouse_phone", "SpoTel", text(25)),
            borrower("spouse_employer", "SpsCmpyNm", text(80)),
            borrower("education", "EduLevel", code("10 20 30 40 60 70 80 90 91 99")),
            borrower("degree", "AcaDegree", code("1 2 3 4 5 9")),
            borrower("employment_status", "EmpStatus", code("11 13 17 21 24 27 31 37 51 54 70 80 90 91 99")),
            borrower("employer_name", "CpnName", text(80)),
            borrower("employer_type", "CpnType", code("10 20 30 40 50 90")),
            borrower("industry", "Industry", code("9 A B C D E F G H I J K L M N O P Q R S T")),
            borrower("employer_address", "CpnAddr", text(100)),
            borrower("employer_postal_code", "CpnPc", sixDigits()),
            borrower("employer_district", "CpnDist", sixDigits()),
            borrower("employer_phone", "CpnTEL", text(25)),
            borrower("occupation", "Occupation", code("0 1 3 4 5 6 X Y Z")),
            borrower("title", "Title", code("1 2 3 9")),
            borrower("technical_title", "TechTitle", code("0 1 2 3 9")),
            borrower("work_start_year", "WorkStartDate", year()),
            borrower("residence_status", "ResiStatus", code("1 2 3 4 5 6 7 9 11 12")),
            borrower("residence_address", "ResiAddr", text(100)),
            borrower("residence_postal_code", "ResiPc", sixDigits()),
            borrower("residence_district", "ResiDist", sixDigits()),
            borrower("home_phone", "HomeTel", text(25)),
            borrower("mail_address", "MailAddr", text(100)),
            borrower("mail_postal_code", "MailPc", sixDigits()),
            borrower("mail_district", "MailDist", sixDigits()),
            borrower("annual_income", "AnnlInc", FactForm.wholeYuan()),
            borrower("taxed_income", "TaxIncome", FactForm.wholeYuan()),
            account("application_district", "ApplyBusiDist", sixDigits()),
            account("guarantee_mode", "GuarMode", code("1 2 3 4 5 6 7")),
            account("other_guarantee", "OthRepyGuarWay", code("0 1 9")),
            account("asset_transferred", "AssetTrandFlag", code("0 1")),
            account("fund_source", "FundSou", code("1 2 4 8 21 22 23 24")),
            account("loan_form", "LoanForm", code("1 5 9")),
            account("house_contract", "LoanConCode", text(200)),
            account("first_house_loan", "FirstHouLoanFlag", code("01 02 03 04")),
            account("guarantee_contract", "MaxGuarMcc", contract(60)),
            account("collateral_contract", "Ccc", contract(60)),
            account("credit_agreement", "Mcc", contract(60)));

    private PbocFacts() {}

    private static FactForm year() {
        return new FactForm(Pattern.compile("19(?!00)[0-9]{2}|20[0-9]{2}"), "a year from 1901 to 2099");
    }

    private static KnownFact borrower(String key, String element, FactForm form) {
        return new KnownFact(Subject.BORROWER, key, element, form);
    }

    private static KnownFact account(String key, String element, FactForm form) {
        return new KnownFact(Subject.ACCOUNT, key, element, form);
    }
}

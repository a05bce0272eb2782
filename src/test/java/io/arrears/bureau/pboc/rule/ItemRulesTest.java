package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.Records.change;
import static io.arrears.bureau.pboc.record.Records.newLoan;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.SectionKind.BASE;
import static io.arrears.bureau.pboc.record.SectionKind.BASIC_INFO;
import static io.arrears.bureau.pboc.record.SectionKind.LIABLE;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.rule.Broken.broken;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single values: a fault of one never looks like a fault of another. */
class ItemRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                broken("I0000101", "LatRpyDate", set(newLoan(), MONTHLY, "LatRpyDate", "")),
                broken("I0000101", "Name", set(newLoan(), BASE, "Name", " ")),
                broken("I0000201", "LoanForm", set(newLoan(), BASIC_INFO, "LoanForm", "2")),
                broken("I0000201", "AcctStatus", set(newLoan(), MONTHLY, "AcctStatus", "5")),
                broken("I0000201", "RpyStatus", set(Records.settled(AccountType.R2), MONTHLY, "RpyStatus", "M")),
                broken("I0000201", "AcctBal", set(newLoan(), MONTHLY, "AcctBal", "-1")),
                broken("I0000201", "AcctBal", set(newLoan(), MONTHLY, "AcctBal", "1234567890123456")),
                broken("I0000201", "RemRepPrd", set(newLoan(), MONTHLY, "RemRepPrd", "1000")),
                broken("I0000201", "Name", set(newLoan(), BASE, "Name", "测".repeat(31))),
                broken("I0000201", "Name", set(newLoan(), BASE, "Name", "测\u0001试")),
                broken("I0000201", "Name", set(newLoan(), BASE, "Name", "测\uD800试")),
                broken("I0000201", "MngmtOrgCode", set(newLoan(), BASE, "MngmtOrgCode", "1010000001000")),
                broken("I0000201", "ApplyBusiDist", set(newLoan(), BASIC_INFO, "ApplyBusiDist", "31010")),
                broken("I0000201", "Cy", set(newLoan(), BASIC_INFO, "Cy", "RMB")),
                broken("I0000201", "DueDate", set(newLoan(), BASIC_INFO, "DueDate", "2027/03/20")),
                broken("I0000201", "Month", set(newLoan(), MONTHLY, "Month", "202603")),
                broken("I0000201", "Nation", set(Events.newPerson(), SectionKind.CORE, "Nation", "CN")),
                broken(
                        "I0000201",
                        "ChanTranType",
                        Records.plus(
                                Records.settled(AccountType.R1),
                                Sections.trades(AccountType.R1, Sections.prepaid("2026-03-20")))),
                broken("I0000201", "AcctCode", set(newLoan(), BASE, "AcctCode", "10100000010001LN-17")),
                broken("I0000201", "AcctCode", set(newLoan(), BASE, "AcctCode", "10100000010001" + "1".repeat(47))),
                broken(
                        "I0000201",
                        "Mcc",
                        set(Records.foundLoan(), SectionKind.CREDIT_LINE, "Mcc", "10100000010001CR_5")),
                broken("I0000401", "IDNum", set(newLoan(), BASE, "IDNum", "110101199003077716")),
                broken("I0000401", "IDNum", set(newLoan(), BASE, "IDNum", "11010119900307771")),
                broken("I0000401", "IDNum", set(newLoan(), BASE, "IDType", "2", "IDNum", "E123")),
                broken(
                        "I0000401",
                        "ArlpCertNum",
                        change(
                                Records.foundLoan(),
                                LIABLE,
                                liable -> liable.with(
                                        List.of(Sections.guarantor().with("ArlpCertNum", "310101199506150028"))))),
                broken(
                        "I0000401",
                        "InitCredOrgNm",
                        set(Records.collection(), SectionKind.ORIGINAL_DEBT, "InitCredOrgNm", "91350100M000100Y44")),
                broken("I0000501", "FiveCateAdjDate", set(newLoan(), MONTHLY, "FiveCateAdjDate", "2026-03-21")),
                broken("I0000601", "DueDate", set(newLoan(), BASIC_INFO, "DueDate", "2027-02-29")),
                broken("I0000601", "DueDate", set(newLoan(), BASIC_INFO, "DueDate", "2100-01-01")),
                broken("I0000601", "Month", set(newLoan(), MONTHLY, "Month", "2026-13")),
                broken("I0000601", "DOB", set(Events.newPerson(), SectionKind.CORE, "DOB", "1900-12-31")),
                broken(
                        "I0000601",
                        "WorkStartDate",
                        set(Events.newPerson(), SectionKind.OCCUPATION, "WorkStartDate", "1900")),
                broken("I0000701", "RltRepymtNm", set(Records.foundLoan(), LIABLE, "RltRepymtNm", "2")),
                broken(
                        "I0000702",
                        "RltRepymtInf",
                        change(Records.foundLoan(), LIABLE, liable -> liable.plus(Sections.guarantor()))),
                broken("I0001301", "AcctCode", set(newLoan(), BASE, "AcctCode", "20200000010001LN17")),
                broken("I0001301", "Mcc", set(Records.foundLoan(), SectionKind.CREDIT_LINE, "Mcc", "CR5")),
                broken("R0000102", "RptDate", set(Records.overdueLoan(), BASE, "RptDate", "2026-04-02")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAlone();
    }
}

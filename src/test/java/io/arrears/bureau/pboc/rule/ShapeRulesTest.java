package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.Records.change;
import static io.arrears.bureau.pboc.record.Records.minus;
import static io.arrears.bureau.pboc.record.Records.newLoan;
import static io.arrears.bureau.pboc.record.Records.overdueLoan;
import static io.arrears.bureau.pboc.record.Records.plus;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.SectionKind.BASE;
import static io.arrears.bureau.pboc.record.SectionKind.BASIC_INFO;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.record.SectionKind.PERSON;
import static io.arrears.bureau.pboc.rule.Broken.broken;

import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a record is made of. */
class ShapeRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                broken("R0000101", "InfRecType", set(newLoan(), BASE, "InfRecType", "110")),
                broken(
                        "R0000101",
                        "AcctMthlyBlgInfSgmt",
                        plus(overdueLoan(), overdueLoan().section(MONTHLY))),
                broken(
                        "R0000101",
                        "MlgInfSgmt",
                        plus(
                                overdueLoan(),
                                Sections.section(
                                        SectionKind.MAIL,
                                        null,
                                        "MailAddr",
                                        "上海",
                                        "MailPc",
                                        "200000",
                                        "MlgInfoUpDate",
                                        "2026-03-01"))),
                broken("R0000101", "BsSgmt", minus(Events.correctedMonth(), SectionKind.CORRECTION)),
                broken("R2100117", "AcctBsSgmt", minus(newLoan(), BASE)),
                broken("R1100102", "BsSgmt", minus(Events.newPerson(), PERSON)),
                broken("S0000101", "ActRpyAmt", change(newLoan(), MONTHLY, month -> month.without("ActRpyAmt"))),
                broken("S0000101", "CloseDate", change(newLoan(), MONTHLY, month -> month.without("CloseDate"))),
                broken(
                        "S0000102",
                        "AcctMthlyBlgInfSgmt",
                        change(
                                overdueLoan(),
                                MONTHLY,
                                month -> new Section(MONTHLY, Elements.none(MONTHLY.layout()), List.of()))),
                broken("S2100101", "PridAcctBal", set(newLoan(), MONTHLY, "PridAcctBal", "0")),
                broken("S2100101", "PridAcctBal", change(newLoan(), MONTHLY, month -> month.put("PridAcctBal", ""))),
                broken("S2100101", "OverdPrinc", change(newLoan(), MONTHLY, month -> month.without("OverdPrinc"))),
                broken("S1100101", "CpnName", set(Events.newPerson(), SectionKind.OCCUPATION, "EmpStatus", "37")),
                broken(
                        "S1100101",
                        "Industry",
                        change(Events.newPerson(), SectionKind.OCCUPATION, work -> work.without("Industry"))),
                broken("S1100102", "SpoName", set(Events.newPerson(), SectionKind.SPOUSE, "MariStatus", "10")),
                broken("I2100C07", "LoanConCode", set(newLoan(), BASIC_INFO, "LoanConCode", "HT1")),
                broken("I2100C07", "FirstHouLoanFlag", change(newLoan(), BASIC_INFO, info -> Sections.with(
                                info, "BusiDtlLines", "11", "LoanConCode", "HT1")
                        .without("FirstHouLoanFlag"))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAlone();
    }
}

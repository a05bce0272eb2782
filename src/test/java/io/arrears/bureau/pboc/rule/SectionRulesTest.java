package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.AccountType.R1;
import static io.arrears.bureau.pboc.record.AccountType.R2;
import static io.arrears.bureau.pboc.record.AccountType.R3;
import static io.arrears.bureau.pboc.record.Records.closedAtSettlement;
import static io.arrears.bureau.pboc.record.Records.closedLoan;
import static io.arrears.bureau.pboc.record.Records.collection;
import static io.arrears.bureau.pboc.record.Records.endedCollection;
import static io.arrears.bureau.pboc.record.Records.foundLoan;
import static io.arrears.bureau.pboc.record.Records.minus;
import static io.arrears.bureau.pboc.record.Records.newLoan;
import static io.arrears.bureau.pboc.record.Records.opened;
import static io.arrears.bureau.pboc.record.Records.overdueLoan;
import static io.arrears.bureau.pboc.record.Records.plus;
import static io.arrears.bureau.pboc.record.Records.recoveredLoan;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.SectionKind.BASE;
import static io.arrears.bureau.pboc.record.SectionKind.BASIC_INFO;
import static io.arrears.bureau.pboc.record.SectionKind.CREDIT_LINE;
import static io.arrears.bureau.pboc.record.SectionKind.LIABLE;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.record.SectionKind.NON_MONTHLY;
import static io.arrears.bureau.pboc.record.SectionKind.ORIGINAL_DEBT;
import static io.arrears.bureau.pboc.rule.Broken.broken;

import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sections by report point: what is missing and what is too much. */
class SectionRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                broken("R2100101", "AcctMthlyBlgInfSgmt", minus(newLoan(), MONTHLY)),
                broken("R2100101", "AcctBsInfSgmt", minus(newLoan(), BASIC_INFO)),
                broken("R2100101", "AcctCredSgmt", set(newLoan(), BASIC_INFO, "Flag", "2")),
                broken("R2100101", "AcctCredSgmt", minus(opened(R1), CREDIT_LINE)),
                broken("R2100101", "AcctCredSgmt", minus(opened(R2), CREDIT_LINE)),
                broken("R2100101", "OrigCreditorInfSgmt", minus(collection(), ORIGINAL_DEBT)),
                broken("R2100101", "AcctDbtInfSgmt", minus(collection(), NON_MONTHLY)),
                broken("R2100102", "AcctDbtInfSgmt", plus(newLoan(), recovered("2026-03-20"))),
                broken(
                        "R2100102",
                        "AcctSpecTrstDspnSgmt",
                        plus(newLoan(), Sections.trades(D1, Sections.prepaid("2026-03-20")))),
                broken("R2100102", "SpecPrdSgmt", plus(opened(R1), plan())),
                broken("R2100102", "AcctCredSgmt", plus(newLoan(), Sections.line())),
                broken("R2100102", "AcctCredSgmt", set(opened(R2), BASIC_INFO, "BusiDtlLines", "82")),
                broken("R2100102", "AcctCredSgmt", plus(collection(), Sections.line())),
                broken("R2100103", "AcctBsInfSgmt", minus(foundLoan(), BASIC_INFO)),
                broken("R2100103", "AcctCredSgmt", minus(foundLoan(), CREDIT_LINE)),
                broken("R2100103", "RptDateCode", set(collection(), BASE, "RptDateCode", "31")),
                broken("R2100104", "AcctDbtInfSgmt", plus(foundLoan(), recovered("2026-03-31"))),
                broken("R2100107", "AcctMthlyBlgInfSgmt", minus(overdueLoan(), MONTHLY)),
                broken("R2100107", "RptDateCode", set(endedCollection(), BASE, "RptDateCode", "30")),
                broken(
                        "R2100108",
                        "OrigCreditorInfSgmt",
                        plus(overdueLoan(), collection().section(ORIGINAL_DEBT))),
                broken("R2100108", "SpecPrdSgmt", plus(overdueLoan(), plan())),
                broken("R2100109", "AcctDbtInfSgmt", minus(recoveredLoan(), NON_MONTHLY)),
                broken(
                        "R2100109",
                        "RptDateCode",
                        Records.account(
                                Sections.base(R3, "40", "2026-03-15"),
                                Sections.section(
                                        NON_MONTHLY,
                                        R3,
                                        "AcctStatus",
                                        "1",
                                        "AcctBal",
                                        "0",
                                        "FiveCate",
                                        "1",
                                        "FiveCateAdjDate",
                                        "2026-03-15",
                                        "RpyStatus",
                                        "N",
                                        "LatRpyAmt",
                                        "5",
                                        "LatRpyDate",
                                        "2026-03-15"))),
                broken(
                        "R2100110",
                        "AcctMthlyBlgInfSgmt",
                        plus(recoveredLoan(), Sections.month(D1, "2026-03", "2026-03-15"))),
                broken(
                        "R2100110",
                        "RltRepymtInfSgmt",
                        plus(recoveredLoan(), foundLoan().section(LIABLE))),
                broken("R2100111", "AcctMthlyBlgInfSgmt", minus(closedLoan(), MONTHLY)),
                broken("R2100111", "AcctDbtInfSgmt", minus(endedCollection(), NON_MONTHLY)),
                broken("R2100112", "AcctDbtInfSgmt", plus(closedLoan(), recovered("2026-03-25"))),
                broken("R2100112", "AcctCredSgmt", plus(endedCollection(), Sections.line())),
                broken("R2100113", "AcctMthlyBlgInfSgmt", minus(closedAtSettlement(), MONTHLY)),
                broken("R2100113", "RptDateCode", set(endedCollection(), BASE, "RptDateCode", "32")),
                broken("R2100114", "AcctDbtInfSgmt", plus(closedAtSettlement(), recovered("2026-03-31"))),
                broken("R2100115", "RltRepymtInfSgmt", minus(foundLoan(), LIABLE)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAlone();
    }

    private static Section recovered(String day) {
        Section recovered = recoveredLoan().section(NON_MONTHLY);
        return Sections.with(recovered, "FiveCateAdjDate", day, "LatRpyDate", day);
    }

    private static Section plan() {
        return Sections.section(
                SectionKind.LARGE_INSTALMENT,
                R2,
                "SpecLine",
                "9000",
                "SpecEfctDate",
                "2026-03-20",
                "SpecEndDate",
                "2027-03-19",
                "UsedInstAmt",
                "0");
    }
}

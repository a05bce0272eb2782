package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.Records.FILING;
import static io.arrears.bureau.pboc.record.Records.change;
import static io.arrears.bureau.pboc.record.Records.minus;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.SectionKind.CONTRACT_BASE;
import static io.arrears.bureau.pboc.record.SectionKind.CO_BORROWERS;
import static io.arrears.bureau.pboc.record.SectionKind.LIMIT;
import static io.arrears.bureau.pboc.rule.Broken.broken;
import static io.arrears.bureau.pboc.rule.Contracts.begun;
import static io.arrears.bureau.pboc.rule.Contracts.changed;
import static io.arrears.bureau.pboc.rule.Contracts.coBorrower;
import static io.arrears.bureau.pboc.rule.Contracts.company;
import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.SectionKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A credit agreement in itself, and what corrects, renames or deletes it (pboc2-client.md, Record 220). */
class ContractRulesTest {

    private static final String DAY = "2026-03-31";

    static Stream<Broken> rows() {
        return Stream.of(
                broken("R2200101", "CtrctBsSgmt", minus(changed(DAY), CONTRACT_BASE)),
                broken("R2200101", "CreditLimSgmt", minus(changed(DAY), LIMIT)),
                broken("I2200A01", "CertRelIDNum", with(coBorrower().with("CertRelIDNum", Records.RESIDENT))),
                broken("I2200C01", "CertRelIDType", with(company().with("CertRelIDType", "2"))),
                broken("I2200C01", "CertRelIDType", with(coBorrower().with("CertRelIDType", "30"))),
                broken("I2200D01", "ConEffDate", set(changed(DAY), LIMIT, "ConExpDate", "2026-03-19")),
                broken("I2200D02", "CreditRestCode", set(changed(DAY), LIMIT, "CreditRest", "1000")),
                broken("I2200D02", "CreditRest", set(changed(DAY), LIMIT, "CreditRestCode", "SUB1")),
                broken("I2210B01", "NwBnesCode", Contracts.renaming(Contracts.CODE, Contracts.CODE)),
                broken(
                        "R2220102",
                        "MdfcSgmtCode",
                        set(
                                Contracts.correctedLimit(changed(DAY)),
                                SectionKind.CONTRACT_CORRECTION,
                                "MdfcSgmtCode",
                                "C")),
                broken("R2220102", "MdfcSgmt", minus(Contracts.correctedLimit(changed(DAY)), LIMIT)),
                broken(
                        "R2220103",
                        "ContractCode",
                        Contracts.correction(DAY, changed(DAY).section(CONTRACT_BASE))),
                broken(
                        "R2220103",
                        "Name",
                        change(Contracts.correctedBase(DAY), CONTRACT_BASE, base -> base.without("Name"))),
                broken("I2230B01", "DelStartDate", Contracts.sectionDeletion("", "")),
                broken("I2230B02", "DelEndDate", Contracts.sectionDeletion("2026-02-01", "2026-01-31")));
    }

    /** Rules on single values, and on what a section is made of, as they speak of a credit agreement. */
    static Stream<Broken> common() {
        return Stream.of(
                broken("R0000101", "InfRecType", set(changed(DAY), CONTRACT_BASE, "InfRecType", "210")),
                broken(
                        "R0000101",
                        "BsSgmt",
                        minus(Contracts.correctedLimit(changed(DAY)), SectionKind.CONTRACT_CORRECTION)),
                broken("S0000101", "ConStatus", change(changed(DAY), LIMIT, limit -> limit.without("ConStatus"))),
                broken("I0000101", "CreditLim", set(changed(DAY), LIMIT, "CreditLim", "")),
                broken("I0000101", "CreditRest", change(changed(DAY), LIMIT, limit -> limit.put("CreditRest", "")
                        .put("CreditRestCode", ""))),
                broken("I0000201", "ContractCode", set(changed(DAY), CONTRACT_BASE, "ContractCode", code("CR-5"))),
                broken(
                        "I0000201",
                        "ContractCode",
                        set(changed(DAY), CONTRACT_BASE, "ContractCode", code("5".repeat(47)))),
                broken("I0000201", "RptDateCode", set(changed(DAY), CONTRACT_BASE, "RptDateCode", "31")),
                broken("I0000201", "CreditLimType", set(changed(DAY), LIMIT, "CreditLimType", "11")),
                broken("I0000201", "ConStatus", set(changed(DAY), LIMIT, "ConStatus", "3")),
                broken(
                        "I0000201",
                        "CreditRestCode",
                        set(changed(DAY), LIMIT, "CreditRest", "1", "CreditRestCode", "1".repeat(61))),
                broken("I0000201", "CertRelName", with(coBorrower().with("CertRelName", "测".repeat(31)))),
                broken("I0000201", "CertRelName", with(company().with("CertRelName", "测".repeat(81)))),
                broken(
                        "I0000201",
                        "CertRelIDNum",
                        with(coBorrower().with("CertRelIDType", "2").with("CertRelIDNum", "E".repeat(21)))),
                broken("I0000201", "BrerNm", change(begun(DAY), CO_BORROWERS, others -> others.with("BrerNm", "001"))),
                broken("I0000401", "CertRelIDNum", with(company().with("CertRelIDNum", "91350100M000100Y44"))),
                broken("I0000401", "IDNum", set(changed(DAY), CONTRACT_BASE, "IDNum", "110101199003077716")),
                broken("I0000501", "ConEffDate", set(changed(DAY), LIMIT, "ConEffDate", "2026-04-01")),
                broken("I0000601", "ConExpDate", set(changed(DAY), LIMIT, "ConExpDate", "2100-01-01")),
                broken("I0000701", "BrerNm", change(begun(DAY), CO_BORROWERS, others -> others.with("BrerNm", "2"))),
                broken(
                        "I0000702",
                        "CtrctCertRel",
                        change(begun(DAY), CO_BORROWERS, others -> others.plus(coBorrower()))),
                broken(
                        "I0001301",
                        "ContractCode",
                        set(changed(DAY), CONTRACT_BASE, "ContractCode", "20200000010001CR5")),
                broken("R0000102", "RptDate", changed("2026-04-02")));
    }

    @ParameterizedTest
    @MethodSource({"rows", "common"})
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAlone();
    }

    @Test
    void a_company_may_be_a_co_borrower_and_a_sub_limit_stand_beside_the_limit() {
        assertThat(RecordRules.check(with(company().with("CertRelName", "测".repeat(80))), FILING))
                .isEmpty();
        PbocRecord limited = set(changed(DAY), LIMIT, "CreditRest", "1000", "CreditRestCode", "SUB1");
        assertThat(RecordRules.check(limited, FILING)).isEmpty();
    }

    private static String code(String own) {
        return Records.SEGMENT + own;
    }

    private static PbocRecord with(Elements coBorrower) {
        return change(begun(DAY), CO_BORROWERS, others -> others.with(List.of(coBorrower)));
    }
}

package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.Records.change;
import static io.arrears.bureau.pboc.record.Records.minus;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.record.SectionKind.CORE;
import static io.arrears.bureau.pboc.record.SectionKind.EDUCATION;
import static io.arrears.bureau.pboc.record.SectionKind.IDENTITIES;
import static io.arrears.bureau.pboc.record.SectionKind.OCCUPATION;
import static io.arrears.bureau.pboc.record.SectionKind.SPOUSE;
import static io.arrears.bureau.pboc.rule.Broken.broken;
import static io.arrears.bureau.pboc.rule.Events.newPerson;

import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of a person. */
class PersonRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                broken("R1100101", "MlgInfSgmt", minus(newPerson(), SectionKind.MAIL)),
                broken(
                        "I1100A01",
                        "OthIDNum",
                        change(
                                newPerson(),
                                IDENTITIES,
                                ids -> ids.with(List.of(Sections.entry(
                                        IDENTITIES,
                                        "Alias",
                                        "测试甲",
                                        "OthIDType",
                                        "10",
                                        "OthIDNum",
                                        Records.RESIDENT))))),
                broken("I1100A02", "SpoIDNum", set(newPerson(), SPOUSE, "SpoIDNum", Records.RESIDENT)),
                broken("I1100C01", "IDNm", change(newPerson(), IDENTITIES, ids -> ids.with(List.of())
                        .with("IDNm", "0"))),
                broken(
                        "I1100D01",
                        "DOB",
                        set(set(newPerson(), CORE, "DOB", "2026-03-21"), SectionKind.PERSON, "RptDate", "2026-03-25")),
                broken("I1100E01", "SpoIDNum", set(newPerson(), SPOUSE, "SpoIDNum", "")),
                broken("I1100E01", "SpoIDType", set(newPerson(), SPOUSE, "SpoIDType", "")),
                broken("I1100F03", "AcaDegree", set(newPerson(), EDUCATION, "EduLevel", "30")),
                broken("I1100G04", "Occupation", set(newPerson(), OCCUPATION, "CpnType", "40", "Occupation", "X")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAlone();
    }
}

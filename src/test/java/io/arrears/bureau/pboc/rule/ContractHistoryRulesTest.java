package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.rule.Broken.after;
import static io.arrears.bureau.pboc.rule.Broken.reported;
import static io.arrears.bureau.pboc.rule.Contracts.CODE;
import static io.arrears.bureau.pboc.rule.Contracts.begun;
import static io.arrears.bureau.pboc.rule.Contracts.changed;
import static io.arrears.bureau.pboc.rule.Contracts.correctedLimit;
import static io.arrears.bureau.pboc.rule.Contracts.ended;
import static io.arrears.bureau.pboc.rule.Contracts.renaming;

import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record of a credit agreement beside what is held of it. */
class ContractHistoryRulesTest {

    private static final String OTHER = Records.SEGMENT + "CR6";

    static Stream<Broken> rows() {
        return Stream.of(
                after("R0001203", "RptDate", changed("2026-03-20"), reported(begun("2026-03-20"))),
                after(
                        "R2201201",
                        "RptDate",
                        changed("2026-03-31"),
                        reported(begun("2026-03-20")),
                        reported(ended("2026-03-25"))),
                after("R2201202", "ConStatus", ended("2026-03-25"), reported(changed("2026-03-31"))),
                after(
                        "I0001801",
                        "ContractCode",
                        changed("2026-03-31"),
                        reported(begun("2026-03-20")),
                        reported(renaming(CODE, OTHER), "2026-03-22")),
                after("I2211B02", "OdBnesCode", renaming(CODE, OTHER)),
                after(
                        "I2211B02",
                        "OdBnesCode",
                        renaming(CODE, Records.SEGMENT + "CR7"),
                        reported(begun("2026-03-20")),
                        reported(renaming(CODE, OTHER), "2026-03-22")),
                after("I2211B03", "NwBnesCode", renaming(OTHER, CODE), reported(begun("2026-03-20"))),
                after("R2221203", "ModRecCode", correctedLimit(changed("2026-03-31"))),
                after(
                        "R2221207",
                        "RptDate",
                        correctedLimit(changed("2026-03-22")),
                        reported(begun("2026-03-20")),
                        reported(changed("2026-03-25"))),
                after(
                        "R2221208",
                        "RptDate",
                        correctedLimit(changed("2026-03-31")),
                        reported(begun("2026-03-20")),
                        reported(ended("2026-03-25"))),
                after(
                        "R2221209",
                        "ConStatus",
                        correctedLimit(ended("2026-03-20")),
                        reported(begun("2026-03-20")),
                        reported(changed("2026-03-25"))),
                after(
                        "R2221210",
                        "RptDate",
                        Contracts.correction("2026-03-19", begun("2026-03-19").section(SectionKind.CO_BORROWERS)),
                        reported(begun("2026-03-20"))),
                after(
                        "R2221211",
                        "RptDate",
                        Contracts.correctedBase("2026-03-20"),
                        reported(begun("2026-03-20")),
                        reported(changed("2026-03-25"))),
                after(
                        "R2221212",
                        "CertRelIDNum",
                        Contracts.correction(
                                "2026-03-20",
                                Section.of(SectionKind.CO_BORROWERS)
                                        .plus(Contracts.coBorrower().with("CertRelIDNum", Records.RESIDENT))),
                        reported(begun("2026-03-20"))),
                after("R2231101", "DelRecCode", Contracts.sectionDeletion("2026-03-01", "")),
                after("R2241101", "DelRecCode", Contracts.deletion()),
                after(
                        "R2241101",
                        "DelRecCode",
                        Contracts.deletion(),
                        reported(begun("2026-03-20")),
                        reported(Contracts.deletion(), "2026-03-25")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAloneAfterwards();
    }
}

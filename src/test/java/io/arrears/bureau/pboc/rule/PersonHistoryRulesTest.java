package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.Records.minus;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.rule.Broken.after;
import static io.arrears.bureau.pboc.rule.Broken.reported;
import static io.arrears.bureau.pboc.rule.Events.person;

import io.arrears.bureau.pboc.record.SectionKind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person's record beside what is held. */
class PersonHistoryRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                after("R0001203", "RptDate", person("20", "2026-03-20"), reported(Events.newPerson())),
                after("R1101201", "MlgInfSgmt", minus(person("20", "2026-03-20"), SectionKind.MAIL)),
                after(
                        "R1101201",
                        "MlgInfSgmt",
                        minus(person("20", "2026-03-25"), SectionKind.MAIL),
                        reported(Events.newPerson()),
                        reported(Events.personDeletion(), "2026-03-22")),
                after("R1101202", "RptDate", person("20", "2026-03-19"), reported(Events.newPerson())),
                after(
                        "R1101202",
                        "MlgInfoUpDate",
                        set(person("20", "2026-03-25"), SectionKind.MAIL, "MlgInfoUpDate", "2026-03-19"),
                        reported(Events.newPerson())),
                after("R1141201", "InfSurcCode", Events.personDeletion()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAloneAfterwards();
    }
}

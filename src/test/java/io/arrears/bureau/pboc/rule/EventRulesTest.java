package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.AccountType.D1;
import static io.arrears.bureau.pboc.record.Records.ACCOUNT_CODE;
import static io.arrears.bureau.pboc.record.Records.set;
import static io.arrears.bureau.pboc.rule.Broken.broken;

import io.arrears.bureau.pboc.record.Records;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.Sections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Corrections, renamings, deletions and events in themselves. */
class EventRulesTest {

    static Stream<Broken> rows() {
        return Stream.of(
                broken(
                        "R2120102",
                        "MdfcSgmtCode",
                        set(Events.correctedMonth(), SectionKind.CORRECTION, "MdfcSgmtCode", "C")),
                broken("R2120102", "MdfcSgmt", Records.minus(Events.correctedMonth(), SectionKind.MONTHLY)),
                broken(
                        "R2120106",
                        "AcctCode",
                        Events.correction(D1, "2026-03-31", Sections.base(D1, "30", "2026-03-31"))),
                broken(
                        "R2120106",
                        "Name",
                        Records.change(Events.correctedBase(), SectionKind.BASE, base -> base.without("Name"))),
                broken(
                        "R2120107",
                        "OrigCreditorInfSgmt",
                        Events.correction(D1, "2026-03-31", Records.collection().section(SectionKind.ORIGINAL_DEBT))),
                broken("I2110B01", "NwBnesCode", Events.renaming(ACCOUNT_CODE, ACCOUNT_CODE)),
                broken("I2130B01", "DelStartDate", Events.sectionDeletion("H", "", "")),
                broken("I2130B02", "DelEndDate", Events.sectionDeletion("H", "2026-02-01", "2026-01-31")),
                broken("I2150B01", "RptDate", Events.event("21", "2026-03", "1", "2026-02-28")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void what_breaks_it_breaks_nothing_else(Broken row) {
        row.breaksAlone();
    }
}

package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.RecordKind.PERSON_DELETION;
import static io.arrears.bureau.pboc.record.RecordKind.PERSON_INFO;
import static io.arrears.bureau.pboc.rule.HistoryUnderCheck.at;

import io.arrears.bureau.pboc.record.Form;
import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.Location;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.bureau.pboc.rule.Rule.Check;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules on a person's record beside what is held of that person. */
final class PersonHistoryRules {

    static final List<Rule<HistoryUnderCheck>> ALL = List.of(
            new Rule<>(
                    "R0001203",
                    "no record of this day is held",
                    at(PERSON_INFO, "RptDate", at -> at.held().person().stream()
                            .noneMatch(reported -> reported.reportedOn().equals(at.reportedOn())
                                    && at.record().head("InfSurcCode").equals(reported.fact("InfSurcCode"))))),
            new Rule<>("R1101201", "a person not held is told in the six main sections", firstReport()),
            new Rule<>("R1101202", "no date of a person's sections moves back", dates()),
            new Rule<>(
                    "R1141201",
                    "the deleted person is held",
                    at(PERSON_DELETION, "InfSurcCode", at -> at.held().person().stream()
                            .anyMatch(reported ->
                                    at.record().head("InfSurcCode").equals(reported.fact("InfSurcCode"))))));

    private PersonHistoryRules() {}

    /** A 10 without them breaks R1100101 by itself. */
    private static Check<HistoryUnderCheck> firstReport() {
        return (at, broken) -> {
            if (at.is(PERSON_INFO)
                    && at.held().person().isEmpty()
                    && !at.record().head("RptDateCode").equals("10")) {
                PersonRules.missing(at.record())
                        .forEach(kind -> broken.accept(Location.of(kind.element(), "missing in a first report")));
            }
        };
    }

    private static Check<HistoryUnderCheck> dates() {
        return (at, broken) -> {
            if (!at.is(PERSON_INFO)) {
                return;
            }
            for (Section section : at.record().sections()) {
                SectionView look = new SectionView(null, section.elements());
                for (Item item : section.kind().layout().items()) {
                    boolean kept = item.form() == Form.REPORT_DATE || Facts.isUpdateDate(item.tag());
                    if (kept
                            && at.held().person().stream()
                                    .anyMatch(reported -> isAfter(reported, item, look.day(item.tag())))) {
                        broken.accept(look.spot(item.tag()));
                    }
                }
            }
        };
    }

    private static boolean isAfter(Reported reported, Item item, @Nullable LocalDate day) {
        LocalDate held =
                item.form() == Form.REPORT_DATE ? reported.reportedOn() : Values.day(reported.fact(item.tag()));
        return held != null && day != null && held.isAfter(day);
    }
}

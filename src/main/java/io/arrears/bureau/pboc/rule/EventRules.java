package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.SectionKind.RENAMING;
import static io.arrears.bureau.pboc.record.SectionKind.SECTION_DELETION;
import static io.arrears.bureau.pboc.record.SectionKind.SPECIAL_EVENT;
import static io.arrears.bureau.pboc.rule.Condition.always;
import static io.arrears.bureau.pboc.rule.RecordUnderCheck.in;
import static io.arrears.bureau.pboc.rule.Requirement.notBefore;
import static io.arrears.bureau.pboc.rule.Requirement.that;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.Location;
import io.arrears.bureau.pboc.record.Masking;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.rule.Rule.Check;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rules on corrections, renamings, deletions and special events in themselves. */
final class EventRules {

    /** Of which a correction holds a part alone. */
    static final Set<SectionKind> BASES = EnumSet.of(SectionKind.BASE, SectionKind.CONTRACT_BASE);

    static final List<Rule<RecordUnderCheck>> ALL = List.of(
            new Rule<>(
                    "R2120102",
                    "the corrected section is the one that MdfcSgmtCode names",
                    namedSection(RecordKind.SECTION_CORRECTION)),
            new Rule<>(
                    "R2120106",
                    "a corrected base holds name, identity and office alone",
                    correctedBase(SectionKind.BASE)),
            new Rule<>("R2120107", "the account type can have the corrected section", possibleSection()),
            new Rule<>(
                    "I2110B01",
                    "the old and the new code differ",
                    in(RENAMING, always(), that("NwBnesCode", at -> !at.text("NwBnesCode")
                            .equals(at.text("OdBnesCode"))))),
            new Rule<>("I2130B01", "a deletion has a first or a last day", in(SECTION_DELETION, always(), bounded())),
            new Rule<>(
                    "I2130B02",
                    "a deletion does not end before it begins",
                    in(SECTION_DELETION, always(), notBefore("DelEndDate", "DelStartDate"))),
            new Rule<>(
                    "I2150B01",
                    "an event's RptDate lies in its Month",
                    in(SPECIAL_EVENT, always(), that("RptDate", EventRules::isInMonth))));

    private EventRules() {}

    static Requirement bounded() {
        return at -> at.text("DelStartDate").isEmpty() && at.text("DelEndDate").isEmpty()
                ? List.of("DelStartDate")
                : List.of();
    }

    private static boolean isInMonth(SectionView at) {
        YearMonth month = at.month("Month");
        LocalDate day = at.day("RptDate");
        return month == null || day == null || YearMonth.from(day).equals(month);
    }

    static Check<RecordUnderCheck> namedSection(RecordKind kind) {
        return (at, broken) -> {
            if (at.is(kind)) {
                List<String> letters = at.record().sections().stream()
                        .filter(section -> section.kind() != kind.head())
                        .map(section -> section.kind().letter())
                        .toList();
                String named = at.record().head("MdfcSgmtCode");
                if (letters.size() != 1) {
                    broken.accept(Location.of(RecordKind.CORRECTED, "holds " + letters.size() + " sections"));
                } else if (!named.isEmpty() && !letters.get(0).equals(named)) {
                    broken.accept(
                            new Location("MdfcSgmtCode", Masking.plain(named), "the section is " + letters.get(0)));
                }
            }
        };
    }

    static Check<RecordUnderCheck> correctedBase(SectionKind base) {
        return (at, broken) -> {
            Section corrected = at.record().corrected();
            if (corrected != null && corrected.kind() == base) {
                for (Item item : base.layout().items()) {
                    boolean there = corrected.has(item.tag());
                    if (there != Section.isCorrectableBase(item.tag())) {
                        broken.accept(Location.of(item.tag(), there ? "cannot be corrected" : "missing"));
                    }
                }
            }
        };
    }

    private static Check<RecordUnderCheck> possibleSection() {
        return (at, broken) -> {
            Section corrected = at.record().corrected();
            AccountType type = at.type();
            if (corrected != null && type != null && !corrected.kind().isOf(type)) {
                broken.accept(Location.of(corrected.kind().element(), "no section of " + type));
            }
        };
    }
}

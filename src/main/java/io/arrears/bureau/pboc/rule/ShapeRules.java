package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.Location;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.rule.Rule.Check;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rules on which sections and elements a record is made of, whatever they say. */
final class ShapeRules {

    private static final Set<RecordKind> OF_ACCOUNTS = EnumSet.of(RecordKind.ACCOUNT, RecordKind.SECTION_CORRECTION);

    /** Whose head another rule asks for. */
    private static final Set<RecordKind> HEADED =
            EnumSet.of(RecordKind.ACCOUNT, RecordKind.PERSON_INFO, RecordKind.CONTRACT);

    static final List<Rule<RecordUnderCheck>> ALL = List.of(
            new Rule<>("R0000101", "the record holds its own sections, each once, and names its type", ownSections()),
            new Rule<>("R2100117", "an account record has its base section", base(RecordKind.ACCOUNT)),
            new Rule<>("R1100102", "a person record has its base section", base(RecordKind.PERSON_INFO)),
            new Rule<>("S0000101", "every element that a section always has is there", alwaysThere()),
            new Rule<>("S0000102", "no section is empty", empty()),
            new Rule<>("S2100101", "an element of some account types stands in their records alone", byType()),
            new Rule<>("S1100101", "employer items appear for the employed alone", conditional(SectionKind.OCCUPATION)),
            new Rule<>("S1100102", "spouse items appear for the married alone", conditional(SectionKind.SPOUSE)),
            new Rule<>(
                    "I2100C07",
                    "the housing contract's items appear for BusiDtlLines 11 alone",
                    conditional(SectionKind.BASIC_INFO)));

    private ShapeRules() {}

    private static Check<RecordUnderCheck> ownSections() {
        return (at, broken) -> {
            RecordKind kind = at.record().kind();
            Set<SectionKind> seen = EnumSet.noneOf(SectionKind.class);
            for (Section section : at.record().sections()) {
                if (!kind.sections().contains(section.kind())) {
                    broken.accept(Location.of(section.kind().element(), "no section of " + kind.code()));
                } else if (!seen.add(section.kind())) {
                    broken.accept(Location.of(section.kind().element(), "a second time"));
                }
            }
            SectionView head = at.look(kind.head());
            String type = head == null ? "" : head.text("InfRecType");
            if (head != null && !type.isBlank() && !type.equals(kind.code())) {
                broken.accept(head.spot("InfRecType", "not " + kind.code()));
            }
            boolean headHasItsRule = HEADED.contains(kind);
            if (head == null && !headHasItsRule) {
                broken.accept(Location.of(kind.head().element(), "missing"));
            }
        };
    }

    private static Check<RecordUnderCheck> base(RecordKind kind) {
        return (at, broken) -> {
            if (at.is(kind) && !at.record().has(kind.head())) {
                broken.accept(Location.of(kind.head().element(), "missing"));
            }
        };
    }

    /** An empty section breaks S0000102 alone, and a corrected base R2120106 or R2220103. */
    private static Check<RecordUnderCheck> alwaysThere() {
        return (at, broken) -> {
            for (Section section : at.record().sections()) {
                boolean correctedBase = EventRules.BASES.contains(section.kind())
                        && section.equals(at.record().corrected());
                if (!section.isEmpty() && !correctedBase) {
                    missing(section.elements()).forEach(tag -> broken.accept(Location.of(tag, "missing")));
                    section.entries().stream()
                            .flatMap(entry -> missing(entry).stream())
                            .forEach(tag -> broken.accept(Location.of(tag, "missing")));
                }
            }
        };
    }

    private static List<String> missing(Elements elements) {
        return elements.layout().items().stream()
                .filter(Item::isAlways)
                .map(Item::tag)
                .filter(tag -> !elements.has(tag))
                .toList();
    }

    private static Check<RecordUnderCheck> empty() {
        return (at, broken) -> at.record().sections().stream()
                .filter(Section::isEmpty)
                .forEach(section -> broken.accept(Location.of(section.kind().element(), "empty")));
    }

    private static Check<RecordUnderCheck> byType() {
        return (at, broken) -> {
            AccountType type = at.type();
            if (type == null || !OF_ACCOUNTS.contains(at.record().kind())) {
                return;
            }
            for (Section section : at.record().sections()) {
                for (Item item : section.kind().layout().items()) {
                    boolean there = section.has(item.tag());
                    if (!section.isEmpty() && item.types().size() < Item.ALL.size() && there != item.isOf(type)) {
                        broken.accept(Location.of(
                                item.tag(), (there ? "not an element of " : "missing in an account of ") + type));
                    }
                }
            }
        };
    }

    /** The items with a condition are there exactly when it holds. */
    private static Check<RecordUnderCheck> conditional(SectionKind kind) {
        return (at, broken) -> {
            SectionView look = at.look(kind);
            if (look == null || look.elements().isEmpty()) {
                return;
            }
            for (Item item : kind.layout().items()) {
                Item.Condition when = item.when();
                boolean there = look.elements().has(item.tag());
                if (when != null && there != when.codes().contains(look.text(when.tag()))) {
                    broken.accept(Location.of(item.tag(), there ? "does not apply" : "missing"));
                }
            }
        };
    }
}

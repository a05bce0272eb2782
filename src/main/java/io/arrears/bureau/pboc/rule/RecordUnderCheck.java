package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.bureau.pboc.rule.Rule.Check;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A record under the rules that need nothing but itself and its file, laid out once for all of them.
 *
 * @param looks every section and every entry, in order
 */
record RecordUnderCheck(
        PbocRecord record,
        Filing filing,
        @Nullable AccountType type,
        @Nullable LocalDate reportedOn,
        List<SectionView> looks) {

    static RecordUnderCheck of(PbocRecord record, Filing filing) {
        AccountType type = record.accountType();
        List<SectionView> looks = new ArrayList<>();
        for (Section section : record.sections()) {
            looks.add(new SectionView(type, section.elements()));
            section.entries().forEach(entry -> looks.add(new SectionView(type, entry)));
        }
        return new RecordUnderCheck(record, filing, type, Values.day(record.head("RptDate")), looks);
    }

    /** The report-point code; empty where the record has none. */
    String code() {
        return record.head("RptDateCode");
    }

    boolean is(RecordKind kind) {
        return record.kind() == kind;
    }

    @Nullable
    SectionView look(SectionKind kind) {
        Section section = record.section(kind);
        return section == null ? null : new SectionView(type(), section.elements());
    }

    /** The entries of a section's group; none without the section. */
    List<SectionView> entries(SectionKind kind) {
        Section section = record.section(kind);
        return section == null
                ? List.of()
                : section.entries().stream()
                        .map(entry -> new SectionView(type(), entry))
                        .toList();
    }

    /** The status and closing date stand in the monthly section, else in the non-monthly one. */
    @Nullable
    SectionView performance() {
        SectionView monthly = look(SectionKind.MONTHLY);
        return monthly == null ? look(SectionKind.NON_MONTHLY) : monthly;
    }

    /** That a section, where there is one, meets demands under a condition. */
    static Check<RecordUnderCheck> in(SectionKind kind, Condition when, Requirement... demands) {
        return (at, broken) -> {
            SectionView look = at.look(kind);
            if (look != null && when.holds(look)) {
                for (Requirement demand : demands) {
                    demand.broken(look).forEach(tag -> broken.accept(look.spot(tag)));
                }
            }
        };
    }

    /** The same of each entry of a section's group. */
    static Check<RecordUnderCheck> inEach(SectionKind kind, Condition when, Requirement... demands) {
        return (at, broken) -> {
            for (SectionView entry : at.entries(kind)) {
                if (when.holds(entry)) {
                    for (Requirement demand : demands) {
                        demand.broken(entry).forEach(tag -> broken.accept(entry.spot(tag)));
                    }
                }
            }
        };
    }

    /** That the element of a section, where it is filled, goes with the rest of the record. */
    static Check<RecordUnderCheck> that(
            SectionKind kind, String tag, BiPredicate<RecordUnderCheck, SectionView> holds) {
        return (at, broken) -> {
            SectionView look = at.look(kind);
            if (look != null && !look.text(tag).isEmpty() && !holds.test(at, look)) {
                broken.accept(look.spot(tag));
            }
        };
    }
}

package io.arrears.bureau.pboc.record;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record as the bureau's interface knows it: its type and its sections, kept in the order of the XML.
 *
 * <p>For a 212 or 222 the head comes first and the corrected section second; a flat record is its one section. It may break
 * rules: the bureau's rules say which.
 */
public record PbocRecord(RecordKind kind, List<Section> sections) {

    public PbocRecord {
        sections = sections.stream().sorted(Comparator.comparing(Section::kind)).toList();
    }

    public static PbocRecord of(RecordKind kind, Section... sections) {
        return new PbocRecord(kind, Arrays.asList(sections));
    }

    /** The first section of this kind; null when there is none. */
    public @Nullable Section section(SectionKind wanted) {
        for (Section section : sections) {
            if (section.kind() == wanted) {
                return section;
            }
        }
        return null;
    }

    public boolean has(SectionKind wanted) {
        return section(wanted) != null;
    }

    /** A value of a section; empty when the section or the element is absent or blank. */
    public String value(SectionKind wanted, String tag) {
        Section section = section(wanted);
        return section == null ? "" : section.value(tag);
    }

    /** A value of the head; empty when it has none, or no such element. */
    public String head(String tag) {
        return kind.head().layout().has(tag) ? value(kind.head(), tag) : "";
    }

    /** The same of another day, where its head has a report date. */
    public PbocRecord reportedOn(LocalDate day) {
        return new PbocRecord(
                kind,
                sections.stream()
                        .map(section -> section.kind() == kind.head() && hasReportDate()
                                ? section.with("RptDate", day.toString())
                                : section)
                        .toList());
    }

    /** A deletion has none. */
    private boolean hasReportDate() {
        return kind.head().layout().items().stream().anyMatch(item -> item.tag().equals("RptDate"));
    }

    /** The section that a 212 or 222 corrects; null when there is none, or for another record. */
    public @Nullable Section corrected() {
        return kind.isCorrection() && sections.size() == 2 ? sections.get(1) : null;
    }

    public @Nullable AccountType accountType() {
        return AccountType.of(head("AcctType"));
    }

    /** Its type and sections, never its values. */
    @Override
    public String toString() {
        return kind.code() + " "
                + sections.stream().map(s -> s.kind().element()).toList();
    }
}

package io.arrears.bureau.pboc.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One section of a record: its elements and, where its layout has a group, the entries that repeat. Immutable.
 *
 * <p>{@code Section.of(SectionKind.MONTHLY, AccountType.D1).with("Month", "2026-03")} holds all elements of a D1's
 * monthly section, blank but for the month; what type D1 does not have is absent.
 */
public record Section(SectionKind kind, Elements elements, List<Elements> entries) {

    private static final List<String> CORRECTABLE_BASE = List.of("Name", "IDType", "IDNum", "MngmtOrgCode");

    public Section {
        entries = List.copyOf(entries);
    }

    /** A section of an account record, blank; entries count 0. */
    public static Section of(SectionKind kind, @Nullable AccountType type) {
        Section blank = new Section(kind, Elements.blank(kind.layout(), type), List.of());
        Layout.Group group = kind.layout().group();
        return group == null ? blank : blank.with(group.count(), "0");
    }

    /** A section of a record that knows no account types, blank. */
    public static Section of(SectionKind kind) {
        return of(kind, null);
    }

    /** The base section of an account as a correction carries it: name, identity and managing office alone. */
    public static Section correctedBase() {
        return correctedBase(SectionKind.BASE);
    }

    /** The same of an account or of a credit agreement. */
    public static Section correctedBase(SectionKind kind) {
        Section base = new Section(kind, Elements.none(kind.layout()), List.of());
        for (String tag : CORRECTABLE_BASE) {
            base = base.put(tag, "");
        }
        return base;
    }

    public static boolean isCorrectableBase(String tag) {
        return CORRECTABLE_BASE.contains(tag);
    }

    /** A blank entry of the section's group. */
    public static Elements entry(SectionKind kind) {
        Layout.Group group = kind.layout().group();
        if (group == null) {
            throw new IllegalArgumentException("no entries in " + kind.element());
        }
        return Elements.blank(group.entry(), null);
    }

    public String value(String tag) {
        return elements.value(tag);
    }

    public boolean has(String tag) {
        return elements.has(tag);
    }

    public Section with(String tag, String value) {
        return new Section(kind, elements.with(tag, value), entries);
    }

    /** With the element set where the section has it, as records of its account type may not. */
    public Section having(String tag, Supplier<String> value) {
        return has(tag) ? with(tag, value.get()) : this;
    }

    public Section put(String tag, String value) {
        return new Section(kind, elements.put(tag, value), entries);
    }

    public Section without(String tag) {
        return new Section(kind, elements.without(tag), entries);
    }

    /** With one more entry, counted. */
    public Section plus(Elements entry) {
        List<Elements> more = new ArrayList<>(entries);
        more.add(entry);
        return with(more).with(countTag(), Integer.toString(more.size()));
    }

    /** With these entries, and the count as it stands. */
    public Section with(List<Elements> theseEntries) {
        return new Section(kind, elements, theseEntries);
    }

    private String countTag() {
        Layout.Group group = kind.layout().group();
        if (group == null) {
            throw new IllegalArgumentException("no entries in " + kind.element());
        }
        return group.count();
    }

    /** Whether it holds no element and no entry. */
    public boolean isEmpty() {
        return entries.isEmpty() && elements.isEmpty();
    }

    /** Its element and tags, never its values. */
    @Override
    public String toString() {
        return kind.element() + elements + (entries.isEmpty() ? "" : " x" + entries.size());
    }
}

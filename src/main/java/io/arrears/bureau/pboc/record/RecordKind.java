package io.arrears.bureau.pboc.record;

import static io.arrears.bureau.pboc.record.SectionKind.BASE;
import static io.arrears.bureau.pboc.record.SectionKind.CONTRACT_BASE;
import static io.arrears.bureau.pboc.record.SectionKind.CORE;
import static io.arrears.bureau.pboc.record.SectionKind.CORRECTION;
import static io.arrears.bureau.pboc.record.SectionKind.EDUCATION;
import static io.arrears.bureau.pboc.record.SectionKind.IDENTITIES;
import static io.arrears.bureau.pboc.record.SectionKind.INCOME;
import static io.arrears.bureau.pboc.record.SectionKind.LIMIT;
import static io.arrears.bureau.pboc.record.SectionKind.MAIL;
import static io.arrears.bureau.pboc.record.SectionKind.OCCUPATION;
import static io.arrears.bureau.pboc.record.SectionKind.PERSON;
import static io.arrears.bureau.pboc.record.SectionKind.RESIDENCE;
import static io.arrears.bureau.pboc.record.SectionKind.SPECIAL_TRADES;
import static io.arrears.bureau.pboc.record.SectionKind.SPOUSE;

import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The record types that Arrears reads and writes, with their root element and sections. */
public enum RecordKind {
    PERSON_INFO(
            "110",
            "InBasInf",
            List.of(PERSON, IDENTITIES, CORE, SPOUSE, EDUCATION, OCCUPATION, RESIDENCE, MAIL, INCOME)),
    PERSON_DELETION("114", SectionKind.PERSON_DELETION),
    ACCOUNT("210", "InAcctInf", List.copyOf(EnumSet.range(BASE, SPECIAL_TRADES))),
    ACCOUNT_RENAMING("211", SectionKind.RENAMING),
    /** A head and, inside MdfcSgmt, one section of 210 as it should have been. */
    SECTION_CORRECTION("212", "InAcctMdfc", List.copyOf(EnumSet.range(CORRECTION, SPECIAL_TRADES))),
    SECTION_DELETION("213", SectionKind.SECTION_DELETION),
    ACCOUNT_DELETION("214", SectionKind.ACCOUNT_DELETION),
    SPECIAL_EVENT("215", SectionKind.SPECIAL_EVENT),
    /** A credit agreement: whose, who else's, and its limit. */
    CONTRACT("220", "InCtrctInf", List.copyOf(EnumSet.range(CONTRACT_BASE, LIMIT))),
    CONTRACT_RENAMING("221", SectionKind.CONTRACT_RENAMING),
    /** A head and, inside MdfcSgmt, one section of 220 as it should have been. */
    CONTRACT_CORRECTION("222", "InCtrctMdfc", List.copyOf(EnumSet.range(SectionKind.CONTRACT_CORRECTION, LIMIT))),
    CONTRACT_SECTION_DELETION("223", SectionKind.CONTRACT_SECTION_DELETION),
    CONTRACT_DELETION("224", SectionKind.CONTRACT_DELETION);

    /** The element around the corrected section of a 212 or 222. */
    public static final String CORRECTED = "MdfcSgmt";

    private final String code;
    private final String root;
    private final List<SectionKind> sections;

    RecordKind(String code, String root, List<SectionKind> sections) {
        this.code = code;
        this.root = root;
        this.sections = sections;
    }

    RecordKind(String code, SectionKind only) {
        this(code, only.element(), List.of(only));
    }

    public String code() {
        return code;
    }

    /** The element inside {@code <Document>}. */
    public String root() {
        return root;
    }

    /** The sections it can have, in order; for a flat record the one that stands for its elements. */
    public List<SectionKind> sections() {
        return sections;
    }

    /** The first section, which names the record's type and whose it is. */
    public SectionKind head() {
        return sections.get(0);
    }

    /** Whether the elements stand right under the root. */
    public boolean isFlat() {
        return sections.size() == 1;
    }

    /** Whether it puts one section in the place of one told before. */
    public boolean isCorrection() {
        return this == SECTION_CORRECTION || this == CONTRACT_CORRECTION;
    }

    /** Whether it is of a credit agreement, or about one. */
    public boolean isOfContract() {
        return isOfContract(code);
    }

    /** The same of a code. */
    public static boolean isOfContract(String code) {
        return code.startsWith("22");
    }

    @Nullable
    public SectionKind section(String element) {
        for (SectionKind section : sections) {
            if (section.element().equals(element)) {
                return section;
            }
        }
        return null;
    }

    public static @Nullable RecordKind ofRoot(String root) {
        for (RecordKind kind : values()) {
            if (kind.root.equals(root)) {
                return kind;
            }
        }
        return null;
    }
}

package io.arrears.bureau.pboc.tradeline;

import io.arrears.Sha256;
import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.xml.PbocXml;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be remembered of a record that a bureau was told: nothing personal. */
public final class Facts {

    /** The letters of an account record's sections, {@code BCH}; of a person's their short names, {@code ID;Fcs}. */
    public static final String SECTIONS = "sections";

    /** Special transactions as {@code ChanTranType@TranDate}, joined by {@code ;}. */
    public static final String TRADES = "trades";

    /** The same with what each was, {@code 1@2026-03-20 1000 3}: amount and months. */
    public static final String TRADES_IN_FULL = "trades-in-full";

    /** Of whom a record speaks, as a digest: a changed name or number is seen, and nobody is named. */
    public static final String IDENTITY = "digest.B";

    /** Of whom a record of a person speaks and what kind of customer it says that is, as a digest. */
    public static final String CUSTOMER = "digest.BsCustomer";

    /** Marks what was on file before we began: its amounts are unknown, so nothing of it is ever restated. */
    public static final String BASELINE = "baseline";

    /** What a record says of itself: its type, its day, and which sections it has or puts in place. */
    public static final Set<String> OF_ITSELF =
            Set.of("InfRecType", "ModRecCode", "RptDate", "AcctType", "MdfcSgmtCode", "sections", "trades");

    private static final Set<SectionKind> DIGESTED = EnumSet.of(
            SectionKind.BASIC_INFO,
            SectionKind.LIABLE,
            SectionKind.COLLATERAL,
            SectionKind.ORIGINAL_DEBT,
            SectionKind.SPECIAL_TRADES,
            SectionKind.CO_BORROWERS);

    /** The sections that say of whom the record is. */
    private static final Set<SectionKind> NAMING =
            EnumSet.of(SectionKind.BASE, SectionKind.PERSON, SectionKind.CONTRACT_BASE);

    private Facts() {}

    /**
     * The filled values by tag; of sections with personal data a digest under {@code digest.C}, {@code digest.Fcs}, so that a
     * change can be seen: of persons only update dates stay beside it, of an account's terms all that is nobody's own.
     */
    public static Map<String, String> of(PbocRecord record) {
        Map<String, String> facts = new TreeMap<>();
        StringBuilder names = new StringBuilder();
        boolean person = record.kind() == RecordKind.PERSON_INFO;
        for (Section section : record.sections()) {
            SectionKind kind = section.kind();
            boolean base = kind == record.kind().head();
            if (person && !base) {
                names.append(names.isEmpty() ? "" : ";").append(kind.shortName());
                digested(section, kind.shortName(), facts);
            } else {
                names.append(person ? "" : kind.letter());
                if (DIGESTED.contains(kind)) {
                    digested(section, kind.letter(), facts);
                    if (kind == SectionKind.BASIC_INFO) {
                        kind.layout().items().forEach(item -> keep(section, item, facts));
                    }
                } else {
                    kind.layout().items().forEach(item -> keep(section, item, facts));
                }
            }
            if (NAMING.contains(kind)) {
                facts.put(IDENTITY, identity(section));
            }
            if (kind == SectionKind.PERSON) {
                facts.put(CUSTOMER, customer(section));
            }
            if (kind == SectionKind.SPECIAL_TRADES) {
                facts.put(TRADES, trades(section));
                facts.put(TRADES_IN_FULL, inFull(section));
            }
        }
        facts.put(SECTIONS, names.toString());
        return Map.copyOf(facts);
    }

    private static void keep(Section section, Item item, Map<String, String> facts) {
        String value = section.value(item.tag());
        if (!item.personal() && !value.isEmpty()) {
            facts.putIfAbsent(item.tag(), value);
        }
    }

    private static void digested(Section section, String name, Map<String, String> facts) {
        facts.put("digest." + name, digest(section));
        section.kind().layout().items().stream()
                .filter(item -> isUpdateDate(item.tag()))
                .forEach(item -> keep(section, item, facts));
    }

    /** Of the name and the identity document in a base section. */
    public static String identity(Section base) {
        return digest(base, "Name", "IDType", "IDNum");
    }

    /** The identity beside it, since the few types alone could be guessed. */
    public static String customer(Section base) {
        return digest(base, "Name", "IDType", "IDNum", "CustomerType");
    }

    private static String digest(Section section, String... tags) {
        return digest(Stream.of(tags).map(section::value).collect(Collectors.joining("\n")));
    }

    public static boolean isUpdateDate(String tag) {
        return tag.endsWith("UpDate");
    }

    static String trades(Section section) {
        return section.entries().stream().map(Facts::trade).collect(Collectors.joining(";"));
    }

    static String inFull(Section section) {
        return section.entries().stream()
                .map(entry -> trade(entry) + " " + entry.value("TranAmt") + " " + entry.value("DueTranMon"))
                .collect(Collectors.joining(";"));
    }

    /** {@code 1@2026-03-20}, an extension of that day. */
    public static String trade(Elements entry) {
        return entry.value("ChanTranType") + "@" + entry.value("TranDate");
    }

    /** Of a section as it stands in the line; empty where no line can hold it, which a rule finds later. */
    public static String digest(Section section) {
        boolean isWritable = Stream.concat(Stream.of(section.elements()), section.entries().stream())
                .flatMap(part -> part.layout().items().stream().map(item -> part.value(item.tag())))
                .allMatch(PbocXml::isWritable);
        return isWritable ? digest(PbocXml.section(section)) : "";
    }

    public static String digest(String text) {
        return Sha256.of(text);
    }
}

package io.arrears.ladder.law;

import io.arrears.setting.Block;
import io.arrears.setting.Setting;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code jobs/law/<name>.yaml}, and the block of a lender file that tightens it; what is wrong is refused (exit 2) by file,
 * line, key and what was expected.
 */
public final class LawFile {

    private static final Set<Channel> EVERY_CHANNEL = EnumSet.allOf(Channel.class);
    private static final Set<PartyType> EVERY_PARTY = EnumSet.allOf(PartyType.class);

    /** The key under which a law says from when on rates are disclosed. */
    private static final String DISCLOSURE = "disclosure";

    private LawFile() {}

    /**
     * The law of a file for a lender.
     *
     * @param licence what the lender is; none binds it by every rule
     * @param tighten by rule what the lender allows itself of it, which is never more
     */
    public static Law read(String name, Setting file, @Nullable Licence licence, Map<String, Setting> tighten) {
        Block block = new Block(file);
        Zones zones = new Zones(zones(block.get("zones")), zones(block.get("regions")));
        List<LawRule> rules = new ArrayList<>();
        block.get("rules").block().forEach((key, rule) -> rules.add(rule(key, rule)));
        block.find(DISCLOSURE);
        disclosedFrom(file);
        block.end();
        Law law = new Law(name, zones, rules).of(licence);
        List<LawRule> own = new ArrayList<>();
        tighten.forEach((key, setting) -> own.addAll(Tightening.of(law, key, setting)));
        return law.and(own);
    }

    /**
     * From which day of opening on a loan's rates stand in a table that the borrower signed; none without a law, or where it does not
     * ask for one.
     */
    public static @Nullable LocalDate disclosedFrom(@Nullable Setting file) {
        Setting setting = file == null ? null : file.block().get(DISCLOSURE);
        if (setting == null) {
            return null;
        }
        Block block = new Block(setting);
        block.get("instrument");
        block.get("clause");
        LocalDate from = date(block.get("opened-from"));
        block.end();
        return from;
    }

    private static Map<String, List<ZoneId>> zones(Setting setting) {
        Map<String, List<ZoneId>> zones = new LinkedHashMap<>();
        setting.block().forEach((key, list) -> zones.put(key, list(list, LawFile::zone)));
        return zones;
    }

    private static ZoneId zone(Setting setting) {
        try {
            return ZoneId.of(setting.text());
        } catch (DateTimeException e) {
            throw setting.wrong("a time zone such as Asia/Shanghai");
        }
    }

    private static LawRule rule(String key, Setting setting) {
        if (!key.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw setting.refused("a rule's key has capitals, digits and underscores");
        }
        Block block = new Block(setting);
        Citation citation =
                new Citation(block.get("instrument").text(), block.get("clause").text());
        Hardness hardness = block.get("hardness").oneOf(Hardness.class);
        LocalDate from = date(block.get("from"));
        LocalDate until = until(block.find("until"), from);
        Setting binds = block.find("binds");
        Set<Licence> bound = binds == null ? Set.of() : set(binds, Licence.class);
        Limit limit = limit(block);
        block.end();
        return new LawRule(key, limit, citation, hardness, from, until, bound);
    }

    private static @Nullable LocalDate until(@Nullable Setting setting, LocalDate from) {
        LocalDate until = setting == null ? null : date(setting);
        if (setting != null && until != null && until.isBefore(from)) {
            throw setting.refused("is before " + from + ", from which on it is in force");
        }
        return until;
    }

    private static Limit limit(Block rule) {
        for (Map.Entry<String, Function<Block, Limit>> kind : KINDS.entrySet()) {
            Setting found = rule.find(kind.getKey());
            if (found != null) {
                refuseAnother(rule, kind.getKey());
                Block values = new Block(found);
                Limit limit = kind.getValue().apply(values);
                values.end();
                return limit;
            }
        }
        throw rule.setting().refused("expected one of " + String.join(", ", KINDS.keySet()));
    }

    private static void refuseAnother(Block rule, String kind) {
        for (String other : KINDS.keySet()) {
            Setting second = rule.find(other);
            if (second != null) {
                throw second.refused("stands beside " + kind + "; a rule is of one kind");
            }
        }
    }

    private static final Map<String, Function<Block, Limit>> KINDS = kinds();

    private static Map<String, Function<Block, Limit>> kinds() {
        Map<String, Function<Block, Limit>> kinds = new LinkedHashMap<>();
        kinds.put("window", LawFile::window);
        kinds.put("count", LawFile::count);
        kinds.put(
                "cool-off",
                values -> new Limit.CoolOff(
                        values.get("days").integer(1, 366), values.get("per").oneOf(Limit.Per.class)));
        kinds.put(
                "sequence",
                values -> new Limit.Sequence(
                        values.get("failed-in-a-row").integer(0, 99),
                        values.get("unreachable-days").integer(0, 99),
                        values.get("invalid-number").flag()));
        kinds.put(
                "precondition",
                values -> new Limit.Precondition(
                        values.get("notice").text(), values.get("days").integer(0, 366), channels(values)));
        kinds.put("people", values -> new Limit.People(values.get("at-least").integer(1, 99)));
        kinds.put("party", values -> new Limit.Party(parties(values), set(values.get("never"), Channel.class)));
        kinds.put(
                "content",
                values -> new Limit.Said(parties(values), values.get("at-most").oneOf(Content.class)));
        kinds.put("stop", LawFile::stops);
        return kinds;
    }

    static Limit.Window window(Block values) {
        return new Limit.Window(time(values.get("from")), time(values.get("to")), channels(values));
    }

    private static Limit.Count count(Block values) {
        Setting days = values.get("days");
        return new Limit.Count(
                values.get("unit").oneOf(Unit.class),
                values.get("per").oneOf(Limit.Per.class),
                days.text().equals("life") ? 0 : days.integer(1, 366),
                values.get("at-most").integer(0, 999),
                parties(values));
    }

    private static Limit stops(Block values) {
        Map<String, Set<Limit.Stopped>> kinds = new HashMap<>();
        values.setting().block().forEach((kind, stopped) -> {
            values.get(kind);
            if (!kind.matches("[A-Z][A-Z_]*")) {
                throw stopped.refused("a stop's kind has capitals and underscores");
            }
            kinds.put(kind, set(stopped, Limit.Stopped.class));
        });
        return new Limit.Stops(kinds);
    }

    private static Set<Channel> channels(Block values) {
        Setting channels = values.find("channels");
        return channels == null ? EVERY_CHANNEL : set(channels, Channel.class);
    }

    private static Set<PartyType> parties(Block values) {
        Setting parties = values.find("parties");
        return parties == null ? EVERY_PARTY : set(parties, PartyType.class);
    }

    /** One constant or several: a rule of none would silently hold for nobody. */
    private static <E extends Enum<E>> Set<E> set(Setting list, Class<E> type) {
        Set<E> set = EnumSet.noneOf(type);
        list(list, Function.identity()).forEach(item -> set.add(constant(item, type)));
        if (set.isEmpty()) {
            throw list.wrong("at least one of " + List.of(type.getEnumConstants()));
        }
        return set;
    }

    /** A constant as the lists write it, in capitals. */
    static <E extends Enum<E>> E constant(Setting item, Class<E> type) {
        String name = item.text().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw item.wrong("one of " + List.of(type.getEnumConstants()));
    }

    private static <T> List<T> list(Setting setting, Function<Setting, T> read) {
        return (setting.isList() ? setting.list() : List.of(setting))
                .stream().map(read).toList();
    }

    static LocalTime time(Setting setting) {
        return ContactTerms.time(setting.text()).orElseThrow(() -> setting.wrong("a time such as '08:00' in quotes"));
    }

    /** A day as the files of jobs write it. */
    public static LocalDate date(Setting setting) {
        try {
            return LocalDate.parse(setting.text());
        } catch (DateTimeParseException e) {
            throw setting.wrong("a date such as 2025-02-28");
        }
    }
}

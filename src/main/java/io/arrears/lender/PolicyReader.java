package io.arrears.lender;

import io.arrears.ExitCode;
import io.arrears.Refused;
import io.arrears.bureau.Bureaus;
import io.arrears.delinquency.Bands;
import io.arrears.delinquency.BusinessCalendar;
import io.arrears.delinquency.DayCount;
import io.arrears.delinquency.Policy;
import io.arrears.feed.Feed;
import io.arrears.furnish.Bureau;
import io.arrears.furnish.BureauFormat;
import io.arrears.ladder.law.LawFile;
import io.arrears.ledger.Component;
import io.arrears.money.Money;
import io.arrears.setting.Setting;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the merged keys of a lender file into a {@link Lender}; each key is read once, and one left over is unknown. */
final class PolicyReader {

    private enum Roll {
        NONE,
        FOLLOWING
    }

    private enum Controls {
        OPTIONAL,
        REQUIRED
    }

    static final String FURNISH = "furnish";

    /** Before the bureau's name: the key under which its own file is kept with the policy. */
    static final String BUREAU_FILE = "bureau-";

    private static final String COST_CAP = "cost-cap";
    private static final String COST_CAP_WORDS = "'none', or percent-a-year, day-count and opened-from";
    private static final String PENALTY_WORDS = "'posted', or rate-per-day, base and disclosed-in";
    private static final String FRESHNESS = "freshness";
    private static final String NIGHTS = "nights";
    private static final String UNKNOWN_REJECTS = "unknown-rejects";
    private static final String CALENDAR_DAYS = "calendar-days";

    private final Map<String, Setting> keys;
    private final @Nullable Path calendars;
    private final Set<String> read = new HashSet<>();

    /** @param calendars the folder of calendars; none when the keys hold the calendar's days themselves */
    PolicyReader(Map<String, Setting> keys, @Nullable Path calendars) {
        this.keys = keys;
        this.calendars = calendars;
    }

    Lender lender() {
        String name = get("lender").text();
        String source = get("classes-source").text();
        Policy policy = new Policy(
                zone(),
                calendar(),
                tolerance(),
                grace(),
                get("allocation").oneOf(Policy.Allocation.class),
                componentOrder(),
                get("charges-age").flag(),
                bands("buckets", Function.identity()),
                bands("classes", PolicyReader::fiveClass),
                get("restructured-min-class").integer(1, 5),
                accrual(),
                costCap(),
                Policy.Threshold.LEDGER);
        Brake brake = brake();
        Freshness freshness = freshness();
        DueNights nights = nights();
        BigDecimal maxRejects = percent(get("max-rejects"));
        boolean controls = get("controls").oneOf(Controls.class) == Controls.REQUIRED;
        Set<String> feeds = new LinkedHashSet<>();
        for (Setting feed : get("required-feeds").list()) {
            if (Feed.ofTable(feed.text()).isEmpty()) {
                throw feed.wrong("feeds such as accounts or entries");
            }
            feeds.add(feed.text());
        }
        UnknownRejects unknownRejects = unknownRejects();
        List<Bureau> bureaus = bureaus(policy.zone());
        ContactPolicy contacts = contacts();
        Language language = get("language").oneOf(Language.class);
        refuseUnknown();
        PolicyText text =
                PolicyText.of(keys, CALENDAR_DAYS, policy.calendar() == null ? nights.calendar() : policy.calendar());
        if (source.isBlank()) {
            throw get("classes-source").wrong("where the table comes from");
        }
        return new Lender(
                name,
                policy,
                brake,
                freshness,
                nights,
                maxRejects,
                controls,
                feeds,
                unknownRejects,
                bureaus,
                contacts,
                language,
                text.json(),
                text.digest());
    }

    /** A policy that was kept before there was this key is read with the default. */
    private UnknownRejects unknownRejects() {
        return calendars == null && !keys.containsKey(UNKNOWN_REJECTS)
                ? UnknownRejects.HOLD_NEGATIVES
                : get(UNKNOWN_REJECTS).oneOf(UnknownRejects.class);
    }

    /** A policy that was kept before there were ladders has none. */
    private @Nullable ContactPolicy contacts() {
        if (calendars == null && !keys.containsKey(ContactPolicyReader.LADDER)) {
            return null;
        }
        Setting file = keys.get(ContactPolicyReader.LAW_FILE);
        read.add(ContactPolicyReader.LAW_FILE);
        return ContactPolicyReader.read(
                get(ContactPolicyReader.LAW),
                get(ContactPolicyReader.LICENCE),
                get(ContactPolicyReader.TIGHTEN),
                get(ContactPolicyReader.LADDER),
                file);
    }

    private List<Bureau> bureaus(ZoneId zone) {
        List<Bureau> bureaus = new ArrayList<>();
        get(FURNISH).block().forEach((name, own) -> {
            bureaus.add(format(name, own).configure(name, own, get(BUREAU_FILE + name), zone));
        });
        return bureaus;
    }

    /** The format of a bureau that a lender's file names. */
    static BureauFormat format(String bureau, Setting own) {
        return Bureaus.format(bureau)
                .orElseThrow(() ->
                        own.refused("is no bureau that can be told; there is " + String.join(", ", Bureaus.names())));
    }

    private Setting get(String key) {
        read.add(key);
        Setting setting = keys.get(key);
        if (setting == null) {
            throw new Refused(
                    ExitCode.USAGE,
                    keys.values().iterator().next().file() + ": " + key
                            + ": is missing; 'include: common.yaml' gives every key a default");
        }
        return setting;
    }

    private void refuseUnknown() {
        if (calendars == null) {
            read.add(CALENDAR_DAYS);
        }
        keys.forEach((key, setting) -> {
            if (!read.contains(key)) {
                throw setting.refused("is no key of a lender file; jobs/lenders/common.yaml lists them all");
            }
        });
    }

    private ZoneId zone() {
        Setting zone = get("zone");
        try {
            return ZoneId.of(zone.text());
        } catch (DateTimeException e) {
            throw zone.wrong("a time zone such as Asia/Shanghai");
        }
    }

    private @Nullable BusinessCalendar calendar() {
        Roll roll = get("due-date-roll").oneOf(Roll.class);
        Setting calendar = get("calendar");
        if (roll == Roll.NONE) {
            return null;
        }
        if (calendar.text().equals("none")) {
            throw calendar.wrong("the name of a calendar in jobs/calendars, since due-date-roll is 'following'");
        }
        return calendar(calendar);
    }

    /** A policy that was kept before there was this key asked for no night. */
    private DueNights nights() {
        if (calendars == null && !keys.containsKey(NIGHTS)) {
            return new DueNights(DueNights.Rhythm.ON_DEMAND, null);
        }
        DueNights.Rhythm rhythm = get(NIGHTS).oneOf(DueNights.Rhythm.class);
        Setting calendar = get("calendar");
        boolean asksCalendar =
                rhythm == DueNights.Rhythm.BUSINESS_DAYS && !calendar.text().equals("none");
        return new DueNights(rhythm, asksCalendar ? calendar(calendar) : null);
    }

    private BusinessCalendar calendar(Setting calendar) {
        return calendars == null
                ? CalendarFile.parse(
                        calendar.text(), CALENDAR_DAYS, get(CALENDAR_DAYS).text())
                : CalendarFile.load(calendars, calendar);
    }

    private Map<Currency, Long> tolerance() {
        Map<Currency, Long> tolerance = new HashMap<>();
        get("tolerance").block().forEach((code, amount) -> {
            try {
                Currency currency = Currency.getInstance(code);
                tolerance.put(currency, Money.minor(amount.decimal("an amount such as 0.50"), currency));
            } catch (IllegalArgumentException e) {
                throw amount.refused("is no ISO 4217 currency");
            } catch (ArithmeticException e) {
                throw amount.wrong("an amount with the decimals of " + code);
            }
        });
        return tolerance;
    }

    private Policy.Grace grace() {
        return new Policy.Grace(
                get("grace-days").integer(0, 3650), get("grace-mode").oneOf(Policy.GraceMode.class));
    }

    private List<Component> componentOrder() {
        Setting setting = get("component-order");
        List<Component> order = new ArrayList<>();
        setting.list().forEach(item -> order.add(item.oneOf(Component.class)));
        int asked = Component.values().length - (order.contains(Component.DAMAGES) ? 0 : 1);
        if (order.size() != asked || new HashSet<>(order).size() != order.size()) {
            throw setting.wrong(
                    "penalty, fee, interest and principal, each once, and damages unless they stand behind penalty");
        }
        return order;
    }

    /** Bands written {@code M1: 1-30}, the last {@code M7: 181+}. */
    private <T> Bands<T> bands(String key, Function<String, T> value) {
        Setting setting = get(key);
        List<Bands.Band<T>> bands = new ArrayList<>();
        List<Setting> rows = new ArrayList<>();
        for (Map.Entry<String, Setting> row : setting.block().entrySet()) {
            rows.add(row.getValue());
            String text = row.getValue().text();
            if (!text.matches("\\d{1,5}(-\\d{1,5}|\\+)?")) {
                throw row.getValue().wrong("days such as 0, 1-30 or 181+");
            }
            String[] ends = text.split("[-+]", 2);
            int from = Integer.parseInt(ends[0]);
            Integer to = text.endsWith("+") ? null : Integer.valueOf(ends.length == 1 ? ends[0] : ends[1]);
            try {
                bands.add(new Bands.Band<>(from, to, value.apply(row.getKey())));
            } catch (IllegalArgumentException e) {
                throw row.getValue().refused(String.valueOf(e.getMessage()));
            }
        }
        try {
            return new Bands<>(bands);
        } catch (Bands.Misfit e) {
            throw rows.get(e.index()).refused(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw setting.refused(String.valueOf(e.getMessage()));
        }
    }

    private static Integer fiveClass(String text) {
        if (!text.matches("[1-5]")) {
            throw new IllegalArgumentException("expected a class from 1 to 5");
        }
        return Integer.valueOf(text);
    }

    private Policy.@Nullable Accrual accrual() {
        Setting setting = get("penalty");
        if (!setting.isBlock()) {
            if (setting.text().equals("posted")) {
                return null;
            }
            throw setting.wrong(PENALTY_WORDS);
        }
        Map<String, Setting> block = setting.block();
        Setting rate = block.remove("rate-per-day");
        Setting base = block.remove("base");
        Setting table = block.remove("disclosed-in");
        if (rate == null || base == null || !block.isEmpty()) {
            throw setting.wrong(PENALTY_WORDS);
        }
        return new Policy.Accrual(
                rate.decimal("a rate such as 0.0005"),
                base.oneOf(Policy.AccrualBase.class),
                table == null ? null : table.text().strip(),
                LawFile.disclosedFrom(keys.get(ContactPolicyReader.LAW_FILE)));
    }

    /** A policy that was kept before there was the key has none. */
    private Policy.@Nullable CostCap costCap() {
        if (calendars == null && !keys.containsKey(COST_CAP)) {
            return null;
        }
        Setting setting = get(COST_CAP);
        if (!setting.isBlock()) {
            if (setting.text().equals(ContactPolicyReader.NONE)) {
                return null;
            }
            throw setting.wrong(COST_CAP_WORDS);
        }
        Map<String, Setting> block = setting.block();
        Setting percent = block.remove("percent-a-year");
        Setting dayCount = block.remove("day-count");
        Setting openedFrom = block.remove("opened-from");
        if (percent == null || !block.isEmpty()) {
            throw setting.wrong(COST_CAP_WORDS);
        }
        BigDecimal cap = percent.decimal("a number such as 24");
        if (cap.signum() <= 0 || cap.compareTo(BigDecimal.valueOf(1000)) > 0 || cap.scale() > 4) {
            throw percent.wrong("more than 0 and at most 1000, with at most four decimals");
        }
        return new Policy.CostCap(
                cap,
                dayCount == null ? DayCount.ACTUAL_365 : dayCount(dayCount),
                openedFrom == null ? null : LawFile.date(openedFrom));
    }

    private static DayCount dayCount(Setting setting) {
        for (DayCount dayCount : DayCount.values()) {
            if (dayCount.text().equals(setting.text())) {
                return dayCount;
            }
        }
        throw setting.wrong("actual/365 or 30/360");
    }

    /** Policies that were kept before there was the key have none, and a night of theirs was never measured. */
    private Freshness freshness() {
        if (calendars == null && !keys.containsKey(FRESHNESS)) {
            return Freshness.OFF;
        }
        Setting setting = get(FRESHNESS);
        return setting.text().equals("false") ? Freshness.OFF : setting.oneOf(Freshness.class);
    }

    private Brake brake() {
        Setting setting = get("brake");
        String text = setting.text();
        if (text.equals("off") || text.equals("false")) {
            return Brake.OFF;
        }
        return text.endsWith("%")
                ? new Brake(null, percent(setting))
                : new Brake((long) setting.integer(0, 999_999_999), null);
    }

    private static BigDecimal percent(Setting setting) {
        String text = setting.text();
        if (!text.matches("\\d{1,3}(\\.\\d{1,4})?\\s?%")) {
            throw setting.wrong("a percentage such as 1%");
        }
        return new BigDecimal(text.substring(0, text.length() - 1).strip());
    }
}

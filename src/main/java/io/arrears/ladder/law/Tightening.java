package io.arrears.ladder.law;

import io.arrears.setting.Block;
import io.arrears.setting.Setting;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a lender allows itself of a rule of the law, which is never more (L13).
 *
 * <p>Example: {@code CALLS_A_DAY: 2} where the law says 3; {@code HOURS: {from: '09:00', to: '20:00'}} within the law's;
 * {@code COOL_OFF: {days: 7, per: person}} where the law counts by debt.
 */
final class Tightening {

    private Tightening() {}

    static List<LawRule> of(Law law, String key, Setting setting) {
        List<LawRule> rules =
                law.rules().stream().filter(rule -> rule.key().equals(key)).toList();
        if (rules.isEmpty()) {
            throw setting.refused("is no rule of " + law.name() + " that binds this lender; there is "
                    + String.join(
                            ", ",
                            law.rules().stream().map(LawRule::key).distinct().toList()));
        }
        List<LawRule> own = new ArrayList<>();
        for (LawRule rule : rules) {
            own.add(rule.with(tighter(rule, setting), Citation.policy("tighten." + key)));
        }
        return own;
    }

    private static Limit tighter(LawRule rule, Setting setting) {
        if (rule.limit() instanceof Limit.Count count) {
            Own own = Own.of(rule, setting, "at-most", count.per());
            int atMost = own.value().integer(0, 999);
            if (atMost > count.atMost()) {
                throw looser(rule, setting, "at most " + count.atMost());
            }
            return new Limit.Count(count.unit(), own.per(), count.days(), atMost, count.parties());
        } else if (rule.limit() instanceof Limit.CoolOff rest) {
            Own own = Own.of(rule, setting, "days", rest.per());
            return new Limit.CoolOff(atLeast(rule, own.value(), rest.days()), own.per());
        } else if (rule.limit() instanceof Limit.People people) {
            return new Limit.People(atLeast(rule, setting, people.atLeast()));
        } else if (rule.limit() instanceof Limit.Window window) {
            return within(rule, window, setting);
        }
        throw setting.refused("cannot be tightened: only hours, counts, days of rest and people can");
    }

    private static int atLeast(LawRule rule, Setting setting, int least) {
        int own = setting.integer(0, 366);
        if (own < least) {
            throw looser(rule, setting, "at least " + least);
        }
        return own;
    }

    /** A number alone, or with over whom it runs: what the law counts by debt a lender may count by person, which is stricter (L5). */
    private record Own(Setting value, Limit.Per per) {

        static Own of(LawRule rule, Setting setting, String key, Limit.Per law) {
            if (!setting.isBlock()) {
                return new Own(setting, law);
            }
            Block values = new Block(setting);
            Setting value = values.get(key);
            Setting own = values.find("per");
            values.end();
            Limit.Per per = own == null ? law : own.oneOf(Limit.Per.class);
            boolean isStricter = per == Limit.Per.PERSON && law == Limit.Per.DEBT;
            if (own != null && per != law && !isStricter) {
                String name = law.name().toLowerCase(Locale.ROOT);
                throw looser(rule, own, "per " + name + (law == Limit.Per.DEBT ? " or per person" : ""));
            }
            return new Own(value, per);
        }
    }

    private static Limit within(LawRule rule, Limit.Window law, Setting setting) {
        Block values = new Block(setting);
        LocalTime from = LawFile.time(values.get("from"));
        LocalTime to = LawFile.time(values.get("to"));
        values.end();
        boolean isWithin = after(law.from(), from) + length(from, to) <= length(law.from(), law.to());
        if (!isWithin) {
            throw looser(rule, setting, "within " + law.from() + " to " + law.to());
        }
        return new Limit.Window(from, to, law.channels());
    }

    /** How long after one time of the day another comes next, in seconds. */
    private static int after(LocalTime from, LocalTime to) {
        return Math.floorMod(to.toSecondOfDay() - from.toSecondOfDay(), 86_400);
    }

    private static int length(LocalTime from, LocalTime to) {
        int length = after(from, to);
        return length == 0 ? 86_400 : length;
    }

    private static RuntimeException looser(LawRule rule, Setting setting, String allowed) {
        return setting.refused("is looser than " + rule.citation() + ", which allows " + allowed
                + "; a lender may only be stricter than the law");
    }
}

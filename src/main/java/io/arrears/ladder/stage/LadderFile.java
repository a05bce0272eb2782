package io.arrears.ladder.stage;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.PartyType;
import io.arrears.money.Money;
import io.arrears.setting.Block;
import io.arrears.setting.Setting;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the ladder of a lender file; what is wrong is refused (exit 2) by file, line, key and what was expected. */
public final class LadderFile {

    private static final String OFFER = "(EXTENSION|INSTALMENTS|GRACE|WAIVE<=\\d{1,12}(\\.\\d{1,4})?)";

    private static final int ERASE_AFTER = 30;

    private enum Visit {
        CONSENT,
        OFFICE
    }

    private LadderFile() {}

    /** The ladder of a block; none for a lender that has no ladder, whose block is empty. */
    public static @Nullable Ladder read(Setting ladder) {
        if (ladder.block().isEmpty()) {
            return null;
        }
        Block keys = new Block(ladder);
        Setting promise = keys.find("promise-days");
        Setting visit = keys.find("visit");
        Setting agencies = keys.find("agencies");
        Setting locate = keys.find("locate-templates");
        Setting erase = keys.find("erase-contacts-after-closing");
        Set<String> locateTemplates = locate == null ? Set.of() : words(locate);
        List<Stage> stages = new ArrayList<>();
        for (Setting stage : keys.get("stages").list()) {
            Stage read = stage(stage, locateTemplates);
            if (!stages.isEmpty()) {
                requireNext(stages, read, stage);
            }
            stages.add(read);
        }
        if (stages.isEmpty()) {
            throw ladder.refused("a ladder has at least one stage");
        }
        keys.end();
        return new Ladder(
                stages,
                promise == null ? 1 : promise.integer(0, 99),
                visit != null && visit.oneOf(Visit.class) == Visit.OFFICE,
                agencies == null ? Set.of() : words(agencies),
                locateTemplates,
                erase == null ? ERASE_AFTER : erase.integer(0, 3650));
    }

    private static void requireNext(List<Stage> stages, Stage next, Setting setting) {
        if (stages.stream().anyMatch(stage -> stage.name().equals(next.name()))) {
            throw setting.refused(next.name() + " stands here twice");
        }
        Stage last = stages.get(stages.size() - 1);
        if (last.chargedOff() && !next.chargedOff()) {
            throw setting.refused("stages for accounts that are written off stand last: " + next.name()
                    + " stands behind " + last.name());
        }
        if (next.chargedOff() == last.chargedOff() && next.from() <= last.from()) {
            throw setting.refused("stages stand in their order: " + next.name() + " begins on day " + next.from() + ", "
                    + last.name() + " before it on day " + last.from());
        }
    }

    private static Stage stage(Setting setting, Set<String> locateTemplates) {
        Block keys = new Block(setting);
        Setting name = keys.get("stage");
        if (!name.text().matches("[A-Z][A-Z0-9_]{0,39}") || name.text().equals("LOCATE")) {
            throw name.wrong("a name in capitals, digits and underscores, and not LOCATE");
        }
        Setting begins = keys.get("from");
        int from = from(begins);
        Setting otherwise = keys.find("otherwise");
        List<Stage.Beginning> beginnings = new ArrayList<>();
        if (otherwise != null) {
            otherwise.list().forEach(item -> beginnings.add(beginning(item, from < 0)));
        }
        Setting chargedOff = keys.find("charged-off");
        boolean isChargedOff = chargedOff != null && chargedOff.flag();
        if (isChargedOff && from < 0) {
            throw begins.wrong("days past due from 1, since a written-off account is overdue");
        }
        Map<PartyType, Map<Channel, String>> templates = new EnumMap<>(PartyType.class);
        for (PartyType party : PartyType.values()) {
            Setting lines = keys.find(Setting.written(party));
            if (lines != null) {
                if (party == PartyType.CONTACT && from < 0) {
                    throw lines.refused("no contact is asked before a due date, when nothing is overdue");
                }
                templates.put(party, templates(lines, party, locateTemplates));
            }
        }
        if (templates.getOrDefault(PartyType.BORROWER, Map.of()).isEmpty()) {
            throw setting.refused(
                    "expected borrower, with a channel and what is said by it: every account has a line or a reason");
        }
        Setting every = keys.find("every");
        Setting atMost = keys.find("at-most");
        Setting offers = keys.find("offers");
        Stage stage = new Stage(
                name.text(),
                from,
                beginnings,
                isChargedOff,
                templates,
                every == null ? 1 : every.integer(1, 99),
                atMost == null ? null : atMost.integer(0, 999),
                offers == null ? List.of() : offers(offers));
        keys.end();
        return stage;
    }

    private static int from(Setting from) {
        int days = from.integer(-60, 9999);
        if (days == 0) {
            throw from.wrong("days past due from 1, or days before a due date, such as -3");
        }
        return days;
    }

    private static Stage.Beginning beginning(Setting setting, boolean isReminder) {
        Block keys = new Block(setting);
        Setting atLeast = keys.find("at-least");
        Setting below = keys.find("below");
        Setting episodes = keys.find("episodes");
        Setting products = keys.find("products");
        Setting begins = keys.get("from");
        int from = from(begins);
        if (from < 0 != isReminder) {
            throw begins.wrong("a day on the same side of the due date as the stage's own");
        }
        Stage.Beginning beginning = new Stage.Beginning(
                from,
                atLeast == null ? Map.of() : amounts(atLeast),
                below == null ? Map.of() : amounts(below),
                episodes == null ? 0 : episodes.integer(1, 999),
                products == null ? Set.of() : words(products));
        keys.end();
        if (atLeast == null && below == null && episodes == null && products == null) {
            throw setting.refused("expected at-least, below, episodes or products: for which accounts");
        }
        return beginning;
    }

    private static Map<Currency, Long> amounts(Setting setting) {
        Map<Currency, Long> amounts = new HashMap<>();
        setting.block().forEach((code, amount) -> {
            try {
                Currency currency = Currency.getInstance(code);
                amounts.put(currency, Money.minor(amount.decimal("an amount such as 5000"), currency));
            } catch (IllegalArgumentException e) {
                throw amount.refused("is no ISO 4217 currency");
            } catch (ArithmeticException e) {
                throw amount.wrong("an amount with the decimals of " + code);
            }
        });
        return amounts;
    }

    private static Map<Channel, String> templates(Setting setting, PartyType party, Set<String> locateTemplates) {
        Map<Channel, String> templates = new EnumMap<>(Channel.class);
        setting.block().forEach((word, template) -> {
            Channel channel = Channel.of(word)
                    .filter(found -> found.name().equals(word))
                    .orElseThrow(() -> template.refused("is no channel; there is " + List.of(Channel.values())));
            boolean isForbidden = party == PartyType.CONTACT && (channel == Channel.VISIT || channel.isAccounts());
            if (isForbidden) {
                throw template.refused("a contact is never reached by " + word + ", only asked where the borrower is");
            }
            if (party == PartyType.CONTACT && !locateTemplates.contains(template.text())) {
                throw template.wrong(
                        "one of the ladder's locate-templates, since a contact is told nothing of the debt");
            }
            templates.put(channel, word(template));
        });
        return templates;
    }

    private static List<String> offers(Setting setting) {
        Set<String> offers = new LinkedHashSet<>();
        for (Setting offer : setting.list()) {
            if (!offer.text().matches(OFFER)) {
                throw offer.wrong("EXTENSION, INSTALMENTS, GRACE or WAIVE<=50.00");
            }
            offers.add(offer.text());
        }
        return List.copyOf(offers);
    }

    private static Set<String> words(Setting setting) {
        Set<String> words = new HashSet<>();
        setting.list().forEach(item -> words.add(word(item)));
        return words;
    }

    private static String word(Setting setting) {
        if (!setting.text().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,79}")) {
            throw setting.wrong("a name of letters, digits, spaces, dots and hyphens, at most 80");
        }
        return setting.text();
    }
}

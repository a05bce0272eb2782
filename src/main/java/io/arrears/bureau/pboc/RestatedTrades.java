package io.arrears.bureau.pboc;

import io.arrears.furnish.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Special transactions heard of after their month was told: the section of that month is restated by a 212, or taken back by a
 * 213 where nothing is left of it, since no section is empty (S0000102, I2100K01).
 *
 * <p>A section of its own can be added behind all that are held, never between two of them (R2121215). So what belongs to a month
 * before a held section stands in that one, which tells of all months since the one before it; each transaction bears its own day.
 *
 * <p>Example: told a write-off of May and nothing else, the bureau hears of an extension of March by May's section, with both.
 */
final class RestatedTrades {

    private final Dossier dossier;
    private final Telling telling;
    private final AccountRecords records;

    RestatedTrades(Dossier dossier, Telling telling, AccountRecords records) {
        this.dossier = dossier;
        this.telling = telling;
        this.records = records;
    }

    /** Sections of which nothing is left. */
    List<Planned> takenBack(Holding holding, LocalDate day) {
        List<Planned> planned = new ArrayList<>();
        held(holding).forEach((told, part) -> {
            if (mayDiffer(told) && of(told, holding).entries().isEmpty()) {
                planned.add(Planned.of(records.deletion(SectionKind.SPECIAL_TRADES, told, told), null, day));
            }
        });
        return planned;
    }

    /** Sections that say something else by now, and those that were never told. */
    List<Planned> corrected(Holding holding) {
        NavigableMap<LocalDate, Held.Part> held = held(holding);
        List<Planned> planned = new ArrayList<>();
        for (LocalDate told : days(holding)) {
            Held.Part part = held.get(told);
            boolean behindAll = held.isEmpty() || told.isAfter(held.lastKey());
            if (mayDiffer(told) && (part != null || behindAll)) {
                add(planned, part == null ? records.trades(telling.state(told)) : of(told, holding), told, part);
            }
        }
        return planned;
    }

    private void add(List<Planned> planned, Section now, LocalDate told, Held.@Nullable Part part) {
        String digest = "digest." + SectionKind.SPECIAL_TRADES.letter();
        boolean same = part != null && part.fact(digest).equals(Facts.digest(now));
        if (now.entries().isEmpty() || same) {
            return;
        }
        Map<String, String> before = new HashMap<>();
        for (String fact : List.of(digest, Facts.TRADES_IN_FULL)) {
            if (part != null) {
                before.put(fact, part.fact(fact));
            }
        }
        planned.add(new Planned(
                records.correction(now, told), SectionKind.SPECIAL_TRADES.letter(), told, Map.copyOf(before)));
    }

    /** What a held section has to say: the transactions of the months told since the section before it. */
    private Section of(LocalDate told, Holding holding) {
        LocalDate before = held(holding).lowerKey(told);
        Section section = Section.of(SectionKind.SPECIAL_TRADES, AccountType.D1);
        for (LocalDate month : days(holding).headSet(told, true)) {
            if (before == null || month.isAfter(before)) {
                for (Elements trade : records.trades(telling.state(month)).entries()) {
                    section = section.plus(trade);
                }
            }
        }
        return section;
    }

    private static NavigableMap<LocalDate, Held.Part> held(Holding holding) {
        NavigableMap<LocalDate, Held.Part> held = new TreeMap<>();
        holding.trades().forEach(part -> held.put(part.reportedOn(), part));
        return held;
    }

    /** The days that stand for their months; an opening's does not, whose month is still to be told. */
    private static NavigableSet<LocalDate> days(Holding holding) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (Held.Part month : holding.months()) {
            LocalDate day = month.reportedOn();
            boolean ended = day.plusDays(1).getDayOfMonth() == 1 || month.isClosed();
            if (ended && !BaselineFile.isBaseline(month)) {
                days.add(day);
            }
        }
        return days;
    }

    /** A fact changes its own month's transactions, which a later section may tell of. */
    private boolean mayDiffer(LocalDate told) {
        LocalDate restated = dossier.restateFrom();
        return restated != null && !told.isBefore(restated);
    }
}

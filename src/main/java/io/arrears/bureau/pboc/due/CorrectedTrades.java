package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Elements;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
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
final class CorrectedTrades {

    private final Dossier dossier;
    private final LoanDays loan;
    private final AccountRecords records;

    CorrectedTrades(Dossier dossier, LoanDays loan, AccountRecords records) {
        this.dossier = dossier;
        this.loan = loan;
        this.records = records;
    }

    /** Sections of which nothing is left. */
    List<DueRecord> takenBack(LoanOnFile onFile, LocalDate day) {
        List<DueRecord> planned = new ArrayList<>();
        held(onFile).forEach((reported, part) -> {
            if (mayDiffer(reported) && of(reported, onFile).entries().isEmpty()) {
                planned.add(DueRecord.of(records.deletion(SectionKind.SPECIAL_TRADES, reported, reported), null, day));
            }
        });
        return planned;
    }

    /** Sections that say something else by now, and those that were never told. */
    List<DueRecord> corrected(LoanOnFile onFile) {
        NavigableMap<LocalDate, SectionsOnFile.Part> held = held(onFile);
        List<DueRecord> planned = new ArrayList<>();
        for (LocalDate reported : days(onFile)) {
            SectionsOnFile.Part part = held.get(reported);
            boolean behindAll = held.isEmpty() || reported.isAfter(held.lastKey());
            if (mayDiffer(reported) && (part != null || behindAll)) {
                add(
                        planned,
                        part == null ? records.trades(loan.state(reported)) : of(reported, onFile),
                        reported,
                        part);
            }
        }
        return planned;
    }

    private void add(List<DueRecord> planned, Section now, LocalDate reported, SectionsOnFile.@Nullable Part part) {
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
        planned.add(new DueRecord(
                records.correction(now, reported), SectionKind.SPECIAL_TRADES.letter(), reported, Map.copyOf(before)));
    }

    /** What a held section has to say: the transactions of the months told since the section before it. */
    private Section of(LocalDate reported, LoanOnFile onFile) {
        LocalDate before = held(onFile).lowerKey(reported);
        Section section = Section.of(SectionKind.SPECIAL_TRADES, records.type());
        for (LocalDate month : days(onFile).headSet(reported, true)) {
            if (before == null || month.isAfter(before)) {
                for (Elements trade : records.trades(loan.state(month)).entries()) {
                    section = section.plus(trade);
                }
            }
        }
        return section;
    }

    private static NavigableMap<LocalDate, SectionsOnFile.Part> held(LoanOnFile onFile) {
        NavigableMap<LocalDate, SectionsOnFile.Part> held = new TreeMap<>();
        onFile.trades().forEach(part -> held.put(part.reportedOn(), part));
        return held;
    }

    /** The days that stand for their months; an opening's does not, whose month is still to be told. */
    private static NavigableSet<LocalDate> days(LoanOnFile onFile) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (SectionsOnFile.Part month : onFile.months()) {
            LocalDate day = month.reportedOn();
            boolean ended = day.plusDays(1).getDayOfMonth() == 1 || month.isClosed();
            if (ended && !month.isBaseline()) {
                days.add(day);
            }
        }
        return days;
    }

    /** A fact changes its own month's transactions, which a later section may tell of. */
    private boolean mayDiffer(LocalDate reported) {
        LocalDate restated = dossier.restateFrom();
        return restated != null && !reported.isBefore(restated);
    }
}

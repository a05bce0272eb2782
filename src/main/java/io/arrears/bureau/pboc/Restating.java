package io.arrears.bureau.pboc;

import io.arrears.furnish.Dossier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an account was told and is not so, or not so any more: deletions of what should not be there, corrections of what should
 * be there otherwise.
 *
 * <p>A correction bears the day of the section that it replaces: a day of its own would be one more day on which something is
 * held, and a later report of that day would clash with it (R0001203, R2101206).
 */
final class Restating {

    private final Dossier dossier;
    private final Telling telling;
    private final AccountRecords records;
    private final LocalDate day;
    private final @Nullable LocalDate endedOn;

    /** @param day the last one that a run tells events of */
    Restating(Dossier dossier, Telling telling, AccountRecords records, LocalDate day, @Nullable LocalDate endedOn) {
        this.dossier = dossier;
        this.telling = telling;
        this.records = records;
        this.day = day;
        this.endedOn = endedOn;
    }

    /** Months after the end, an end that was none, and undone cures; the whole account where its first report is such an end. */
    List<Planned> takenBack(Holding holding) {
        LocalDate first = holding.firstDay();
        boolean endedBefore = endedOn != null && endedOn.isBefore(first) && !holding.beganBefore();
        boolean beganWrong = holding.monthly().stream()
                .anyMatch(month -> isWrongEnd(month) && month.reportedOn().equals(first));
        if (beganWrong || endedBefore) {
            return List.of(Planned.of(records.deletion(), null, day));
        }
        List<Planned> planned = new ArrayList<>();
        List<LocalDate> wrong = holding.monthly().stream()
                .filter(this::isPastTheEnd)
                .map(Held.Part::reportedOn)
                .filter(told -> told.isAfter(first))
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            LocalDate from = wrong.get(0);
            LocalDate to = wrong.get(wrong.size() - 1);
            planned.add(deletion(SectionKind.MONTHLY, from, to));
            if (holding.hasTrades(from, to)) {
                planned.add(deletion(SectionKind.SPECIAL_TRADES, from, to));
            }
        }
        holding.cures().stream()
                .map(Held.Part::reportedOn)
                .filter(this::isNoCure)
                .forEach(cured -> planned.add(deletion(SectionKind.NON_MONTHLY, cured, cured)));
        return planned;
    }

    private Planned deletion(SectionKind kind, LocalDate from, LocalDate to) {
        return Planned.of(records.deletion(kind, from, to), null, day);
    }

    /** An open month of the first report's day is past the end, too, but cannot be told again, and is corrected. */
    private boolean isPastTheEnd(Held.Part month) {
        return month.isClosed()
                ? isWrongEnd(month)
                : endedOn != null && !month.reportedOn().isBefore(endedOn);
    }

    private boolean isWrongEnd(Held.Part month) {
        return month.isClosed()
                && !BaselineFile.isBaseline(month)
                && !month.reportedOn().equals(endedOn);
    }

    private boolean isNoCure(LocalDate told) {
        boolean pastTheEnd = endedOn != null && !told.isBefore(endedOn);
        return pastTheEnd || (mayDiffer(told) && !telling.state(told).isCuredBy(told));
    }

    /** Months and cures that would be told otherwise today. */
    List<Planned> corrected(Holding holding, ClassDates classes) {
        List<Planned> planned = months(holding, classes);
        for (Held.Part cure : holding.cures()) {
            if (mayDiffer(cure.reportedOn())) {
                Section now = records.nonMonthly(
                        cure.reportedOn(), telling.state(cure.reportedOn()), classes.since(cure.reportedOn()));
                addIfDifferent(planned, now, cure);
            }
        }
        return planned;
    }

    /** The borrower's new name or identity number, on the newest day held (R2121224), of a closed account too. */
    List<Planned> renamed(Holding holding) {
        String told = holding.identity();
        Section now = records.correctedBase();
        return told == null || told.equals(Facts.identity(now))
                ? List.of()
                : List.of(correction(now, holding.newestDay(), Map.of(Facts.IDENTITY, told)));
    }

    /** Terms and liable persons that have changed; where nobody is liable any more the section counts 0, as none can be deleted. */
    List<Planned> changed(Holding holding) {
        List<Planned> planned = new ArrayList<>();
        addIfChanged(planned, records.basicInfo(day, telling.state(day)), holding);
        Section liable = records.liable(day);
        if (!liable.entries().isEmpty() || holding.digest(SectionKind.LIABLE) != null) {
            addIfChanged(planned, liable, holding);
        }
        return planned;
    }

    /**
     * Each step leaves the class dates in the order of the months (R2121218): those that move on go first, newest first, then
     * those that move back, oldest first.
     */
    private List<Planned> months(Holding holding, ClassDates classes) {
        List<Planned> onward = new ArrayList<>();
        List<Planned> back = new ArrayList<>();
        for (Held.Part month : holding.months()) {
            LocalDate told = month.reportedOn();
            if (mayDiffer(told)
                    && !BaselineFile.isBaseline(month)) { // its class date stays, so later months go on from it
                String since = classes.ofMonth(told);
                Section now = records.monthly(told, telling.state(told), since);
                addIfDifferent(since.compareTo(month.fact("FiveCateAdjDate")) > 0 ? onward : back, now, month);
            }
        }
        Collections.reverse(onward);
        onward.addAll(back);
        return onward;
    }

    private boolean mayDiffer(LocalDate told) {
        LocalDate restated = dossier.restateFrom();
        return restated != null && !told.isBefore(restated);
    }

    private void addIfDifferent(List<Planned> planned, Section now, Held.Part told) {
        if (BaselineFile.isBaseline(told)) {
            return;
        }
        Map<String, String> before = new HashMap<>();
        Map<String, String> after = new HashMap<>();
        now.kind().layout().items().forEach(item -> {
            put(before, item.tag(), told.fact(item.tag()));
            put(after, item.tag(), now.value(item.tag()));
        });
        if (!before.equals(after)) {
            planned.add(correction(now, told.reportedOn(), before));
        }
    }

    private static void put(Map<String, String> says, String tag, String value) {
        if (!value.isEmpty()) {
            says.put(tag, value);
        }
    }

    private void addIfChanged(List<Planned> planned, Section now, Holding holding) {
        String told = holding.digest(now.kind());
        String digest = Facts.digest(now);
        boolean isNew = told == null
                && now.kind() == SectionKind.LIABLE
                && holding.newest(SectionKind.BASIC_INFO)
                        .filter(part -> !BaselineFile.isBaseline(part))
                        .isPresent();
        if (isNew || (told != null && !told.equals(digest))) {
            LocalDate on = holding.newest(now.kind()).map(Held.Part::reportedOn).orElseGet(holding::firstDay);
            planned.add(correction(now, on, before(now, holding)));
        }
    }

    /** What was told of the section: its values as far as they are kept, and its digest. */
    private static Map<String, String> before(Section now, Holding holding) {
        String digest = "digest." + now.kind().letter();
        Map<String, String> before = new HashMap<>();
        before.put(digest, "");
        holding.newest(now.kind()).ifPresent(part -> Stream.concat(
                        Stream.of(digest), now.kind().layout().items().stream().map(Item::tag))
                .filter(part.facts()::containsKey)
                .forEach(tag -> before.put(tag, part.fact(tag))));
        return Map.copyOf(before);
    }

    private Planned correction(Section now, LocalDate on, Map<String, String> before) {
        return new Planned(records.correction(now, on), now.kind().letter(), on, before);
    }
}

package io.arrears.bureau.pboc;

import io.arrears.furnish.Dossier;
import io.arrears.furnish.Schedule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which records of an account are due, oldest first: what is to be taken back, what is to be corrected, and every report point
 * since the last one told.
 *
 * <p>A report point keeps its day whenever it goes out: the opening's, the closing's, the month's end, the curing payment's.
 */
final class Plan {

    private final Dossier dossier;
    private final Holding holding;
    private final Schedule.Due due;
    private final Telling telling;
    private final AccountRecords records;
    private final LocalDate from;
    private final int learntLateAfter;
    private final @Nullable LocalDate endedOn;
    private final Map<YearMonth, ClassMark> classes = new TreeMap<>();

    /** A class as a month tells it, and since when it is that. */
    private record ClassMark(String fiveClass, String since) {}

    Plan(Pboc bureau, Dossier dossier, Holding holding, Schedule.Due due, Telling telling) {
        this.dossier = dossier;
        this.holding = holding;
        this.due = due;
        this.telling = telling;
        this.records = new AccountRecords(bureau, dossier);
        this.from = bureau.furnishing().from();
        this.learntLateAfter = bureau.choices().learntLateAfter();
        this.endedOn = telling.state(last(due.eventsUntil(), due.monthsUntil())).endedOn();
    }

    List<Planned> records() {
        for (Holding.Month month : holding.months()) {
            classes.put(
                    YearMonth.from(month.reportedOn()),
                    new ClassMark(month.fact("FiveCate"), month.fact("FiveCateAdjDate")));
        }
        List<Planned> planned = new ArrayList<>();
        if (holding.isHeld()) {
            planned.addAll(takenBack());
            planned.addAll(corrected());
        }
        planned.addAll(reported());
        return planned;
    }

    /** Months told as open from the closing on (late closing), and cures that a reversal has undone. */
    private List<Planned> takenBack() {
        List<Planned> planned = new ArrayList<>();
        LocalDate ended = endedOn;
        if (ended != null && !holding.isClosed()) {
            List<Holding.Month> after = holding.months().stream()
                    .filter(month -> !month.reportedOn().isBefore(ended))
                    .toList();
            if (!after.isEmpty()) {
                LocalDate last = after.get(after.size() - 1).reportedOn();
                LocalDate first = after.get(0).reportedOn();
                planned.add(Planned.of(records.deletion(SectionKind.MONTHLY, first, last), null, due.eventsUntil()));
            }
        }
        LocalDate restated = dossier.restateFrom();
        for (LocalDate cured : holding.cures()) {
            boolean mayDiffer = restated != null && !cured.isBefore(restated);
            if (mayDiffer && telling.state(cured).isOverdue()) {
                planned.add(
                        Planned.of(records.deletion(SectionKind.NON_MONTHLY, cured, cured), null, due.eventsUntil()));
            }
        }
        return planned;
    }

    /** Months that would be told otherwise today, and terms or liable persons that have changed. */
    private List<Planned> corrected() {
        List<Planned> planned = new ArrayList<>();
        LocalDate day = due.eventsUntil();
        LocalDate restated = dossier.restateFrom();
        for (Holding.Month month : holding.months()) {
            boolean stays =
                    endedOn == null || holding.isClosed() || month.reportedOn().isBefore(endedOn);
            if (restated != null && !month.reportedOn().isBefore(restated) && stays) {
                Section now = monthly(month.reportedOn());
                Map<String, String> says = filled(now);
                if (!says.equals(filled(month.facts()))) {
                    planned.add(new Planned(
                            records.correction(now, day), "H", day, month.reportedOn(), filled(month.facts())));
                }
            }
        }
        if (!holding.isClosed()) {
            addIfChanged(planned, records.basicInfo(day), "C", day);
            Section liable = records.liable(day);
            if (!liable.entries().isEmpty()) {
                addIfChanged(planned, liable, "D", day);
            }
        }
        return planned;
    }

    private void addIfChanged(List<Planned> planned, Section now, String letter, LocalDate day) {
        String told = holding.digest(letter);
        String digest = Facts.digest(PbocXml.section(now));
        boolean isNew = told == null && letter.equals("D");
        if (isNew || (told != null && !told.equals(digest))) {
            planned.add(new Planned(
                    records.correction(now, day),
                    letter,
                    day,
                    day,
                    Map.of("digest." + letter, told == null ? "" : told)));
        }
    }

    private static Map<String, String> filled(Section section) {
        Map<String, String> says = new HashMap<>();
        SectionKind.MONTHLY.layout().items().forEach(item -> {
            if (!section.value(item.tag()).isEmpty()) {
                says.put(item.tag(), section.value(item.tag()));
            }
        });
        return says;
    }

    private static Map<String, String> filled(Map<String, String> facts) {
        Map<String, String> says = new HashMap<>();
        SectionKind.MONTHLY.layout().items().forEach(item -> {
            String value = facts.get(item.tag());
            if (value != null) {
                says.put(item.tag(), value);
            }
        });
        return says;
    }

    private List<Planned> reported() {
        if (holding.isClosed()) {
            return List.of();
        }
        List<Planned> planned = new ArrayList<>();
        LocalDate last = holding.isHeld() ? lastKept() : firstReport(planned);
        if (last == null) {
            return planned;
        }
        boolean overdue =
                planned.isEmpty() ? holding.showsOverdue() : telling.state(last).isOverdue();
        for (LocalDate end = monthEnd(last); !end.isAfter(due.monthsUntil()); end = monthEnd(end.plusDays(1))) {
            boolean isTold = !end.isAfter(last);
            if (endedOn != null && !endedOn.isAfter(end)) {
                break;
            }
            if (!isTold && !end.isBefore(from)) {
                planned.add(report("30", end));
                last = end;
                overdue = telling.state(end).isOverdue();
            }
        }
        addEnd(planned, last, overdue);
        return planned;
    }

    /** The closing, or a cure between two months' ends. */
    private void addEnd(List<Planned> planned, LocalDate last, boolean overdue) {
        LocalDate ended = endedOn;
        if (ended != null) {
            boolean onMonthEnd = ended.equals(monthEnd(ended));
            if (ended.isBefore(from)) {
                return;
            }
            if (onMonthEnd && !ended.isAfter(due.monthsUntil())) {
                planned.add(report("32", ended));
            } else if (!onMonthEnd && !ended.isAfter(due.eventsUntil())) {
                planned.add(report("20", ended));
            }
            return;
        }
        LocalDate cured = telling.settlement(due.eventsUntil()).episodeEndedOn();
        if (overdue && cured != null && cured.isAfter(last) && !cured.equals(monthEnd(cured)) && isCure(cured)) {
            planned.add(report("40", cured));
        }
    }

    /** Paid on the day itself, and not overdue again since. */
    private boolean isCure(LocalDate cured) {
        AccountState then = telling.state(cured);
        var paid = then.settlement().standing().lastPayment();
        return paid != null
                && paid.valueOn().equals(cured)
                && !then.isEnded()
                && !then.isOverdue()
                && !telling.state(due.eventsUntil()).isOverdue();
    }

    /** The last day that stays told: months after the closing are taken back. */
    private LocalDate lastKept() {
        LocalDate ended = endedOn;
        return holding.months().stream()
                .map(Holding.Month::reportedOn)
                .filter(day -> ended == null || day.isBefore(ended))
                .reduce((a, b) -> b)
                .map(day -> last(day, holding.cures().isEmpty() ? day : holding.lastReported()))
                .orElse(dossier.facts().account().openedOn());
    }

    /** Adds the first report if it is due; returns its day. */
    private @Nullable LocalDate firstReport(List<Planned> planned) {
        LocalDate opened = dossier.facts().account().openedOn();
        LocalDate known = dossier.terms().knownOn();
        boolean inTime = ChronoUnit.DAYS.between(opened, known) < learntLateAfter;
        if (inTime && !opened.isBefore(from) && !holding.isDeleted()) {
            if (opened.isAfter(due.eventsUntil())) {
                return null;
            }
            planned.add(report("10", opened));
            return opened;
        }
        LocalDate lifted = telling.liftedOn();
        LocalDate since = last(last(opened, from), holding.isDeleted() && lifted != null ? lifted : known);
        LocalDate end = monthEnd(since);
        boolean ended = endedOn != null && !endedOn.isAfter(end);
        if (end.isAfter(due.monthsUntil()) || ended) {
            return null;
        }
        planned.add(report("31", end));
        return end;
    }

    private Planned report(String code, LocalDate day) {
        AccountState state = telling.state(day);
        return Planned.of(records.report(code, day, state, classSince(day, state)), code, day);
    }

    private Section monthly(LocalDate day) {
        AccountState state = telling.state(day);
        return records.monthly(day, state, classSince(day, state));
    }

    /** Since when the class is what it is: as the month before told it, or from this day on; from the opening for a normal first. */
    private String classSince(LocalDate day, AccountState state) {
        String fiveClass = Integer.toString(state.settlement().figures().fiveClass());
        ClassMark before = null;
        for (Map.Entry<YearMonth, ClassMark> mark : classes.entrySet()) {
            if (mark.getKey().isBefore(YearMonth.from(day))) {
                before = mark.getValue();
            }
        }
        String since;
        if (before != null) {
            since = before.fiveClass().equals(fiveClass) ? before.since() : day.toString();
        } else {
            since = fiveClass.equals("1") ? dossier.facts().account().openedOn().toString() : day.toString();
        }
        classes.put(YearMonth.from(day), new ClassMark(fiveClass, since));
        return since;
    }

    private static LocalDate monthEnd(LocalDate day) {
        return YearMonth.from(day).atEndOfMonth();
    }

    private static LocalDate last(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}

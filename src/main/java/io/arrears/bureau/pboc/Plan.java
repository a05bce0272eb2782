package io.arrears.bureau.pboc;

import io.arrears.furnish.Dossier;
import io.arrears.furnish.Schedule;
import io.arrears.furnish.Told;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records of an account are due: what is to be taken back, what is to be corrected, and every report point since the last
 * one told, oldest first.
 *
 * <p>A report point keeps its day whenever it goes out: the opening's, the closing's, the month's end, the curing payment's.
 */
final class Plan {

    private final Dossier dossier;
    private final Schedule.Due due;
    private final Telling telling;
    private final AccountRecords records;
    private final LocalDate from;
    private final int learntLateAfter;
    private final @Nullable LocalDate endedOn;
    private final Restating restating;
    private final RestatedTrades trades;
    private final List<Planned> planned = new ArrayList<>();

    Plan(Pboc bureau, Dossier dossier, Schedule.Due due, Telling telling) {
        this.dossier = dossier;
        this.due = due;
        this.telling = telling;
        this.records = new AccountRecords(bureau, dossier);
        this.from = bureau.furnishing().from();
        this.learntLateAfter = bureau.choices().learntLateAfter();
        this.endedOn = telling.state().endedOn();
        this.restating = new Restating(dossier, telling, records, due.eventsUntil(), endedOn);
        this.trades = new RestatedTrades(dossier, telling, records);
    }

    List<Planned> records() {
        Holding holding = Holding.of(dossier.told());
        if (holding.isHeld()) {
            planned.addAll(restating.takenBack(holding));
            holding = afterwards(holding);
            planned.addAll(trades.takenBack(holding, due.eventsUntil()));
            holding = afterwards(holding);
        }
        ClassDates classes = new ClassDates(telling, openedOn(), holding.months());
        if (holding.isHeld()) {
            planned.addAll(restating.corrected(holding, classes));
            planned.addAll(trades.corrected(holding));
            holding = afterwards(holding);
            planned.addAll(restating.renamed(holding));
            planned.addAll(holding.isClosed() ? List.of() : restating.changed(holding));
        }
        if (!holding.isHeld()) {
            addFirst(holding, classes);
        } else if (!holding.isClosed()) {
            addRest(holding.lastDay(), holding.showsOverdue(), classes);
        }
        return planned;
    }

    /** What the bureau holds once it was told what is planned so far. */
    private Holding afterwards(Holding before) {
        if (planned.isEmpty()) {
            return before;
        }
        List<Told> told = new ArrayList<>(dossier.told());
        planned.forEach(record -> told.add(Planned.told(record.furnished())));
        return Holding.of(told);
    }

    /** The first report, and what has become due after it. */
    private void addFirst(Holding holding, ClassDates classes) {
        LocalDate lifted = holding.isDeleted() ? telling.liftedOn() : null;
        LocalDate earliest = last(last(openedOn(), from), lifted == null ? from : lifted);
        LocalDate known = dossier.terms().knownOn();
        boolean inTime = ChronoUnit.DAYS.between(openedOn(), known) < learntLateAfter;
        if (inTime && earliest.equals(openedOn()) && lifted == null) {
            if (!earliest.isAfter(due.eventsUntil())) {
                addReport("10", true, earliest, classes);
                addRest(earliest, telling.state(earliest).isOverdue(), classes);
            }
            return;
        }
        LocalDate end = monthEnd(last(earliest, known));
        LocalDate ended = endedOn;
        if (ended != null && !ended.isAfter(end)) {
            if (!ended.isBefore(earliest)) {
                addEnd(ended, true, classes);
            }
        } else if (!end.isAfter(due.monthsUntil())) {
            addReport("31", true, end, classes);
            addRest(end, telling.state(end).isOverdue(), classes);
        }
    }

    /** The ends of the months after a day, and the closing or the cure that no month's end stands before. */
    private void addRest(LocalDate told, boolean toldOverdue, ClassDates classes) {
        LocalDate last = told;
        boolean overdue = toldOverdue;
        LocalDate ended = endedOn;
        LocalDate next = monthEnd(last.plusDays(1));
        while (!next.isAfter(due.monthsUntil()) && (ended == null || next.isBefore(ended))) {
            if (!next.isBefore(from)) {
                addReport("30", false, next, classes);
                overdue = telling.state(next).isOverdue();
            }
            last = next;
            next = monthEnd(last.plusDays(1));
        }
        if (ended != null && ended.isAfter(last)) {
            if (!next.isBefore(ended)) {
                addEnd(ended, false, classes);
            }
        } else if (ended == null && overdue) {
            addCure(last, next, classes);
        }
    }

    /** What the bureau holds is closed there, though it ended before the first day that is spoken of. */
    private void addEnd(LocalDate ended, boolean first, ClassDates classes) {
        boolean onMonthEnd = ended.equals(monthEnd(ended));
        boolean isSpokenOf = !first || !ended.isBefore(from);
        if (isSpokenOf && !ended.isAfter(onMonthEnd ? due.monthsUntil() : due.eventsUntil())) {
            addReport(onMonthEnd ? "32" : "20", first, ended, classes);
        }
    }

    /** Only where nothing is overdue again by now, and before the month's end that will tell of it. */
    private void addCure(LocalDate last, LocalDate next, ClassDates classes) {
        LocalDate cured = telling.settlement(due.eventsUntil()).episodeEndedOn();
        if (cured != null
                && cured.isAfter(last)
                && cured.isBefore(next)
                && !cured.isBefore(from)
                && telling.state(cured).isCuredBy(cured)) {
            planned.add(Planned.of(records.recovery(cured, telling.state(cured), classes.since(cured)), "40", cured));
        }
    }

    private void addReport(String code, boolean first, LocalDate day, ClassDates classes) {
        planned.add(Planned.of(records.report(code, first, day, telling.state(day), classes.ofMonth(day)), code, day));
    }

    private LocalDate openedOn() {
        return dossier.facts().account().openedOn();
    }

    private static LocalDate monthEnd(LocalDate day) {
        return YearMonth.from(day).atEndOfMonth();
    }

    private static LocalDate last(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}

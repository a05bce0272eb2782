package io.arrears.bureau.pboc;

import io.arrears.furnish.Dossier;
import io.arrears.furnish.Schedule;
import io.arrears.furnish.Told;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which records of an account are due: what is to be taken back, what is to be corrected, and every report point that is not on
 * file, oldest first, be it behind others that are (S1).
 *
 * <p>A report point keeps its day whenever it goes out: the opening's, the closing's, the month's end, the curing payment's.
 */
final class Plan {

    private static final String CURE = "40";

    private final Dossier dossier;
    private final Schedule.Due due;
    private final Telling telling;
    private final AccountRecords records;
    private final Schedule schedule;
    private final LocalDate from;
    private final @Nullable LocalDate endedOn;
    private final Restating restating;
    private final RestatedTrades trades;
    private final List<Planned> planned = new ArrayList<>();

    Plan(Pboc bureau, Dossier dossier, Schedule.Due due, Telling telling) {
        this.dossier = dossier;
        this.due = due;
        this.telling = telling;
        this.records = new AccountRecords(bureau, dossier);
        this.schedule = bureau.furnishing().schedule();
        this.from = bureau.furnishing().from();
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
        ClassDates classes = telling.classes(holding.months());
        if (holding.isHeld()) {
            planned.addAll(restating.corrected(holding, classes));
            planned.addAll(trades.corrected(holding));
            holding = afterwards(holding);
            planned.addAll(restating.renamed(holding));
            planned.addAll(holding.isClosed() ? List.of() : restating.changed(holding));
        }
        points(holding).stream()
                .sorted(Comparator.comparing(Point::day))
                .forEach(point -> planned.add(record(point, classes)));
        return planned;
    }

    /** A day on which something of the account is due to be told. */
    private record Point(String code, boolean first, LocalDate day) {}

    /**
     * What is due now. A first report that did not arrive is, unless its month's end is on file, which the bureau would not have
     * taken without it.
     */
    private List<Point> points(Holding holding) {
        List<Point> points = new ArrayList<>();
        if (!holding.isHeld()) {
            first().ifPresent(first -> {
                points.add(first);
                if (!first.code().equals("20") && !first.code().equals("32")) {
                    addRest(points, holding, first.day());
                }
            });
        } else {
            Optional<Point> lost = first().filter(
                            first -> first.day().isBefore(holding.firstDay()) && wasTold(first.day()))
                    .filter(first -> holding.newestOf(first.day()).isEmpty());
            lost.ifPresent(points::add);
            addRest(points, holding, lost.map(Point::day).orElse(holding.firstDay()));
            addLostCures(points, holding);
        }
        return points;
    }

    private Planned record(Point point, ClassDates classes) {
        LocalDate day = point.day();
        AccountState state = telling.state(day);
        PbocRecord record = point.code().equals(CURE)
                ? records.recovery(day, state, classes.since(day))
                : records.report(point.code(), point.first(), day, state, classes.ofMonth(day));
        return Planned.of(record, point.code(), day);
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

    /**
     * The first report: the opening, or the end of the first month that is told, or an end before it. Of an account that was taken
     * back as a whole it is the same once its block is lifted: nothing of it is on file, and what passed under the block is true.
     */
    private Optional<Point> first() {
        LocalDate earliest = last(openedOn(), from);
        LocalDate known = dossier.terms().knownOn();
        if (schedule.tellsOpening(openedOn(), known) && earliest.equals(openedOn())) {
            return due("10", earliest, due.eventsUntil());
        }
        LocalDate end = monthEnd(last(earliest, known));
        LocalDate ended = endedOn;
        if (ended != null && !ended.isAfter(end)) {
            return ended.isBefore(earliest) ? Optional.empty() : end(ended, true);
        }
        return due("31", end, due.monthsUntil());
    }

    private static Optional<Point> due(String code, LocalDate day, LocalDate until) {
        return day.isAfter(until) ? Optional.empty() : Optional.of(new Point(code, true, day));
    }

    /** What the bureau holds is closed there, though it ended before the first day that is spoken of. */
    private Optional<Point> end(LocalDate ended, boolean first) {
        boolean onMonthEnd = ended.equals(monthEnd(ended));
        boolean isSpokenOf = !first || !ended.isBefore(from);
        return isSpokenOf && !ended.isAfter(onMonthEnd ? due.monthsUntil() : due.eventsUntil())
                ? Optional.of(new Point(onMonthEnd ? "32" : "20", first, ended))
                : Optional.empty();
    }

    /**
     * Every month's end after the first report that is not on file, whatever later one is, and the closing or the cure that no
     * month's end stands before (S1).
     */
    private void addRest(List<Point> points, Holding holding, LocalDate first) {
        LocalDate told = holding.isHeld() ? holding.lastDay() : first;
        LocalDate last = told;
        LocalDate next = monthEnd(first.plusDays(1));
        while (!next.isAfter(due.monthsUntil()) && (endedOn == null || next.isBefore(endedOn))) {
            if (!next.isBefore(from) && !holding.hasMonthEnd(next)) {
                points.add(new Point("30", false, next));
            }
            last = last(last, next);
            next = monthEnd(next.plusDays(1));
        }
        LocalDate ended = endedOn;
        if (ended != null) {
            if (!holding.isClosed() && ended.isAfter(last) && !next.isBefore(ended)) {
                end(ended, false).ifPresent(points::add);
            }
        } else if ((last.equals(told) && holding.isHeld())
                ? holding.showsOverdue()
                : telling.state(last).isOverdue()) {
            addCure(points, last, last(next, monthEnd(last.plusDays(1))));
        }
    }

    /** Only where nothing is overdue again by now, and before the month's end that will tell of it. */
    private void addCure(List<Point> points, LocalDate last, LocalDate next) {
        LocalDate cured = telling.settlement(due.eventsUntil()).episodeEndedOn();
        if (cured != null
                && cured.isAfter(last)
                && cured.isBefore(next)
                && !cured.isBefore(from)
                && telling.state(cured).isCuredBy(cured)) {
            points.add(new Point(CURE, false, cured));
        }
    }

    /** Cures of months that ended since, which were told and did not arrive, and are cures still (S1). */
    private void addLostCures(List<Point> points, Holding holding) {
        sinceTakenBack()
                .filter(told -> CURE.equals(told.code()) && !told.counts())
                .map(Told::reportedOn)
                .distinct()
                .filter(day -> !day.isBefore(from)
                        && !holding.hasCure(day)
                        && points.stream().noneMatch(point -> point.day().equals(day))
                        && telling.state(day).isCuredBy(day)
                        && telling.state(monthEnd(day.minusMonths(1))).isOverdue())
                .forEach(day -> points.add(new Point(CURE, false, day)));
    }

    private boolean wasTold(LocalDate day) {
        return sinceTakenBack().anyMatch(told -> told.reportedOn().equals(day));
    }

    /** The account's own reports, whatever became of them, since it was last taken back as a whole. */
    private Stream<Told> sinceTakenBack() {
        List<Told> told = dossier.told();
        int from = 0;
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).counts() && told.get(i).kind().equals(RecordKind.ACCOUNT_DELETION.code())) {
                from = i + 1;
            }
        }
        return told.subList(from, told.size()).stream()
                .filter(record -> record.kind().equals(RecordKind.ACCOUNT.code()));
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

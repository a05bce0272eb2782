package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.furnish.Dossier;
import io.arrears.furnish.Reported;
import io.arrears.furnish.ReportingCalendar;
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
final class DueRecords {

    private static final String CURE = "40";

    private final Dossier dossier;
    private final ReportingCalendar.Due due;
    private final LoanDays loan;
    private final AccountRecords records;
    private final ReportingCalendar calendar;
    private final LocalDate from;
    private final @Nullable LocalDate endedOn;
    private final Corrections restating;
    private final CorrectedTrades trades;
    private final List<DueRecord> planned = new ArrayList<>();

    DueRecords(PbocSettings settings, Dossier dossier, ReportingCalendar.Due due, LoanDays loan) {
        this.dossier = dossier;
        this.due = due;
        this.loan = loan;
        this.records = new AccountRecords(settings, dossier);
        this.calendar = settings.terms().calendar();
        this.from = settings.terms().from();
        this.endedOn = loan.state().endedOn();
        this.restating = new Corrections(dossier, loan, records, due.eventsUntil(), endedOn);
        this.trades = new CorrectedTrades(dossier, loan, records);
    }

    List<DueRecord> records() {
        LoanOnFile onFile = LoanOnFile.of(dossier.reported());
        if (onFile.isHeld()) {
            planned.addAll(restating.takenBack(onFile));
            onFile = afterwards(onFile);
            planned.addAll(trades.takenBack(onFile, due.eventsUntil()));
            onFile = afterwards(onFile);
        }
        ClassDates classes = loan.classes(onFile.months());
        if (onFile.isHeld()) {
            planned.addAll(restating.corrected(onFile, classes));
            planned.addAll(trades.corrected(onFile));
            onFile = afterwards(onFile);
            planned.addAll(restating.renamed(onFile));
            planned.addAll(onFile.isClosed() ? List.of() : restating.changed(onFile));
        }
        points(onFile).stream()
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
    private List<Point> points(LoanOnFile onFile) {
        List<Point> points = new ArrayList<>();
        if (!onFile.isHeld()) {
            first().ifPresent(first -> {
                points.add(first);
                if (!first.code().equals("20") && !first.code().equals("32")) {
                    addRest(points, onFile, first.day());
                }
            });
        } else {
            Optional<Point> lost = first().filter(
                            first -> first.day().isBefore(onFile.firstDay()) && wasReported(first.day()))
                    .filter(first -> onFile.newestOf(first.day()).isEmpty());
            lost.ifPresent(points::add);
            addRest(points, onFile, lost.map(Point::day).orElse(onFile.firstDay()));
            addLostCures(points, onFile);
        }
        return points;
    }

    private DueRecord record(Point point, ClassDates classes) {
        LocalDate day = point.day();
        AccountState state = loan.state(day);
        PbocRecord record = point.code().equals(CURE)
                ? records.recovery(day, state, classes.since(day))
                : records.report(point.code(), point.first(), day, state, classes.ofMonth(day));
        return DueRecord.of(record, point.code(), day);
    }

    /** What the bureau holds once it was told what is planned so far. */
    private LoanOnFile afterwards(LoanOnFile before) {
        if (planned.isEmpty()) {
            return before;
        }
        List<Reported> reported = new ArrayList<>(dossier.reported());
        planned.forEach(record -> reported.add(DueRecord.reported(record.furnished())));
        return LoanOnFile.of(reported);
    }

    /**
     * The first report: the opening, or the end of the first month that is told, or an end before it. Of an account that was taken
     * back as a whole it is the same once its block is lifted: nothing of it is on file, and what passed under the block is true.
     */
    private Optional<Point> first() {
        LocalDate earliest = last(openedOn(), from);
        LocalDate known = dossier.terms().knownOn();
        if (calendar.tellsOpening(openedOn(), known) && earliest.equals(openedOn())) {
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
    private void addRest(List<Point> points, LoanOnFile onFile, LocalDate first) {
        LocalDate reported = onFile.isHeld() ? onFile.lastDay() : first;
        LocalDate last = reported;
        LocalDate next = monthEnd(first.plusDays(1));
        while (!next.isAfter(due.monthsUntil()) && (endedOn == null || next.isBefore(endedOn))) {
            if (!next.isBefore(from) && !onFile.hasMonthEnd(next)) {
                points.add(new Point("30", false, next));
            }
            last = last(last, next);
            next = monthEnd(next.plusDays(1));
        }
        LocalDate ended = endedOn;
        if (ended != null) {
            if (!onFile.isClosed() && ended.isAfter(last) && !next.isBefore(ended)) {
                end(ended, false).ifPresent(points::add);
            }
        } else if ((last.equals(reported) && onFile.isHeld())
                ? onFile.showsOverdue()
                : loan.state(last).isOverdue()) {
            addCure(points, last, last(next, monthEnd(last.plusDays(1))));
        }
    }

    /** Only where nothing is overdue again by now, and before the month's end that will tell of it. */
    private void addCure(List<Point> points, LocalDate last, LocalDate next) {
        LocalDate cured = loan.settlement(due.eventsUntil()).episodeEndedOn();
        if (cured != null
                && cured.isAfter(last)
                && cured.isBefore(next)
                && !cured.isBefore(from)
                && loan.state(cured).isCuredBy(cured)) {
            points.add(new Point(CURE, false, cured));
        }
    }

    /** Cures of months that ended since, which were told and did not arrive, and are cures still (S1). */
    private void addLostCures(List<Point> points, LoanOnFile onFile) {
        sinceTakenBack()
                .filter(reported -> CURE.equals(reported.code()) && !reported.counts())
                .map(Reported::reportedOn)
                .distinct()
                .filter(day -> !day.isBefore(from)
                        && !onFile.hasCure(day)
                        && points.stream().noneMatch(point -> point.day().equals(day))
                        && loan.state(day).isCuredBy(day)
                        && loan.state(monthEnd(day.minusMonths(1))).isOverdue())
                .forEach(day -> points.add(new Point(CURE, false, day)));
    }

    private boolean wasReported(LocalDate day) {
        return sinceTakenBack().anyMatch(reported -> reported.reportedOn().equals(day));
    }

    /** The account's own reports, whatever became of them, since it was last taken back as a whole. */
    private Stream<Reported> sinceTakenBack() {
        return Reported.sinceRetraction(dossier.reported()).stream()
                .filter(record -> record.meaning().isAccountReport());
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

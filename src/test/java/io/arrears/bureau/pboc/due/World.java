package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Fault;
import io.arrears.bureau.pboc.record.FeedbackCodes;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.rule.HistoryRules;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.bureau.pboc.xml.PbocXml;
import io.arrears.furnish.Decision;
import io.arrears.furnish.FileEvent;
import io.arrears.furnish.FileMove;
import io.arrears.furnish.Reported;
import io.arrears.furnish.Reported.Course;
import io.arrears.furnish.Reported.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One account, its lender and its bureau, each with what it knows: the lender its files and what was said of them, the bureau what it
 * loaded. A file may arrive or get lost, whatever the lender says of it.
 */
final class World {

    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 5);

    /** What happens to the files of a night on their way. */
    enum Way {
        ARRIVES,
        IS_LOST,
        LOSES_A_RECORD,
        IS_REFUSED_WHOLE
    }

    /** A record of a file: what the lender wrote, what the bureau answers, and what people say of that. */
    private static final class Line {
        private final Decision.Report record;
        private @Nullable String answer;
        private @Nullable String fault;
        private Reported.@Nullable Word word;

        Line(Decision.Report record) {
            this.record = record;
        }
    }

    private static final class Filed {
        private final String kind;
        private final int made;
        private final List<Line> lines;
        private State state = State.PREPARED;
        private int since;
        private boolean counted;
        private boolean isProcessed;
        private boolean isRefusedWhole;
        private boolean isAnswered;

        Filed(String kind, int made, List<Line> lines) {
            this.kind = kind;
            this.made = made;
            this.since = made;
            this.lines = lines;
        }
    }

    private final Lender lender;
    private final Loan loan;
    private final List<Filed> files = new ArrayList<>();
    private final List<Reported> loaded = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();
    private LocalDate today = BEGIN;
    private int clock;

    World(Lender lender, Loan loan) {
        this.lender = lender;
        this.loan = loan;
    }

    LocalDate today() {
        return today;
    }

    /** On to the night that tells the month's end. */
    void month() {
        today = YearMonth.from(today).plusMonths(1).atDay(2);
    }

    void day() {
        today = today.plusDays(1);
    }

    /** Lines that the bureau loaded though it held them. */
    List<String> twice() {
        return twice;
    }

    List<Reported> loaded() {
        return loaded;
    }

    /** A night: what is due goes into files, kind by kind. */
    List<Decision> night() {
        clock++;
        List<Decision> decisions = lender.bureau()
                .decide(
                        loan.dossier(today, reported(), LocalDate.MIN),
                        lender.policy(),
                        lender.calendar().on(today),
                        today.plusDays(1).atTime(1, 0).toInstant(ZoneOffset.UTC));
        for (String kind : lender.bureau().files().kinds()) {
            List<Line> lines = decisions.stream()
                    .filter(decision -> decision instanceof Decision.Report
                            && decision.kind().equals(kind))
                    .map(Decision.Report.class::cast)
                    .sorted(Comparator.comparing(Decision.Report::reportedOn))
                    .map(Line::new)
                    .toList();
            if (!lines.isEmpty()) {
                files.add(new Filed(kind, clock, lines));
            }
        }
        return decisions;
    }

    /** What the lender knows of all that it told. */
    List<Reported> reported() {
        List<Reported> reported = new ArrayList<>();
        for (Filed file : files) {
            for (Line line : file.lines) {
                Reported record = DueRecord.reported(line.record)
                        .as(file.state)
                        .after(new Course(Instant.ofEpochSecond(file.since), file.counted, line.word));
                reported.add(line.fault == null ? record : record.refused(line.fault));
            }
        }
        return reported;
    }

    private boolean move(Filed file, FileEvent event) {
        clock++;
        if (FileMove.of(file.state, event) instanceof FileMove.To to) {
            file.counted |= file.state.counts();
            file.state = to.next();
            file.since = clock;
            file.lines.forEach(line -> line.fault = null);
            return true;
        }
        return false;
    }

    /** What was prepared is released and sent, unless it repeats what was loaded since: then it is void (S3). */
    void send(Way way) {
        for (Filed file : in(State.PREPARED)) {
            if (repeats(file)) {
                move(file, FileEvent.VOID);
            } else {
                move(file, FileEvent.RELEASE);
                move(file, FileEvent.SENT);
                arrive(file, way);
            }
        }
    }

    private boolean repeats(Filed file) {
        return files.stream()
                .filter(other -> other.made < file.made && other.state == State.ACCEPTED && other.since > file.made)
                .flatMap(other -> other.lines.stream())
                .filter(line -> line.fault == null)
                .anyMatch(line -> file.lines.stream().anyMatch(mine -> isSame(mine.record, line.record)));
    }

    private static boolean isSame(Decision.Report one, Decision.Report other) {
        return one.kind().equals(other.kind())
                && (one.line().equals(other.line())
                        || (one.kind().equals("210") && one.reportedOn().equals(other.reportedOn())));
    }

    private void arrive(Filed file, Way way) {
        if (repeats(file)) {
            twice.add(file.kind + ", sent though it was known to be loaded");
        }
        if (way == Way.IS_LOST) {
            return;
        }
        file.isProcessed = true;
        file.isRefusedWhole = way == Way.IS_REFUSED_WHOLE;
        for (Line line : file.lines) {
            boolean isFirst = line == file.lines.get(0);
            if (way == Way.LOSES_A_RECORD && isFirst) {
                line.answer = "BLE019 TotOverd";
            } else if (!file.isRefusedWhole) {
                line.answer = load(line.record);
            }
        }
    }

    /** The bureau takes a record by its own rules; what it finds wrong with it, or nothing. */
    private @Nullable String load(Decision.Report sent) {
        PbocRecord record = Objects.requireNonNull(PbocXml.parse(sent.line()).record());
        List<Fault> faults = HistoryRules.check(record, loaded);
        if (!faults.isEmpty()) {
            String rule = faults.get(0).rule();
            return FeedbackCodes.all().entrySet().stream()
                            .filter(code -> code.getValue().equals(List.of(rule)))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("BLE000")
                    + " " + faults.get(0).tag();
        }
        String before = state();
        loaded.add(DueRecord.reported(sent).as(State.ACCEPTED));
        if (before.equals(state())) {
            twice.add(sent.line());
        }
        return null;
    }

    private String state() {
        return new TreeMap<>(SectionsOnFile.of(loaded).parts().stream()
                        .collect(Collectors.toMap(
                                part -> part.letter() + part.reportedOn(), SectionsOnFile.Part::facts, (a, b) -> b)))
                .toString();
    }

    void voidPrepared() {
        in(State.PREPARED).forEach(file -> move(file, FileEvent.VOID));
    }

    /** Two people say that what was sent and is not answered did not arrive, whether that is so or not. */
    void voidNotReceived() {
        in(State.SENT).forEach(file -> move(file, FileEvent.VOID));
    }

    /** Two people say so of what did not. */
    void voidLost() {
        in(State.SENT).stream().filter(file -> !file.isProcessed).forEach(file -> move(file, FileEvent.VOID));
    }

    /** The client does not let out what is released: all of it is refused before the bureau sees it. */
    void bad() {
        for (Filed file : in(State.PREPARED)) {
            move(file, FileEvent.RELEASE);
            move(file, FileEvent.BAD);
            file.lines.get(0).fault = "BLE019 TotOverd";
        }
    }

    /** The bureau's answers come in, in the order of its files' names. */
    void answer() {
        files.stream()
                .filter(file -> file.isProcessed && !file.isAnswered)
                .sorted(Comparator.comparing(file -> file.kind))
                .forEach(file -> {
                    file.isAnswered = true;
                    if (move(file, file.isRefusedWhole ? FileEvent.REFUSAL : FileEvent.ANSWER)) {
                        file.lines.forEach(line -> line.fault = line.answer);
                    }
                });
    }

    /** Everything that waits for its answer alone is told anew as it is (S11). */
    void retell(List<Decision> night) {
        clock++;
        for (Decision decision : night) {
            if (decision instanceof Decision.Hold held && held.stop().gate().equals("answered")) {
                files.stream()
                        .flatMap(file -> file.lines.stream())
                        .filter(line -> line.fault != null
                                && line.record.kind().equals(held.kind())
                                && (line.record.reportedOn().equals(held.reportedOn())
                                        || !held.kind().equals("210")))
                        .forEach(line -> line.word = Reported.Word.RETELL);
            }
        }
    }

    private List<Filed> in(State state) {
        return files.stream().filter(file -> file.state == state).toList();
    }
}

package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which records of a line's contract are due: another code, what is to be taken back, what is to be corrected, and every point that is
 * not on file, oldest first, be it behind others that are (S1).
 *
 * <p>A correction bears the day of what it replaces, as those of an account do.
 */
final class DueContractRecords {

    private static final String BASE = SectionKind.CONTRACT_BASE.letter();
    private static final String CO_BORROWERS = SectionKind.CO_BORROWERS.letter();
    private static final String LIMIT = SectionKind.LIMIT.letter();

    private final List<Reported> reported;
    private final NavigableMap<LocalDate, String> points;
    private final ContractRecords records;
    private final LocalDate day;
    private final boolean beganBefore;
    private final List<DueRecord> planned = new ArrayList<>();

    /**
     * @param day the last one that a run tells events of
     * @param beganBefore whether the bureau held the contract before we began
     */
    DueContractRecords(
            List<Reported> reported,
            NavigableMap<LocalDate, String> points,
            ContractRecords records,
            LocalDate day,
            boolean beganBefore) {
        this.reported = reported;
        this.points = points;
        this.records = records;
        this.day = day;
        this.beganBefore = beganBefore;
    }

    List<DueRecord> records() {
        SectionsOnFile held = SectionsOnFile.ofContract(reported);
        if (isHeld(held)) {
            takeBack(held);
            held = afterwards();
        }
        if (isHeld(held)) {
            rename(held);
            correctLimits(held);
            held = afterwards();
            correctBase(held);
            correctCoBorrowers(held);
        }
        boolean first = !isHeld(held) && !beganBefore;
        for (Map.Entry<LocalDate, String> point : points.entrySet()) {
            if (!days(held).contains(point.getKey())) {
                planned.add(DueRecord.of(
                        records.report(point.getValue(), first, point.getKey()), point.getValue(), point.getKey()));
                first = false;
            }
        }
        return planned;
    }

    /** A base alone, whose limit was refused since, is nothing. */
    static boolean isHeld(SectionsOnFile held) {
        return held.parts(LIMIT).findAny().isPresent();
    }

    /** What the bureau holds once it was told what is planned so far. */
    private SectionsOnFile afterwards() {
        List<Reported> all = new ArrayList<>(reported);
        planned.forEach(record -> all.add(DueRecord.reported(record.furnished())));
        return SectionsOnFile.ofContract(all);
    }

    private static NavigableSet<LocalDate> days(SectionsOnFile held) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        held.parts(LIMIT).map(SectionsOnFile.Part::reportedOn).forEach(days::add);
        return days;
    }

    /** Changes and ends that were none; the whole contract where its first record is such an end, or lies behind the true one. */
    private void takeBack(SectionsOnFile held) {
        NavigableSet<LocalDate> onFile = days(held);
        LocalDate first = onFile.first();
        boolean beganWrong =
                held.parts(LIMIT).anyMatch(part -> part.reportedOn().equals(first) && isNoEnd(part));
        if (!beganBefore && (beganWrong || points.isEmpty() || endsBefore(first))) {
            planned.add(DueRecord.of(records.deletion(held.code()), null, day));
            return;
        }
        onFile.stream()
                .filter(reported -> !points.containsKey(reported) && (beganBefore || reported.isAfter(first)))
                .forEach(reported -> planned.add(DueRecord.of(records.deletion(reported), null, day)));
    }

    private boolean isNoEnd(SectionsOnFile.Part part) {
        return part.isEndedContract() && !ContractPoints.END.equals(points.get(part.reportedOn()));
    }

    private boolean endsBefore(LocalDate first) {
        return points.headMap(first, false).containsValue(ContractPoints.END);
    }

    /** Under another code of the line's. */
    private void rename(SectionsOnFile held) {
        String old = held.code();
        if (!old.equals(records.code())) {
            Map<String, String> before = Map.of("OdBnesCode", old, "NwBnesCode", old);
            planned.add(new DueRecord(records.renaming(old), null, day, before));
        }
    }

    private void correctLimits(SectionsOnFile held) {
        held.parts(LIMIT).forEach(part -> {
            LocalDate reportedOn = part.reportedOn();
            Section now = records.limit(reportedOn, ContractPoints.END.equals(points.get(reportedOn)));
            Map<String, String> before = new HashMap<>();
            Map<String, String> after = new HashMap<>();
            now.kind().layout().items().forEach(item -> {
                put(before, item.tag(), part.fact(item.tag()));
                put(after, item.tag(), now.value(item.tag()));
            });
            if (!before.equals(after)) {
                planned.add(correction(now, reportedOn, before));
            }
        });
    }

    private static void put(Map<String, String> says, String tag, String value) {
        if (!value.isEmpty()) {
            says.put(tag, value);
        }
    }

    /** The borrower's new name or identity number, on the newest day held (R2221211). */
    private void correctBase(SectionsOnFile held) {
        Section now = records.correctedBase();
        held.newest(BASE)
                .filter(part -> !part.fact(Facts.IDENTITY).equals(Facts.identity(now)))
                .ifPresent(part -> planned.add(
                        correction(now, part.reportedOn(), Map.of(Facts.IDENTITY, part.fact(Facts.IDENTITY)))));
    }

    /** Where there is none any more the section counts 0, as none can be deleted. */
    private void correctCoBorrowers(SectionsOnFile held) {
        Section now = records.coBorrowers(day);
        String digest = "digest." + CO_BORROWERS;
        String before = held.newest(CO_BORROWERS).map(part -> part.fact(digest)).orElse("");
        boolean isOver =
                held.newest(LIMIT).filter(SectionsOnFile.Part::isEndedContract).isPresent();
        boolean isNothing = before.isEmpty() && (beganBefore || now.entries().isEmpty());
        if (!isOver && !isNothing && !before.equals(Facts.digest(now))) {
            LocalDate on = held.newest(CO_BORROWERS)
                    .map(SectionsOnFile.Part::reportedOn)
                    .orElseGet(() -> days(held).first());
            planned.add(correction(now, on, Map.of(digest, before)));
        }
    }

    private DueRecord correction(Section now, LocalDate on, Map<String, String> before) {
        return new DueRecord(records.correction(now, on), now.kind().letter(), on, before);
    }
}

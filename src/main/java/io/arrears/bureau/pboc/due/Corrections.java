package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.LoanOnFile;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
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
final class Corrections {

    private final Dossier dossier;
    private final LoanDays loan;
    private final AccountRecords records;
    private final LocalDate day;
    private final @Nullable LocalDate endedOn;

    /** @param day the last one that a run tells events of */
    Corrections(Dossier dossier, LoanDays loan, AccountRecords records, LocalDate day, @Nullable LocalDate endedOn) {
        this.dossier = dossier;
        this.loan = loan;
        this.records = records;
        this.day = day;
        this.endedOn = endedOn;
    }

    /** Months after the end, an end that was none, and undone cures; the whole account where its first report is such an end. */
    List<DueRecord> takenBack(LoanOnFile onFile) {
        LocalDate first = onFile.firstDay();
        boolean endedBefore = endedOn != null && endedOn.isBefore(first) && !onFile.beganBefore();
        boolean beganWrong = onFile.monthly().stream()
                .anyMatch(month -> isWrongEnd(month) && month.reportedOn().equals(first));
        if (beganWrong || endedBefore) {
            return List.of(DueRecord.of(records.deletion(), null, day));
        }
        List<DueRecord> planned = new ArrayList<>();
        List<LocalDate> wrong = onFile.monthly().stream()
                .filter(this::isPastTheEnd)
                .map(SectionsOnFile.Part::reportedOn)
                .filter(reported -> reported.isAfter(first))
                .sorted()
                .toList();
        if (!wrong.isEmpty()) {
            LocalDate from = wrong.get(0);
            LocalDate to = wrong.get(wrong.size() - 1);
            planned.add(deletion(SectionKind.MONTHLY, from, to));
            if (onFile.hasTrades(from, to)) {
                planned.add(deletion(SectionKind.SPECIAL_TRADES, from, to));
            }
        }
        onFile.cures().stream()
                .map(SectionsOnFile.Part::reportedOn)
                .filter(this::isNoCure)
                .forEach(cured -> planned.add(deletion(SectionKind.NON_MONTHLY, cured, cured)));
        return planned;
    }

    private DueRecord deletion(SectionKind kind, LocalDate from, LocalDate to) {
        return DueRecord.of(records.deletion(kind, from, to), null, day);
    }

    /** An open month of the first report's day is past the end, too, but cannot be told again, and is corrected. */
    private boolean isPastTheEnd(SectionsOnFile.Part month) {
        return month.isClosed()
                ? isWrongEnd(month)
                : endedOn != null && !month.reportedOn().isBefore(endedOn);
    }

    private boolean isWrongEnd(SectionsOnFile.Part month) {
        return month.isClosed() && !month.isBaseline() && !month.reportedOn().equals(endedOn);
    }

    private boolean isNoCure(LocalDate reported) {
        boolean pastTheEnd = endedOn != null && !reported.isBefore(endedOn);
        return pastTheEnd || (mayDiffer(reported) && !loan.state(reported).isCuredBy(reported));
    }

    /** Months and cures that would be told otherwise today. */
    List<DueRecord> corrected(LoanOnFile onFile, ClassDates classes) {
        List<DueRecord> planned = months(onFile, classes);
        for (SectionsOnFile.Part cure : onFile.cures()) {
            if (mayDiffer(cure.reportedOn())) {
                Section now = records.nonMonthly(
                        cure.reportedOn(), loan.state(cure.reportedOn()), classes.since(cure.reportedOn()));
                addIfDifferent(planned, now, cure);
            }
        }
        return planned;
    }

    /** The borrower's new name or identity number, on the newest day held (R2121224), of a closed account too. */
    List<DueRecord> renamed(LoanOnFile onFile) {
        String reported = onFile.identity();
        Section now = records.correctedBase();
        return reported == null || reported.equals(Facts.identity(now))
                ? List.of()
                : List.of(correction(now, onFile.newestDay(), Map.of(Facts.IDENTITY, reported)));
    }

    /** Terms, liable persons and the line's contract that have changed; where nobody is liable any more the section counts 0, as none can be deleted. */
    List<DueRecord> changed(LoanOnFile onFile) {
        List<DueRecord> planned = new ArrayList<>();
        AccountTerms agreed = records.agreed();
        addIfChanged(planned, agreed.basicInfo(day, loan.state(day)), onFile);
        Section liable = agreed.liable(day);
        if (!liable.entries().isEmpty() || onFile.digest(SectionKind.LIABLE) != null) {
            addIfChanged(planned, liable, onFile);
        }
        if (agreed.isUnderLine()) {
            onFile.newest(SectionKind.CREDIT_LINE)
                    .ifPresent(told -> agreed.creditLine(day).ifPresent(now -> addIfDifferent(planned, now, told)));
        }
        return planned;
    }

    /**
     * Each step leaves the class dates in the order of the months (R2121218): those that move on go first, newest first, then
     * those that move back, oldest first.
     */
    private List<DueRecord> months(LoanOnFile onFile, ClassDates classes) {
        List<DueRecord> onward = new ArrayList<>();
        List<DueRecord> back = new ArrayList<>();
        for (SectionsOnFile.Part month : onFile.months()) {
            LocalDate reported = month.reportedOn();
            if (mayDiffer(reported) && !month.isBaseline()) { // its class date stays, so later months go on from it
                String since = classes.ofMonth(reported);
                Section now = records.monthly(reported, loan.state(reported), since);
                addIfDifferent(since.compareTo(month.fact("FiveCateAdjDate")) > 0 ? onward : back, now, month);
            }
        }
        Collections.reverse(onward);
        onward.addAll(back);
        return onward;
    }

    private boolean mayDiffer(LocalDate reported) {
        LocalDate restated = dossier.restateFrom();
        return restated != null && !reported.isBefore(restated);
    }

    private void addIfDifferent(List<DueRecord> planned, Section now, SectionsOnFile.Part reported) {
        if (reported.isBaseline()) {
            return;
        }
        Map<String, String> before = new HashMap<>();
        Map<String, String> after = new HashMap<>();
        now.kind().layout().items().forEach(item -> {
            put(before, item.tag(), reported.fact(item.tag()));
            put(after, item.tag(), now.value(item.tag()));
        });
        if (!before.equals(after)) {
            planned.add(correction(now, reported.reportedOn(), before));
        }
    }

    private static void put(Map<String, String> says, String tag, String value) {
        if (!value.isEmpty()) {
            says.put(tag, value);
        }
    }

    private void addIfChanged(List<DueRecord> planned, Section now, LoanOnFile onFile) {
        String reported = onFile.digest(now.kind());
        String digest = Facts.digest(now);
        boolean isNew = reported == null
                && now.kind() == SectionKind.LIABLE
                && onFile.newest(SectionKind.BASIC_INFO)
                        .filter(part -> !part.isBaseline())
                        .isPresent();
        if (isNew || (reported != null && !reported.equals(digest))) {
            LocalDate on = onFile.newest(now.kind())
                    .map(SectionsOnFile.Part::reportedOn)
                    .orElseGet(onFile::firstDay);
            planned.add(correction(now, on, before(now, onFile)));
        }
    }

    /** What was told of the section: its values as far as they are kept, and its digest. */
    private static Map<String, String> before(Section now, LoanOnFile onFile) {
        String digest = "digest." + now.kind().letter();
        Map<String, String> before = new HashMap<>();
        before.put(digest, "");
        onFile.newest(now.kind()).ifPresent(part -> Stream.concat(
                        Stream.of(digest), now.kind().layout().items().stream().map(Item::tag))
                .filter(part.facts()::containsKey)
                .forEach(tag -> before.put(tag, part.fact(tag))));
        return Map.copyOf(before);
    }

    private DueRecord correction(Section now, LocalDate on, Map<String, String> before) {
        return new DueRecord(records.correction(now, on), now.kind().letter(), on, before);
    }
}

package io.arrears.bureau.pboc.tradeline;

import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.furnish.Reported;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau holds of one account, a loan or a line, as the plan of its next records looks at it.
 *
 * <p>Example: told a 210 of March with RpyStatus 1 and then a 212 of March with N, it holds March with N.
 */
public final class LoanOnFile {

    private static final String WHOLE = "CDEFGHIJK";

    private final SectionsOnFile held;
    private final boolean deleted;

    private LoanOnFile(SectionsOnFile held, boolean deleted) {
        this.held = held;
        this.deleted = deleted;
    }

    /**
     * What is left of all that was reported.
     *
     * @param reported in the order in which it was told
     */
    public static LoanOnFile of(List<Reported> reported) {
        boolean wasDeleted = reported.stream().anyMatch(Reported::isRetraction);
        boolean isReported = Reported.sinceRetraction(reported).stream()
                .anyMatch(record -> record.counts() && record.meaning().isAccountReport());
        return new LoanOnFile(SectionsOnFile.of(reported), wasDeleted && !isReported);
    }

    /** Of whom it holds it, by {@link Facts#identity}; none if that is not known. */
    @Nullable
    public String identity() {
        return held.newest("B").map(part -> part.facts().get(Facts.IDENTITY)).orElse(null);
    }

    /** The newest report date; the account must be held. */
    public LocalDate newestDay() {
        return held.newestDay().orElseThrow();
    }

    /** Whether it holds anything of the account; a base alone, whose report was refused since, is nothing. */
    public boolean isHeld() {
        return held.parts(WHOLE).findAny().isPresent();
    }

    /** Whether the account was taken back as a whole, and not told since. */
    public boolean isDeleted() {
        return deleted;
    }

    public boolean isClosed() {
        return held.isClosed();
    }

    /** The monthly sections, of one month sometimes more than one: that of the opening and that of the month's end. */
    public List<SectionsOnFile.Part> monthly() {
        return held.parts("H").toList();
    }

    /** The newest section of each month, oldest first. */
    public List<SectionsOnFile.Part> months() {
        Map<String, SectionsOnFile.Part> newest = new TreeMap<>();
        held.parts("H")
                .forEach(part -> newest.merge(
                        part.fact("Month"), part, (a, b) -> b.reportedOn().isBefore(a.reportedOn()) ? a : b));
        return new ArrayList<>(newest.values());
    }

    /** What was told between two months' ends, oldest first. */
    public List<SectionsOnFile.Part> cures() {
        return held.parts("J")
                .sorted((a, b) -> a.reportedOn().compareTo(b.reportedOn()))
                .toList();
    }

    /** The monthly section of a day's month that holds now. */
    public Optional<SectionsOnFile.Part> newestOf(LocalDate day) {
        return held.newestOf(YearMonth.from(day).toString());
    }

    /** Whether it holds a monthly section of a day. */
    public boolean hasMonthEnd(LocalDate day) {
        return held.parts("H").anyMatch(part -> part.reportedOn().equals(day));
    }

    /** Whether a cure of a day was told. */
    public boolean hasCure(LocalDate day) {
        return held.parts("J").anyMatch(part -> part.reportedOn().equals(day));
    }

    /** The sections of special transactions. */
    public List<SectionsOnFile.Part> trades() {
        return held.parts("K").toList();
    }

    /** Whether a special transaction was told in a stretch of days. */
    public boolean hasTrades(LocalDate from, LocalDate to) {
        return trades().stream().anyMatch(part -> SectionsOnFile.isWithin(part.reportedOn(), from, to));
    }

    /** Whether anything of it was held before we began. */
    public boolean beganBefore() {
        return monthly().stream().anyMatch(SectionsOnFile.Part::isBaseline);
    }

    /** The day of the first record; the account must be held. */
    public LocalDate firstDay() {
        return held.parts(WHOLE)
                .map(SectionsOnFile.Part::reportedOn)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The last day spoken of; the account must be held. */
    public LocalDate lastDay() {
        return held.parts("HJ")
                .map(SectionsOnFile.Part::reportedOn)
                .max(LocalDate::compareTo)
                .orElseGet(this::firstDay);
    }

    /** Whether what it shows now is overdue: its newest month, unless a cure came after. */
    public boolean showsOverdue() {
        return held.newest("HJ")
                .filter(part -> Meanings.isNegative(part.fact("RpyStatus")))
                .isPresent();
    }

    /** The newest section of a kind; for liable persons and terms only its digest is known. */
    public Optional<SectionsOnFile.Part> newest(SectionKind kind) {
        return held.newest(kind.letter());
    }

    /** The digest of a section as it was last told; none if it never was. */
    @Nullable
    public String digest(SectionKind kind) {
        return newest(kind)
                .map(part -> part.facts().get("digest." + kind.letter()))
                .orElse(null);
    }
}

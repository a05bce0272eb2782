package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.bureau.pboc.rule.Rule.Check;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A record beside what the bureau holds.
 *
 * @param borrower the base section as it would be told today; without it nobody can be compared with the borrower
 */
record HistoryUnderCheck(
        PbocRecord record, SectionsOnFile held, @Nullable Section borrower) {

    @Nullable
    AccountType type() {
        AccountType reported = record.accountType();
        return reported == null ? AccountType.of(held.type()) : reported;
    }

    @Nullable
    LocalDate reportedOn() {
        return Values.day(record.head("RptDate"));
    }

    boolean is(RecordKind kind) {
        return record.kind() == kind;
    }

    boolean isCard() {
        return type() == AccountType.R2;
    }

    /** The section of a 210, or the corrected one of a 212; null when there is none. */
    @Nullable
    SectionView look(SectionKind kind) {
        Section section = record.section(kind);
        return section == null ? null : new SectionView(type(), section.elements());
    }

    /** The letter of a 212's section; empty for another record. */
    String corrected() {
        return is(RecordKind.SECTION_CORRECTION) ? record.head("MdfcSgmtCode") : "";
    }

    /** That a record of this kind, where it has a report date, keeps to this; its report date is at fault. */
    static Check<HistoryUnderCheck> day(RecordKind kind, BiPredicate<HistoryUnderCheck, LocalDate> holds) {
        return at(kind, "RptDate", at -> {
            LocalDate day = at.reportedOn();
            return day == null || holds.test(at, day);
        });
    }

    /** That a correction of one of these sections keeps to this; its report date is at fault. */
    static Check<HistoryUnderCheck> correction(String letters, BiPredicate<HistoryUnderCheck, LocalDate> holds) {
        Set<String> wanted = Set.of(letters.split(""));
        return day(RecordKind.SECTION_CORRECTION, (at, day) -> !wanted.contains(at.corrected()) || holds.test(at, day));
    }

    /** That a record of this kind keeps to this; an element of its head is at fault. */
    static Check<HistoryUnderCheck> at(RecordKind kind, String tag, Predicate<HistoryUnderCheck> holds) {
        return (at, broken) -> {
            Section head = at.record.section(kind.head());
            if (at.is(kind) && head != null && !holds.test(at)) {
                broken.accept(new SectionView(at.type(), head.elements()).spot(tag));
            }
        };
    }
}

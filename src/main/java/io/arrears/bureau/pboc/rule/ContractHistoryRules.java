package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.RecordKind.CONTRACT;
import static io.arrears.bureau.pboc.record.RecordKind.CONTRACT_CORRECTION;
import static io.arrears.bureau.pboc.record.RecordKind.CONTRACT_DELETION;
import static io.arrears.bureau.pboc.record.RecordKind.CONTRACT_RENAMING;
import static io.arrears.bureau.pboc.record.RecordKind.CONTRACT_SECTION_DELETION;
import static io.arrears.bureau.pboc.rule.HistoryUnderCheck.at;
import static io.arrears.bureau.pboc.rule.HistoryUnderCheck.day;

import io.arrears.bureau.pboc.record.RecordKind;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.rule.Rule.Check;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The rules on a record of a credit agreement beside what is held of it. */
final class ContractHistoryRules {

    private static final String BASE = SectionKind.CONTRACT_BASE.letter();
    private static final String CO_BORROWERS = SectionKind.CO_BORROWERS.letter();
    private static final String LIMIT = SectionKind.LIMIT.letter();

    static final List<Rule<HistoryUnderCheck>> ALL = List.of(
            new Rule<>(
                    "R0001203", "no record of this day is held", day(CONTRACT, (at, day) -> at.held().parts().stream()
                            .noneMatch(part -> part.reportedOn().equals(day)))),
            new Rule<>("R2201201", "nothing follows the end", day(CONTRACT, (at, day) -> at.held()
                    .newest(LIMIT)
                    .filter(newest ->
                            newest.isEndedContract() && !newest.reportedOn().isAfter(day))
                    .isEmpty())),
            new Rule<>("R2201202", "an end is not older than what is held", end(CONTRACT, (at, day) -> newest(at, LIMIT)
                    .filter(newest -> newest.isAfter(day))
                    .isEmpty())),
            new Rule<>(
                    "I2211B02",
                    "the old code is held and in use",
                    at(
                            CONTRACT_RENAMING,
                            "OdBnesCode",
                            at -> at.held().isHeld()
                                    && !at.held().isRenamedAway(at.record().head("OdBnesCode")))),
            new Rule<>("I2211B03", "the new code is unused", at(CONTRACT_RENAMING, "NwBnesCode", at -> !at.held()
                    .knows(at.record().head("NwBnesCode")))),
            new Rule<>("R2221203", "the agreement is held", held(CONTRACT_CORRECTION, "ModRecCode")),
            new Rule<>(
                    "R2221207",
                    "RptDate is a held one of the limit, or later than all",
                    correction(
                            LIMIT,
                            (at, day) -> newest(at, LIMIT).isEmpty()
                                    || newest(at, LIMIT).get().isBefore(day)
                                    || at.held().parts(LIMIT).anyMatch(part -> part.reportedOn()
                                            .equals(day)))),
            new Rule<>("R2221208", "nothing after the end is corrected", correction(LIMIT, (at, day) -> at.held()
                    .newest(LIMIT)
                    .filter(newest ->
                            newest.isEndedContract() && newest.reportedOn().isBefore(day))
                    .isEmpty())),
            new Rule<>(
                    "R2221209",
                    "an agreement is not ended when later limits are held",
                    end(CONTRACT_CORRECTION, (at, day) -> newest(at, LIMIT)
                            .filter(newest -> newest.isAfter(day))
                            .isEmpty())),
            new Rule<>(
                    "R2221210",
                    "RptDate is not before the newest held one of the co-borrowers",
                    correction(CO_BORROWERS, (at, day) -> newest(at, CO_BORROWERS)
                            .filter(newest -> newest.isAfter(day))
                            .isEmpty())),
            new Rule<>("R2221211", "RptDate is the newest held one of the base", correction(BASE, (at, day) -> newest(
                            at, BASE)
                    .filter(newest -> !newest.equals(day))
                    .isEmpty())),
            new Rule<>("R2221212", "the borrower is no co-borrower of his own", coBorrowers()),
            new Rule<>("R2231101", "the agreement is held", held(CONTRACT_SECTION_DELETION, "DelRecCode")),
            new Rule<>("R2241101", "the agreement is held", held(CONTRACT_DELETION, "DelRecCode")));

    private ContractHistoryRules() {}

    private static Optional<LocalDate> newest(HistoryUnderCheck at, String letter) {
        return at.held().newest(letter).map(SectionsOnFile.Part::reportedOn);
    }

    private static Check<HistoryUnderCheck> held(RecordKind kind, String tag) {
        return at(kind, tag, at -> at.held().isHeld());
    }

    private static Check<HistoryUnderCheck> correction(String letter, BiPredicate<HistoryUnderCheck, LocalDate> holds) {
        return day(
                CONTRACT_CORRECTION,
                (at, day) -> !letter.equals(at.record().head("MdfcSgmtCode")) || holds.test(at, day));
    }

    /** That a limit that says the end keeps to this; its ConStatus is at fault. */
    private static Check<HistoryUnderCheck> end(RecordKind kind, BiPredicate<HistoryUnderCheck, LocalDate> holds) {
        return (at, broken) -> {
            SectionView look = at.look(SectionKind.LIMIT);
            LocalDate day = at.reportedOn();
            if (at.is(kind)
                    && look != null
                    && day != null
                    && look.text("ConStatus").equals(SectionsOnFile.ENDED_CONTRACT)
                    && !holds.test(at, day)) {
                broken.accept(look.spot("ConStatus"));
            }
        };
    }

    private static Check<HistoryUnderCheck> coBorrowers() {
        return (at, broken) -> {
            Section borrower = at.borrower();
            Section others = at.record().section(SectionKind.CO_BORROWERS);
            if (at.is(CONTRACT_CORRECTION) && borrower != null && others != null) {
                SectionView base = new SectionView(null, borrower.elements());
                others.entries().stream()
                        .map(entry -> new SectionView(null, entry))
                        .filter(entry -> ContractRules.isSamePerson(base, entry))
                        .forEach(entry -> broken.accept(entry.spot("CertRelIDNum")));
            }
        };
    }
}

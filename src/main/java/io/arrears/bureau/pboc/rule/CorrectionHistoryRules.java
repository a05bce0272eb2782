package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.RecordKind.SECTION_CORRECTION;
import static io.arrears.bureau.pboc.rule.HistoryUnderCheck.at;
import static io.arrears.bureau.pboc.rule.HistoryUnderCheck.correction;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.bureau.pboc.rule.Rule.Check;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The rules on a correction beside what is held of the account. */
final class CorrectionHistoryRules {

    static final List<Rule<HistoryUnderCheck>> ALL = List.of(
            new Rule<>("R2121206", "the account is held", at(SECTION_CORRECTION, "ModRecCode", at -> at.held()
                    .isHeld())),
            new Rule<>("R2121207", "the newest section of a month is corrected", correction("H", (at, day) -> at.held()
                    .newestOf(month(at))
                    .filter(part -> part.reportedOn().isAfter(day))
                    .isEmpty())),
            new Rule<>(
                    "R2121211",
                    "AcctType is the one held",
                    at(
                            SECTION_CORRECTION,
                            "AcctType",
                            at -> !at.held().isHeld()
                                    || at.held().type().equals(at.record().head("AcctType")))),
            new Rule<>("R2121213", "no later section of this plan is held", correction("I", (at, day) -> at.held()
                    .parts("I")
                    .noneMatch(part -> part.fact("SpecEfctDate")
                                    .equals(at.record().value(SectionKind.LARGE_INSTALMENT, "SpecEfctDate"))
                            && part.reportedOn().isAfter(day)))),
            new Rule<>(
                    "R2121214",
                    "a month closed before a reopening stays closed",
                    monthly(
                            "AcctStatus",
                            (at, look) -> !at.isCard()
                                    || look.isClosed()
                                    || at.held()
                                            .newestOf(month(at))
                                            .filter(SectionsOnFile.Part::isClosed)
                                            .filter(part -> !at.held().isNotReopened(part))
                                            .isEmpty())),
            new Rule<>(
                    "R2121215",
                    "RptDate is a held one of the section, or later than all",
                    correction(
                            "CIJK",
                            (at, day) -> newest(at).isEmpty()
                                    || newest(at).get().isBefore(day)
                                    || at.held().parts(at.corrected()).anyMatch(part -> part.reportedOn()
                                            .equals(day)))),
            new Rule<>(
                    "R2121216",
                    "RptDate is not before the newest held one of the section",
                    correction("DEFG", (at, day) -> newest(at)
                            .filter(newest -> newest.isAfter(day))
                            .isEmpty())),
            new Rule<>(
                    "R2121217",
                    "a month is not closed when later ones are held",
                    monthly(
                            "AcctStatus",
                            (at, look) -> !look.isClosed()
                                    || isReopened(at, look)
                                    || at.held().parts("H").noneMatch(part -> isAfter(part, month(at))))),
            new Rule<>(
                    "R2121218",
                    "FiveCateAdjDate keeps the order of the months",
                    monthly("FiveCateAdjDate", CorrectionHistoryRules::isInOrder)),
            new Rule<>(
                    "R2121219",
                    "a month with an event is not corrected",
                    monthly("Month", (at, look) -> at.held().events().stream()
                            .noneMatch(event -> event.month().equals(month(at))))),
            new Rule<>(
                    "R2121220",
                    "a recovery on the day of an event is not corrected",
                    correction("J", (at, day) -> !AccountHistoryRules.isEventDay(at.held(), day))),
            new Rule<>(
                    "R2121221", "no month after the closed one is corrected", monthly("Month", (at, look) -> at.held()
                            .lastMonth()
                            .filter(SectionsOnFile.Part::isClosed)
                            .filter(at.held()::isNotReopened)
                            .filter(last -> month(at).compareTo(last.fact("Month")) > 0)
                            .isEmpty())),
            new Rule<>(
                    "R2121222",
                    "nothing after the end of a C1 is corrected",
                    correction(
                            "J",
                            (at, day) -> at.type() != AccountType.C1
                                    || at.held()
                                            .newest("J")
                                            .filter(SectionsOnFile.Part::isClosed)
                                            .filter(part -> part.reportedOn().isBefore(day))
                                            .isEmpty())),
            new Rule<>(
                    "R2121223",
                    "a C1 is not ended when later sections are held",
                    correction(
                            "J",
                            (at, day) -> at.type() != AccountType.C1
                                    || !isEnded(at)
                                    || newest(at)
                                            .filter(newest -> newest.isAfter(day))
                                            .isEmpty())),
            new Rule<>("R2121224", "RptDate is the newest held one", correction("B", (at, day) -> at.held()
                    .newestDay()
                    .filter(newest -> !newest.equals(day))
                    .isEmpty())),
            new Rule<>("R2121225", "the borrower is not liable a second time", liable()));

    private CorrectionHistoryRules() {}

    private static String month(HistoryUnderCheck at) {
        return at.record().value(SectionKind.MONTHLY, "Month");
    }

    private static Optional<LocalDate> newest(HistoryUnderCheck at) {
        return at.held().newest(at.corrected()).map(SectionsOnFile.Part::reportedOn);
    }

    private static boolean isAfter(SectionsOnFile.Part part, String month) {
        return part.fact("Month").compareTo(month) > 0;
    }

    private static boolean isEnded(HistoryUnderCheck at) {
        SectionView look = at.look(SectionKind.NON_MONTHLY);
        return look != null && look.isClosed();
    }

    /** A reopened card has months after the one in which it was closed. */
    private static boolean isReopened(HistoryUnderCheck at, SectionView look) {
        LocalDate day = at.reportedOn();
        return at.isCard()
                && look.isClosed()
                && day != null
                && at.held().events("12").anyMatch(event -> !event.reportedOn().isBefore(day));
    }

    private static boolean isInOrder(HistoryUnderCheck at, SectionView look) {
        LocalDate classed = look.day("FiveCateAdjDate");
        return classed == null
                || at.held().parts("H").noneMatch(part -> {
                    LocalDate other = Values.day(part.fact("FiveCateAdjDate"));
                    int order = part.fact("Month").compareTo(month(at));
                    return other != null
                            && ((order < 0 && other.isAfter(classed)) || (order > 0 && other.isBefore(classed)));
                });
    }

    private static Check<HistoryUnderCheck> monthly(String tag, BiPredicate<HistoryUnderCheck, SectionView> holds) {
        return (at, broken) -> {
            SectionView look = at.look(SectionKind.MONTHLY);
            if (at.corrected().equals("H") && look != null && !holds.test(at, look)) {
                broken.accept(look.spot(tag));
            }
        };
    }

    private static Check<HistoryUnderCheck> liable() {
        return (at, broken) -> {
            Section borrower = at.borrower();
            Section liable = at.record().section(SectionKind.LIABLE);
            if (at.is(SECTION_CORRECTION) && borrower != null && liable != null) {
                SectionView base = new SectionView(at.type(), borrower.elements());
                liable.entries().stream()
                        .map(entry -> new SectionView(at.type(), entry))
                        .filter(entry -> BasicInfoRules.isSamePerson(base, entry))
                        .forEach(entry -> broken.accept(entry.spot("ArlpCertNum")));
            }
        };
    }
}

package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.RecordKind.ACCOUNT;
import static io.arrears.bureau.pboc.rule.HistoryUnderCheck.at;
import static io.arrears.bureau.pboc.rule.HistoryUnderCheck.day;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Location;
import io.arrears.bureau.pboc.record.PbocRecord;
import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionKind;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.bureau.pboc.rule.Rule.Check;
import io.arrears.bureau.pboc.tradeline.Facts;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules on an account record beside what is held of the account. */
final class AccountHistoryRules {

    static final List<Rule<HistoryUnderCheck>> ALL = List.of(
            new Rule<>("R0001203", "no record of this day is held", day(ACCOUNT, (at, day) -> at.held()
                    .parts("CDEFGHIJK")
                    .noneMatch(part -> part.reportedOn().equals(day)))),
            new Rule<>(
                    "R2101204",
                    "AcctType is the one held",
                    at(
                            ACCOUNT,
                            "AcctType",
                            at -> !at.held().isHeld()
                                    || at.held().type().equals(at.record().head("AcctType")))),
            new Rule<>("R2101205", "nothing follows a closed record", day(ACCOUNT, (at, day) -> at.held()
                    .parts("HJ")
                    .noneMatch(part -> part.isClosed()
                            && !part.reportedOn().isAfter(day)
                            && at.held().isNotReopened(part)))),
            new Rule<>(
                    "R2101206",
                    "a closed record is not older than what is held",
                    day(ACCOUNT, (at, day) -> !isClosed(at) || held(at).noneMatch(other -> other.isAfter(day)))),
            new Rule<>("R2101207", "FiveCateAdjDate keeps the order of the reports", classDates()),
            new Rule<>("R2101208", "a special transaction is told once", trades()),
            new Rule<>(
                    "R2101209",
                    "a month without statement has no monthly section",
                    monthly((at, month) -> at.isCard()
                            && at.held().events("11").anyMatch(event -> event.month()
                                    .equals(month)))),
            new Rule<>(
                    "R2101210",
                    "nothing follows a transfer",
                    day(
                            ACCOUNT,
                            (at, day) -> at.type() != AccountType.D1
                                    || at.held().events("21").noneMatch(event -> !event.reportedOn()
                                            .isAfter(day)))),
            new Rule<>(
                    "R2101211",
                    "a card has no months between closing and reopening",
                    monthly((at, month) -> at.isCard() && isBetweenClosingAndReopening(at.held(), month))),
            new Rule<>("R2101212", "a month is told again by a later report alone", monthly((at, month) -> at.held()
                    .parts("H")
                    .anyMatch(part -> part.fact("Month").equals(month) && !isBefore(part, at.reportedOn())))),
            new Rule<>(
                    "R2101213",
                    "a recovery does not share its day with an event",
                    day(
                            ACCOUNT,
                            (at, day) -> !at.record().has(SectionKind.NON_MONTHLY) || !isEventDay(at.held(), day))),
            new Rule<>("R2101214", "a first report has no other sections", first(SectionRules::unwanted, "unwanted")),
            new Rule<>("R2101215", "a first report has its sections", first(SectionRules::missing, "missing")));

    private AccountHistoryRules() {}

    private static boolean isClosed(HistoryUnderCheck at) {
        return Stream.of(SectionKind.MONTHLY, SectionKind.NON_MONTHLY)
                .map(at::look)
                .anyMatch(look -> look != null && look.isClosed());
    }

    /** The report dates of all that is held of the account, events included. */
    private static Stream<LocalDate> held(HistoryUnderCheck at) {
        return Stream.concat(
                at.held().parts().stream().map(SectionsOnFile.Part::reportedOn),
                at.held().events().stream().map(SectionsOnFile.Event::reportedOn));
    }

    static boolean isEventDay(SectionsOnFile held, LocalDate day) {
        return held.events().stream().anyMatch(event -> event.reportedOn().equals(day));
    }

    private static boolean isBefore(SectionsOnFile.Part part, @Nullable LocalDate day) {
        return day == null || part.reportedOn().isBefore(day);
    }

    /** That the monthly section of an account record does not break this. */
    private static Check<HistoryUnderCheck> monthly(BiPredicate<HistoryUnderCheck, String> breaks) {
        return (at, broken) -> {
            SectionView look = at.look(SectionKind.MONTHLY);
            if (at.is(ACCOUNT) && look != null && breaks.test(at, look.text("Month"))) {
                broken.accept(look.spot("Month"));
            }
        };
    }

    /** Months as text are in the order of time. */
    private static boolean isBetweenClosingAndReopening(SectionsOnFile held, String month) {
        return held.parts("H")
                .filter(SectionsOnFile.Part::isClosed)
                .filter(closing -> closing.fact("Month").compareTo(month) < 0)
                .anyMatch(closing -> held.events("12")
                        .filter(event -> !event.reportedOn().isBefore(closing.reportedOn()))
                        .anyMatch(event -> month.compareTo(event.month()) < 0));
    }

    private static Check<HistoryUnderCheck> classDates() {
        return (at, broken) -> {
            LocalDate day = at.reportedOn();
            for (SectionKind kind : List.of(SectionKind.MONTHLY, SectionKind.NON_MONTHLY)) {
                SectionView look = at.look(kind);
                LocalDate classed = look == null ? null : look.day("FiveCateAdjDate");
                if (at.is(ACCOUNT) && look != null && day != null && classed != null) {
                    boolean misplaced = at.held().parts("HJ").anyMatch(part -> isMisplaced(part, day, classed));
                    if (misplaced) {
                        broken.accept(look.spot("FiveCateAdjDate"));
                    }
                }
            }
        };
    }

    private static boolean isMisplaced(SectionsOnFile.Part part, LocalDate day, LocalDate classed) {
        LocalDate other = Values.day(part.fact("FiveCateAdjDate"));
        return other != null
                && ((part.reportedOn().isBefore(day) && other.isAfter(classed))
                        || (part.reportedOn().isAfter(day) && other.isBefore(classed)));
    }

    private static Check<HistoryUnderCheck> trades() {
        return (at, broken) -> {
            Section trades = at.record().section(SectionKind.SPECIAL_TRADES);
            if (at.is(ACCOUNT) && trades != null) {
                Set<String> reported = at.held()
                        .parts("K")
                        .flatMap(part -> Arrays.stream(part.fact(Facts.TRADES).split(";")))
                        .collect(Collectors.toSet());
                trades.entries().stream()
                        .filter(entry -> reported.contains(Facts.trade(entry)))
                        .forEach(entry -> broken.accept(new SectionView(at.type(), entry).spot("TranDate")));
            }
        };
    }

    /** A first report under another code has the sections of a 31, a C1's those of a 10; 10 and 31 have their own rules. */
    private static Check<HistoryUnderCheck> first(Sections sections, String reason) {
        return (at, broken) -> {
            AccountType type = at.type();
            boolean first = at.is(ACCOUNT) && !at.held().isHeld();
            if (type != null
                    && first
                    && !List.of("10", "31").contains(at.record().head("RptDateCode"))) {
                sections.of(at.record(), type, type == AccountType.C1 ? "10" : "31")
                        .forEach(kind -> broken.accept(Location.of(kind.element(), reason + " in a first report")));
            }
        };
    }

    @FunctionalInterface
    private interface Sections {
        List<SectionKind> of(PbocRecord record, AccountType type, String code);
    }
}

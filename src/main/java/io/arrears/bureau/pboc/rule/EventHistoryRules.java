package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.RecordKind.ACCOUNT_DELETION;
import static io.arrears.bureau.pboc.record.RecordKind.ACCOUNT_RENAMING;
import static io.arrears.bureau.pboc.record.RecordKind.SECTION_DELETION;
import static io.arrears.bureau.pboc.record.RecordKind.SPECIAL_EVENT;
import static io.arrears.bureau.pboc.rule.HistoryUnderCheck.at;
import static io.arrears.bureau.pboc.rule.HistoryUnderCheck.day;

import io.arrears.bureau.pboc.record.Section;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.record.Values;
import io.arrears.bureau.pboc.rule.Rule.Check;
import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** The rules on renamings, deletions and special events beside what is held of the account. */
final class EventHistoryRules {

    static final List<Rule<HistoryUnderCheck>> ALL = List.of(
            new Rule<>("I0001801", "a code given up is not used again", codeInUse()),
            new Rule<>(
                    "I2111B02",
                    "the old code is held and in use",
                    at(
                            ACCOUNT_RENAMING,
                            "OdBnesCode",
                            at -> at.held().isHeld()
                                    && !at.held().isRenamedAway(at.record().head("OdBnesCode")))),
            new Rule<>("I2111B03", "the new code is unused", at(ACCOUNT_RENAMING, "NwBnesCode", at -> !at.held()
                    .knows(at.record().head("NwBnesCode")))),
            new Rule<>(
                    "R2131201",
                    "a reopened account is deleted from its reopening on",
                    at(SECTION_DELETION, "DelStartDate", at -> at.held()
                            .events("12")
                            .allMatch(event -> isAfter(at, event.reportedOn())))),
            new Rule<>(
                    "R2131202",
                    "what is deleted holds no event",
                    at(SECTION_DELETION, "DelStartDate", at -> at.held().events().stream()
                            .noneMatch(event -> isDeleted(at, event.reportedOn())))),
            new Rule<>("R2131203", "the account is held", at(SECTION_DELETION, "DelRecCode", at -> at.held()
                    .isHeld())),
            new Rule<>("R2141101", "the account is held", at(ACCOUNT_DELETION, "DelRecCode", at -> at.held()
                    .isHeld())),
            new Rule<>("R2151201", "the account is held", at(SPECIAL_EVENT, "AcctCode", at -> at.held()
                    .isHeld())),
            new Rule<>(
                    "R2151202",
                    "an open account of type R2 has no statement in a month not yet told",
                    valid(
                            "11",
                            (held, event) -> held.type().equals("R2")
                                    && !held.isClosed()
                                    && held.newestOf(event).isEmpty())),
            new Rule<>(
                    "R2151203",
                    "a closed account of type R2 is opened again after its last month",
                    valid(
                            "12",
                            (held, event) -> held.type().equals("R2")
                                    && held.isClosed()
                                    && held.lastMonth()
                                            .filter(last -> last.fact("Month").compareTo(event) >= 0)
                                            .isEmpty())),
            new Rule<>("R2151204", "an open account of type D1 is transferred in the month after its last", transfer()),
            new Rule<>(
                    "R2151205",
                    "what becomes void was valid, and nothing rests on it",
                    at(SPECIAL_EVENT, "Flag", at -> !at.record().head("Flag").equals("0") || canBeVoid(at))),
            new Rule<>(
                    "R2151206",
                    "an event does not share its day with an account record",
                    day(SPECIAL_EVENT, (at, day) -> at.held().parts().stream()
                            .noneMatch(part -> part.reportedOn().equals(day)))));

    private EventHistoryRules() {}

    private static Check<HistoryUnderCheck> codeInUse() {
        return (at, broken) -> {
            Section head = at.record().section(at.record().kind().head());
            if (head != null) {
                Stream.of("AcctCode", "ContractCode", "ModRecCode", "DelRecCode")
                        .filter(head.kind().layout()::has)
                        .filter(tag -> at.held().isRenamedAway(head.value(tag)))
                        .forEach(tag -> broken.accept(new SectionView(at.type(), head.elements()).spot(tag)));
            }
        };
    }

    private static boolean isAfter(HistoryUnderCheck at, LocalDate event) {
        LocalDate start = Values.day(at.record().head("DelStartDate"));
        return start != null && start.isAfter(event);
    }

    private static boolean isDeleted(HistoryUnderCheck at, LocalDate event) {
        LocalDate start = Values.day(at.record().head("DelStartDate"));
        LocalDate end = Values.day(at.record().head("DelEndDate"));
        return SectionsOnFile.isWithin(event, start, end);
    }

    /** That a valid event of this type is new for its month and keeps to this of its account, which R2151201 asks for. */
    private static Check<HistoryUnderCheck> valid(String type, BiPredicate<SectionsOnFile, String> holds) {
        return at(
                SPECIAL_EVENT,
                "OpetnType",
                at -> !isValid(at, type)
                        || !at.held().isHeld()
                        || (isNew(at) && holds.test(at.held(), at.record().head("Month"))));
    }

    private static boolean isValid(HistoryUnderCheck at, String type) {
        return at.record().head("OpetnType").equals(type)
                && at.record().head("Flag").equals("1");
    }

    private static boolean isNew(HistoryUnderCheck at) {
        return at.held().events(at.record().head("OpetnType")).noneMatch(event -> event.month()
                .equals(at.record().head("Month")));
    }

    private static Check<HistoryUnderCheck> transfer() {
        return at(SPECIAL_EVENT, "OpetnType", at -> {
            SectionsOnFile held = at.held();
            LocalDate day = at.reportedOn();
            YearMonth month = Values.month(at.record().head("Month"));
            if (!isValid(at, "21") || !held.isHeld() || day == null || month == null) {
                return true;
            }
            boolean nextMonth = held.lastMonth()
                    .filter(last -> !month.minusMonths(1).equals(last.month()))
                    .isEmpty();
            boolean newest =
                    held.newestDay().filter(other -> other.isAfter(day)).isEmpty();
            return held.type().equals("D1")
                    && !held.isClosed()
                    && held.events("21").findAny().isEmpty()
                    && nextMonth
                    && newest;
        });
    }

    private static boolean canBeVoid(HistoryUnderCheck at) {
        String type = at.record().head("OpetnType");
        String month = at.record().head("Month");
        boolean reported = type.equals("12")
                && at.held().parts("H").anyMatch(part -> part.fact("Month").compareTo(month) >= 0);
        return !at.held().isHeld() || (!isNew(at) && !reported);
    }
}

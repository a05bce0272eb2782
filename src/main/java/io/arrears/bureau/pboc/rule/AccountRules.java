package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.SectionKind.BASIC_INFO;
import static io.arrears.bureau.pboc.record.SectionKind.LARGE_INSTALMENT;
import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.record.SectionKind.NON_MONTHLY;
import static io.arrears.bureau.pboc.record.SectionKind.SPECIAL_TRADES;
import static io.arrears.bureau.pboc.rule.Condition.always;
import static io.arrears.bureau.pboc.rule.Condition.closed;
import static io.arrears.bureau.pboc.rule.Condition.is;
import static io.arrears.bureau.pboc.rule.Condition.type;
import static io.arrears.bureau.pboc.rule.RecordUnderCheck.in;
import static io.arrears.bureau.pboc.rule.RecordUnderCheck.that;
import static io.arrears.bureau.pboc.rule.Requirement.filled;
import static io.arrears.bureau.pboc.rule.Requirement.notBefore;
import static io.arrears.bureau.pboc.rule.Requirement.oneOf;
import static io.arrears.bureau.pboc.rule.Requirement.positive;
import static io.arrears.bureau.pboc.rule.Requirement.zero;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.Form;
import io.arrears.bureau.pboc.record.Item;
import io.arrears.bureau.pboc.record.SectionView;
import io.arrears.bureau.pboc.rule.Rule.Check;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules between an account's sections, and on those that do not speak of a month. */
final class AccountRules {

    private static final Condition C1 = type(AccountType.C1);

    static final List<Rule<RecordUnderCheck>> ALL = List.of(
            new Rule<>("I2100A08", "20 and 32 tell of a closed account", closedAtTheEnd()),
            new Rule<>("I2100A09", "nothing happens before OpenDate", afterOpening()),
            new Rule<>("I2100A10", "nothing special happens after CloseDate", beforeClosing()),
            new Rule<>(
                    "I2100A11",
                    "a new account is told within 30 days",
                    that(
                            BASIC_INFO,
                            "OpenDate",
                            (at, info) ->
                                    !at.code().equals("10") || isWithin30Days(info.day("OpenDate"), at.reportedOn()))),
            new Rule<>("I2100A12", "a closed account is told within 30 days", closedLately()),
            new Rule<>(
                    "I2100A13",
                    "RptDate lies in Month or a month beside it",
                    that(MONTHLY, "Month", (at, month) -> isBeside(month.month("Month"), at.reportedOn()))),
            new Rule<>(
                    "I2100A14",
                    "what is told between settlements was paid that day",
                    that(
                            NON_MONTHLY,
                            "LatRpyDate",
                            (at, look) -> C1.holds(look) || isSame(look.day("LatRpyDate"), at.reportedOn()))),
            new Rule<>(
                    "I2100A16",
                    "what is told between settlements is not closed",
                    that(NON_MONTHLY, "AcctStatus", (at, look) -> C1.holds(look) || !look.isClosed())),
            new Rule<>(
                    "I2100I01",
                    "a plan does not end before it begins",
                    in(LARGE_INSTALMENT, always(), notBefore("SpecEndDate", "SpecEfctDate"))),
            new Rule<>(
                    "I2100J02", "the non-monthly RpyStatus is N", in(NON_MONTHLY, always(), oneOf("RpyStatus", "N"))),
            new Rule<>(
                    "I2100J03",
                    "the non-monthly CloseDate is not before its other days",
                    in(NON_MONTHLY, always(), notBefore("CloseDate", "LatRpyDate", "FiveCateAdjDate"))),
            new Rule<>(
                    "I2100J04", "an ended C1 has a CloseDate", in(NON_MONTHLY, C1.and(closed()), filled("CloseDate"))),
            new Rule<>("I2100J05", "an ended C1 has balance 0", in(NON_MONTHLY, C1.and(closed()), zero("AcctBal"))),
            new Rule<>(
                    "I2100J06",
                    "what is recovered is not overdue",
                    in(NON_MONTHLY, is("RpyStatus", "N M"), zero("OverdPrd", "TotOverd"))),
            new Rule<>(
                    "I2100K01",
                    "there is a special transaction",
                    in(SPECIAL_TRADES, always(), positive("CagOfTrdNm"))));

    private AccountRules() {}

    private static boolean isEnd(RecordUnderCheck at) {
        return at.code().equals("20") || at.code().equals("32");
    }

    private static Check<RecordUnderCheck> closedAtTheEnd() {
        return (at, broken) -> {
            SectionView look = at.performance();
            if (look != null && look.type() != null && isEnd(at) && !look.isClosed()) {
                broken.accept(look.spot("AcctStatus"));
            }
        };
    }

    private static Check<RecordUnderCheck> closedLately() {
        return (at, broken) -> {
            SectionView look = at.performance();
            if (look != null && at.code().equals("20") && !isWithin30Days(look.day("CloseDate"), at.reportedOn())) {
                broken.accept(look.spot("CloseDate"));
            }
        };
    }

    private static boolean isWithin30Days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || ChronoUnit.DAYS.between(from, to) < 30;
    }

    private static boolean isSame(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other == null || one.equals(other);
    }

    private static boolean isBeside(@Nullable YearMonth month, @Nullable LocalDate day) {
        return month == null || day == null || Math.abs(ChronoUnit.MONTHS.between(month, YearMonth.from(day))) <= 1;
    }

    /** Every day that is no due date, no end of a plan and not the report date; that one stands in I0000501. */
    private static Check<RecordUnderCheck> afterOpening() {
        return (at, broken) -> {
            SectionView info = at.look(BASIC_INFO);
            LocalDate opened = info == null ? null : info.day("OpenDate");
            if (opened == null) {
                return;
            }
            for (SectionView look : at.looks()) {
                for (Item item : look.elements().layout().items()) {
                    LocalDate day = item.form() == Form.DATE ? look.day(item.tag()) : null;
                    if (day != null && day.isBefore(opened)) {
                        broken.accept(look.spot(item.tag()));
                    }
                }
            }
        };
    }

    private static Check<RecordUnderCheck> beforeClosing() {
        return (at, broken) -> {
            SectionView look = at.performance();
            LocalDate closed = look == null ? null : look.day("CloseDate");
            SectionView plan = at.look(LARGE_INSTALMENT);
            if (closed == null) {
                return;
            }
            if (plan != null && isAfter(plan.day("SpecEfctDate"), closed)) {
                broken.accept(plan.spot("SpecEfctDate"));
            }
            for (SectionView trade : at.entries(SPECIAL_TRADES)) {
                if (isAfter(trade.day("TranDate"), closed)) {
                    broken.accept(trade.spot("TranDate"));
                }
            }
        };
    }

    private static boolean isAfter(@Nullable LocalDate day, LocalDate other) {
        return day != null && day.isAfter(other);
    }
}

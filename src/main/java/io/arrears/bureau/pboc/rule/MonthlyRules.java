package io.arrears.bureau.pboc.rule;

import static io.arrears.bureau.pboc.record.SectionKind.MONTHLY;
import static io.arrears.bureau.pboc.rule.Condition.always;
import static io.arrears.bureau.pboc.rule.Condition.closed;
import static io.arrears.bureau.pboc.rule.Condition.is;
import static io.arrears.bureau.pboc.rule.Condition.type;
import static io.arrears.bureau.pboc.rule.RecordUnderCheck.in;
import static io.arrears.bureau.pboc.rule.Requirement.atMost;
import static io.arrears.bureau.pboc.rule.Requirement.blank;
import static io.arrears.bureau.pboc.rule.Requirement.filled;
import static io.arrears.bureau.pboc.rule.Requirement.notBefore;
import static io.arrears.bureau.pboc.rule.Requirement.oneOf;
import static io.arrears.bureau.pboc.rule.Requirement.positive;
import static io.arrears.bureau.pboc.rule.Requirement.that;
import static io.arrears.bureau.pboc.rule.Requirement.zero;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.SectionView;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The rules on a month's performance. */
final class MonthlyRules {

    private static final String OVERDUE = "1 2 3 4 5 6 7";

    static final List<Rule<RecordUnderCheck>> ALL = List.of(
            new Rule<>(
                    "I2100A01",
                    "the old overdraft of type R3 is at most its balance",
                    in(MONTHLY, type(AccountType.R3), atMost("OvedrawBaOve180", "AcctBal"))),
            new Rule<>(
                    "I2100A02",
                    "an account of type R3 without overdraft has balance 0",
                    in(MONTHLY, type(AccountType.R3).and(is("RpyStatus", "*")), zero("AcctBal"))),
            new Rule<>(
                    "I2100A04",
                    "an overdraft of type R3 is a balance above 0",
                    in(MONTHLY, type(AccountType.R3).and(is("RpyStatus", OVERDUE)), positive("AcctBal"))),
            new Rule<>(
                    "I2100H01",
                    "an account of type R2 with nothing due has no RpyPrct",
                    in(MONTHLY, type(AccountType.R2).and(is("RpyStatus", "*")), blank("RpyPrct"))),
            new Rule<>(
                    "I2100H02",
                    "SettDate lies in Month",
                    in(MONTHLY, always(), that("SettDate", MonthlyRules::isOfMonth))),
            new Rule<>(
                    "I2100H03",
                    "a bad debt owes something",
                    in(MONTHLY, MonthlyRules::isBadDebt, positive("TotOverd"))),
            new Rule<>(
                    "I2100H04",
                    "a card not activated owes nothing",
                    in(
                            MONTHLY,
                            MonthlyRules::isInactiveCard,
                            zero("AcctBal", "OverdPrd", "TotOverd", "OvedrawBaOve180"),
                            oneOf("RpyStatus", "*"))),
            new Rule<>(
                    "I2100H05",
                    "with nothing due, nothing is owed",
                    in(MONTHLY, is("RpyStatus", "*"), zero("CurRpyAmt", "OverdPrd", "TotOverd", "PridAcctBal"))),
            new Rule<>(
                    "I2100H07",
                    "what is paid is not overdue",
                    in(MONTHLY, is("RpyStatus", "N M"), zero("OverdPrd", "TotOverd"))),
            new Rule<>(
                    "I2100H09",
                    "what is overdue has periods and an amount",
                    in(MONTHLY, is("RpyStatus", OVERDUE), positive("OverdPrd", "TotOverd"))),
            new Rule<>(
                    "I2100H10",
                    "OverdPrinc is part of TotOverd",
                    in(MONTHLY, always(), atMost("OverdPrinc", "TotOverd"))),
            new Rule<>(
                    "OWN0001",
                    "the principal by age is part of OverdPrinc",
                    in(MONTHLY, always(), that("OverdPrinc", MonthlyRules::holdsItsAges))),
            new Rule<>("I2100H11", "a closed account has balance 0", in(MONTHLY, closed(), zero("AcctBal"))),
            new Rule<>(
                    "I2100H12",
                    "a closed account has RpyStatus C or G",
                    in(MONTHLY, closed(), oneOf("RpyStatus", "C G"))),
            new Rule<>(
                    "I2100H13",
                    "CloseDate is not before the month's other days",
                    in(MONTHLY, always(), notBefore("CloseDate", "SettDate", "LatRpyDate", "FiveCateAdjDate"))),
            new Rule<>("I2100H14", "a closed account has a CloseDate", in(MONTHLY, closed(), filled("CloseDate"))),
            new Rule<>(
                    "I2100H15", "a closed account owes nothing", in(MONTHLY, closed(), zero("OverdPrd", "TotOverd"))));

    private MonthlyRules() {}

    private static boolean isOfMonth(SectionView at) {
        YearMonth month = at.month("Month");
        LocalDate settled = at.day("SettDate");
        return month == null || settled == null || YearMonth.from(settled).equals(month);
    }

    private static boolean isBadDebt(SectionView at) {
        return at.type() != null && at.type().badDebts().contains(at.text("AcctStatus"));
    }

    private static boolean isInactiveCard(SectionView at) {
        return at.type() != null && at.type().isCard() && at.text("AcctStatus").equals("6");
    }

    /** Arrears of 1 to 30 days have no element of their own, so the others may add up to less. */
    private static boolean holdsItsAges(SectionView at) {
        Long all = at.amount("OverdPrinc");
        long aged = Stream.of("Oved31_60Princ", "Oved61_90Princ", "Oved91_180Princ", "OvedPrinc180")
                .map(at::amount)
                .mapToLong(amount -> amount == null ? 0 : amount)
                .sum();
        return all == null || aged <= all;
    }
}

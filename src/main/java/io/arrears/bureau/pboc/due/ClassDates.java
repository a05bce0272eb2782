package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.tradeline.SectionsOnFile;
import io.arrears.delinquency.Delinquency;
import io.arrears.delinquency.Policy;
import io.arrears.delinquency.Standing;
import io.arrears.ledger.AccountFacts;
import io.arrears.ledger.Agreement;
import io.arrears.ledger.ClassFact;
import io.arrears.ledger.Entry;
import io.arrears.ledger.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Since when an account's class is what it is: the day from which a committee set it, or on which days past due crossed the table.
 *
 * <p>Followed from month to month, so that a class that stays keeps the date that was told of it, and none lies before that of an
 * earlier month (R2101207).
 *
 * <p>Example: due on 10 February and unpaid, class 2 since 11 February and, 91 days past due, class 3 since 12 May; paid up on 20
 * May, class 1 since then.
 */
final class ClassDates {

    private final LoanDays loan;
    private final Policy policy;
    private final LocalDate openedOn;
    private final NavigableSet<LocalDate> factDays;
    private final NavigableMap<YearMonth, Mark> marks = new TreeMap<>();

    /** A month as told: the day it was settled, the class then and since when. */
    private record Mark(LocalDate day, String fiveClass, String since) {}

    ClassDates(LoanDays loan, AccountFacts facts, Policy policy, List<SectionsOnFile.Part> months) {
        this.loan = loan;
        this.policy = policy;
        this.openedOn = facts.account().openedOn();
        this.factDays = factDays(facts);
        for (SectionsOnFile.Part month : months) {
            marks.put(
                    YearMonth.from(month.reportedOn()),
                    new Mark(month.reportedOn(), month.fact("FiveCate"), month.fact("FiveCateAdjDate")));
        }
    }

    private static NavigableSet<LocalDate> factDays(AccountFacts facts) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        Stream.of(
                        facts.entries().stream().map(Entry::valueOn),
                        facts.agreements().stream().map(Agreement::effectiveOn),
                        facts.statements().stream().map(Statement::statementOn),
                        facts.classFacts().stream().map(ClassFact::effectiveOn))
                .flatMap(stream -> stream)
                .forEach(days::add);
        return days;
    }

    /** Since when, on a day: as the month before has it while it has stayed, or the day on which it came to be. */
    String since(LocalDate day) {
        int fiveClass = fiveClass(day);
        Map.Entry<YearMonth, Mark> before = marks.lowerEntry(YearMonth.from(day));
        if (before == null) {
            LocalDate began = began(openedOn, day, fiveClass);
            return (began == null ? openedOn : began).toString();
        }
        Mark mark = before.getValue();
        LocalDate began = began(mark.day(), day, fiveClass);
        if (began != null) {
            return began.toString();
        }
        return mark.fiveClass().equals(Integer.toString(fiveClass)) ? mark.since() : day.toString();
    }

    /** The same of a day that stands for its month, so that later months go on from it. */
    String ofMonth(LocalDate day) {
        String since = since(day);
        marks.put(YearMonth.from(day), new Mark(day, Integer.toString(fiveClass(day)), since));
        return since;
    }

    /** The first day after a day from which on the class has been the same without a break; none if it was so on that day, too. */
    private @Nullable LocalDate began(LocalDate after, LocalDate day, int fiveClass) {
        LocalDate known = day;
        while (known.isAfter(after)) {
            Standing standing = loan.settlement(known).standing();
            LocalDate changed = lastChange(standing, known);
            LocalDate from = changed.isAfter(after) ? changed : after.plusDays(1);
            for (LocalDate on = known; on.isAfter(from); on = on.minusDays(1)) {
                if (fiveClass(standing, on.minusDays(1)) != fiveClass) {
                    return on;
                }
            }
            if (fiveClass(from.minusDays(1)) != fiveClass) {
                return from;
            }
            known = from.minusDays(1);
        }
        return null;
    }

    /** The last day up to this on which a fact acted; between two only days past due go on. */
    private LocalDate lastChange(Standing standing, LocalDate day) {
        LocalDate closed = standing.closedOn();
        LocalDate fact = factDays.floor(day);
        LocalDate last = fact == null || fact.isBefore(openedOn) ? openedOn : fact;
        return closed != null && closed.isAfter(last) ? closed : last;
    }

    private int fiveClass(Standing standing, LocalDate day) {
        return Delinquency.on(day, standing, policy).fiveClass();
    }

    private int fiveClass(LocalDate day) {
        return loan.settlement(day).figures().fiveClass();
    }
}

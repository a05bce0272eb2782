package io.arrears.bureau.pboc;

import io.arrears.delinquency.Settlement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Since when an account's class is what it is, followed from month to month: the day of the cure that brought it, or
 * the end of the first month that showed it.
 *
 * <p>A cure in between begins anew, whether it was told or not, so that a history told in one go has the same dates as one told
 * night by night, and none lies before a cure's (R2101207).
 *
 * <p>Example: class 2 at the end of January, paid up on 10 February: class 1 since 10 February, at the month's end, too; with a
 * relapse on 20 February the month's end has class 2 since 28 February, not since January.
 */
final class ClassDates {

    private final Telling telling;
    private final LocalDate openedOn;
    private final NavigableMap<YearMonth, Mark> marks = new TreeMap<>();

    /** A month as told: the day it was settled, the class then and since when. */
    private record Mark(LocalDate day, String fiveClass, String since) {}

    ClassDates(Telling telling, LocalDate openedOn, List<Held.Part> months) {
        this.telling = telling;
        this.openedOn = openedOn;
        for (Held.Part month : months) {
            marks.put(
                    YearMonth.from(month.reportedOn()),
                    new Mark(month.reportedOn(), month.fact("FiveCate"), month.fact("FiveCateAdjDate")));
        }
    }

    /** Since when, on a day: as the month before has it, or from this day on; from the opening for a normal first. */
    String since(LocalDate day) {
        String fiveClass = fiveClass(day);
        Map.Entry<YearMonth, Mark> before = marks.lowerEntry(YearMonth.from(day));
        if (before == null) {
            return fiveClass.equals("1") ? openedOn.toString() : day.toString();
        }
        Mark mark = before.getValue();
        return mark.fiveClass().equals(fiveClass) && hasStayed(mark.day(), day, fiveClass)
                ? mark.since()
                : began(mark.day(), day, fiveClass).toString();
    }

    /** The day of the cure that brought it, or the day that shows it. */
    private LocalDate began(LocalDate after, LocalDate day, String fiveClass) {
        LocalDate cured = telling.settlement(day).episodeEndedOn();
        return cured != null && cured.isAfter(after) && fiveClass(cured).equals(fiveClass) ? cured : day;
    }

    /** The same of a day that stands for its month, so that later months go on from it. */
    String ofMonth(LocalDate day) {
        String since = since(day);
        marks.put(YearMonth.from(day), new Mark(day, fiveClass(day), since));
        return since;
    }

    private boolean hasStayed(LocalDate from, LocalDate to, String fiveClass) {
        LocalDate clean = clean(to);
        while (clean != null && clean.isAfter(from)) {
            if (!fiveClass(clean).equals(fiveClass)) {
                return false;
            }
            clean = clean(clean.minusDays(1));
        }
        return true;
    }

    /** The last day up to this on which an episode was over: the cure's, or the day before the next one began. */
    private @Nullable LocalDate clean(LocalDate day) {
        Settlement settlement = telling.settlement(day);
        LocalDate began = settlement.standing().episodeStartedOn();
        if (began == null) {
            return settlement.episodeEndedOn();
        }
        return telling.settlement(began).figures().reportedDpd() > 0 ? began.minusDays(1) : began;
    }

    private String fiveClass(LocalDate day) {
        return Integer.toString(telling.settlement(day).figures().fiveClass());
    }
}

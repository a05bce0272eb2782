package io.arrears.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Schedules: the first one of a loan, and the later versions that agreements put in force (D8). */
final class Schedule {
    private static final long POINTS_A_MONTH = 120_000;

    private Schedule() {}

    /**
     * A loan in equal parts of principal and interest on what is outstanding, a month apart.
     *
     * <p>Every due date is reckoned from one of them, so a loan due on the 31st falls due on the 30th or 28th in shorter
     * months and on the 31st again after.
     *
     * @param index which instalment falls due on {@code dueOn}, from 1
     */
    static List<Due> firstVersion(SampleProduct product, long principal, int count, int index, LocalDate dueOn) {
        var dues = new ArrayList<Due>(count);
        long outstanding = principal;
        for (int number = 1; number <= count; number++) {
            long part = number == count ? outstanding : principal / count;
            long interest = (outstanding * product.ratePoints() + POINTS_A_MONTH / 2) / POINTS_A_MONTH;
            long fee = number == 1 ? product.minor(2) : 0;
            dues.add(new Due(1, number, dueOn.plusMonths(number - (long) index), new Parts(part, interest, fee, 0)));
            outstanding -= part;
        }
        return dues;
    }

    /** The same instalments a month apart from a new first due date: re-aged. */
    static List<Due> reaged(List<Due> dues, LocalDate firstDue) {
        var later = new ArrayList<Due>(dues.size());
        for (var due : dues) {
            later.add(due.dueOn(firstDue.plusMonths(later.size())));
        }
        return later;
    }

    /** What the instalments add up to, spread evenly over more of them; the last takes what division leaves. */
    static List<Due> spread(List<Due> dues, int count, LocalDate firstDue) {
        var total = total(dues);
        var share = total.over(count);
        var left = total;
        var later = new ArrayList<Due>(count);
        for (int i = 0; i < count; i++) {
            var parts = i == count - 1 ? left : share;
            later.add(new Due(1, dues.get(0).number() + i, firstDue.plusMonths(i), parts));
            left = left.minus(share);
        }
        return later;
    }

    static Parts total(List<Due> dues) {
        return dues.stream().map(Due::parts).reduce(new Parts(0, 0, 0, 0), Parts::plus);
    }
}

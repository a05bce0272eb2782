package io.arrears.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/** What the calendar does to due dates and to the count of days (D1, D4, D5): paid before, and nothing after. */
final class DueScenarios {
    private DueScenarios() {}

    /** The eighth instalment is the oldest unpaid one and fell due so many days before the as-of date. */
    static void overdue(AccountDraft t, int days) {
        t.monthly(12, 8, t.daysAgo(days)).pay(1, 7);
    }

    /** Due on the 29th, 30th or 31st, earlier in shorter months; the last three due dates unpaid. */
    static void dueOnDay(AccountDraft t, int dayOfMonth) {
        var month = YearMonth.from(t.asOf()).minusMonths(1);
        while (month.lengthOfMonth() < dayOfMonth) {
            month = month.minusMonths(1);
        }
        t.monthly(12, 9, month.atDay(dayOfMonth)).pay(1, 6);
    }

    /** Unpaid since the last 29 February: the days are counted across leap years and common ones. */
    static void leapDay(AccountDraft t) {
        var year = t.asOf();
        while (!year.isLeapYear() || LocalDate.of(year.getYear(), 2, 29).isAfter(t.asOf())) {
            year = year.minusYears(1);
        }
        t.monthly(12, 6, LocalDate.of(year.getYear(), 2, 29)).pay(1, 5);
    }

    static void singleInstalment(AccountDraft t) {
        t.monthly(1, 1, t.daysAgo(12));
    }

    static void singleInstalmentPaid(AccountDraft t) {
        t.monthly(1, 1, t.daysAgo(12));
        t.repay(t.daysAgo(10), t.due(1).total());
    }

    static void withoutInterest(AccountDraft t) {
        t.withoutInterest().usual().pay(1, 7);
    }
}

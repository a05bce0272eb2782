package io.arrears.ledger;

import java.time.LocalDate;
import java.time.Period;

/** How often a line is billed, by the words of accounts.csv's {@code repayment_frequency} that name a period. */
public enum Frequency {
    DAILY(Period.ofDays(1)),
    WEEKLY(Period.ofWeeks(1)),
    MONTHLY(Period.ofMonths(1)),
    QUARTERLY(Period.ofMonths(3)),
    HALF_YEARLY(Period.ofMonths(6)),
    YEARLY(Period.ofYears(1));

    private final Period period;

    Frequency(Period period) {
        this.period = period;
    }

    /** A period after a day; of the 31st the last day of a shorter month. */
    public LocalDate after(LocalDate day) {
        return day.plus(period);
    }
}

package io.arrears.delinquency;

import java.time.LocalDate;

/** How days make a year when a rate is reckoned; the market's two usual conventions. */
public enum DayCount {
    /** Every day is one of 365, a leap year's 29 February as any other. */
    ACTUAL_365("actual/365", 365) {
        @Override
        long ordinal(LocalDate day) {
            return day.toEpochDay();
        }
    },
    /** Every month has 30 days, its last day being the 30th, and a year 360 (30E/360 of ISDA). */
    THIRTY_360("30/360", 360) {
        @Override
        long ordinal(LocalDate day) {
            int ofMonth = day.getDayOfMonth() == day.lengthOfMonth() ? 30 : Math.min(30, day.getDayOfMonth());
            return 360L * day.getYear() + 30L * day.getMonthValue() + ofMonth;
        }
    };

    private final String text;
    private final int year;

    DayCount(String text, int year) {
        this.text = text;
        this.year = year;
    }

    /** Days between two days are the difference of theirs. */
    abstract long ordinal(LocalDate day);

    long between(LocalDate from, LocalDate to) {
        return ordinal(to) - ordinal(from);
    }

    /** The days of a year. */
    int year() {
        return year;
    }

    /** As a lender file writes it. */
    public String text() {
        return text;
    }
}

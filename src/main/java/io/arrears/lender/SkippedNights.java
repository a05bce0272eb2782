package io.arrears.lender;

import java.time.LocalDate;
import java.util.List;

/** The due days that a run was told to leave out since the night before it: the first, the last, and how many there are. */
public record SkippedNights(LocalDate first, LocalDate last, int count) {

    /** Of at least one day, in order. */
    public static SkippedNights of(List<LocalDate> days) {
        return new SkippedNights(days.get(0), days.get(days.size() - 1), days.size());
    }

    @Override
    public String toString() {
        return count == 1 ? first.toString() : count + " due days, " + first + " to " + last;
    }
}

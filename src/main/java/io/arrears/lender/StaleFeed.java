package io.arrears.lender;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is newest of one feed.
 *
 * @param feed its name, or {@link #ANY}
 * @param controlOn the newest business date of control.csv; none where its newest delivery had none
 * @param deliveredAt when the newest import that brought it was done; none when it never came
 */
public record StaleFeed(
        String feed,
        @Nullable LocalDate controlOn,
        @Nullable Instant deliveredAt) {

    /** Where no feed is required by name. */
    public static final String ANY = "";

    /** Several in a line: {@code entries: control.csv is of 2026-11-18; accounts: never delivered}. */
    public static String told(List<StaleFeed> feeds) {
        return feeds.stream().map(StaleFeed::toString).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        String what = feed.equals(ANY) ? "every feed" : feed;
        if (controlOn != null) {
            return what + ": control.csv is of " + controlOn;
        }
        return what + ": " + (deliveredAt == null ? "never delivered" : "last delivered " + deliveredAt);
    }
}

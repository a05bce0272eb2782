package io.arrears.lender;

import io.arrears.feed.Feed;
import io.arrears.feed.HeldFrom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a night does whose data are those of an earlier day: a payer whose payments did not come looks overdue. */
public enum Freshness {
    /** It is not looked at. */
    OFF,
    /** The night goes out and says so. */
    WARN,
    /** The night is stopped (exit 4). */
    REQUIRED;

    /**
     * What a night may be measured against.
     *
     * @param before the cutoff of the lender's published night of the day before it; none on the first
     * @param over the end of the as-of day where the lender is
     */
    public record Measure(LocalDate asOf, @Nullable Instant before, Instant over) {}

    /**
     * The feeds that are stale, of those that are required; where none is, accounts, instalments, entries and agreements are one, and
     * stale when none of them came.
     *
     * @param newest what came of each feed
     */
    public List<StaleFeed> stale(Set<String> required, Map<String, StaleFeed> newest, Measure measure) {
        if (this == OFF) {
            return List.of();
        }
        Stream<StaleFeed> asked = required.isEmpty()
                ? Stream.of(newestOf(newest))
                : new TreeSet<>(required)
                        .stream().map(feed -> newest.getOrDefault(feed, new StaleFeed(feed, null, null)));
        return asked.filter(feed -> isStale(feed, measure)).toList();
    }

    /** The core system's own day counts where it says one; else whether anything came since the night before, or since the day ended. */
    private static boolean isStale(StaleFeed feed, Measure measure) {
        LocalDate controlOn = feed.controlOn();
        if (controlOn != null) {
            return controlOn.isBefore(measure.asOf());
        }
        Instant delivered = feed.deliveredAt();
        Instant before = measure.before();
        return delivered == null
                || (before != null && !delivered.isAfter(before) && delivered.isBefore(measure.over()));
    }

    /** Of the feeds on whose rows it depends what an account owes; a day counts where the newest delivery of them says one. */
    private static StaleFeed newestOf(Map<String, StaleFeed> all) {
        Map<String, StaleFeed> newest = new HashMap<>(all);
        newest.keySet().removeIf(name -> Feed.ofTable(name)
                .filter(feed -> feed.heldFrom() == HeldFrom.EVERYTHING)
                .isEmpty());
        @Nullable
        Instant delivered = newest.values().stream()
                .map(StaleFeed::deliveredAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        boolean isControlled = newest.values().stream()
                .anyMatch(feed -> feed.controlOn() != null && Objects.equals(feed.deliveredAt(), delivered));
        @Nullable
        LocalDate controlOn = newest.values().stream()
                .map(StaleFeed::controlOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        return new StaleFeed(StaleFeed.ANY, isControlled ? controlOn : null, delivered);
    }
}

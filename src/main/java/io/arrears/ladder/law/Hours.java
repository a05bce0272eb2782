package io.arrears.ladder.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * From when to when a person may be reached on one day, in whole seconds: from is in it, to is not (L14).
 *
 * <p>Example: 08:00 to 22:00 of 21 November in Shanghai: 21:59:59 is in it, 22:00:00 is not.
 *
 * @param day of the calendar by which it begins
 */
public record Hours(LocalDate day, OffsetDateTime from, OffsetDateTime to) {

    /** A rule in whose dates no hours are left for so long leaves none. */
    private static final int LOOKED_AT = 8;

    /** The hours that every window allows in every zone, written in the first one's offset; none where there are no such. */
    public static Optional<Hours> on(LocalDate day, List<Limit.Window> windows, List<ZoneId> zones) {
        Instant from = Instant.MIN;
        Instant to = Instant.MAX;
        for (ZoneId zone : zones) {
            from = later(from, day.atStartOfDay(zone).toInstant());
            if (windows.isEmpty()) {
                to = earlier(to, day.plusDays(1).atStartOfDay(zone).toInstant());
            }
            for (Limit.Window window : windows) {
                from = later(from, at(day, window.from(), zone));
                to = earlier(to, end(day, window.from(), window.to(), zone));
            }
        }
        return zones.isEmpty() || !from.isBefore(to)
                ? Optional.empty()
                : Optional.of(new Hours(day, written(from, zones.get(0)), written(to, zones.get(0))));
    }

    /**
     * The first hours after the as-of date that are not over at an instant: those of the calling day (L1).
     *
     * @param windows those that hold on a day
     */
    public static Optional<Hours> calling(
            LocalDate asOf, Instant at, Function<LocalDate, List<Limit.Window>> windows, List<ZoneId> zones) {
        if (zones.isEmpty()) {
            return Optional.empty();
        }
        LocalDate yesterday = LocalDate.ofInstant(at, zones.get(0)).minusDays(1);
        LocalDate first = asOf.plusDays(1).isAfter(yesterday) ? asOf.plusDays(1) : yesterday;
        for (LocalDate day = first; day.isBefore(first.plusDays(LOOKED_AT)); day = day.plusDays(1)) {
            Optional<Hours> hours = on(day, windows.apply(day), zones);
            if (hours.isPresent() && hours.get().to().toInstant().isAfter(at)) {
                return hours;
            }
        }
        return Optional.empty();
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from.toInstant()) && at.isBefore(to.toInstant());
    }

    /** What is left of them without a part, from first to last. */
    List<Hours> without(Instant start, Instant end, ZoneId zone) {
        OffsetDateTime before = written(earlier(start, to.toInstant()), zone);
        OffsetDateTime after = written(later(end, from.toInstant()), zone);
        return Stream.of(new Hours(day, from, before), new Hours(day, after, to))
                .filter(part -> part.seconds() > 0)
                .toList();
    }

    long seconds() {
        return to.toEpochSecond() - from.toEpochSecond();
    }

    static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** Of a part of a day; one that does not end later than it begins ends the next day (L14). */
    static Instant end(LocalDate day, LocalTime from, LocalTime to, ZoneId zone) {
        return at(to.isAfter(from) ? day : day.plusDays(1), to, zone);
    }

    private static OffsetDateTime written(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}

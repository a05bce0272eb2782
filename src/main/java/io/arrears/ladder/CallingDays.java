package io.arrears.ladder;

import io.arrears.ladder.law.Channel;
import io.arrears.ladder.law.Hours;
import io.arrears.ladder.law.Limit;
import io.arrears.ladder.law.Limits;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The law of one night's calling days, and the hours that it leaves: the same for all who agreed on nothing else and live in the
 * same zones, so that each is worked out once.
 */
final class CallingDays {

    private record Place(Channel channel, List<ZoneId> zones) {}

    private final LadderNight night;
    private final Map<LocalDate, Limits> law = new ConcurrentHashMap<>();
    private final Map<Place, Optional<Hours>> hours = new ConcurrentHashMap<>();

    CallingDays(LadderNight night) {
        this.night = night;
    }

    /** The rules of a day, without what was agreed with anybody. */
    Limits law(LocalDate day) {
        return law.computeIfAbsent(day, night.law()::on);
    }

    /** The hours of the calling day by the law alone; none where no zone is known or no hours are left (L1). */
    Optional<Hours> hours(Channel channel, List<ZoneId> zones) {
        return hours.computeIfAbsent(new Place(channel, zones), place -> hours(channel, zones, this::law));
    }

    /** The same by the rules that a day has for somebody. */
    Optional<Hours> hours(Channel channel, List<ZoneId> zones, Function<LocalDate, Limits> limits) {
        return Hours.calling(night.asOf(), night.generatedAt(), day -> windows(limits.apply(day), channel), zones);
    }

    private static List<Limit.Window> windows(Limits limits, Channel channel) {
        return limits.of(Limit.Window.class).stream()
                .map(Limits.Held::limit)
                .filter(window -> window.channels().contains(channel))
                .toList();
    }
}

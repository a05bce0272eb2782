package io.arrears.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, until it is made to stand at an instant of the made-up ledger's past. */
final class DemoClock extends Clock {

    private Clock clock = Clock.systemUTC();

    void standAt(Instant instant) {
        clock = Clock.fixed(instant, ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }
}

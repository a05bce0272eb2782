package io.arrears.batch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test turns it. */
final class TurnedClock extends Clock {

    private Instant now;

    TurnedClock(Instant now) {
        this.now = now;
    }

    /** Two in the morning after a day. */
    static Instant after(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC);
    }

    void turnTo(Instant instant) {
        now = instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}

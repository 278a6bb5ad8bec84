package org.holdfast.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** A clock that goes on only when told to. */
final class TestClock extends Clock {

    private volatile long millis = 1_800_000_000_000L;

    void pass(long passed) {
        millis += passed;
    }

    long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Only milliseconds are asked of it");
    }
}

package org.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;

/** Hands out the slots in which clients come back, so that a crowd returns in a line. */
@ApplicationScoped
public class Admission {
    private static final long LONGEST_MILLIS = 60_000;
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);

    private final long intervalNanos;

    /** The first slot that is free, by the clock that the callers bring. */
    private final AtomicLong free = new AtomicLong(Long.MIN_VALUE);

    @Inject
    public Admission(Settings settings) {
        int perSecond = settings.number(Setting.RECONNECT_RATE);
        intervalNanos = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** For the container's proxy. */
    protected Admission() {
        intervalNanos = 0;
    }

    /**
     * How many milliseconds from now the caller may connect. Asking needs no login: a line without an end would let one who asks in a
     * loop keep everybody else out for hours, so who comes after it is full is only told to spread.
     */
    public long slot(long nowNanos) {
        long end = nowNanos + LONGEST_NANOS;
        long slot = free.updateAndGet(next -> Math.min(Math.max(next, nowNanos - intervalNanos) + intervalNanos, end));
        return slot < end ? TimeUnit.NANOSECONDS.toMillis(slot - nowNanos) : spread();
    }

    private static long spread() {
        return ThreadLocalRandom.current().nextLong(LONGEST_MILLIS / 2, LONGEST_MILLIS);
    }
}

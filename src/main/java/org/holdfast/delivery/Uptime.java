package org.holdfast.delivery;

import java.util.concurrent.TimeUnit;

/**
 * Milliseconds on a clock that never jumps; only differences mean anything. Liveness is measured with it: the time of day is set by hand and by
 * NTP, and a jump forward would evict everybody at once, a jump back would stop the heartbeats for as long.
 */
public final class Uptime {
    private static final long BEGIN = System.nanoTime();

    private Uptime() {}

    /** Always positive. */
    public static long millis() {
        return 1 + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - BEGIN);
    }
}

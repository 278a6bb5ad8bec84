package org.holdfast.delivery;

/** Signs of life, of both sides of a connection, by {@link Uptime}. */
final class Signs {
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private volatile long heardAt;
    private volatile long beatAt;
    private volatile long roundTrip = -1;

    Signs(long now) {
        heardAt = now;
        beatAt = now;
    }

    void heard(long now) {
        heardAt = now;
    }

    void beat(long now) {
        beatAt = now;
    }

    /** The next heads are due. */
    void owesBeat() {
        beatAt = LONG_AGO;
    }

    /** The peer has measured, and said so. */
    void tookTrip(long millis) {
        roundTrip = millis;
    }

    long heardAt() {
        return heardAt;
    }

    long beatAt() {
        return beatAt;
    }

    long roundTrip() {
        return roundTrip;
    }
}

package org.holdfast.lab;

import java.util.EnumSet;
import java.util.Set;

/** The rules under which a {@link TcpProxy} moves bytes; every pump asks here before it writes. */
final class Traffic {
    enum Direction {
        /** From the client to the server. */
        UP,
        /** From the server to the client. */
        DOWN
    }

    // All guarded by this object's monitor; the pumps wait on it.
    private final Set<Direction> silent = EnumSet.noneOf(Direction.class);
    private long delayMillis;
    private long bytesPerSecond;
    private long lingerMillis;
    private int slice;
    private long up;
    private long down;

    synchronized void pass() {
        silent.clear();
        delayMillis = 0;
        bytesPerSecond = 0;
        lingerMillis = 0;
        slice = 0;
        notifyAll();
    }

    synchronized void silence(Set<Direction> directions) {
        silent.addAll(directions);
    }

    synchronized void delay(long millis) {
        delayMillis = millis;
    }

    synchronized void bandwidth(long perSecond) {
        bytesPerSecond = perSecond;
    }

    synchronized void linger(long millis) {
        lingerMillis = millis;
    }

    synchronized void slice(int bytes) {
        slice = bytes;
    }

    /** Waits while the direction is silent. */
    synchronized void awaitPassage(Direction direction) throws InterruptedException {
        while (silent.contains(direction)) wait();
    }

    /** How many of so many bytes the next write may take. */
    synchronized int piece(int bytes) {
        return slice == 0 ? bytes : Math.min(slice, bytes);
    }

    synchronized void moved(Direction direction, int bytes) {
        if (direction == Direction.UP) up += bytes;
        else down += bytes;
    }

    synchronized long moved(Direction direction) {
        return direction == Direction.UP ? up : down;
    }

    /** The latency of a piece that was just read. */
    void hold() throws InterruptedException {
        pause(read(() -> delayMillis));
    }

    /** How long the end of a stream is kept back. */
    void linger() throws InterruptedException {
        pause(read(() -> lingerMillis));
    }

    /** The time that a line of limited bandwidth needs for so many bytes; slices are kept apart, or the network would join them. */
    void pace(int bytes) throws InterruptedException {
        pause(read(() -> bytesPerSecond == 0 ? 0 : bytes * 1000L / bytesPerSecond));
        pause(read(() -> slice == 0 ? 0 : 1));
    }

    private synchronized long read(java.util.function.LongSupplier rule) {
        return rule.getAsLong();
    }

    private static void pause(long millis) throws InterruptedException {
        if (millis > 0) Thread.sleep(millis);
    }
}

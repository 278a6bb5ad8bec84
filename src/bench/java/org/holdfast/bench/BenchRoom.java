package org.holdfast.bench;

import java.util.ArrayList;
import java.util.List;

/** A room under load: who listens, the one wire that posts, and what of its posts is still on the way. */
final class BenchRoom {
    /** Posts that can be on the way; a power of two. */
    private static final int RING = 16 * 1024;

    private final long log;
    private final PostFrame frame;
    private final List<Wire> wires = new ArrayList<>();
    private final int[] missing = new int[RING];
    private final long[] intended = new long[RING];
    private Wire sender;
    private long posted;
    private long complete;
    private long acked;

    BenchRoom(long log) {
        this.log = log;
        this.frame = new PostFrame(log);
    }

    long log() {
        return log;
    }

    List<Wire> wires() {
        return wires;
    }

    /** The first one is the sender. */
    void add(Wire wire) {
        if (sender == null) sender = wire;
        wires.add(wire);
    }

    boolean hasSender() {
        return sender != null;
    }

    Wire sender() {
        return sender;
    }

    /** Puts a post into the sender's buffer; {@link #flush} sends it. */
    void post(long intendedAt) {
        if (inFlight() >= RING) throw new IllegalStateException("The server is " + RING + " posts behind");
        long number = ++posted;
        missing[slot(number)] = wires.size();
        intended[slot(number)] = intendedAt;
        frame.put(sender.out(frame.length()), number, intendedAt);
    }

    void flush() {
        sender.flush();
    }

    void delivered(long number) {
        if (--missing[slot(number)] == 0) complete++;
    }

    /** @return when it was to be sent */
    long acked(long number) {
        acked++;
        return intended[slot(number)];
    }

    /** Posts that are not acknowledged yet, or not yet received by every subscriber. */
    long inFlight() {
        return posted - Math.min(complete, acked);
    }

    long posted() {
        return posted;
    }

    private static int slot(long number) {
        return (int) number & RING - 1;
    }
}

package org.holdfast.bench;

import java.util.ArrayList;
import java.util.List;

/** A room under load: who listens, the one wire that posts, and what of its posts is still on the way. */
final class BenchRoom {
    /** Posts that can be on the way; a power of two. */
    private static final int RING = 16 * 1024;

    private final List<Wire> wires = new ArrayList<>();
    private final int[] missing = new int[RING];
    private final long[] intended = new long[RING];
    private Wire sender;

    /** Made with the first post: it may carry what the server calls the sender. */
    private PostFrame frame;

    private long posted;
    private long complete;
    private long acked;

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

    /** Whether its posts are acknowledged. */
    boolean isAcked() {
        return sender.place().speech().isAcked();
    }

    /** Puts a post into the sender's buffer; {@link #flush} sends it. */
    void post(long intendedAt) {
        if (inFlight() >= RING) throw new IllegalStateException("The server is " + RING + " posts behind");
        if (frame == null) frame = sender.postFrame();
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

    /** Posts that are not yet received by every subscriber, or not yet acknowledged where they are to be. */
    long inFlight() {
        return posted - (isAcked() ? Math.min(complete, acked) : complete);
    }

    long posted() {
        return posted;
    }

    private static int slot(long number) {
        return (int) number & RING - 1;
    }
}

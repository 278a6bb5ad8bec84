package org.holdfast.bench;

import java.util.List;

/** What the protocol asks of a client that says nothing else: a {@code ping} each interval. Spread evenly over all wires. */
final class Heartbeat implements Loop.Work {
    private static final long INTERVAL = 20_000_000_000L;
    private static final String PING = "{\"type\":\"ping\",\"data\":{}}";

    private final List<Wire> wires;
    private final long begin = System.nanoTime();
    private long count;

    Heartbeat(List<Wire> wires) {
        this.wires = wires;
    }

    @Override
    public long run(long now) {
        long step = INTERVAL / wires.size();
        for (; now - begin - count * step >= 0; count++) ping(wires.get((int) (count % wires.size())));
        return begin + count * step;
    }

    private static void ping(Wire wire) {
        if (wire.isSpeaking()) wire.send(PING);
    }
}

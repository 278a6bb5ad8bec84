package org.holdfast.bench;

import java.util.List;
import org.holdfast.lab.Person;

/** What clients have to say that say nothing else: a {@code ping} each interval. Spread evenly over all of them. */
final class Heartbeat implements Loop.Work {
    private static final String PING = "{\"type\":\"ping\",\"data\":{}}";

    private static final long INTERVAL = 20_000_000_000L;

    private final List<Runnable> pings;
    private final long begin = System.nanoTime();
    private long count;

    /** @param pings one of each client */
    private Heartbeat(List<Runnable> pings) {
        this.pings = pings;
    }

    /** Over WebSockets. */
    static Heartbeat of(List<Wire> wires) {
        return new Heartbeat(
                wires.stream().map(wire -> (Runnable) () -> ping(wire)).toList());
    }

    /** Beside event streams. */
    static Heartbeat of(List<byte[]> pings, Requests requests) {
        return new Heartbeat(
                pings.stream().map(ping -> (Runnable) () -> requests.send(ping)).toList());
    }

    /** The life of an event stream's reader. */
    static byte[] request(Person person, String session) {
        String fields = "Content-Type: application/json\r\nContent-Length: " + PING.length() + "\r\n";
        return Place.request("POST", person.base(), "api/commands?session=" + session, person.cookie(), fields, PING);
    }

    @Override
    public long run(long now) {
        long step = INTERVAL / pings.size();
        for (; now - begin - count * step >= 0; count++)
            pings.get((int) (count % pings.size())).run();
        return begin + count * step;
    }

    private static void ping(Wire wire) {
        if (wire.isSpeaking()) wire.send(PING);
    }
}

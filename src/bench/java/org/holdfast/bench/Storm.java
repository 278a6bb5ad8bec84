package org.holdfast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clients that come back all at once; each is whole when it has heard every message that it missed. */
final class Storm implements AutoCloseable, Loop.Work {
    private static final long LOOK = 20_000_000;

    private final Loop loop;
    private final BenchRoom room = new BenchRoom();
    private final int missed;
    private final Tally tally = new Tally();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Wire> behind = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private final List<Integer> wholes = new ArrayList<>();
    private long begin;

    Storm(Loop loop, int missed) {
        this.loop = loop;
        this.missed = missed;
    }

    void add(Place place) {
        wires.add(new Wire(place, new Ear(room, tally, false)));
    }

    /** @return whether all were whole in that time */
    boolean pass(Duration limit) {
        begin = System.nanoTime();
        behind.addAll(wires);
        loop.add(this);
        boolean are = new Opening(loop, wires).all(limit) && loop.until(behind::isEmpty, limit);
        loop.remove(this);
        run(System.nanoTime());
        return are;
    }

    @Override
    public long run(long now) {
        if (seconds.isEmpty() || now - begin - seconds.get(seconds.size() - 1) * 1e9 >= LOOK) look(now);
        return now + LOOK;
    }

    private void look(long now) {
        behind.removeIf(wire -> wire.ear().last() == missed);
        seconds.add((now - begin) / 1e9);
        wholes.add(whole());
    }

    int size() {
        return wires.size();
    }

    int whole() {
        return wires.size() - behind.size();
    }

    /** When the last message came, in seconds after the begin. */
    double seconds() {
        return (tally.lastAt() - begin) / 1e9;
    }

    String fault() {
        long gone = wires.stream().filter(Wire::isGone).count();
        return gone > 0 ? gone + " connections ended" : tally.fault((long) wires.size() * missed, 0);
    }

    Chart chart() {
        var whole = new Chart.Series("whole", wholes);
        return Chart.lines("Clients that are back and whole", "seconds", "clients", seconds, List.of(whole));
    }

    @Override
    public void close() {
        wires.forEach(Wire::close);
    }
}

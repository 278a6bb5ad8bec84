package org.holdfast.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Connections in rooms, as many in each, and what keeps them there. */
final class Crowd implements AutoCloseable {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(120);

    private final Tally tally = new Tally();
    private final List<BenchRoom> rooms = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Runnable> farewells = new ArrayList<>();
    private final List<byte[]> pings = new ArrayList<>();

    /** @param farewell what is done when all have gone */
    BenchRoom addRoom(Runnable farewell) {
        BenchRoom room = new BenchRoom();
        rooms.add(room);
        farewells.add(farewell);
        return room;
    }

    /** The first one in a room is its sender. */
    void add(Place place, BenchRoom room) {
        Wire wire = new Wire(place, new Ear(room, tally, !room.hasSender()));
        room.add(wire);
        wires.add(wire);
    }

    /** A request that is made in each interval of the heartbeat. */
    void add(byte[] ping) {
        pings.add(ping);
    }

    Crowd open(Loop loop) {
        if (!new Opening(loop, wires).all(OPEN_LIMIT))
            throw new IllegalStateException(live() + " of " + wires.size() + " are there. " + fault());
        if (!pings.isEmpty()) beat(loop);
        return this;
    }

    private void beat(Loop loop) {
        Requests requests = new Requests(wires.get(0).place().uri(), loop);
        Loop.Work heartbeat = Heartbeat.of(pings, requests);
        loop.add(heartbeat);
        farewells.add(0, () -> {
            loop.remove(heartbeat);
            requests.close();
        });
    }

    Tally tally() {
        return tally;
    }

    List<BenchRoom> rooms() {
        return rooms;
    }

    List<Wire> wires() {
        return wires;
    }

    private long live() {
        return wires.stream().filter(Wire::isLive).count();
    }

    /** Why wires are gone; empty: all are there. */
    String fault() {
        var gone = wires.stream().filter(Wire::isGone).map(Wire::ended).toList();
        return gone.isEmpty() ? "" : gone.size() + " connections ended, the first: " + gone.get(0);
    }

    @Override
    public void close() {
        wires.forEach(Wire::close);
        farewells.forEach(Runnable::run);
    }
}

package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Opens wires, a bounded number at a time: more would only wait in the server's accept queue, or be dropped there. */
final class Opening implements Loop.Work {
    private static final int AT_A_TIME = 256;
    private static final long LOOK_AGAIN = 5_000_000;

    private final Loop loop;
    private final Deque<Wire> waiting;
    private final List<Wire> opening = new ArrayList<>();

    Opening(Loop loop, Collection<Wire> wires) {
        this.loop = loop;
        this.waiting = new ArrayDeque<>(wires);
    }

    /** @return false: not all have opened in that time */
    boolean all(Duration limit) {
        loop.add(this);
        boolean are = loop.until(this::isOver, limit);
        loop.remove(this);
        return are && waiting.isEmpty();
    }

    private boolean isOver() {
        return opening.stream().anyMatch(Wire::isGone) || waiting.isEmpty() && opening.isEmpty();
    }

    @Override
    public long run(long now) {
        opening.removeIf(Wire::isLive);
        while (opening.size() < AT_A_TIME && !waiting.isEmpty()) open(waiting.poll());
        return now + LOOK_AGAIN;
    }

    private void open(Wire wire) {
        try {
            wire.open(loop);
            opening.add(wire);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.holdfast.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Connections to a bare endpoint: what the container itself costs. */
final class BareCrowd {
    private BareCrowd() {}

    static List<Wire> of(URI server, Speech speech, int count) {
        // One ear for all: nothing is counted.
        Ear ear = new Ear(new BenchRoom(), new Tally(), false);
        return Stream.generate(() -> new Wire(Place.open(server, "bare", speech), ear))
                .limit(count)
                .toList();
    }

    static void open(Loop loop, List<Wire> wires) {
        if (!new Opening(loop, wires).all(Duration.ofMinutes(2)))
            throw new IllegalStateException("Not all connections opened");
    }
}

package org.holdfast.backplane;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The nodes that were heard of not long ago. One that is gone is forgotten after a while: a node that starts again has another name. */
final class Acquaintances {
    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Map<String, Long> heardAt = new ConcurrentHashMap<>();

    void heard(String node) {
        heardAt.put(node, System.nanoTime());
    }

    Set<String> names() {
        long now = System.nanoTime();
        heardAt.values().removeIf(at -> now - at > KEPT_NANOS);
        return new TreeSet<>(heardAt.keySet());
    }
}

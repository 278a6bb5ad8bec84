package org.holdfast.lab;

import java.util.EnumMap;
import java.util.Map;
import org.holdfast.lab.Traffic.Direction;

/** Counts the bytes that a line may still carry each way before it is cut; without a count there is no end. */
final class Fuse {
    // Guarded by this object's monitor: the test's thread lights, the pumps burn.
    private final Map<Direction, Long> left = new EnumMap<>(Direction.class);

    synchronized void light(Direction direction, long bytes) {
        left.put(direction, Math.max(1, bytes));
    }

    /** How many of so many bytes may go before the cut. */
    synchronized int most(Direction direction, int bytes) {
        return (int) Math.min(bytes, left.getOrDefault(direction, Long.MAX_VALUE));
    }

    /** Takes note of bytes that went; true when they were the last. */
    synchronized boolean burns(Direction direction, int bytes) {
        var rest = left.computeIfPresent(direction, (way, before) -> before - bytes);
        return rest != null && rest <= 0;
    }
}

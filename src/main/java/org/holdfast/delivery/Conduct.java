package org.holdfast.delivery;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a connection sends that it should not. */
public final class Conduct {
    private final AtomicInteger badFrames = new AtomicInteger();
    private final AtomicInteger tooFast = new AtomicInteger();

    Conduct() {}

    /** Counts texts in a row that were no frames. */
    public int badFrame() {
        return badFrames.incrementAndGet();
    }

    public void goodFrame() {
        badFrames.set(0);
    }

    /** Counts commands that came too fast, less those that did not. */
    public int tooFast() {
        return tooFast.incrementAndGet();
    }

    public void inPace() {
        // Not to 0: whoever floods has a command taken now and then.
        tooFast.updateAndGet(count -> Math.max(0, count - 1));
    }
}

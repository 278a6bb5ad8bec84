package org.holdfast.log;

import java.util.List;

/** A run of a log's events that never changes. */
final class Page {
    private final long log;
    private final long begin;
    private final List<String> frames;
    private final int sliceChars;

    /** The slice made last: a crowd that comes back was cut off at the same position. Whoever loses a race makes its own. */
    private volatile Slice shared = new Slice(-1, -1, "", false);

    /** @param begin the position before its first event */
    Page(long log, long begin, List<String> frames, int sliceChars) {
        this.log = log;
        this.begin = begin;
        this.frames = frames;
        this.sliceChars = sliceChars;
    }

    Slice after(long position, int mostChars) {
        if (position < begin) throw new EventsGone(log, begin);
        Slice slice = shared;
        if (slice.isOf(position, begin + frames.size()) && slice.fits(mostChars)) return slice;
        Slice made = Slice.join(position, frames.subList((int) (position - begin), frames.size()), mostChars);
        shared = made;
        return made;
    }

    /** In characters, with the slice. */
    int weight() {
        int chars = frames.stream().mapToInt(String::length).sum();
        return chars + Math.min(chars, sliceChars);
    }
}

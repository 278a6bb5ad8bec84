package org.holdfast.log;

/**
 * How much of one log is kept in memory: whichever is reached first, but always the newest event.
 *
 * @param chars of the frames' text
 */
public record RingSize(int events, long chars) {
    /** Less of it. */
    RingSize atMost(int mostEvents) {
        return new RingSize(Math.min(events, mostEvents), chars);
    }
}

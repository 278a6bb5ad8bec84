package org.holdfast.presence;

/**
 * How much a client was told of who is here.
 *
 * @param number up to this change
 * @param upTo of the rooms with ids up to this one; of the others nothing
 */
public record Told(long number, long upTo) {
    public static final Told NOTHING = new Told(0, Long.MAX_VALUE);

    /** The number for one room. */
    public long of(long room) {
        return room <= upTo ? number : 0;
    }
}

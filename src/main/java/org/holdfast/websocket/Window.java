package org.holdfast.websocket;

/**
 * How many bytes a peer is sent before it has to show that it has read them. A peer that reads slowly gets few at a time, or it would look like
 * one that does not read. Not safe for threads, but for {@link #size}.
 */
final class Window {
    private static final int LEAST = 4 * 1024;
    private static final int FIRST = 16 * 1024;
    /** Twice as much as the server joins into one text by default. */
    private static final int MOST = 128 * 1024;

    private static final int GROWTH = 4;

    /**
     * Of the first texts, in characters. Grizzly keeps a copy of the last array of 8 KiB or more that it was given for each connection: with
     * what is missed after a short absence it has none.
     */
    private static final int FIRST_ROOM = 7 * 1024;

    private final long wantedMillis;
    private volatile int size = FIRST;

    /** @param wantedMillis how long it should take to be read */
    Window(long wantedMillis) {
        this.wantedMillis = wantedMillis;
    }

    int size() {
        return size;
    }

    /** The length from which on a text takes no more. */
    int room() {
        return size == FIRST ? FIRST_ROOM : size;
    }

    /** It took the peer so long to read so much. */
    void read(int bytes, long millis) {
        long fit = bytes * wantedMillis / Math.max(1, millis);
        size = (int) Math.max(LEAST, Math.min(fit, Math.min(MOST, (long) size * GROWTH)));
    }
}

package org.holdfast.bench;

/** The chunks of an HTTP answer: RFC 9112, section 7.1. */
final class Chunks {
    /** More than any size; extensions nobody sends. */
    private static final int LONGEST_HEAD = 64;

    /** What is to come of the chunk that is being read, with the line's end after it. */
    private long left;

    private int taken;
    private boolean over;

    /** All is one body, which never ends. */
    static Chunks none() {
        Chunks chunks = new Chunks();
        chunks.left = Long.MAX_VALUE;
        return chunks;
    }

    /**
     * Moves the bodies of chunks together, from {@code from} on.
     *
     * @return up to where it is read: what follows is not all there
     */
    int read(byte[] bytes, int from, int to) {
        int at = from;
        taken = 0;
        while (at < to && !over) {
            int body = left > 0 ? at : readHead(bytes, at, to);
            if (body < 0) return at;
            at = take(bytes, body, to, from);
        }
        return at;
    }

    /** How many bytes of bodies the last read has moved. */
    int taken() {
        return taken;
    }

    /** Whether the last chunk has come. */
    boolean isOver() {
        return over;
    }

    private int take(byte[] bytes, int at, int to, int from) {
        int count = (int) Math.min(left, to - at);
        // The last two are no body.
        int body = (int) Math.min(count, Math.max(0, left - 2));
        if (from + taken != at) System.arraycopy(bytes, at, bytes, from + taken, body);
        taken += body;
        left -= count;
        return at + count;
    }

    /** @return where the body begins; negative: the head is not all there */
    private int readHead(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != '\n') end++;
        if (end - from > LONGEST_HEAD) throw new IllegalStateException("This is no chunk's head");
        if (end == to) return -1;
        long size = size(bytes, from);
        over = size == 0;
        left = over ? 0 : size + 2;
        return end + 1;
    }

    /** An extension, or the line's end, ends the number. */
    private static long size(byte[] bytes, int from) {
        long size = 0;
        for (int at = from; Character.digit(bytes[at], 16) >= 0; at++)
            size = size * 16 + Character.digit(bytes[at], 16);
        return size;
    }
}

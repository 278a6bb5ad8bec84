package org.holdfast.bench;

/** Reads what comes on a wire out of pieces of any length, for its ear. */
interface Inbound {
    /** @return up to where it is read; the caller brings the rest again, with what follows */
    int read(byte[] bytes, int from, int to);
}

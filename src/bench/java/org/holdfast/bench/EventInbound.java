package org.holdfast.bench;

import java.nio.charset.StandardCharsets;

/**
 * Reads an event stream. The chunks' bodies are moved together where they lie in the buffer, since an event may be in several chunks and a
 * chunk may hold several events; then texts are heard as they come, and whole only until the wire is live.
 */
final class EventInbound implements Inbound {
    private final Wire wire;
    private final Chunks chunks;

    /** How much of what is brought again was in chunks, and is joined already. */
    private int joined;

    /** @param head of the answer, in lower case: without chunks the stream goes on until the line ends */
    EventInbound(Wire wire, String head) {
        this.wire = wire;
        this.chunks = head.contains("\r\ntransfer-encoding: chunked") ? new Chunks() : Chunks.none();
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int text = from + joined;
        int at = chunks.read(bytes, text, to);
        int end = text + chunks.taken();
        int heard = hear(bytes, from, end);
        if (chunks.isOver()) wire.end("the stream ended");
        // What is to be heard again goes to right before the chunk that is not all there.
        joined = end - heard;
        System.arraycopy(bytes, heard, bytes, at - joined, joined);
        return at - joined;
    }

    /** @return up to where it is heard */
    private int hear(byte[] bytes, int from, int to) {
        int at = from;
        while (wire.isOpening()) {
            int end = endOfEvent(bytes, at, to);
            if (end < 0) return at;
            wire.heed(new String(bytes, at, end - at, StandardCharsets.UTF_8));
            at = end;
        }
        return Math.max(at, wire.ear().hear(bytes, at, to));
    }

    private static int endOfEvent(byte[] bytes, int from, int to) {
        for (int at = from + 1; at < to; at++) if (bytes[at] == '\n' && bytes[at - 1] == '\n') return at + 1;
        return -1;
    }
}

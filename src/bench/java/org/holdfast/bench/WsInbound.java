package org.holdfast.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the frames of a WebSocket. Texts are heard as they come, everything else when it is whole. The fragments of a text are joined first,
 * RFC 6455 section 5.4: what is looked for may begin in one and end in the next. Tomcat sends fragments of 8 KiB.
 */
final class WsInbound implements Inbound {
    private static final int SHORT_HEAD = 2;
    private static final byte[] NOTHING = {};

    private final Wire wire;
    private int opcode;

    /** What is to come of the frame that is being read. */
    private long left;

    /** Whether that frame is read only when it is all there. */
    private boolean isHeld;

    /** Whether that frame is a fragment. */
    private boolean isPart;

    private boolean isLast;

    /** The fragments so far. */
    private byte[] joined = NOTHING;

    WsInbound(Wire wire) {
        this.wire = wire;
    }

    @Override
    public int read(byte[] bytes, int from, int to) {
        int at = from;
        while (!wire.isGone()) {
            int body = left > 0 ? at : readHead(bytes, at, to);
            int read = body < 0 ? body : readPayload(bytes, body, to);
            if (read < 0) {
                // Not whole yet: its head is read again with the rest.
                left = 0;
                return at;
            }
            at = read;
            // The text goes on in the next piece.
            if (left > 0) return at;
        }
        return to;
    }

    /** RFC 6455, section 5.2. @return where the payload begins; negative: the head is not all there */
    private int readHead(byte[] bytes, int at, int to) {
        if (to - at < SHORT_HEAD) return -1;
        int small = bytes[at + 1] & 127;
        int width = small < 126 ? 0 : small == 126 ? 2 : 8;
        if (to - at < SHORT_HEAD + width) return -1;
        long length = width == 0 ? small : 0;
        for (int i = 0; i < width; i++) length = length << 8 | bytes[at + SHORT_HEAD + i] & 255;
        begin(bytes[at], length);
        return at + SHORT_HEAD + width;
    }

    private void begin(byte first, long length) {
        opcode = first & 15;
        left = length;
        isLast = (first & WsFrame.LAST) != 0;
        isPart = opcode == WsFrame.CONTINUATION || opcode <= WsFrame.BINARY && !isLast;
        isHeld = isPart || opcode > WsFrame.BINARY || isHeeded(length);
    }

    private boolean isHeeded(long length) {
        return wire.isOpening() || wire.place().speech().isAnswerable(length);
    }

    /** @return up to where it is read; negative: it has to be read whole, and is not there */
    private int readPayload(byte[] bytes, int at, int to) {
        boolean isWhole = to - at >= left;
        if (!isHeld) return hear(bytes, at, isWhole ? (int) (at + left) : to, isWhole);
        if (!isWhole) return -1;
        int end = (int) (at + left);
        left = 0;
        readWhole(bytes, at, end);
        return end;
    }

    private int hear(byte[] bytes, int at, int to, boolean isWhole) {
        int heard = Math.max(at, wire.ear().hear(bytes, at, to));
        int read = isWhole ? to : heard;
        left -= read - at;
        return read;
    }

    private void readWhole(byte[] bytes, int from, int to) {
        if (opcode == WsFrame.PING) wire.send(WsFrame.of(WsFrame.PONG, Arrays.copyOfRange(bytes, from, to)));
        else if (opcode == WsFrame.CLOSE) wire.end("closed by the server" + code(bytes, from, to));
        else if (isPart) join(bytes, from, to);
        else if (opcode <= WsFrame.BINARY) take(bytes, from, to);
    }

    private void join(byte[] bytes, int from, int to) {
        int had = joined.length;
        joined = Arrays.copyOf(joined, had + to - from);
        System.arraycopy(bytes, from, joined, had, to - from);
        if (!isLast) return;
        byte[] whole = joined;
        joined = NOTHING;
        take(whole, 0, whole.length);
    }

    private void take(byte[] bytes, int from, int to) {
        if (isHeeded(to - from)) wire.heed(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        wire.ear().hear(bytes, from, to);
    }

    private static String code(byte[] bytes, int from, int to) {
        return to - from < 2 ? "" : " with " + ((bytes[from] & 255) << 8 | bytes[from + 1] & 255);
    }
}

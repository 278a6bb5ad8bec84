package org.holdfast.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Frames to the server: RFC 6455, section 5.2. */
final class WsFrame {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** The bit that says that no fragment follows. */
    static final int LAST = 128;

    private static final int MASKED = 128;
    private static final int LONGEST_HEAD = 8;

    private WsFrame() {}

    /** A masked frame of less than 64 KiB; the mask is zero, so that the payload stays as it is. */
    static byte[] of(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + LONGEST_HEAD).put((byte) (LAST | opcode));
        if (payload.length < 126) frame.put((byte) (MASKED | payload.length));
        else frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        return Arrays.copyOf(frame.putInt(0).put(payload).array(), frame.position());
    }
}

package org.holdfast.websocket;

import java.nio.ByteBuffer;
import org.holdfast.wire.Text;

/**
 * A text with the bytes of the frame that carries it: RFC 6455, section 5.2; final, unmasked as all that a server sends.
 *
 * @param bytes shared by all who are sent it: nobody writes into them
 */
record TextFrame(Text text, byte[] bytes) {
    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final byte FINAL_BINARY = (byte) 0x82;
    private static final byte[] PING = {(byte) 0x89, 0};
    private static final int SHORT = 125;
    private static final int MEDIUM = 0xFFFF;
    private static final byte TWO_BYTES = 126;
    private static final byte EIGHT_BYTES = 127;
    private static final int LONGEST_HEAD = 10;

    static TextFrame of(Text text) {
        return new TextFrame(text, bytes(FINAL_TEXT, text.utf8()));
    }

    /** An empty ping, and then the bytes of a frame. */
    static byte[] afterPing(byte[] frame) {
        return ByteBuffer.allocate(PING.length + frame.length)
                .put(PING)
                .put(frame)
                .array();
    }

    /** The bytes of a frame that is no text. */
    static byte[] binary(byte[] payload) {
        return bytes(FINAL_BINARY, payload);
    }

    private static byte[] bytes(byte opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEAD + payload.length).put(opcode);
        if (payload.length <= SHORT) frame.put((byte) payload.length);
        else if (payload.length <= MEDIUM) frame.put(TWO_BYTES).putShort((short) payload.length);
        else frame.put(EIGHT_BYTES).putLong(payload.length);
        byte[] bytes = new byte[frame.put(payload).flip().remaining()];
        frame.get(bytes);
        return bytes;
    }
}

package org.holdfast.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One frame of RFC 6455, section 5.2. */
record WebSocketFrame(boolean last, int opcode, byte[] payload) {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int NO_STATUS = 1005;
    private static final int MASK_LENGTH = 4;
    private static final byte[] MASK = {0x11, 0x22, 0x33, 0x44};

    static WebSocketFrame text(String text) {
        return new WebSocketFrame(true, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static WebSocketFrame close(int code) {
        return new WebSocketFrame(true, CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
    }

    static WebSocketFrame read(DataInputStream in) throws IOException {
        var first = in.readUnsignedByte();
        var second = in.readUnsignedByte();
        var length = length(second & 127, in);
        var mask = new byte[(second & 128) == 0 ? 0 : MASK_LENGTH];
        in.readFully(mask);
        var payload = new byte[Math.toIntExact(length)];
        in.readFully(payload);
        return new WebSocketFrame((first & 128) != 0, first & 15, masked(payload, mask));
    }

    byte[] bytes(boolean withMask) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header(last, opcode, payload.length, withMask));
        bytes.writeBytes(masked(payload, withMask ? MASK : new byte[0]));
        return bytes.toByteArray();
    }

    /** The head of a frame, whose payload need not follow. */
    static byte[] header(boolean last, int opcode, long length, boolean withMask) {
        var head = new ByteArrayOutputStream();
        head.write((last ? 128 : 0) | opcode);
        var marks = withMask ? 128 : 0;
        if (length < 126) head.write(marks | (int) length);
        else {
            var width = length < 65536 ? 2 : 8;
            head.write(marks | (width == 2 ? 126 : 127));
            for (int i = width - 1; i >= 0; i--) head.write((int) (length >> (8 * i)));
        }
        if (withMask) head.writeBytes(MASK);
        return head.toByteArray();
    }

    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    int closeCode() {
        return payload.length < 2 ? NO_STATUS : (payload[0] & 255) << 8 | payload[1] & 255;
    }

    private static long length(int small, DataInputStream in) throws IOException {
        return switch (small) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> small;
        };
    }

    private static byte[] masked(byte[] payload, byte[] mask) {
        if (mask.length == 0) return payload;
        var result = Arrays.copyOf(payload, payload.length);
        for (int i = 0; i < result.length; i++) result[i] ^= mask[i % MASK_LENGTH];
        return result;
    }
}

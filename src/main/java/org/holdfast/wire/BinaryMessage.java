package org.holdfast.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A frame whose content is bytes, as one binary WebSocket message: four bytes with the length of the head (most significant first), the
 * head, which is a frame in JSON, and the content. The streams page, section 5.
 */
public record BinaryMessage(Frame head, byte[] content) {
    /** @throws Refusal {@code bad_frame} or {@code bad_field} */
    public static BinaryMessage read(byte[] message) {
        ByteBuffer bytes = ByteBuffer.wrap(message);
        if (message.length < Integer.BYTES) throw malformed();
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) throw malformed();
        byte[] head = new byte[length];
        byte[] content = new byte[bytes.get(head).remaining()];
        bytes.get(content);
        List<Frame> frames = FrameReader.read(new String(head, StandardCharsets.UTF_8), 1);
        if (frames.isEmpty()) throw malformed();
        return new BinaryMessage(frames.get(0), content);
    }

    public static byte[] write(String head, byte[] content) {
        byte[] json = head.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + json.length + content.length)
                .putInt(json.length)
                .put(json)
                .put(content)
                .array();
    }

    private static Refusal malformed() {
        return new Refusal(Code.BAD_FRAME, "A binary message is four bytes of length, a frame, and the content.");
    }
}

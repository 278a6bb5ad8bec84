package org.holdfast.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.holdfast.delivery.Subscriber;
import org.holdfast.wire.Text;

/** Each text as one event without a name: protocol section 3.4. */
record FrameEvents(boolean livesByReading) implements EventFormat {
    private static final byte[] DATA = bytes("data: ");
    private static final byte[] END = bytes("\n\n");
    private static final NewestBytes BODIES = new NewestBytes();
    private static final String COMMENT = ":\n\n";

    /** A longer cursor would cost more than what it goes with; then it is said with the heartbeats only. */
    private static final int MOST_CURSOR = 512;

    private static final int MOST_CURSOR_OF_BEAT = 4_096;

    @Override
    public byte[][] pieces(Text text, Subscriber reader, boolean beats) {
        return new byte[][] {head(reader, beats), BODIES.of(text, FrameEvents::body)};
    }

    /** With the event's end: by itself it would go out as a chunk of its own after each text that a container does not buffer. */
    static byte[] body(Text text) {
        byte[] bytes = text.utf8();
        byte[] body = Arrays.copyOf(bytes, bytes.length + END.length);
        System.arraycopy(END, 0, body, bytes.length, END.length);
        return body;
    }

    private static byte[] head(Subscriber reader, boolean beats) {
        String cursor = reader.cursor(beats ? MOST_CURSOR_OF_BEAT : MOST_CURSOR);
        boolean hasCursor = cursor != null && !cursor.isEmpty();
        if (!beats && !hasCursor) return DATA;
        return bytes((beats ? COMMENT : "") + (hasCursor ? "id: " + cursor + "\n" : "") + "data: ");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package org.holdfast.websocket;

import java.nio.charset.StandardCharsets;

/** Tyrus heeds the buffer size for fragments only: a message in one frame may be as long as its own buffer, 4 MiB. */
final class MessageSize {
    private static final int MOST_BYTES_OF_UNIT = 3;

    private MessageSize() {}

    static boolean isOver(int mostBytes, String text) {
        return text.length() > mostBytes
                || (long) text.length() * MOST_BYTES_OF_UNIT > mostBytes
                        && text.getBytes(StandardCharsets.UTF_8).length > mostBytes;
    }
}

package org.holdfast.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** A post as a ready WebSocket frame of one sender, in which only the numbers change from one to the next. */
final class PostFrame {
    /** Letters before the number in a client message id: they make it the sender's own. */
    static final int ID_PREFIX = 12;

    /** The payload of every measured text. */
    static final int TEXT_BYTES = 100;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] frame;
    private final boolean hasId;
    private final int idNumber;
    private final int token;

    /** @param post as {@link Speech#post} has it */
    PostFrame(String post) {
        String prefix = RANDOM.ints(ID_PREFIX, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
        String text =
                post.replace(Speech.ID, prefix + "0".repeat(Token.NUMBER)).replace(Speech.TEXT, Token.text(TEXT_BYTES));
        frame = WsFrame.of(WsFrame.TEXT, text.getBytes(StandardCharsets.US_ASCII));
        token = Token.find(frame);
        hasId = post.contains(Speech.ID);
        idNumber = new String(frame, StandardCharsets.ISO_8859_1).indexOf(prefix) + ID_PREFIX;
    }

    int length() {
        return frame.length;
    }

    void put(ByteBuffer out, long number, long nanos) {
        if (hasId) Token.writeDigits(frame, idNumber, Token.NUMBER, number);
        Token.write(frame, token, number, nanos);
        out.put(frame);
    }
}

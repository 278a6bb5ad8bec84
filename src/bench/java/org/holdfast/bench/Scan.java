package org.holdfast.bench;

import java.nio.charset.StandardCharsets;

/** Finds what is counted in the bytes of a text, without making an object of it. */
final class Scan {
    private static final byte[] ACK = "\"ack\",\"data\":{\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REFUSED = "\"refused\",".getBytes(StandardCharsets.US_ASCII);
    private static final int ACK_NUMBER = ACK.length + PostFrame.ID_PREFIX;
    private static final int ACK_LENGTH = ACK_NUMBER + Token.NUMBER;

    /** What may stay unread at the end of a piece: one byte less than the longest thing that is looked for. */
    static final int TAIL = Math.max(ACK_LENGTH, Token.LENGTH) - 1;

    private Scan() {}

    /** Who is told. */
    interface Found {
        void event(long number, long nanos);

        void ack(long number);

        void refused(String text);
    }

    /**
     * Finds events alone, in steps of the mark's length.
     *
     * @return up to where it is read; what begins in the last {@link #TAIL} bytes may be unfinished
     */
    static int events(byte[] bytes, int from, int to, Found found) {
        int read = from;
        int probe = from + Token.MARKS - 1;
        while (probe < to) {
            if (bytes[probe] != Token.MARK) {
                probe += Token.MARKS;
                continue;
            }
            int start = runStart(bytes, probe, read);
            if (start + Token.LENGTH > to) break;
            found.event(Token.number(bytes, start), Token.nanos(bytes, start));
            read = start + Token.LENGTH;
            probe = read + Token.MARKS - 1;
        }
        return Math.max(read, to - TAIL);
    }

    private static int runStart(byte[] bytes, int probe, int floor) {
        int start = probe;
        while (start > floor && bytes[start - 1] == Token.MARK) start--;
        return start;
    }

    /** Finds events, acks and refusals, looking at every byte: for connections that post. */
    static int all(byte[] bytes, int from, int to, Found found) {
        int read = from;
        for (int at = from; at < to; ) {
            int length = bytes[at] == Token.MARK
                    ? event(bytes, at, to, found)
                    : bytes[at] == '"' ? word(bytes, at, to, found) : 1;
            at += length;
            if (length > 1) read = at;
        }
        return Math.max(read, to - TAIL);
    }

    private static int event(byte[] bytes, int at, int to, Found found) {
        if (at + Token.LENGTH > to) return 1;
        found.event(Token.number(bytes, at), Token.nanos(bytes, at));
        return Token.LENGTH;
    }

    private static int word(byte[] bytes, int at, int to, Found found) {
        if (at + ACK_LENGTH <= to && Token.isAt(bytes, at, ACK)) {
            found.ack(Token.digits(bytes, at + ACK_NUMBER, Token.NUMBER));
            return ACK_LENGTH;
        }
        if (at + REFUSED.length <= to && Token.isAt(bytes, at, REFUSED)) {
            found.refused(new String(bytes, at, Math.min(200, to - at), StandardCharsets.UTF_8));
            return REFUSED.length;
        }
        return 1;
    }
}

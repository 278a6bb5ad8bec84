package org.holdfast.log;

import java.util.List;
import org.holdfast.wire.Text;

/**
 * A run of a log's events as one text: what a connection at position {@code after} is sent next.
 *
 * @param to the last sequence in it
 * @param whole a JSON array of event frames
 * @param isFull whether one more frame did not fit
 */
public record Slice(long after, long to, Text whole, boolean isFull) {
    Slice(long after, long to, String text, boolean isFull) {
        this(after, to, Text.shared(text), isFull);
    }

    /** Joins frames until {@code mostChars} is reached; at least one, whatever its length. */
    static Slice join(long after, List<String> frames, int mostChars) {
        StringBuilder text = new StringBuilder(Math.min(mostChars, 256 * frames.size())).append('[');
        int taken = 0;
        for (String frame : frames) {
            if (taken > 0 && text.length() + frame.length() + 2 > mostChars) break;
            if (taken++ > 0) text.append(',');
            text.append(frame);
        }
        return new Slice(after, after + taken, text.append(']').toString(), taken < frames.size());
    }

    /** Whether it is what {@link #join} would make of the frames from a position to an end. */
    boolean isOf(long position, long end) {
        return after == position && (to == end || isFull && to < end);
    }

    /** Whether it is as short as wanted; one event is, whatever its length. */
    boolean fits(int mostChars) {
        return whole.length() <= mostChars || to == after + 1;
    }

    public String text() {
        return whole.toString();
    }

    /** Without the brackets, to be joined with others. */
    public String inner() {
        String text = text();
        return text.substring(1, text.length() - 1);
    }
}

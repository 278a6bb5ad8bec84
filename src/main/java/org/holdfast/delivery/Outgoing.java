package org.holdfast.delivery;

import org.holdfast.log.Slice;
import org.holdfast.wire.Text;

/** One text for one connection, in the making: an array of frames. A slice that stays alone in it is sent as it is, shared by all. */
final class Outgoing {
    private final int mostChars;
    private final StringBuilder frames = new StringBuilder();
    private Slice alone;

    Outgoing(int mostChars) {
        this.mostChars = mostChars;
    }

    boolean isEmpty() {
        return alone == null && frames.length() == 0;
    }

    boolean isFull() {
        return frames.length() + (alone == null ? 0 : alone.whole().length()) >= mostChars;
    }

    void add(Slice slice) {
        if (isEmpty()) alone = slice;
        else add(slice.inner());
    }

    void add(String frame) {
        if (alone != null) frames.append(alone.inner());
        alone = null;
        if (frames.length() > 0) frames.append(',');
        frames.append(frame);
    }

    Text text() {
        return alone != null ? alone.whole() : new Text("[" + frames + "]");
    }
}

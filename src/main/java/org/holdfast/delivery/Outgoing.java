package org.holdfast.delivery;

import org.holdfast.log.Slice;

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
        return frames.length() + (alone == null ? 0 : alone.text().length()) >= mostChars;
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

    String text() {
        return alone != null ? alone.text() : "[" + frames + "]";
    }
}

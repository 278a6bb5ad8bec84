package org.holdfast.sse;

import org.holdfast.delivery.Subscriber;
import org.holdfast.wire.Text;

/** How a text, an array of frames, becomes events of a stream. */
interface EventFormat {
    /**
     * The bytes to write, in pieces that are shared among the readers where they can be.
     *
     * @param beats whether the heads are in the text
     */
    byte[][] pieces(Text text, Subscriber reader, boolean beats);

    /** Whether a reader that takes what it is sent counts as alive: one that has no way to say so. */
    boolean livesByReading();
}
